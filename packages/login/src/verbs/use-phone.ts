import { apply } from './perform.ts';
import type { Turn } from './turn.ts';

/** Back to the number: another one, or a new code. */
export const usePhone = (turn: Turn): Promise<void> => apply(turn, { type: 'phone_wanted' });
