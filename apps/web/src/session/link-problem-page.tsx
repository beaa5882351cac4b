import type { MessageCode } from '@botize/contract';
import { useCopy, useLaterCopy, useSentence } from '../copy/copy-context.tsx';
import { Button } from '../ui/button.tsx';
import { MessagePage } from './message-page.tsx';
import { useSessionValue } from './session-context.tsx';

interface LinkProblemPageProps {
  code: MessageCode;
  onGoOn: () => void;
  /** Opens the same link again. */
  onAgain: () => void;
}

/** A connect link that didn't work; where the link isn't to blame it can be tried again. Somebody signed in already may go on as who they are, seeing who that is. */
export function LinkProblemPage({ code, onGoOn, onAgain }: LinkProblemPageProps) {
  const { shell } = useCopy();
  const { signIn } = useLaterCopy();
  const { state } = useSessionValue();
  const sentence = useSentence()(code);
  const ofLink = code === 'link.used' || code === 'link.expired' || code === 'request.invalid';
  return (
    <MessagePage title={ofLink ? signIn.linkTitle : sentence.title} lead={ofLink ? signIn.linkLead : sentence.do}>
      {ofLink ? null : (
        <p>
          <Button look="main" onClick={onAgain}>
            {shell.tryNow}
          </Button>
        </p>
      )}
      {state.kind === 'signed_in' ? (
        <p>
          <Button look="second" onClick={onGoOn}>
            {signIn.goOnAs(state.session.user.label)}
          </Button>
        </p>
      ) : null}
    </MessagePage>
  );
}
