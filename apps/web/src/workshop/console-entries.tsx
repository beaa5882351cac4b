import { nextActionOf, type BrowserSession, type DiagnosisId, type SupportPerson } from '@botize/contract';
import { looks, overviewWith } from '../support/fixtures-numbers.ts';
import { personWith, supportConnection } from '../support/fixtures-person.ts';
import { listOf, rows } from '../support/fixtures.ts';
import { SupportPages } from '../support/support-pages.tsx';
import { idOf, somebody, type WorkshopEntry } from './entry.ts';
import { isUnreachable, neverAnswers, refuses, says, type Answers } from './pretend-server.ts';

const staff: BrowserSession = { ...somebody, user: { id: 'staff', label: 'Ana Ruiz', role: 'support' } };

const page = (name: string, path: string, answers: Answers, session = staff): WorkshopEntry => ({
  id: idOf(`console ${name}`),
  room: 'console',
  answers,
  session,
  render: () => <SupportPages path={path} />,
});

const list = (name: string, answer: Answers[string]) =>
  page(`list ${name}`, '/support', { 'POST /api/support/searches': answer });

const { id } = personWith().user;
const person = (name: string, answer: Answers[string]) =>
  page(`person ${name}`, `/support/users/${id}`, { [`GET /api/support/users/${id}`]: answer });

const diagnosed = (diagnosis: DiagnosisId, change: Partial<SupportPerson> = {}) =>
  says(
    personWith({
      diagnosis: { id: diagnosis, next: nextActionOf[diagnosis], code: null, until: null },
      attempt: null,
      waits: [],
      ...change,
    }),
  );

const well = supportConnection({
  status: 'connected',
  reason: null,
  nextAction: null,
  diagnosis: { id: 'all_well', next: 'nothing', code: null, until: null },
});
const stranger = { ...personWith().user, label: null, locale: null, timeZone: null };

const overview = (name: string, answer: Answers[string]) =>
  page(`overview ${name}`, '/support/overview', { 'GET /api/support/overview': answer });
const seen = (name: string, answer: Answers[string]) =>
  page(`looks ${name}`, '/support/looks', { 'GET /api/support/looks': answer });

/** What staff see. */
export const consoleEntries: WorkshopEntry[] = [
  list('', says(listOf(rows, { nextCursor: 'next' }))),
  list('empty', says(listOf([]))),
  list('loading', neverAnswers),
  list('failed', refuses(503, 'server.storage')),
  list('offline', isUnreachable),
  person('waits', says(personWith())),
  person('well', diagnosed('all_well', { connections: [well], endedAttempts: [] })),
  person('banned', diagnosed('account_banned')),
  person('never tried', diagnosed('never_tried', { user: stranger, connections: [], endedAttempts: [], timeline: [] })),
  person('unknown', refuses(404, 'support.person_not_found')),
  overview('', says(overviewWith())),
  overview('quiet', says(overviewWith({ hours: [], errors: [] }))),
  seen('', says({ ...looks, nextCursor: 'next' })),
  seen('empty', says({ items: [], nextCursor: null })),
  page('forbidden', '/support', {}, somebody),
];
