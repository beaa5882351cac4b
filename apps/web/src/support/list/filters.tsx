import { StatusReason, SupportAge, SupportStep, type SupportSearch } from '@botize/contract';
import { ChevronDown } from 'lucide-react';
import { navigate } from 'wouter/use-browser-location';
import { useSupportCopy } from '../support-copy.tsx';
import { addressOf } from './list-address.ts';

interface FilterProps {
  name: 'reason' | 'step' | 'age';
  search: SupportSearch;
  options: readonly string[];
  words: Record<string, string>;
}

export function Filters({ search }: { search: SupportSearch }) {
  const { common, list } = useSupportCopy();
  const ages = SupportAge.options.filter((age) => age !== 'any');
  return (
    <div className="support-filters">
      <Filter name="reason" search={search} options={StatusReason.options} words={common.reasons} />
      <Filter name="step" search={search} options={SupportStep.options} words={common.steps} />
      <Filter name="age" search={search} options={ages} words={list.ages} />
    </div>
  );
}

function Filter({ name, search, options, words }: FilterProps) {
  const { list: copy } = useSupportCopy();
  const choose = (value: string) => {
    const { cursor: _, q: __, [name]: ___, ...rest } = search;
    navigate(addressOf({ ...rest, ...(value !== '' && { [name]: value }) }));
  };
  return (
    <label className="support-filter">
      <span>{copy.filters[name]}:</span>
      <select value={search[name] ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{copy.any}</option>
        {options.map((each) => (
          <option key={each} value={each}>
            {words[each]}
          </option>
        ))}
      </select>
      <ChevronDown />
    </label>
  );
}
