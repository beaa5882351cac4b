import { useLaterCopy } from '../copy/copy-context.tsx';
import { MessagePage } from './message-page.tsx';

export function SignedOutPage() {
  const { signIn } = useLaterCopy();
  return (
    <MessagePage title={signIn.outTitle} lead={signIn.outLead}>
      <p className="quiet-text">{signIn.outHow}</p>
    </MessagePage>
  );
}
