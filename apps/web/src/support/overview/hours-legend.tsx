import { useSupportCopy } from '../support-copy.tsx';

/** What outline, hatching and solid stand for. */
export function HoursLegend() {
  const { overview: copy } = useSupportCopy();
  const parts = [
    ['begun', copy.begun],
    ['refused', copy.refused],
    ['led', copy.led],
  ] as const;
  return (
    <ul className="legend small" aria-hidden="true">
      {parts.map(([part, name]) => (
        <li key={part}>
          <svg width={18} height={14} viewBox="0 0 18 14">
            <rect
              className={`hours-${part}`}
              x={1}
              y={1}
              width={16}
              height={12}
              fill={part === 'refused' ? 'url(#hatch)' : undefined}
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
