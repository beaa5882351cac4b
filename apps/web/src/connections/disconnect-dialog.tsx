import type { Connection, Disconnected } from '@botize/contract';
import { disconnect } from '../api/connections.ts';
import { useLaterCopy } from '../copy/copy-context.tsx';
import { EndingDialog } from './ending-dialog.tsx';

/** How far the log-out at Telegram is; null when the connection was gone before. */
export type RemoteLogout = Disconnected['remoteLogout'] | null;

interface DisconnectDialogProps {
  connection: Connection;
  onClose: () => void;
  onGone: (remoteLogout: RemoteLogout) => void;
}

export function DisconnectDialog({ connection, onClose, onGone }: DisconnectDialogProps) {
  const { connections: copy } = useLaterCopy();
  return (
    <EndingDialog
      title={copy.dialogTitle(connection.account.name)}
      text={copy.dialogText}
      keep={copy.keep}
      end={copy.disconnect}
      busy={copy.disconnecting}
      onClose={onClose}
      onEnd={async () => onGone((await disconnect(connection.id))?.remoteLogout ?? null)}
    />
  );
}
