import type { SupportOverview } from '@botize/contract';
import { useMoment } from '../../copy/use-moment.ts';
import { useSupportCopy } from '../support-copy.tsx';
import { useNumber } from '../use-number.ts';
import { ChartCard } from './chart-card.tsx';
import { HoursChart } from './hours-chart.tsx';
import { HoursLegend } from './hours-legend.tsx';
import { NumbersTable } from './numbers-table.tsx';
import { hourSums } from './totals.ts';

/** Sign-ins of the last day, hour by hour. */
export function HoursCard({ overview }: { overview: SupportOverview }) {
  const { overview: copy } = useSupportCopy();
  const moment = useMoment();
  const number = useNumber();
  const { begun, connected, busiest } = hourSums(overview);
  const sentence = copy.hoursSentence(begun, connected, busiest && moment(busiest).clock);
  return (
    <ChartCard
      wide
      title={copy.hours}
      chart={
        <>
          <p className="quiet-text">{sentence}</p>
          <HoursChart hours={overview.hours} sentence={sentence} />
          <HoursLegend />
        </>
      }
      table={
        <NumbersTable
          caption={copy.hours}
          columns={[copy.hour, copy.begun, copy.refused, copy.led]}
          rows={overview.hours.map(({ at, started, refused, reached }) => ({
            key: at,
            cells: [moment(at).clock, number(started + refused), number(refused), number(reached.connected)],
          }))}
        />
      }
    />
  );
}
