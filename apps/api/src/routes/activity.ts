import type { ActivityEntry } from '@botize/contract';
import { ActivityList, CheckOutcome, isActivityAction } from '@botize/contract';
import type { AuditEntry } from '@botize/login';
import type { App } from '../app-types.ts';
import { actorOf } from '../http/context.ts';
import type { Verbs } from '../verbs.ts';

/** Who it was stays between the actor and the audit; of staff the user learns that they looked, and why they did more. */
const toActivity = ({ at, action, actor, connectionId, detail }: AuditEntry): ActivityEntry[] => {
  if (!isActivityAction(action)) return [];
  const outcome = CheckOutcome.safeParse(detail?.['outcome'] ?? detail?.['reason']);
  const what = { action, connectionId: connectionId ?? null, outcome: outcome.success ? outcome.data : null };
  const why = actor.kind === 'support' && typeof detail?.['why'] === 'string' ? { why: detail['why'] } : {};
  return [{ at: new Date(at).toISOString(), actor: actor.kind, ...what, ...why }];
};

/** The steps of a sign-in, each of which the page has told already, are left out. */
export const toActivityList = (entries: readonly AuditEntry[]): ActivityList => ({
  items: entries.flatMap(toActivity),
  nextCursor: null,
});

export const activityRoutes = (app: App, verbs: Verbs) => {
  app.get('/api/activity', { schema: { response: { 200: ActivityList } } }, async (request) =>
    toActivityList(await verbs.userActivity(actorOf(request))),
  );
};
