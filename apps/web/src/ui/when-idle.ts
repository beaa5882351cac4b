/** Calls `then` once the browser has nothing better to do; at the latest after two seconds. Returns how to call it off. */
export function whenIdle(then: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(then, 200);
    return () => clearTimeout(timer);
  }
  const id = requestIdleCallback(then, { timeout: 2_000 });
  return () => cancelIdleCallback(id);
}
