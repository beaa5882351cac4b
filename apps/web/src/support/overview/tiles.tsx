import type { SupportOverview } from '@botize/contract';
import { Check, Hourglass, Pause, RefreshCw } from 'lucide-react';
import { Link } from '../../ui/link.tsx';
import { addressOf } from '../list/list-address.ts';
import { useSupportCopy } from '../support-copy.tsx';
import { useNumber } from '../use-number.ts';

/** How it stands now; each number leads to those it counts. */
export function Tiles({ overview: { connections, openAttempts } }: { overview: SupportOverview }) {
  const { overview: copy, common } = useSupportCopy();
  const number = useNumber();
  const open = Object.values(openAttempts).reduce((all, each) => all + each, 0);
  const tiles = [
    { view: 'trying', name: copy.open, count: open, Icon: Hourglass },
    { view: 'connected', name: common.status.connected, count: connections.connected, Icon: Check },
    {
      view: 'needs_reconnect',
      name: common.status.needs_reconnect,
      count: connections.needs_reconnect,
      Icon: RefreshCw,
    },
    { view: 'suspended', name: common.status.suspended, count: connections.suspended, Icon: Pause },
  ] as const;
  return (
    <ul className="tiles">
      {tiles.map(({ view, name, count, Icon }) => (
        <li key={view} className={`card tile tile-${view}`}>
          <Link href={addressOf({ view })}>
            <span className="tile-name">
              <Icon /> {name}
            </span>
            <b>{number(count)}</b>
          </Link>
        </li>
      ))}
    </ul>
  );
}
