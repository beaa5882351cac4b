import type { FastifyReply } from 'fastify';
import { normalizePhone } from '../methods/request-fields.ts';
import type { Account } from '../state/accounts.ts';
import type { State } from '../state/state.ts';

/** Routes name a person by number, with or without `+`. */
export interface PhoneRoute {
  Params: { phone: string };
}

export function phoneParam(phone: string): string {
  return normalizePhone(phone) ?? phone;
}

/** The account of the route, or null once 404 was answered. */
export function accountOr404(state: State, phone: string, reply: FastifyReply): Account | null {
  const account = state.accounts.find(phoneParam(phone));
  if (!account) reply.code(404).send({ error: 'account', message: 'Nobody has this number.' });
  return account;
}
