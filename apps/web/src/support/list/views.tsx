import { SupportView, type SupportList, type SupportSearch } from '@botize/contract';
import { Link } from '../../ui/link.tsx';
import { useSupportCopy } from '../support-copy.tsx';
import { useNumber } from '../use-number.ts';
import { addressOf } from './list-address.ts';

interface ViewsProps {
  view: SupportView;
  search: SupportSearch;
  counts: SupportList['counts'] | null;
}

/** Which rows the list shows, with how many there are of each over everybody. */
export function Views({ view, search, counts }: ViewsProps) {
  const { list: copy } = useSupportCopy();
  const number = useNumber();
  return (
    <nav className="support-views" aria-label={copy.viewsLabel}>
      {SupportView.options.map((each) => {
        const { cursor: _, q: __, ...rest } = search;
        return (
          <Link
            key={each}
            href={addressOf({ ...rest, view: each })}
            aria-current={each === view ? 'page' : undefined}
            className="support-view"
          >
            {copy.views[each]} {counts ? <span>{number(counts[each])}</span> : null}
          </Link>
        );
      })}
    </nav>
  );
}
