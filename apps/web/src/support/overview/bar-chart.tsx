import { useNumber } from '../use-number.ts';

export interface Bar {
  key: string;
  label: string;
  count: number;
}

interface BarChartProps {
  /** What the bars say, in a sentence. */
  sentence: string;
  bars: Bar[];
}

/** Bars along the line, as long as they are frequent. The table beside it has the same numbers. */
export function BarChart({ sentence, bars }: BarChartProps) {
  const number = useNumber();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <div className="bars" role="img" aria-label={sentence}>
      {bars.map(({ key, label, count }) => (
        <div key={key} className="bar-line">
          <span className="bar-label">{label}</span>
          <svg className="bar mirrored" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
            <rect className="bar-track" width={100} height={12} />
            <rect className="bar-fill" width={(count / most) * 100} height={12} />
          </svg>
          <b>{number(count)}</b>
        </div>
      ))}
    </div>
  );
}
