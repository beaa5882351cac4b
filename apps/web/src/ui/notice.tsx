import { CircleAlert, CircleCheck, MessageSquareWarning, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Rich } from './rich.tsx';

const icons = { care: MessageSquareWarning, failed: CircleAlert, worked: CircleCheck, plain: ShieldCheck };

interface NoticeProps {
  kind: keyof typeof icons;
  icon?: ReactNode;
  title?: string;
  text?: string | undefined;
  /** At most one button. */
  action?: ReactNode;
  /** One line high, as a field is. */
  line?: boolean;
  /** Read out when it appears; errors at once, the others when there is a pause. */
  live?: boolean;
  children?: ReactNode;
}

export function Notice({ kind, icon, title, text, action, line, live, children }: NoticeProps) {
  const Icon = icons[kind];
  const role = kind === 'failed' ? 'alert' : live ? 'status' : undefined;
  return (
    <div className={`notice notice-${kind}${line ? ' notice-line' : ''}`} role={role}>
      {icon ?? <Icon />}
      <div className="notice-text">
        {title ? (
          <span className="notice-title notice-title-block">
            <Rich text={title} />
          </span>
        ) : null}
        {text ? <Rich text={text} /> : null}
        {children}
      </div>
      {action}
    </div>
  );
}
