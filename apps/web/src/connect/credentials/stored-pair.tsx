import type { Connection } from '@botize/contract';
import { useCopy } from '../../copy/copy-context.tsx';

/** What is taken from the connection; nothing of it is shown but the masked number. */
export function StoredPair({ connection }: { connection: Connection }) {
  const { credentials: copy } = useCopy();
  return (
    <dl className="facts">
      <dt>{copy.storedPair}</dt>
      <dd>{copy.storedPairValue}</dd>
      <dt>{copy.storedNumber}</dt>
      <dd>
        <bdi>{connection.account.phoneMasked}</bdi>
      </dd>
    </dl>
  );
}
