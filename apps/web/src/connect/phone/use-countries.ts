import { useEffect, useState } from 'react';

/** The phone metadata, fetched when the page needs it. */
export type Countries = typeof import('./countries.ts');

/** Null until the metadata is here; without it numbers with a country code work all the same. */
export function useCountries(): Countries | null {
  const [countries, setCountries] = useState<Countries | null>(null);
  useEffect(() => {
    let current = true;
    import('./countries.ts').then(
      (loaded) => current && setCountries(() => loaded),
      () => {},
    );
    return () => {
      current = false;
    };
  }, []);
  return countries;
}
