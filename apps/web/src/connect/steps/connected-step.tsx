import { ArrowRight, Check, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { serverNow } from '../../api/server-clock.ts';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { useSession } from '../../session/session-context.tsx';
import { announceConnected } from '../../session/leave-visit.ts';
import { useWayBack } from '../../session/visit.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Rich } from '../../ui/rich.tsx';
import { Drawing, OtherChats, ScreenTop } from '../drawings/drawn-phone.tsx';
import { StepPage } from '../step-page.tsx';
import type { StepProps } from '../step-props.ts';
import { AccountHead } from './confirm-account-step.tsx';

export function ConnectedStep({ attempt, state, passwordAsked, startAgain }: StepProps<'connected'>) {
  const { time } = useLaterCopy();
  const { connected: copy } = useLaterCopy();
  const moment = useMoment();
  const session = useSession();
  const { isVisit, busy, back } = useWayBack(attempt.id);
  useEffect(() => announceConnected(session, attempt.id), [session, attempt.id]);
  const [since] = useState(() => new Date(serverNow()).toISOString());
  const tap = state.advice.includes('confirm_login');
  const twoStep = state.advice.includes('set_up_password') ? copy.twoStepOff : passwordAsked ? copy.twoStepOn : null;
  const reconnected = state.outcome === 'reconnected' ? copy.reconnectedLead : copy.leadPlain;

  return (
    <StepPage title={tap ? copy.title : copy.titlePlain} lead={tap ? copy.lead : reconnected}>
      {tap ? <ConfirmLoginDrawing clock={moment(since).clock} /> : null}
      <div className="card connected do-first">
        <div className="card-body">
          <div className="connected-head">
            <AccountHead account={state.account} />
            <span className="badge badge-connected">
              <Check /> {copy.badge}
            </span>
          </div>
          <hr className="rule" />
          <dl className="facts">
            <dt>{copy.number}</dt>
            <dd>
              <bdi>{state.account.phoneMasked}</bdi>
            </dd>
            <dt>{copy.since}</dt>
            <dd>{time.stamp(moment(since))}</dd>
            <dt>{copy.inTelegram}</dt>
            <dd>{copy.inTelegramValue}</dd>
            {twoStep ? (
              <>
                <dt>{copy.twoStep}</dt>
                <dd>{twoStep}</dd>
              </>
            ) : null}
          </dl>
        </div>
        <section className="connected-end">
          <h3>{copy.endTitle}</h3>
          <p className="quiet-text">{copy.endText}</p>
        </section>
        <div className="card-body connected-actions">
          {isVisit ? (
            <Button
              look="main"
              full
              busy={busy && copy.toBotize}
              iconEnd={<ArrowRight className="mirrored" />}
              onClick={back}
            >
              {copy.toBotize}
            </Button>
          ) : (
            <a className={buttonClass('main', false, true)} href="/connections">
              {copy.toBotize} <ArrowRight className="mirrored" />
            </a>
          )}
          <div className="connected-others">
            <Button look="quiet" onClick={() => startAgain('credentials')}>
              {copy.another}
            </Button>
            <Link className={buttonClass('ends')} href={`/connections?disconnect=${state.connectionId}`}>
              {copy.notMine}
            </Link>
          </div>
        </div>
      </div>
    </StepPage>
  );
}

/** Telegram's question about the new login, drawn. */
function ConfirmLoginDrawing({ clock }: { clock: string }) {
  const { connected: copy } = useLaterCopy();
  return (
    <Drawing
      title={copy.drawingTitle}
      look={copy.look}
      remark={copy.place}
      screen={
        <>
          <ScreenTop clock={clock} title={copy.chats} icon={<Search />} />
          <div className="screen-question">
            <b>{copy.newLogin}</b>
            <span>
              <Rich text={copy.newLoginText} />
            </span>
            <div className="screen-answers">
              <span>{copy.yes}</span>
              <span>{copy.no}</span>
            </div>
          </div>
          <OtherChats count={3} />
        </>
      }
    />
  );
}
