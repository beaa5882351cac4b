import type { SupportPerson } from '@botize/contract';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { FailureNotice } from '../../connect/failure-notice.tsx';
import { useCopy } from '../../copy/copy-context.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Page, usePageTitle } from '../../ui/page.tsx';
import { Rich } from '../../ui/rich.tsx';
import { useSupportCopy } from '../support-copy.tsx';
import { SupportHeader } from '../support-header.tsx';
import { useZone, type Zone } from '../use-zone.ts';
import { AnswerCard } from './answer-card.tsx';
import { ConnectionsCard } from './connections-card.tsx';
import { DiagnosisCard } from './diagnosis-card.tsx';
import { DiagnosticCard } from './diagnostic-card.tsx';
import { EndedCard } from './ended-card.tsx';
import { firstName, mainReference } from './names.ts';
import { NowCard } from './now-card.tsx';
import { Timeline } from './timeline.tsx';
import { UnseenCard } from './unseen-card.tsx';
import { usePerson } from './use-person.ts';
import { WaitsCard } from './waits-card.tsx';
import './person.css';

/** Why one user is stuck, what to do about it, and what to tell them. */
export function PersonPage({ userId }: { userId: string }) {
  const { shell } = useCopy();
  const { person: copy } = useSupportCopy();
  const { person, failure, reload } = usePerson(userId);
  const zone = useZone(person?.user.timeZone ?? null);
  usePageTitle(person?.user.label ?? userId);
  useWayBack();

  return (
    <Page
      header={<SupportHeader current="support" below />}
      reference={failure?.requestId ?? (person === null ? null : mainReference(person))}
    >
      <main id="content" className="container support-person">
        <Link className={`${buttonClass('quiet', true)} support-back`} href="/support">
          <ArrowLeft className="mirrored" /> {copy.back}
        </Link>
        {person === null ? (
          <h1 className={failure === null ? 'unseen' : 'person-unknown'}>
            <bdi>{userId}</bdi>
          </h1>
        ) : null}
        <FailureNotice failure={failure} />
        {person === null && failure === null ? (
          <div className="card card-body skeleton" role="status" aria-label={shell.loading}>
            <i />
            <i />
            <i />
            <i />
          </div>
        ) : null}
        {person === null ? null : <Person person={person} zone={zone} reload={reload} />}
      </main>
    </Page>
  );
}

interface PersonProps {
  person: SupportPerson;
  zone: Zone;
  reload: () => Promise<void>;
}

function Person({ person, zone, reload }: PersonProps) {
  const { person: copy } = useSupportCopy();
  const { user } = person;
  const now = zone.moment(person.lookedAt).clock;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <div className="person-top">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            <bdi>{user.label ?? user.id}</bdi>
          </h1>
          <p className="quiet-text">
            <bdi className="mono">{user.id}</bdi>
            {user.locale === null ? null : ` · ${copy.languages[user.locale]}`}
            {` · ${zone.known ? copy.localTime(now, zone.place) : copy.yourTime(zone.place)}`}
          </p>
        </div>
        <p className="small quiet-text">
          <Rich text={copy.recorded(now, firstName(user.label))} />
        </p>
      </div>
      <div className="person-columns">
        <div className="person-main">
          <DiagnosisCard person={person} zone={zone} reload={reload} />
          <AnswerCard person={person} zone={zone} />
          <Timeline person={person} zone={zone} />
          <ConnectionsCard person={person} zone={zone} />
          <EndedCard person={person} zone={zone} />
        </div>
        <aside className="person-beside">
          <NowCard person={person} zone={zone} />
          <WaitsCard person={person} zone={zone} />
          <UnseenCard />
          <DiagnosticCard person={person} />
        </aside>
      </div>
    </>
  );
}

/** Escape leads back to the list, unless it closes something first. */
function useWayBack() {
  useEffect(() => {
    const back = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) navigate('/support');
    };
    document.addEventListener('keydown', back);
    return () => document.removeEventListener('keydown', back);
  }, []);
}
