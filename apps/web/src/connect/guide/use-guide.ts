import { useState } from 'react';

const STORAGE_KEY = 'guide';
export const GUIDE_STEPS = 4;

interface Kept {
  done: boolean[];
  /** What was tried against the ERROR box. */
  tried: boolean[];
  shortName: string;
}

const fresh: Kept = { done: [false, false, false, false], tried: [], shortName: 'botize' };

function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null');
    const { done, tried, shortName } = (kept ?? {}) as Partial<Kept>;
    if (!Array.isArray(done) || done.length !== GUIDE_STEPS || typeof shortName !== 'string') return fresh;
    return { done: done.map(Boolean), tried: Array.isArray(tried) ? tried.map(Boolean) : [], shortName };
  } catch {
    return fresh;
  }
}

function write(kept: Kept): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(kept));
  } catch {
    // Without storage the ticks last until the page is closed.
  }
}

/** Where somebody stands in the guide. Ticks and the chosen short name survive a reload; nothing here is secret. */
export function useGuide() {
  const [kept, setKept] = useState(read);
  const [shown, setShown] = useState<number | null>(null);
  const firstOpen = kept.done.indexOf(false);

  const keep = (next: Kept) => {
    write(next);
    setKept(next);
  };

  return {
    done: kept.done,
    doneCount: kept.done.filter(Boolean).length,
    shortName: kept.shortName,
    /** The one open step: the one asked for, else the first that isn't done; the last one when all are. */
    open: shown ?? (firstOpen === -1 ? GUIDE_STEPS - 1 : firstOpen),
    show: setShown,
    setDone: (step: number, done: boolean) => {
      keep({ ...kept, done: kept.done.map((was, index) => (index === step ? done : was)) });
      setShown(null);
    },
    tried: kept.tried,
    setTried: (index: number, tried: boolean) =>
      keep({ ...kept, tried: Object.assign([...kept.tried], { [index]: tried }) }),
    allDone: () => keep({ ...kept, done: kept.done.map(() => true) }),
    setShortName: (shortName: string) => keep({ ...kept, shortName }),
  };
}

export type GuideState = ReturnType<typeof useGuide>;
