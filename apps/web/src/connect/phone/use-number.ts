import { useState, type ClipboardEvent, type RefObject } from 'react';
import { hasPrefix, international, problemOfNumber } from './read-number.ts';
import type { Countries } from './use-countries.ts';

/** What was typed for a number. Secret in full: it stays in memory. */
export interface NumberDraft {
  text: string;
  country: string | null;
  /** What was pasted, when the field shows it in another form. */
  readFrom: string | null;
}

/** The number being typed, read in each of its forms. `kept` outlives the page, so that going back finds it again. */
export function useNumber(kept: RefObject<NumberDraft | null>, country: string | null, countries: Countries | null) {
  const [draft, setDraft] = useState<NumberDraft>(kept.current ?? { text: '', country, readFrom: null });
  const read = countries?.readNumber(draft.text, draft.country);
  const e164 = read === undefined ? international(draft.text) : read.e164;

  const keep = (next: NumberDraft) => {
    kept.current = next;
    setDraft(next);
  };
  const countryOf = (text: string) => countries?.readNumber(text, null).country ?? null;

  return {
    draft,
    e164,
    problem: problemOfNumber(draft.text, e164),
    unusual: read !== undefined && !read.usual && e164 !== null && draft.text.length > 5,
    type: (text: string) =>
      keep({ text, country: (hasPrefix(text) ? countryOf(text) : null) ?? draft.country, readFrom: null }),
    choose: (chosen: string) => {
      const text = hasPrefix(draft.text) ? (read?.national ?? '') : draft.text;
      keep({ text, country: chosen, readFrom: null });
    },
    paste: (event: ClipboardEvent) => {
      const pasted = event.clipboardData.getData('text').trim();
      const found = countries?.readNumber(pasted, draft.country);
      if (!found?.national || !found.country) return;
      event.preventDefault();
      keep({ text: found.national, country: found.country, readFrom: pasted === found.national ? null : pasted });
    },
  };
}

export type NumberState = ReturnType<typeof useNumber>;
