/** What a program needs that starts the server on parts of its own. */
export { assemble, openParts, type Parts } from './compose.ts';
export { readConfig } from './config/read-config.ts';
export { createLog } from './http/log.ts';
export { serve } from './serve.ts';
