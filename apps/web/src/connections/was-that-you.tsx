import type { Connection } from '@botize/contract';
import { useLaterCopy } from '../copy/copy-context.tsx';
import { useMoment } from '../copy/use-moment.ts';
import { Rich } from '../ui/rich.tsx';

/** What Telegram tells about the login, how to confirm it there, and how to end it. */
export function WasThatYou({ connection }: { connection: Connection }) {
  const { time } = useLaterCopy();
  const { wasThatYou: copy } = useLaterCopy();
  const moment = useMoment();
  const { account, connectedAt } = connection;
  return (
    <section className="card was-that-you" aria-label={copy.title}>
      <h2>{copy.title}</h2>
      <p className="small quiet-text">
        <Rich text={copy.since(account.name, time.stamp(moment(connectedAt)))} />
      </p>
      <ul>
        {copy.points.map((point) => (
          <li key={point}>
            <Rich text={point} />
          </li>
        ))}
      </ul>
    </section>
  );
}
