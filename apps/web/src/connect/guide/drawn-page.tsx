import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCopy } from '../../copy/copy-context.tsx';

interface DrawnPageProps {
  address: string;
  children: ReactNode;
  /** Leaves room for our buttons beside the rows of the drawing. */
  withActions?: boolean;
}

/** Our drawing of a page of Telegram's: blue ink on blue paper, and nothing blue can be pressed. */
export function DrawnPage({ address, children, withActions }: DrawnPageProps) {
  const { shell } = useCopy();
  return (
    <div className={`drawn${withActions ? ' drawn-actions' : ''}`}>
      <div className="drawn-head">
        <span className="drawn-address mono" dir="ltr">
          <Lock /> {address}
        </span>
        <span className="drawn-label">
          <span className="wide-only">{shell.ourDrawingNotPage}</span>
          <span className="narrow-only">{shell.ourDrawing}</span>
        </span>
      </div>
      {children}
    </div>
  );
}

interface DrawnRowProps {
  label: string;
  children: ReactNode;
  action?: ReactNode;
}

/** A row of a drawn form, with our own button at its end where there is one. */
export function DrawnRow({ label, children, action }: DrawnRowProps) {
  return (
    <div className="drawn-row">
      <span className="drawn-name">
        <bdi dir="ltr">{label}</bdi>
      </span>
      <span className="drawn-value">{children}</span>
      {action === undefined ? null : <span className="drawn-action">{action}</span>}
    </div>
  );
}

export function DrawnField({ value, strong }: { value: string; strong?: boolean }) {
  return (
    <bdi className={`drawn-field mono${strong ? ' drawn-field-strong' : ''}`} dir="ltr">
      {value}
    </bdi>
  );
}
