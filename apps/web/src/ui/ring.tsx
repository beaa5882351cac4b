interface RingProps {
  /** 0 to 1: how much is left. */
  left: number;
  size: number;
  width: number;
  label?: string;
  amber?: boolean;
}

/** A ring that empties clockwise. Its progress is an attribute, for the policy refuses inline styles. */
export function Ring({ left, size, width, label, amber }: RingProps) {
  const radius = (size - width) / 2;
  const part = Math.min(1, Math.max(0, left)) * 100;
  const centre = size / 2;
  const circle = { cx: centre, cy: centre, r: radius, fill: 'none', strokeWidth: width };
  return (
    <svg className="ring" width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <circle {...circle} className="ring-track" />
      {part > 0 ? (
        <circle
          {...circle}
          className={amber ? 'ring-amber' : 'ring-left'}
          strokeLinecap="round"
          pathLength={100}
          strokeDasharray={`${part} 100`}
          transform={`rotate(-90 ${centre} ${centre})`}
        />
      ) : null}
      {label ? (
        <text x={centre} y={centre} textAnchor="middle" dominantBaseline="central" fontSize={14}>
          {label}
        </text>
      ) : null}
    </svg>
  );
}
