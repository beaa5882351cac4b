import { Dice, seedOf } from './dice.ts';
import type { Lane } from './lane.ts';
import type { Stage } from './steps.ts';
import { type Person, User } from './user.ts';

let numbers = 0;

/** A user who has just come in, with people of their own, and the dice of their case. */
export async function castFor(lane: Lane, seed: number, name: string): Promise<Stage> {
  numbers += 1;
  const user = await new User(lane, numbers).enter();
  const person = async (more: Partial<Omit<Person, 'phone'>> = {}): Promise<Person> => {
    numbers += 1;
    const made = {
      phone: `+1202${String(numbers).padStart(7, '0')}`,
      dcId: 2,
      password: null,
      scenario: null,
      ...more,
    };
    await user.meet(made);
    return made;
  };
  return { user, dice: new Dice(seedOf(seed, name)), person };
}
