import * as z from 'zod/mini';
import { locales } from './locales.ts';

/** A moment as ISO 8601 in UTC with milliseconds, e.g. `2026-11-22T10:00:00.000Z`. */
export const Timestamp = z.iso.datetime({ precision: 3 });

/** Opaque ids: a prefix that says what it is, then at least 128 random bits. */
export const AttemptId = z.string().check(z.regex(/^att_[A-Za-z0-9_-]{22,64}$/));
export const ConnectionId = z.string().check(z.regex(/^con_[A-Za-z0-9_-]{22,64}$/));

/** What a person reads out to support, e.g. `CN-7K3M-Q2WD` (Crockford base 32). */
export const Reference = z.string().check(z.regex(/^CN-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/));

/** The id of one HTTP request, also in `x-request-id` and in the server's log. */
export const RequestId = z.string().check(z.regex(/^req_[A-Za-z0-9_-]{16,64}$/));

/** ISO 3166-1 alpha-2, upper case. */
export const CountryCode = z.string().check(z.regex(/^[A-Z]{2}$/));

export const Locale = z.enum(locales);
export type Locale = z.infer<typeof Locale>;
