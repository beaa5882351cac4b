import type { BrowserSession } from '@botize/contract';

/** Where staff begin: on the page of whom the host sent them to, else on the list. */
export const supportHome = ({ subjectId }: Pick<BrowserSession, 'subjectId'>): string =>
  subjectId ? `/support/users/${encodeURIComponent(subjectId)}` : '/support';
