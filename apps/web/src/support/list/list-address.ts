import { StatusReason, SupportAge, SupportStep, SupportView, type SupportSearch } from '@botize/contract';
import type * as z from 'zod/mini';

const oneOf = <T extends string>(schema: z.ZodMiniEnum<{ [K in T]: K }>, value: string | null): T | undefined => {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
};

/** The view that an address asks for; what it doesn't know is left out. Without a search: those who need help. */
export function readAddress(search: string): SupportSearch & { view: SupportView } {
  const params = new URLSearchParams(search);
  const q = params.get('q') || undefined;
  const reason = oneOf(StatusReason, params.get('reason'));
  const step = oneOf(SupportStep, params.get('step'));
  const age = oneOf(SupportAge, params.get('age'));
  const cursor = params.get('cursor') || undefined;
  return {
    view: oneOf(SupportView, params.get('view')) ?? (q === undefined ? 'need_help' : 'all'),
    ...(q !== undefined && { q: q.slice(0, 200) }),
    ...(reason !== undefined && { reason }),
    ...(step !== undefined && { step }),
    ...(age !== undefined && age !== 'any' && { age }),
    ...(cursor !== undefined && { cursor }),
  };
}

const order = ['view', 'q', 'reason', 'step', 'age', 'cursor'] as const;

/** The address of a view. `q` must be one of an answer: what somebody typed may be a phone number. */
export function addressOf(view: SupportSearch): string {
  const params = new URLSearchParams();
  for (const name of order) {
    const value = view[name];
    if (value) params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? '/support' : `/support?${text}`;
}
