import { ChevronDown } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useLaterCopy, useLocale } from '../../copy/copy-context.tsx';
import type { Country } from './countries.ts';
import type { Countries } from './use-countries.ts';

interface CountryComboboxProps {
  countries: Countries | null;
  value: string | null;
  onChange: (code: string) => void;
}

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Countries whose name, prefix or code fits what is searched for; those that begin with it come first. */
export function searchCountries(countries: Country[], query: string): Country[] {
  const wanted = fold(query.trim());
  if (wanted === '') return countries;
  const digits = wanted.replace(/^(\+|00)/, '');
  if (/^\d+$/.test(digits)) return countries.filter((country) => country.prefix.slice(1).startsWith(digits));
  const found = countries.filter((country) => fold(country.name).includes(wanted) || fold(country.code) === wanted);
  const begins = (country: Country) => (fold(country.name).startsWith(wanted) ? 0 : 1);
  return found.toSorted((a, b) => begins(a) - begins(b));
}

export function CountryCombobox({ countries, value, onChange }: CountryComboboxProps) {
  const { phone: copy } = useLaterCopy();
  const { locale } = useLocale();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const all = useMemo(() => countries?.listCountries(locale) ?? [], [countries, locale]);
  const chosen = all.find((country) => country.code === value);

  useEffect(() => {
    if (!open) return;
    const closeOutside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [open]);

  const openWith = (query: string) => {
    setTyped(query);
    setOpen(true);
  };
  /** Typing on the closed button searches at once; the arrows open the list, as they do of any list. */
  const openByKey = (event: KeyboardEvent) => {
    const types = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!types && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    openWith(types ? event.key : '');
  };

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  return (
    <div className="field country" ref={root}>
      <span className="field-label" id={`${id}-label`}>
        {copy.country}
      </span>
      <button
        ref={button}
        type="button"
        className="input country-button"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-labelledby={`${id}-label ${id}-value`}
        onKeyDown={openByKey}
        onClick={() => (open ? setOpen(false) : openWith(''))}
      >
        <span className="country-value" id={`${id}-value`}>
          {chosen ? <CountryLine country={chosen} /> : copy.countryUnknown}
        </span>
        <ChevronDown />
      </button>
      {open ? (
        <CountryList
          id={id}
          countries={all}
          value={value}
          typed={typed}
          onClose={close}
          onChoose={(code) => {
            onChange(code);
            close();
          }}
        />
      ) : null}
    </div>
  );
}

function CountryLine({ country }: { country: Country }) {
  return (
    <>
      {country.flag ? <img className="flag" src={country.flag} alt="" width={24} height={18} loading="lazy" /> : null}
      <span className="country-name">{country.name}</span>
      <bdi className="country-prefix" dir="ltr">
        {country.prefix}
      </bdi>
    </>
  );
}

interface CountryListProps {
  id: string;
  countries: Country[];
  value: string | null;
  /** What was typed to open the list. */
  typed: string;
  onClose: () => void;
  onChoose: (code: string) => void;
}

function CountryList({ id, countries, value, typed, onClose, onChoose }: CountryListProps) {
  const { phone: copy } = useLaterCopy();
  const [query, setQuery] = useState(typed);
  const found = searchCountries(countries, query);
  const [active, setActive] = useState(() =>
    typed === ''
      ? Math.max(
          0,
          countries.findIndex((country) => country.code === value),
        )
      : 0,
  );
  const list = useRef<HTMLUListElement>(null);
  const search = useRef<HTMLInputElement>(null);

  useEffect(() => {
    search.current?.focus();
  }, []);
  useEffect(() => {
    // It answers with a promise in newer browsers, which React would take for a function that tidies up.
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const move = (event: KeyboardEvent) => {
    const last = found.length - 1;
    const next = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: last,
      PageDown: active + 6,
      PageUp: active - 6,
    }[event.key];
    if (next !== undefined) setActive(Math.max(0, Math.min(last, next)));
    else if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') {
      const country = found[active];
      if (country) onChoose(country.code);
    } else return;
    event.preventDefault();
  };

  return (
    <div className="country-popup">
      <label className="small quiet-text" htmlFor={`${id}-search`}>
        {copy.countrySearch}
      </label>
      <input
        ref={search}
        id={`${id}-search`}
        className="input"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[active] ? `${id}-${found[active].code}` : undefined}
        autoComplete="off"
        value={query}
        onKeyDown={move}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
      />
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label={copy.country}>
        {found.map((country, index) => (
          <li
            key={country.code}
            id={`${id}-${country.code}`}
            role="option"
            aria-selected={country.code === value}
            data-active={index === active}
            onPointerMove={() => setActive(index)}
            onClick={() => onChoose(country.code)}
          >
            <CountryLine country={country} />
          </li>
        ))}
      </ul>
      <p role="status" className="small quiet-text">
        {found.length === 0 ? copy.countryNone : ''}
      </p>
    </div>
  );
}
