import { CheckOutcome, isMessageCode, isTerminal, type Step, SupportStep, TimelineAction } from '@botize/contract';
import type { TimelineEntry } from '@botize/contract';
import { timestamp } from '../../machine/to-public.ts';
import type { StaffAttempt, StaffConnection, StaffEvent } from '../../ports/support.ts';
import type { AuditEntry, Millis } from '../../ports/vault.ts';

interface Told {
  /** Newest first, both. */
  audit: AuditEntry[];
  events: StaffEvent[];
  attempts: StaffAttempt[];
  connections: StaffConnection[];
}

const blank = {
  staffId: null,
  reference: null,
  connectionId: null,
  step: null,
  code: null,
  retryAt: null,
  delivery: null,
  triesLeft: null,
  outcome: null,
  why: null,
};

type Timed = TimelineEntry & { millis: Millis };

const timeOrNull = (at: unknown): string | null => (typeof at === 'number' ? timestamp(at) : null);

function detailsOf({ detail = {}, action }: AuditEntry) {
  const { code, retryAt, outcome, reason, why, step } = detail;
  const found = CheckOutcome.safeParse(outcome ?? reason);
  const at = SupportStep.safeParse(action === 'attempt.refused' ? 'credentials' : step);
  return {
    code: typeof code === 'string' && isMessageCode(code) ? code : null,
    retryAt: timeOrNull(retryAt),
    outcome: found.success ? found.data : null,
    why: typeof why === 'string' ? why : null,
    step: at.success ? at.data : null,
  };
}

/** The single commands of a sign-in are told by its events, as long as those are kept. */
function actionOf({ action, attemptId, detail }: AuditEntry, hasEvents: (attemptId: string) => boolean) {
  const known = TimelineAction.safeParse(action);
  if (known.success) return known.data;
  const step = SupportStep.safeParse(detail?.['step']);
  const isStep = action.startsWith('attempt.') && step.success && step.data !== 'credentials';
  if (!isStep || isTerminal(step.data as Step) || hasEvents(attemptId ?? '')) return null;
  return 'attempt.step' as const;
}

function ofAudit({ audit, events, attempts, connections }: Told): Timed[] {
  const references = new Map([...attempts, ...connections].map(({ id, reference }) => [id, reference]));
  const withEvents = new Set(events.map(({ attemptId }) => attemptId));
  return audit.flatMap((entry) => {
    const { at, actor, attemptId = '', connectionId = null } = entry;
    const action = actionOf(entry, (id) => withEvents.has(id));
    if (action === null) return [];
    return [
      {
        ...blank,
        ...detailsOf(entry),
        millis: at,
        at: timestamp(at),
        action,
        actor: actor.kind,
        staffId: actor.kind === 'support' ? actor.id : null,
        reference: references.get(attemptId) ?? references.get(connectionId ?? '') ?? null,
        connectionId,
      },
    ];
  });
}

/** What only takes an issue off the page is no news, and neither is the first page, nor an end that the audit tells. */
function isNews(event: StaffEvent, before: StaffEvent | undefined): boolean {
  if (isTerminal(event.step)) return false;
  if (event.code !== null) return true;
  if (before === undefined) return event.step !== 'phone';
  return before.step !== event.step || before.delivery !== event.delivery || before.resendAt !== event.resendAt;
}

function ofEvents({ events }: Told): Timed[] {
  return events.flatMap((event, index) => {
    const before = events.slice(index + 1).find(({ attemptId }) => attemptId === event.attemptId);
    if (!isNews(event, before)) return [];
    const { at, reference, step, code, retryAt, delivery, triesLeft } = event;
    const told = { reference, step, code, retryAt: timeOrNull(retryAt), delivery, triesLeft };
    return [
      { ...blank, ...told, millis: at, at: timestamp(at), action: 'attempt.step' as const, actor: 'user' as const },
    ];
  });
}

/** Everything that happened to one user, newest first. */
export function timelineOf(told: Told): TimelineEntry[] {
  const all = [...ofEvents(told), ...ofAudit(told)];
  return all.toSorted((a, b) => b.millis - a.millis).map(({ millis: _, ...entry }) => entry);
}
