import * as z from 'zod/mini';

/** Ids are opaque: one that can't exist is simply not found, as a foreign one is. */
export const ById = z.object({ id: z.string() });

/** Milliseconds. A request that takes longer is told so, and its work goes on: repeating the command gets its answer. */
export const answerWithinMs = 24_500;
