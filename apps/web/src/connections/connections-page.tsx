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
import { Notice } from '../ui/notice.tsx';
import { Page, usePageTitle } from '../ui/page.tsx';
import { AppHeader } from './app-header.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { UnfinishedCard } from './unfinished-card.tsx';
import { useConnections } from './use-connections.ts';
import './connections.css';

/** What needs the person comes first. */
const urgency: Record<Connection['status'], number> = { needs_reconnect: 0, suspended: 1, connected: 2 };

export function ConnectionsPage() {
  const { connections: copy } = useLaterCopy();
  const list = useConnections();
  const asked = new URLSearchParams(useSearch()).get('disconnect');
  const [leaving, setLeaving] = useState<Connection | null>(null);
  const [gone, setGone] = useState<string | null>(null);
  usePageTitle(copy.title);
  useEffect(forgetFinished, []);

  useEffect(() => {
    const connection = list.items?.find((each) => each.id === asked);
    if (!connection) return;
    setLeaving(connection);
    navigate('/connections', { replace: true });
  }, [asked, list.items]);

  const items = list.items?.toSorted((a, b) => urgency[a.status] - urgency[b.status]);
  const needy = items?.filter((each) => each.status !== 'connected').length ?? 0;
  const cancel = (attempt: LoginAttempt) => void cancelAttempt(attempt.id).then(list.reload, list.reload);

  return (
    <Page header={<AppHeader />} reference={list.failure?.requestId ?? null}>
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
        <div className="connections-list">
          <FailureNotice failure={list.failure} />
          <div role="status">{gone ? <Notice kind="worked" text={gone} /> : null}</div>
          {list.unfinished ? <UnfinishedCard attempt={list.unfinished} onCancel={cancel} /> : null}
          {items === undefined && list.failure === null ? <Skeleton /> : null}
          {items?.length === 0 && !list.unfinished ? <p>{copy.empty}</p> : null}
          {items?.map((connection) => (
            <ConnectionCard
              key={connection.id}
              connection={connection}
              onChange={list.replace}
              onDisconnect={() => setLeaving(connection)}
            />
          ))}
        </div>
      </main>
      {leaving ? (
        <DisconnectDialog
          connection={leaving}
          onClose={() => setLeaving(null)}
          onGone={(sentence) => {
            list.remove(leaving.id);
            setGone(sentence);
            setLeaving(null);
          }}
        />
      ) : null}
    </Page>
  );
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
