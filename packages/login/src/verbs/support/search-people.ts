import type { SearchKind, SupportList, SupportRow, SupportSearch } from '@botize/contract';
import type { RowQuery, StaffRow } from '../../ports/support.ts';
import { cursorOf, labelCursorOf, labelPlaceIn, placeIn } from './cursor.ts';
import { staffChain, type Staff, type SupportDeps } from './deps.ts';
import { countsOf, everybody } from './filters.ts';
import { rowsWith } from './rows-with.ts';
import { showNothing, showRow } from './show-row.ts';
import { isUserId, type Meaning, meaningsOf } from './understand.ts';

const pageSize = 50;
/** Each of them may have several rows. */
const peopleAPage = 10;
const lookAgainMs = 600_000;

interface Found {
  kind: SearchKind;
  q: string;
  items: SupportRow[];
  nextCursor: string | null;
}

/**
 * Finds people by whatever a text may mean, or lists everybody by the filters. Only what was searched by is written
 * down, never the text; a number leaves as its keyed hash.
 */
export async function searchPeople(deps: SupportDeps, staff: Staff, search: SupportSearch): Promise<SupportList> {
  const found = await find(deps, search);
  await note(deps, staff, found);
  return { ...found, counts: countsOf(await deps.support.counts()) };
}

async function find(deps: SupportDeps, search: SupportSearch): Promise<Found> {
  const q = search.q ?? '';
  const meanings = meaningsOf(q);
  const [first] = meanings;
  if (first === undefined) {
    const page = await rowsOf(deps, everybody(search, deps.clock.now()), search.cursor);
    return { kind: 'everybody', q: '', ...page };
  }
  for (const meaning of meanings) {
    const found = await findBy(deps, meaning, search);
    if (found.items.length > 0) return found;
  }
  // Of something that isn't found a number is hidden all the same.
  return findBy(deps, meanings.find(({ kind }) => kind === 'phone') ?? first, search);
}

async function findBy(deps: SupportDeps, meaning: Meaning, { q = '', cursor }: SupportSearch): Promise<Found> {
  switch (meaning.kind) {
    case 'label':
      return { kind: 'label', q: q.trim(), ...(await calledLike(deps, meaning.value, cursor)) };
    case 'phone':
      return byNumber(deps, meaning, cursor);
    default: {
      const page = await rowsOf(deps, rowsWith(meaning), cursor);
      const unseen = meaning.kind === 'user' && page.items.length === 0 ? await known(deps, meaning.value) : [];
      return { kind: meaning.kind, q: q.trim(), ...page, items: [...page.items, ...unseen] };
    }
  }
}

type Numbers = Extract<Meaning, { kind: 'phone' }>;

/** A number without its country may be somebody's in several; an address holds so many of them. */
const numbersAtMost = 5;

async function byNumber(deps: SupportDeps, meaning: Numbers, cursor: string | undefined): Promise<Found> {
  const asked =
    'hashes' in meaning ? meaning.hashes : meaning.numbers.map((one) => deps.vault.fingerprint('phone', one));
  const met = asked.length > 1 ? await somebodys(deps, asked) : asked;
  // Of numbers that nobody has the first stands for the search: it is one, and hidden.
  const hashes = (met.length > 0 ? met : asked).slice(0, met.length > 0 ? numbersAtMost : 1);
  return {
    kind: 'phone',
    q: `phone:${hashes.join(',')}`,
    ...(await rowsOf(deps, rowsWith({ kind: 'phone', hashes }), cursor)),
  };
}

/** Those of the hashes under which there is anybody. */
async function somebodys({ support }: SupportDeps, hashes: string[]): Promise<string[]> {
  const met: string[] = [];
  for (const hash of hashes) {
    const rows = await support.rows({ ...rowsWith({ kind: 'phone', hashes: [hash] }), after: null, limit: 1 });
    if (rows.length > 0) met.push(hash);
  }
  return met;
}

type Ranges = Pick<RowQuery, 'attempts' | 'refused' | 'connections' | 'from'>;

async function rowsOf({ support, clock }: SupportDeps, ranges: Ranges, cursor: string | undefined) {
  const rows = await support.rows({ ...ranges, after: placeIn(cursor), limit: pageSize });
  const last = rows.length < pageSize ? undefined : rows.at(-1);
  const items = withoutTwice(rows).map((row) => showRow(row, clock.now()));
  return { items, nextCursor: last === undefined ? null : cursorOf(last) };
}

/** A sign-in that led to a connection is told by the connection, which has the same reference. */
function withoutTwice(rows: StaffRow[]): StaffRow[] {
  const told = new Set(rows.flatMap((row) => (row.kind === 'connection' ? [row.connection.reference] : [])));
  return rows.filter((row) => row.kind !== 'attempt' || !told.has(row.attempt.reference));
}

async function known({ support, clock }: SupportDeps, userId: string): Promise<SupportRow[]> {
  if (!isUserId(userId) || !(await support.isKnown(userId))) return [];
  const person = (await support.person(userId)) ?? { userId, label: null, firstSeenAt: null };
  return [await showLast({ support, clock }, person)];
}

type Somebody = Parameters<typeof showNothing>[0];

/** Of somebody who stands nowhere now: how their last sign-in ended, if that is still known. */
async function showLast({ support, clock }: Pick<SupportDeps, 'support' | 'clock'>, person: Somebody) {
  const [attempt] = await support.attemptsOf(person.userId);
  if (attempt === undefined) return showNothing(person, clock.now());
  const { userId, label } = person;
  return showRow(
    { kind: 'attempt', since: attempt.since, rank: 0, id: attempt.id, userId, label, attempt },
    clock.now(),
  );
}

/** A page of people, each with all that is theirs. */
async function calledLike({ support, clock }: SupportDeps, beginning: string, cursor: string | undefined) {
  const people = await support.peopleCalled(beginning, labelPlaceIn(cursor), peopleAPage);
  const items: SupportRow[] = [];
  for (const person of people) {
    const ranges = rowsWith({ kind: 'user', value: person.userId });
    const rows = await support.rows({ ...ranges, after: null, limit: peopleAPage });
    const shown = withoutTwice(rows).map((row) => showRow(row, clock.now()));
    items.push(...(shown.length > 0 ? shown : [await showLast({ support, clock }, person)]));
  }
  const last = people.length < peopleAPage ? undefined : people.at(-1);
  return { items, nextCursor: last === undefined ? null : labelCursorOf(last) };
}

/** A page that stays open and asks again, and a next page, are the same search. */
async function note({ support, vault, clock }: SupportDeps, staff: Staff, { kind, q }: Found): Promise<void> {
  const at = clock.now();
  const actor = { kind: 'support' as const, id: staff.id };
  const entry = { userId: staffChain(staff), at, actor, action: 'staff.searched' as const, detail: { kind } };
  const about = `search:${kind}:${vault.fingerprint('search', q)}`;
  await support.noteLook({ staffId: staff.id, about, at, entries: [entry] }, at - lookAgainMs);
}
