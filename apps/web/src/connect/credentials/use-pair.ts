import { useState, type ClipboardEvent } from 'react';
import { isHash, readPair, type FoundPair } from './pair.ts';

export interface PairValues {
  apiId: string;
  apiHash: string;
}

/** The last thing a paste did, for the line that says so. */
export type PasteResult = 'both' | 'one' | 'nothing' | 'blocked' | null;

/** The two values being typed, and what pasting does to them. The hash is secret and stays in memory. */
export function usePair(initial: PairValues = { apiId: '', apiHash: '' }) {
  const [values, setValues] = useState(initial);
  const [before, setBefore] = useState<PairValues | null>(null);
  const [result, setResult] = useState<PasteResult>(null);

  const take = (found: FoundPair) => {
    setBefore(values);
    setValues({ ...values, ...found });
    setResult(found.apiId !== undefined && found.apiHash !== undefined ? 'both' : 'one');
  };

  return {
    values,
    result,
    change: (change: Partial<PairValues>) => {
      setValues({ ...values, ...change });
      setResult(null);
    },
    swap: () => {
      setValues({ apiId: values.apiHash.trim(), apiHash: values.apiId.trim() });
      setResult(null);
    },
    undo: () => {
      if (before !== null) setValues(before);
      setResult(null);
    },
    /** A paste of one bare value goes where it was pasted; labelled lines are sorted. */
    paste: (event: ClipboardEvent) => {
      const text = event.clipboardData.getData('text');
      if (/^\s*\d+\s*$/.test(text) || isHash(text.trim())) return;
      const found = readPair(text);
      if (found.apiId === undefined && found.apiHash === undefined) return;
      event.preventDefault();
      take(found);
    },
    pasteBoth: async () => {
      let text: string;
      try {
        text = await navigator.clipboard.readText();
      } catch {
        setResult('blocked');
        return;
      }
      const found = readPair(text);
      if (found.apiId === undefined && found.apiHash === undefined) setResult('nothing');
      else take(found);
    },
  };
}
