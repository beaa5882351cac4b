import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { useWayBack } from '../../session/visit.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Reference } from '../../ui/reference.tsx';
import { Way } from '../phone/flood-wait.tsx';
import { StepPage } from '../step-page.tsx';

interface EndingProps {
  title: string;
  lead: string;
  /** What to do now. */
  what: string;
  attemptId: string;
  reference: string;
  /** The main button. */
  action: ReactNode;
  children?: ReactNode;
}

/** The page of a sign-in that has ended without a connection: what happened, what to do now, the reference. */
export function Ending({ title, lead, what, attemptId, reference, action, children }: EndingProps) {
  const { endings: copy } = useLaterCopy();
  const { isVisit, busy, back } = useWayBack(attemptId);
  return (
    <StepPage title={title} lead={lead}>
      <div className="card ways">
        <Way icon={<CircleAlert />} title={copy.whatNow} text={what}>
          {action}
          {isVisit ? (
            <Button look="quiet" busy={busy && copy.backToBotize} onClick={back}>
              {copy.backToBotize}
            </Button>
          ) : (
            <Link className={buttonClass('quiet')} href="/connections">
              {copy.toConnections}
            </Link>
          )}
        </Way>
        {children}
      </div>
      <div className="card card-body">
        <p className="small quiet-text">{copy.support}</p>
        <p>
          <Reference value={reference} />
        </p>
      </div>
    </StepPage>
  );
}
