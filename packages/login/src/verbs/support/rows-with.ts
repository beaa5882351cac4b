import type { RowQuery, Standing } from '../../ports/support.ts';
import type { Meaning } from './understand.ts';

type Ranges = Pick<RowQuery, 'attempts' | 'refused' | 'connections' | 'from'>;

/** What is over is found by its reference alone. */
const present: Standing[] = ['trying', 'stuck', 'failed'];

export type Found = Exclude<Meaning, { kind: 'phone' } | { kind: 'label' }> | { kind: 'phone'; hashes: string[] };

/** The ranges in which a search looks. */
export function rowsWith(meaning: Found): Ranges {
  const none: Ranges = { attempts: [], refused: [], connections: [], from: 0 };
  switch (meaning.kind) {
    case 'user': {
      const userId = meaning.value;
      const attempts = present.map((standing) => ({ userId, standing }));
      return { ...none, attempts, refused: [{ userId }], connections: [{ userId }] };
    }
    case 'phone': {
      const attempts = meaning.hashes.flatMap((phone) => present.map((standing) => ({ phone, standing })));
      return { ...none, attempts, connections: meaning.hashes.map((phone) => ({ phone })) };
    }
    case 'reference': {
      const reference = meaning.value;
      return { ...none, attempts: [{ reference }], connections: [{ reference }] };
    }
    case 'connection':
      return { ...none, connections: [{ id: meaning.value }] };
    case 'username':
      return { ...none, connections: [{ username: meaning.value }] };
    case 'request':
      return { ...none, refused: [{ requestId: meaning.value }] };
    default:
      return none;
  }
}
