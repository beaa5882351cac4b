import type { Connection, LoginAttempt } from '@botize/contract';
import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { navigate, useSearch } from 'wouter/use-browser-location';
import { cancelAttempt } from '../api/endpoints.ts';
import { FailureNotice } from '../connect/failure-notice.tsx';
import { forgetFinished } from '../connect/finished-attempt.ts';
import { useCopy, useLaterCopy } from '../copy/copy-context.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';
import { Page, usePageTitle } from '../ui/page.tsx';
import { ActivityCard } from './activity-card.tsx';
import { AppHeader } from './app-header.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { type Gone, GoneNotice } from './gone-notice.tsx';
import { Leaving, LeftPage } from './leaving.tsx';
import { UnfinishedCard } from './unfinished-card.tsx';
import { useConnections } from './use-connections.ts';
import { WasThatYou } from './was-that-you.tsx';
import './connections.css';

/** What needs the person comes first. */
const urgency: Record<Connection['status'], number> = { needs_reconnect: 0, suspended: 1, connected: 2 };

export function ConnectionsPage() {
  const [left, setLeft] = useState<{ pending: boolean } | null>(null);
  if (left !== null) return <LeftPage pending={left.pending} />;
  return <Connections onErased={(pending) => setLeft({ pending })} />;
}

function Connections({ onErased }: { onErased: (pending: boolean) => void }) {
  const { connections: copy } = useLaterCopy();
  const list = useConnections();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [gone, setGone] = useState<Gone | null>(null);
  const [leaving, setLeaving] = useAskedDisconnect(list.items);
  usePageTitle(copy.title);
  useEffect(forgetFinished, []);

  const items = list.items?.toSorted((a, b) => urgency[a.status] - urgency[b.status]);
  const needy = items?.filter((each) => each.status !== 'connected').length ?? 0;
  const chosen = items?.find((each) => each.id === chosenId) ?? items?.[0] ?? null;
  const cancel = (attempt: LoginAttempt) => void cancelAttempt(attempt.id).then(list.reload, list.reload);

  return (
    <Page header={<AppHeader />} reference={list.failure?.requestId ?? chosen?.reference ?? null}>
      <main id="content" className="container connections">
        <div className="connections-top">
          <div>
            <h1>{copy.title}</h1>
            <p className="lead">
              {needy > 0 ? copy.needYou(needy) : ''}
              {copy.lead}
            </p>
          </div>
          <Link className={buttonClass('main')} href="/connect">
            <Plus /> {copy.connect}
          </Link>
        </div>
        <div className="connections-columns">
          <div className="connections-list">
            <FailureNotice failure={list.failure} />
            <div role="status">
              <GoneNotice gone={gone} logoutsPending={list.logoutsPending} />
            </div>
            {list.unfinished ? <UnfinishedCard attempt={list.unfinished} onCancel={cancel} /> : null}
            {items === undefined && list.failure === null ? <Skeleton /> : null}
            {items?.length === 0 && !list.unfinished ? <p>{copy.empty}</p> : null}
            {items?.map((connection) => (
              <ConnectionCard
                key={connection.id}
                connection={connection}
                chosen={connection === chosen}
                onChoose={() => setChosenId(connection.id)}
                onChange={list.replace}
                onDisconnect={() => setLeaving(connection)}
              />
            ))}
          </div>
          {items === undefined ? null : (
            <aside className="connections-beside">
              <ActivityCard key={chosen?.id ?? 'all'} chosen={chosen} connections={items} />
              {chosen ? <WasThatYou connection={chosen} /> : null}
            </aside>
          )}
        </div>
        {items === undefined ? null : <Leaving onErased={onErased} />}
      </main>
      {leaving ? (
        <DisconnectDialog
          connection={leaving}
          onClose={() => setLeaving(null)}
          onGone={(remoteLogout) => {
            list.remove(leaving.id);
            setGone({ name: leaving.account.name, remoteLogout });
            setLeaving(null);
          }}
        />
      ) : null}
    </Page>
  );
}

/** The connection whose disconnect is asked about: by its button, or by the address that led here. */
function useAskedDisconnect(items: Connection[] | null) {
  const asked = new URLSearchParams(useSearch()).get('disconnect');
  const state = useState<Connection | null>(null);
  const [, setLeaving] = state;
  useEffect(() => {
    const connection = items?.find((each) => each.id === asked);
    if (!connection) return;
    setLeaving(connection);
    navigate('/connections', { replace: true });
  }, [asked, items, setLeaving]);
  return state;
}

function Skeleton() {
  const { shell } = useCopy();
  return (
    <div className="card card-body skeleton" role="status" aria-label={shell.loading}>
      <i />
      <i />
      <i />
    </div>
  );
}
