import type { Account } from '@botize/contract';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useIssueText } from '../issue-text.ts';
import { StepPage } from '../step-page.tsx';
import type { StepProps } from '../step-props.ts';

/** Reconnecting met another account than before: it is asked about, never swapped silently. */
export function ConfirmAccountStep({ state, busy, send }: StepProps<'confirm_account'>) {
  const { confirmAccount: copy } = useLaterCopy();
  const issueText = useIssueText();
  const issue = issueText(state.issue);
  return (
    <StepPage title={copy.title} lead={copy.lead(state.expected.name, state.found.name)}>
      <div className="card accounts">
        <AccountLine account={state.expected} caption={copy.before} />
        <AccountLine account={state.found} caption={copy.now} />
      </div>
      <div className="card card-body">
        {issue ? <Notice kind="failed" text={issue} /> : null}
        <Button
          look="main"
          full
          busy={busy === 'confirm_account' && copy.busy}
          onClick={() => send({ type: 'confirm_account', decision: 'add' })}
        >
          {copy.add}
        </Button>
        <p className="small quiet-text">{copy.addText}</p>
        <hr className="rule" />
        <Button
          full
          busy={busy === 'confirm_account' && copy.busy}
          onClick={() => send({ type: 'confirm_account', decision: 'discard' })}
        >
          {copy.discard}
        </Button>
        <p className="small quiet-text">{copy.discardText}</p>
      </div>
    </StepPage>
  );
}

function AccountLine({ account, caption }: { account: Account; caption: string }) {
  return (
    <section className="account-line">
      <span className="small quiet-text">{caption}</span>
      <AccountHead account={account} />
      <bdi className="quiet-text">{account.phoneMasked}</bdi>
    </section>
  );
}

export function AccountHead({ account }: { account: Account }) {
  return (
    <div className="account-head">
      <Avatar name={account.name} size="large" />
      <div>
        <h2>
          <bdi>{account.name}</bdi>
        </h2>
        {account.username ? <bdi className="quiet-text">@{account.username}</bdi> : null}
      </div>
    </div>
  );
}
