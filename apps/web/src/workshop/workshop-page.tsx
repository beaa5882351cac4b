import { locales } from '@botize/contract';
import { useEffect, useLayoutEffect } from 'react';
import { usePathname, useSearch } from 'wouter/use-browser-location';
import { useLocale } from '../copy/copy-context.tsx';
import { NotFoundPage } from '../pages/failure-page.tsx';
import { SessionContext } from '../session/session-context.tsx';
import { PlainHeader } from '../session/plain-header.tsx';
import { Link } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { entries } from './entries.ts';
import { somebody, type WorkshopEntry } from './entry.ts';
import { whenDrawn } from './hands.ts';
import { pretend } from './pretend-server.ts';
import './workshop.css';

const meta = { network: 'workshop', simulated: true, devSignIn: true, consentVersion: 'workshop', phonePage: null };
const nothing = {};
const ignore = () => {};

/** Every state of every page with made-up data: a list of them, or one at `/workshop/<id>?theme=dark&locale=es`. */
export function WorkshopPage() {
  const id = usePathname().split('/')[2] ?? '';
  useAskedLook();
  if (id === '') return <List />;
  const entry = entries.find((each) => each.id === id);
  return entry === undefined ? <NotFoundPage /> : <Shown key={id} entry={entry} />;
}

/** Theme and language of the address. */
function useAskedLook() {
  const asked = new URLSearchParams(useSearch());
  const theme = asked.get('theme');
  const locale = locales.find((each) => each === asked.get('locale'));
  const { locale: now, setLocale } = useLocale();
  useLayoutEffect(() => {
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    if (locale !== undefined && locale !== now) setLocale(locale, false);
  }, [locale, now, setLocale]);
}

function Shown({ entry }: { entry: WorkshopEntry }) {
  const { render, answers = nothing, session = somebody, hands, waits } = entry;
  // Before the effects of what is inside, in which it asks.
  useLayoutEffect(() => {
    pretend(answers);
    return () => pretend(null);
  }, [answers]);
  useEffect(() => {
    if (hands === undefined) return;
    return whenDrawn('main form, main .button-ends', hands);
  }, [hands]);
  const state = session === null ? ({ kind: 'none' } as const) : ({ kind: 'signed_in', session } as const);
  return (
    <SessionContext value={{ meta, state, setSession: ignore }}>
      <div data-workshop={entry.id} data-waits={waits}>
        {render()}
      </div>
    </SessionContext>
  );
}

function List() {
  const rooms = [...new Set(entries.map(({ room }) => room))];
  return (
    <Page header={<PlainHeader />}>
      <main id="content" className="container workshop">
        <h1>Workshop</h1>
        {rooms.map((room) => (
          <section key={room}>
            <h2>{room}</h2>
            <ul>
              {entries
                .filter((entry) => entry.room === room)
                .map(({ id, waits }) => (
                  <li key={id}>
                    <Link href={`/workshop/${id}`} data-entry={id} data-waits={waits}>
                      {id}
                    </Link>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </main>
    </Page>
  );
}
