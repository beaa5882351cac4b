import { useSupportCopy } from '../support-copy.tsx';
import { useNumber } from '../use-number.ts';
import { BarChart, type Bar } from './bar-chart.tsx';
import { ChartCard } from './chart-card.tsx';
import { NumbersTable } from './numbers-table.tsx';

interface CountCardProps {
  title: string;
  /** What the first column of the table is called. */
  column: string;
  bars: Bar[];
  sentence: (parts: string) => string;
}

/** How many there are of each kind, as bars and as a table. */
export function CountCard({ title, column, bars, sentence }: CountCardProps) {
  const { overview: copy } = useSupportCopy();
  const number = useNumber();
  const parts = bars.map(({ label, count }) => `${label} ${number(count)}`).join(', ');
  const said = sentence(bars.length === 0 ? copy.none : parts);
  return (
    <ChartCard
      title={title}
      chart={bars.length === 0 ? <p className="quiet-text">{said}</p> : <BarChart sentence={said} bars={bars} />}
      table={
        <NumbersTable
          caption={title}
          columns={[column, copy.columns.count]}
          rows={bars.map(({ key, label, count }) => ({ key, cells: [label, number(count)] }))}
        />
      }
    />
  );
}
