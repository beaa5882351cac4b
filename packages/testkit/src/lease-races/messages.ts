export type Order = { do: 'race'; lane: string } | { do: 'release'; lane: string; id: string } | { do: 'stop' };

export type Report = { lane: string } & (
  | { result: 'ready' | 'held' | 'released' }
  | { result: 'won'; id: string; fence: number; hasSession: boolean }
  | { result: 'failed'; error: string }
);
