import { useId, type ReactNode } from 'react';
import { useSupportCopy } from '../support-copy.tsx';

interface ChartCardProps {
  title: string;
  chart: ReactNode;
  table: ReactNode;
  /** Takes the whole width, with the table beside the chart. */
  wide?: boolean;
}

/** A chart and its numbers. */
export function ChartCard({ title, chart, table, wide = false }: ChartCardProps) {
  const { overview: copy } = useSupportCopy();
  const id = useId();
  return (
    <section className={`card chart${wide ? ' chart-wide' : ''}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="chart-columns">
        <div className="chart-picture">{chart}</div>
        {wide ? (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
          <div className="chart-numbers" tabIndex={0} role="region" aria-label={copy.numbersOf(title)}>
            {table}
          </div>
        ) : (
          <div className="chart-numbers">{table}</div>
        )}
      </div>
    </section>
  );
}
