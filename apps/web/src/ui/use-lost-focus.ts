import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives the focus a new place when what had it went away with a press: the keyboard and a screen reader go on from
 * there, not from the top of the page. `key` changes when something may have gone.
 */
export function useLostFocus(place: RefObject<HTMLElement | null>, key: unknown): void {
  const before = useRef(key);
  useEffect(() => {
    if (before.current === key) return;
    before.current = key;
    const active = document.activeElement;
    if (active === null || active === document.body) place.current?.focus();
  }, [place, key]);
}
