import type {
  ClearLimit,
  RepairLinkSent,
  SendRepairLink,
  StaffLookList,
  SupportConnection,
  SupportList,
  SupportOverview,
  SupportPerson,
  SupportSearch,
  WithReason,
} from '@botize/contract';
import type { Staff, SupportDeps } from '@botize/login';
import * as verbs from '@botize/login';
import type * as z from 'zod/mini';

/** What staff may ask for. Each throws a `Refusal`; none answers with anything secret. */
export interface SupportVerbs {
  searchPeople(staff: Staff, search: SupportSearch): Promise<SupportList>;
  seePerson(staff: Staff, userId: string): Promise<SupportPerson>;
  askCheck(staff: Staff, connectionId: string, input: WithReason): Promise<SupportConnection>;
  sendRepairLink(staff: Staff, userId: string, input: z.infer<typeof SendRepairLink>): Promise<RepairLinkSent>;
  endAttempt(staff: Staff, attemptId: string, input: WithReason): Promise<{ reference: string }>;
  clearLimit(staff: Staff, userId: string, input: ClearLimit): Promise<void>;
  staffLooks(staff: Staff, cursor: string | undefined): Promise<StaffLookList>;
  overview(): Promise<SupportOverview>;
  /** A number each time that what is shown may have changed. */
  watchList(signal: AbortSignal): AsyncIterable<number>;
  watchPerson(userId: string, signal: AbortSignal): Promise<AsyncIterable<number>>;
}

export const bindSupportVerbs = (deps: SupportDeps): SupportVerbs => ({
  searchPeople: (staff, search) => verbs.searchPeople(deps, staff, search),
  seePerson: (staff, userId) => verbs.seePerson(deps, staff, userId),
  askCheck: (staff, connectionId, input) => verbs.askCheck(deps, staff, connectionId, input),
  sendRepairLink: (staff, userId, input) => verbs.sendRepairLink(deps, staff, userId, input),
  endAttempt: (staff, attemptId, input) => verbs.endAttempt(deps, staff, attemptId, input),
  clearLimit: (staff, userId, input) => verbs.clearLimit(deps, staff, userId, input),
  staffLooks: (staff, cursor) => verbs.staffLooks(deps, staff, cursor),
  overview: () => verbs.overview(deps),
  ...verbs.createSupportWatch(deps.support),
});
