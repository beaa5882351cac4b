import type { OverviewHour } from '@botize/contract';
import { useLocale } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { useNarrow } from '../../ui/use-media.ts';
import { useNumber } from '../use-number.ts';

const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 28;
const SIDE = 36;

/** The next number that divides well, so that the lines across stand at whole ones. */
function roundUp(most: number): number {
  const step = [2, 4, 6, 10].find((each) => each >= most);
  if (step !== undefined) return step;
  const size = 10 ** Math.floor(Math.log10(most));
  return Math.ceil(most / size) * size;
}

/**
 * A column for each hour: begun as an outline, those refused at the credentials hatched on top of it, and those that
 * led to a connection solid inside.
 */
export function HoursChart({ hours, sentence }: { hours: OverviewHour[]; sentence: string }) {
  const moment = useMoment();
  const number = useNumber();
  const { locale } = useLocale();
  const narrow = useNarrow();
  const width = narrow ? 326 : 720;
  const top = roundUp(Math.max(1, ...hours.map(({ started, refused }) => started + refused)));
  const floor = HEIGHT - BOTTOM;
  const y = (count: number) => floor - (count / top) * (floor - TOP);
  const slot = (width - SIDE) / Math.max(1, hours.length);
  const mirrored = locale === 'ar';
  const x = (from: number, wide: number) => (mirrored ? width - from - wide : from);
  const every = narrow ? 6 : 3;

  return (
    <svg className="hours" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={sentence} direction="ltr">
      <defs>
        <pattern id="hatch" width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="hours-hatch" d="M0 0V6" />
        </pattern>
      </defs>
      {[0, top / 2, top].map((count) => (
        <g key={count}>
          <path className="hours-line" d={`M${x(SIDE, 0)} ${y(count)}H${x(width, 0)}`} />
          <text x={x(SIDE - 8, 0)} y={y(count)} dominantBaseline="central" textAnchor={mirrored ? 'start' : 'end'}>
            {number(count)}
          </text>
        </g>
      ))}
      {hours.map(({ at, started, refused, reached }, index) => {
        const from = SIDE + index * slot;
        const wide = slot * 0.72;
        const inner = wide * 0.5;
        return (
          <g key={at}>
            {started > 0 ? (
              <rect className="hours-begun" x={x(from, wide)} y={y(started)} width={wide} height={floor - y(started)} />
            ) : null}
            {refused > 0 ? (
              <rect
                className="hours-refused"
                fill="url(#hatch)"
                x={x(from, wide)}
                y={y(started + refused)}
                width={wide}
                height={y(started) - y(started + refused)}
              />
            ) : null}
            {reached.connected > 0 ? (
              <rect
                className="hours-led"
                x={x(from + (wide - inner) / 2, inner)}
                y={y(reached.connected)}
                width={inner}
                height={floor - y(reached.connected)}
              />
            ) : null}
            {index % every === 0 ? (
              <text x={x(from + wide / 2, 0)} y={HEIGHT - 8} textAnchor="middle">
                {moment(at).clock}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
