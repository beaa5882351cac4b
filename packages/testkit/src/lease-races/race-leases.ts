import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyring, openVault } from '@botize/vault';
import { aConnection, aSecret } from '../vault-records.ts';
import type { Report } from './messages.ts';
import { startRacer, type Racer } from './racers.ts';

export interface RaceOptions {
  races: number;
  processes: number;
  /** Connections that are raced for at the same time. */
  lanes: number;
  /** Called as each race begins. */
  onRace?: (race: number) => void;
}

export interface RaceOutcome {
  races: number;
  /** By number of holders that one race made: only 1 is right where nobody held it before, only 0 where somebody did. */
  winners: Record<number, number>;
  /** Races in which the holder of the race before had not given back. */
  stillHeld: number;
  wrong: string[];
}

const layOut = async (folder: string, lanes: string[]) => {
  const keysFile = join(folder, 'keys.json');
  const databaseFile = join(folder, 'connect.db');
  const vault = await openVault({ databaseFile, keyring: createKeyring(keysFile) });
  for (const [index, id] of lanes.entries()) {
    const userId = `u${index}`;
    await vault.commit(null, [{ type: 'connection.put', record: aConnection({ id, userId }), secret: aSecret() }]);
    const now = Date.now();
    const completion = {
      userId,
      connectionId: id,
      outcome: 'created' as const,
      createdAt: now,
      expiresAt: now + 60_000,
    };
    await vault.host.addCompletion(completion, id);
    await vault.host.redeem(id, { userId, now, actor: { kind: 'host', id: 'races' } });
  }
  await vault.close();
  return [databaseFile, keysFile];
};

type Won = Extract<Report, { result: 'won' }>;

/** One race after the other for one connection. Every fourth winner keeps the lease through the next race. */
const runLane = async (racers: Racer[], lane: string, next: () => number | null, outcome: RaceOutcome) => {
  let holder: { racer: Racer; won: Won } | null = null;
  let highest = 0;
  for (let race = next(); race !== null; race = next()) {
    const reports = await Promise.all(racers.map((racer) => racer.ask({ do: 'race', lane })));
    const winners = reports.flatMap((report, index) => (report.result === 'won' ? [{ report, index }] : []));
    const expected = holder === null ? 1 : 0;
    outcome.winners[winners.length] = (outcome.winners[winners.length] ?? 0) + 1;
    outcome.stillHeld += holder === null ? 0 : 1;
    if (winners.length !== expected) outcome.wrong.push(`race ${race}: ${JSON.stringify(reports)}`);
    const [winner] = winners;
    const racer = winner && racers[winner.index];
    if (winner && racer) {
      const { fence, hasSession } = winner.report;
      if (fence <= highest || !hasSession) outcome.wrong.push(`race ${race}: fence ${fence} after ${highest}`);
      highest = Math.max(highest, fence);
      holder = { racer, won: winner.report };
      if (race % 4 === 0) continue;
    }
    if (holder) await holder.racer.ask({ do: 'release', lane, id: holder.won.id });
    holder = null;
  }
};

/** Lets processes race for the sessions of connections, as servers on one database would. */
export const raceLeases = async (options: RaceOptions): Promise<RaceOutcome> => {
  const { races, processes, lanes: count, onRace } = options;
  const folder = mkdtempSync(join(tmpdir(), 'lease-races-'));
  const lanes = Array.from({ length: count }, (_, index) => `con_${String(index).padStart(22, '0')}`);
  const outcome: RaceOutcome = { races: 0, winners: {}, stillHeld: 0, wrong: [] };
  const next = () => {
    if (outcome.races >= races) return null;
    outcome.races += 1;
    onRace?.(outcome.races);
    return outcome.races;
  };
  try {
    const files = await layOut(folder, lanes);
    const names = Array.from({ length: processes }, (_, index) => `racer-${index}`);
    const racers = await Promise.all(names.map((name) => startRacer([...files, name])));
    await Promise.all(lanes.map((lane) => runLane(racers, lane, next, outcome)));
    await Promise.all(racers.map((racer) => racer.stop()));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return outcome;
};
