import { useCopy, useLaterCopy, useSentence } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { asHeading } from '../../session/message-page.tsx';
import { Button } from '../../ui/button.tsx';
import { useCountdown } from '../../ui/use-countdown.ts';
import type { StepProps } from '../step-props.ts';
import { Ending } from './ending.tsx';

export function FailedStep({ attempt, state, busy, startAgain }: StepProps<'failed'>) {
  const { shell } = useCopy();
  const { time } = useLaterCopy();
  const { endings: copy } = useLaterCopy();
  const moment = useMoment();
  const sentence = useSentence()(state.code);
  const waiting = useCountdown(state.retryAt) > 0;
  const wait = state.retryAt ? ` ${shell.waitUntil(time.at(moment(state.retryAt)))}` : '';
  const another = state.restart === 'phone';
  return (
    <Ending
      title={asHeading(sentence.title)}
      lead={copy.failedLead}
      what={sentence.do + wait}
      attemptId={attempt.id}
      reference={attempt.reference}
      action={
        state.restart === null ? null : (
          <Button
            look="main"
            waiting={waiting}
            busy={busy === 'start' && shell.loading}
            onClick={() => startAgain(another ? 'phone' : 'credentials')}
          >
            {another ? copy.anotherNumber : copy.newCredentials}
          </Button>
        )
      }
    />
  );
}
