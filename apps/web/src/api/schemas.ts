/** The schemas of the sign-in; fetched while somebody looks at the first page. */
export { LoginAttempt, Problem } from '@botize/contract';
