import type { ActivityEntry, Connection, LoginAttempt } from '@botize/contract';
import { attemptWith, codeState, connections, connectionWith } from '../connect/fixtures.ts';
import { ConnectionsPage } from '../connections/connections-page.tsx';
import { GoneNotice, type Gone } from '../connections/gone-notice.tsx';
import { LeftPage } from '../connections/leaving.tsx';
import { idOf, type WorkshopEntry } from './entry.ts';
import { ConnectionsFrame } from './frame.tsx';
import { isUnreachable, neverAnswers, refuses, says, type Answers } from './pretend-server.ts';

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

const happened = (
  hours: number,
  action: ActivityEntry['action'],
  actor: ActivityEntry['actor'],
  outcome: ActivityEntry['outcome'] = null,
): ActivityEntry => ({ at: ago(hours), action, actor, connectionId: connectionWith().id, outcome });

const activity = [
  happened(0.1, 'connection.checked', 'user', 'ok'),
  happened(3, 'connection.checked', 'system', 'ok'),
  happened(30, 'support.looked', 'support'),
  happened(50, 'connection.connected', 'user'),
];

interface Shown {
  items: Connection[];
  open?: LoginAttempt;
  activity?: Answers[string];
  logoutsPending?: number;
}

const server = ({
  items,
  open,
  activity: told = says({ items: activity, nextCursor: null }),
  logoutsPending,
}: Shown): Answers => ({
  'GET /api/connections': says({
    items,
    nextCursor: null,
    ...(logoutsPending === undefined ? {} : { logoutsPending }),
  }),
  'GET /api/attempts/current': open === undefined ? refuses(404, 'attempt.none') : says(open),
  'GET /api/activity': told,
  ...Object.fromEntries(items.map(({ id }) => [`GET /api/connections/${id}/activity`, told])),
});

/** However the list is answered, no sign-in is open. */
const listAnswer = (answer: Answers[string]): Answers => ({ ...server({ items: [] }), 'GET /api/connections': answer });

const page = (name: string, answers: Answers): WorkshopEntry => ({
  id: idOf(`connections ${name}`),
  room: 'connections',
  answers,
  render: () => <ConnectionsPage />,
});

const one = [connectionWith()];
const press = (end: boolean) => () => {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('main .button-ends')];
  (end ? buttons.at(-1) : buttons[0])?.click();
};

const notice = (name: string, gone: Gone | null, logoutsPending: number | null): WorkshopEntry => ({
  id: idOf(`connections ${name}`),
  room: 'connections',
  render: () => (
    <ConnectionsFrame title={name}>
      <GoneNotice gone={gone} logoutsPending={logoutsPending} />
    </ConnectionsFrame>
  ),
});

const left = (name: string, pending: boolean): WorkshopEntry => ({
  id: idOf(name),
  room: 'connections',
  session: null,
  render: () => <LeftPage pending={pending} />,
});

export const connectionsEntries: WorkshopEntry[] = [
  page('', server({ items: connections })),
  page('empty', server({ items: [], activity: says({ items: [], nextCursor: null }) })),
  page('unfinished', server({ items: one, open: attemptWith(codeState({ type: 'app', length: 5 })) })),
  page('nothing happened', server({ items: one, activity: says({ items: [], nextCursor: null }) })),
  page('activity loading', server({ items: one, activity: neverAnswers })),
  page('activity failed', server({ items: one, activity: refuses(500, 'server.internal') })),
  page('log-outs pending', server({ items: one, logoutsPending: 2 })),
  { ...page('loading', listAnswer(neverAnswers)), waits: true },
  page('failed', listAnswer(refuses(500, 'server.internal'))),
  {
    ...page('offline', { 'GET /api/connections': isUnreachable, 'GET /api/attempts/current': isUnreachable }),
    waits: true,
  },
  { ...page('disconnect', server({ items: one })), hands: press(false) },
  { ...page('leave', server({ items: one })), hands: press(true) },
  notice('gone', { name: 'Tienda Norte', remoteLogout: 'confirmed' }, null),
  notice('gone, pending', { name: 'Tienda Norte', remoteLogout: 'pending' }, 1),
  notice('gone before', { name: 'Tienda Norte', remoteLogout: null }, null),
  left('left', false),
  left('left, pending', true),
];
