import { randomBytes } from 'node:crypto';

/** Ours alone: one that comes with a request is not believed. */
export const freshRequestId = () => `req_${randomBytes(16).toString('base64url')}`;
