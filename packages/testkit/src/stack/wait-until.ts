const between = 50;

/** Asks again until the answer is not null; after `limitMs` rejects with what `describe` says. */
export const waitUntil = async <Answer>(
  ask: () => Promise<Answer | null> | Answer | null,
  limitMs: number,
  describe: () => string,
): Promise<Answer> => {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`waited ${limitMs} ms in vain: ${describe()}`);
    await new Promise((resolve) => setTimeout(resolve, between));
  }
};
