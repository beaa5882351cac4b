import { ArrowRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { navigate, useSearch } from 'wouter/use-browser-location';
import { failureOf, type Failure } from '../../api/problem.ts';
import { FailureNotice } from '../../connect/failure-notice.tsx';
import { useCopy } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { useSession } from '../../session/session-context.tsx';
import { supportHome } from '../../session/support-home.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Page, usePageTitle } from '../../ui/page.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { useSupportCopy } from '../support-copy.tsx';
import { SupportHeader } from '../support-header.tsx';
import { useNumber } from '../use-number.ts';
import { Filters } from './filters.tsx';
import { addressOf, readAddress } from './list-address.ts';
import { RowCards } from './row-cards.tsx';
import { RowsTable } from './rows-table.tsx';
import { SearchForm } from './search-form.tsx';
import { useList } from './use-list.ts';
import { useMinutes } from './use-minutes.ts';
import { useRowKeys } from './use-row-keys.ts';
import { Views } from './views.tsx';
import './list.css';

/** Everybody who may need help, found by whatever they can name. */
export function ListPage() {
  useArrival();
  useMinutes();
  const { shell } = useCopy();
  const { list: copy, common } = useSupportCopy();
  const moment = useMoment();
  const text = useSearch();
  const search = useMemo(() => readAddress(text), [text]);
  const field = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const list = useList(search, () => rows.current?.contains(document.activeElement) === true);
  const keys = useRowKeys(field, rows, list.answer);
  const [finding, setFinding] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const wide = useMedia('(min-width: 900px)');
  usePageTitle(copy.title);

  const find = async (typed: string) => {
    setFinding(true);
    setFailure(null);
    try {
      navigate(typed === '' ? '/support' : await list.find(typed));
    } catch (error) {
      setFailure(failureOf(error));
    }
    setFinding(false);
  };

  const { answer } = list;
  // A number's hash says nothing to anybody.
  const asked = search.q?.startsWith('phone:') ? '' : (search.q ?? '');
  const Rows = wide ? RowsTable : RowCards;
  const filtered = search.q ?? search.reason ?? search.step ?? search.age;
  const all = answer === null || filtered !== undefined ? null : answer.counts[search.view];
  const number = useNumber();
  const refused = failure ?? list.failure;

  return (
    <Page header={<SupportHeader current="support" />} reference={refused?.requestId ?? null}>
      <main id="content" className="container support-list">
        <h1 className="unseen">{copy.title}</h1>
        <SearchForm
          of={search.q ?? ''}
          field={field}
          asked={asked}
          busy={finding}
          onSearch={(typed) => void find(typed)}
          onEnter={keys.enter}
        />
        <div className="support-bar">
          <Views view={search.view} search={search} counts={answer?.counts ?? null} />
          <Filters search={search} />
        </div>
        <FailureNotice failure={refused} />
        <div role="status" className="support-found">
          {answer !== null && search.q !== undefined && list.current ? (
            <>
              <span>{copy.kinds[answer.kind]}</span>{' '}
              <Link className={buttonClass('quiet', true)} href="/support">
                {copy.clear}
              </Link>
            </>
          ) : null}
          {list.waiting > 0 ? (
            <Button look="second" dense onClick={list.showWaiting}>
              {copy.newer(list.waiting)}
            </Button>
          ) : null}
        </div>
        {answer === null && refused === null ? (
          <div className="card card-body skeleton" role="status" aria-label={shell.loading}>
            <i />
            <i />
            <i />
          </div>
        ) : null}
        <div ref={rows} {...keys.handlers}>
          {answer !== null && answer.items.length > 0 ? <Rows rows={answer.items} onOpen={keys.remember} /> : null}
        </div>
        {answer?.items.length === 0 ? <p>{search.q === undefined ? copy.nobody : copy.nobodyFound}</p> : null}
        {answer !== null && answer.items.length > 0 ? (
          <div className="support-foot">
            <p className="small quiet-text">{copy.shown(answer.items.length, all === null ? null : number(all))}</p>
            {search.cursor === undefined ? null : (
              <Link className={buttonClass('quiet', true)} href={addressOf({ ...search, cursor: undefined })}>
                {copy.firstPage}
              </Link>
            )}
            {answer.nextCursor === null ? null : (
              <Link className={buttonClass('quiet', true)} href={addressOf({ ...search, cursor: answer.nextCursor })}>
                {copy.nextPage} <ArrowRight className="mirrored" />
              </Link>
            )}
          </div>
        ) : null}
        <p className="unseen" role="status">
          {list.changedAt === null ? '' : common.updated(moment(list.changedAt).clock)}
        </p>
      </main>
    </Page>
  );
}

/** A support link that names a user leads to that user at once; later the list is the list. */
function useArrival() {
  const session = useSession();
  useEffect(() => {
    const state = window.history.state as { fromLink?: boolean } | null;
    if (state?.fromLink && session.subjectId) navigate(supportHome(session), { replace: true });
  }, [session]);
}
