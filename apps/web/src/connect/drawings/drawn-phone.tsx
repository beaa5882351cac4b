import type { ReactNode } from 'react';
import { useCopy } from '../../copy/copy-context.tsx';
import { Rich } from '../../ui/rich.tsx';

interface DrawingProps {
  title: string;
  /** What the drawn screen shows. */
  screen: ReactNode;
  /** Numbered sentences beside the screen. */
  look: readonly string[];
  /** A smaller remark below them. */
  remark?: string | undefined;
  /** Our own button, in a white cell below the drawn screen. */
  button?: ReactNode;
}

/** Theirs: a drawing in blue ink of what Telegram shows, with numbered words beside it. Nothing in it can be pressed. */
export function Drawing({ title, screen, look, remark, button }: DrawingProps) {
  const { shell } = useCopy();
  return (
    <section className="drawing stretched" aria-labelledby="drawing-title">
      <div className="drawing-head">
        <h2 id="drawing-title">{title}</h2>
        <span className="small">{shell.ourDrawing}</span>
      </div>
      <div className="drawing-body">
        <div className="drawn-screen" aria-hidden="true">
          {screen}
        </div>
        <div className="drawing-words">
          <ol className="numbered">
            {look.map((sentence) => (
              <li key={sentence}>
                <span>
                  <Rich text={sentence} />
                </span>
              </li>
            ))}
          </ol>
          {remark ? (
            <p className="drawing-remark">
              <Rich text={remark} />
            </p>
          ) : null}
        </div>
      </div>
      {button}
    </section>
  );
}

/** The clock and the battery of the drawn phone. */
export function ScreenTop({ clock, title, icon }: { clock: string; title: string; icon?: ReactNode }) {
  return (
    <>
      <div className="screen-status">
        <span>{clock}</span>
        <i />
      </div>
      <div className="screen-title">
        <b>{title}</b>
        {icon}
      </div>
    </>
  );
}

/** Other people's chats: bars only. */
export function OtherChats({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => (
    <div key={index} className={`screen-chat screen-chat-${index % 3}`}>
      <i className="screen-face" />
      <span>
        <i />
        <i />
      </span>
    </div>
  ));
}
