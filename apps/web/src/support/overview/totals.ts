import type { SupportOverview, SupportStep } from '@botize/contract';

/** The steps that every sign-in passes, or may pass, in their order. */
const passed = ['phone', 'code', 'password', 'connected'] as const satisfies SupportStep[];

export interface Counted<Name extends string = string> {
  name: Name;
  count: number;
}

const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0);

/** How many sign-ins of the last day came how far: the first number is of all who gave credentials. */
export function funnelOf({ hours }: SupportOverview): Counted<'credentials' | (typeof passed)[number]>[] {
  return [
    { name: 'credentials', count: sum(hours.map(({ started, refused }) => started + refused)) },
    ...passed.map((name) => ({ name, count: sum(hours.map(({ reached }) => reached[name])) })),
  ];
}

/** Whatever is counted, the most frequent first; what never occurred is left out. */
export const counted = <Name extends string>(counts: Record<Name, number>): Counted<Name>[] =>
  (Object.entries(counts) as [Name, number][])
    .map(([name, count]) => ({ name, count }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);

export interface HourSums {
  begun: number;
  connected: number;
  /** The hour in which most were begun; null when none were. */
  busiest: string | null;
}

export function hourSums({ hours }: SupportOverview): HourSums {
  const begun = hours.map(({ started, refused }) => started + refused);
  const most = Math.max(0, ...begun);
  return {
    begun: sum(begun),
    connected: sum(hours.map(({ reached }) => reached.connected)),
    busiest: most === 0 ? null : (hours[begun.indexOf(most)]?.at ?? null),
  };
}
