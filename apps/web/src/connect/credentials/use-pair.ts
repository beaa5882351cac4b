import { useState, type ClipboardEvent } from 'react';
import type { CredentialsFormControl } from './credentials-fields.ts';
import { isHash, isNumber, problemOfHash, problemOfId, readPair, tidy, type FoundPair } from './pair.ts';

interface PairValues {
  apiId: string;
  apiHash: string;
}

/** The last thing a paste did, for the line that says so. */
export type PasteResult = 'both' | 'one' | 'nothing' | 'blocked' | null;

/**
 * The two values being typed, and what pasting does to them. The hash is secret and stays in memory. They are held
 * against the rules of pair.ts without a schema: the first page is here before any schema is. `needed`: nothing else
 * takes their place.
 */
export function usePair(form: CredentialsFormControl, needed: boolean) {
  const [apiId, apiHash] = form.watch(['apiId', 'apiHash']);
  const values = { apiId, apiHash };
  const [before, setBefore] = useState<PairValues | null>(null);
  const [result, setResult] = useState<PasteResult>(null);

  const onChange = () => setResult(null);
  const unlessStored = (problemOf: (value: string) => unknown) => (value: string) =>
    !needed || problemOf(value) === null;
  // Here and not beside the fields: the first one registered gets the focus when several are wrong.
  const fields = {
    apiId: form.register('apiId', { onChange, validate: unlessStored(problemOfId) }),
    apiHash: form.register('apiHash', { onChange, validate: unlessStored(problemOfHash) }),
  };

  const setValues = (pair: PairValues) => {
    form.setValue('apiId', pair.apiId);
    form.setValue('apiHash', pair.apiHash);
  };

  const take = (found: FoundPair) => {
    setBefore(values);
    setValues({ ...values, ...found });
    setResult(found.apiId !== undefined && found.apiHash !== undefined ? 'both' : 'one');
  };

  return {
    values,
    result,
    fields,
    swap: () => {
      setValues({ apiId: values.apiHash.trim(), apiHash: values.apiId.trim() });
      setResult(null);
      form.setFocus('apiId');
    },
    undo: () => {
      if (before !== null) setValues(before);
      setResult(null);
      form.setFocus('apiId');
    },
    /** What belongs into this field goes there as any paste does; everything else is sorted. */
    paste: (event: ClipboardEvent<HTMLInputElement>) => {
      const text = event.clipboardData.getData('text');
      const fits = event.currentTarget.name === 'apiId' ? isNumber : isHash;
      if (fits(tidy(text))) return;
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
