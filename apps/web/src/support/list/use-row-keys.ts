import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
};

const typing = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;

/** The last row that somebody opened, to come back to. */
let opened: string | null = null;

/**
 * The list by keyboard: `/` goes to the search, arrows go through the rows, Escape goes back to the search. The focus
 * stays on its row when another answer changes the list under it. Rows are links with `data-row`.
 */
export function useRowKeys(
  search: RefObject<HTMLInputElement | null>,
  list: RefObject<HTMLElement | null>,
  answer: object | null,
) {
  const focused = useRef<string | null>(null);
  const links = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const linkOf = (key: string | null) => links().find((link) => link.dataset['row'] === key);

  useEffect(() => {
    const toSearch = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    };
    document.addEventListener('keydown', toSearch);
    return () => document.removeEventListener('keydown', toSearch);
  }, [search]);

  useLayoutEffect(() => {
    const key = focused.current ?? opened;
    if (key === null || document.activeElement !== document.body) return;
    linkOf(key)?.focus();
    if (links().length > 0) opened = null;
  }, [answer]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      return search.current?.focus();
    }
    const step = steps[event.key];
    const all = links();
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (step === undefined || at === -1) return;
    event.preventDefault();
    const to = step(at, all.length - 1);
    return to < 0 ? search.current?.focus() : all[to]?.focus();
  };

  return {
    /** From the search field into the list. */
    enter: () => links()[0]?.focus(),
    remember: (key: string) => {
      opened = key;
    },
    handlers: {
      onKeyDown,
      onFocus: () => {
        focused.current = (document.activeElement as HTMLElement | null)?.dataset['row'] ?? null;
      },
      onBlur: (event: { relatedTarget: EventTarget | null }) => {
        if (event.relatedTarget !== null) focused.current = null;
      },
    },
  };
}
