import { beginTurn, type Turn, type TurnStart } from './turn.ts';

/** Runs one turn and gives back, whatever happens, the leases it took on the way. */
export async function inTurn<T>(start: TurnStart, work: (turn: Turn) => Promise<T>): Promise<T> {
  const turn = await beginTurn(start);
  try {
    return await work(turn);
  } finally {
    for (const held of turn.alsoHeld.splice(0)) await held.release();
  }
}
