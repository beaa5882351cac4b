import { useEffect, useState } from 'react';
import { useLaterCopy } from '../../copy/copy-context.tsx';

/** Draws a QR code as one path, ink on white in both themes. The text is a secret while it lives. */
export function QrPicture({ text }: { text: string }) {
  const { qr } = useLaterCopy();
  const [drawing, setDrawing] = useState<{ size: number; path: string } | null>(null);
  useEffect(() => {
    let current = true;
    void import('uqr').then(({ encode }) => {
      const { size, data } = encode(text, { border: 0 });
      const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
      if (current) setDrawing({ size, path });
    });
    return () => {
      current = false;
    };
  }, [text]);
  if (drawing === null) return null;
  return (
    <svg
      key={text}
      className="qr-picture"
      role="img"
      aria-label={qr.pictureLabel}
      viewBox={`0 0 ${drawing.size} ${drawing.size}`}
      shapeRendering="crispEdges"
    >
      <path d={drawing.path} fill="#17211D" />
    </svg>
  );
}
