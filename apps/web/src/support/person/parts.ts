import type { SupportPerson } from '@botize/contract';
import type { Zone } from '../use-zone.ts';

/** What each card of the page is made of. */
export interface CardProps {
  person: SupportPerson;
  zone: Zone;
}
