import { Search } from 'lucide-react';
import { useEffect, useState, type FormEvent, type KeyboardEvent, type RefObject } from 'react';
import { Button } from '../../ui/button.tsx';
import { useSupportCopy } from '../support-copy.tsx';

interface SearchFormProps {
  field: RefObject<HTMLInputElement | null>;
  /** The search of the address; when it changes, what was typed for the one before goes. */
  of: string;
  /** What may be shown of it. */
  asked: string;
  busy: boolean;
  onSearch: (typed: string) => void;
  /** Down the list. */
  onEnter: () => void;
}

export function SearchForm({ field, of, asked, busy, onSearch, onEnter }: SearchFormProps) {
  const { list: copy } = useSupportCopy();
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => setTyped(null), [of]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch((typed ?? asked).trim());
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    onEnter();
  };
  return (
    <form className="support-search" role="search" onSubmit={submit}>
      <label className="field-label" htmlFor="support-search">
        {copy.label}
      </label>
      <div className="support-search-row">
        <div className="support-search-box">
          <Search />
          <input
            ref={field}
            id="support-search"
            className="input"
            type="text"
            inputMode="search"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            dir="auto"
            maxLength={200}
            value={typed ?? asked}
            aria-describedby="support-search-help"
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={keys}
          />
        </div>
        <Button type="submit" look="main" busy={busy && copy.searching}>
          {copy.search}
        </Button>
      </div>
      <p className="small quiet-text" id="support-search-help">
        {copy.help} <span className="wide-only">{copy.shortcut}</span>
      </p>
    </form>
  );
}
