import {
  createContext,
  useContext,
  useEffect,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { useNarrow } from '../ui/use-media.ts';
import { usePageTitle } from '../ui/page.tsx';
import { plain, Rich } from '../ui/rich.tsx';

/** Whether a step was shown before: only a change of step takes the focus, not the first page. */
export const SeenStepContext = createContext<RefObject<boolean>>({ current: false });

interface StepPageProps {
  title: string;
  lead: string;
  /** For narrow screens, where there is less room and less to look at. */
  leadShort?: string | undefined;
  /** Changes when the page becomes another one for whoever reads it, for instance with a new delivery. */
  focusKey?: string;
  /** Where typing goes while the heading has the focus. */
  field?: RefObject<HTMLInputElement | null>;
  layout?: 'columns' | 'halves' | 'single';
  children: ReactNode;
  after?: ReactNode;
}

/** The frame of a step: its heading, which is what a screen reader hears first, and its columns. */
export function StepPage(props: StepPageProps) {
  const { title, lead, leadShort, focusKey = '', field, layout = 'columns', children, after } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const seen = useContext(SeenStepContext);
  const narrow = useNarrow();
  usePageTitle(plain(title));

  useEffect(() => {
    if (seen.current) heading.current?.focus();
    seen.current = true;
  }, [seen, focusKey]);

  const typeIntoField = (event: KeyboardEvent) => {
    const pastes = event.key === 'v' && (event.ctrlKey || event.metaKey);
    const types = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (pastes || types) field?.current?.focus();
  };

  return (
    <div className="step">
      <div className="step-top">
        <h1 ref={heading} tabIndex={-1} onKeyDown={typeIntoField}>
          <Rich text={title} />
        </h1>
        <p className="lead">
          <Rich text={narrow ? (leadShort ?? lead) : lead} />
        </p>
      </div>
      <div className={`step-${layout}`}>{children}</div>
      {after ? <div className="step-after">{after}</div> : null}
    </div>
  );
}
