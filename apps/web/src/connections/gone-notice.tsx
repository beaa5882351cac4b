import { useLaterCopy } from '../copy/copy-context.tsx';
import { Notice } from '../ui/notice.tsx';
import type { RemoteLogout } from './disconnect-dialog.tsx';

/** A connection that was just ended here. */
export interface Gone {
  name: string;
  remoteLogout: RemoteLogout;
}

interface GoneNoticeProps {
  gone: Gone | null;
  /** Former sessions that Telegram has yet to end; null while nobody has told. */
  logoutsPending: number | null;
}

/** Says which of both is done: erased here, and logged out at Telegram. */
export function GoneNotice({ gone, logoutsPending }: GoneNoticeProps) {
  const { connections: copy } = useLaterCopy();
  if (gone === null) return logoutsPending ? <Notice kind="care" text={copy.logoutsPending} /> : null;
  if (gone.remoteLogout === null) return <Notice kind="worked" text={copy.goneBefore(gone.name)} />;
  const confirmed = gone.remoteLogout === 'confirmed' || logoutsPending === 0;
  return confirmed ? (
    <Notice kind="worked" text={copy.gone(gone.name)} />
  ) : (
    <Notice kind="care" text={copy.gonePending(gone.name)} />
  );
}
