import type { Locale, MessageCode } from '@botize/contract';

/** Whoever has been here or was sent a link. `label_key` is the label as it is searched. `refused_*`: the newest start that came to nothing. */
export interface PersonRow {
  user_id: string;
  label: string | null;
  label_key: string | null;
  locale: Locale | null;
  time_zone: string | null;
  first_seen_at: number | null;
  last_seen_at: number | null;
  refused_code: MessageCode | null;
  refused_at: number | null;
  refused_retry_at: number | null;
  refused_request_id: string | null;
}

/** What happened in an hour (epoch milliseconds divided by those of an hour), for the overview. */
export interface TallyRow {
  hour: number;
  kind: 'started' | 'refused' | 'reached' | 'error';
  name: string;
  n: number;
}

/** How many there are now; triggers keep it, so that nobody has to count. */
export interface CountRow {
  kind: 'status' | 'reason' | 'standing' | 'step' | 'refused';
  name: string;
  n: number;
}

/** What a member of staff has looked at or searched for lately, so that an open page isn't a hundred looks. */
export interface LookRow {
  staff_id: string;
  about: string;
  at: number;
}

export interface SupportTables {
  people: PersonRow;
  tallies: TallyRow;
  counts: CountRow;
  /** One row, which grows with each change of what staff see in a list. */
  pulse: { name: string; n: number };
  looks: LookRow;
}
