import type { SupportPerson } from '@botize/contract';
import type { ReactNode } from 'react';
import { askForCheck, clearLimit, endAttempt, sendRepairLink } from '../../api/support.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSupportCopy } from '../support-copy.tsx';
import { clearable, type ActName } from './possible-acts.ts';

/**
 * Does what was asked and answers with what is to be said about it. `which`: the connection, or the limit.
 * @throws RequestFailed
 */
export function useAct(person: SupportPerson) {
  const { acts: copy, found } = useSupportCopy();
  const { id } = person.user;

  return async (act: ActName, reason: string, which: string): Promise<ReactNode> => {
    switch (act) {
      case 'send_link': {
        const mended = person.connections.find((each) => each.id === which && each.status !== 'connected');
        const sent = await sendRepairLink(id, { reason, ...(mended && { connectionId: mended.id }) });
        if (sent.sentTo === 'host') return <Notice kind="worked" text={copy.sentToHost} />;
        return (
          <Notice kind="care" text={copy.sentToNobody}>
            {sent.url === null ? null : (
              <span className="act-link">
                <bdi className="mono">{sent.url}</bdi> <CopyButton value={sent.url} />
              </span>
            )}
          </Notice>
        );
      }
      case 'ask_check': {
        const { lastCheck } = await askForCheck(which, reason);
        const outcome = lastCheck?.outcome ?? 'unreachable';
        return <Notice kind={outcome === 'ok' ? 'worked' : 'care'} text={copy.checked(found[outcome])} />;
      }
      case 'end_attempt':
        if (person.attempt !== null) await endAttempt(person.attempt.id, reason);
        return <Notice kind="worked" text={copy.ended} />;
      case 'clear_limit': {
        const limit = clearable(person).find((each) => each === which);
        if (limit !== undefined) await clearLimit(id, { reason, limit });
        return <Notice kind="worked" text={copy.cleared} />;
      }
    }
  };
}
