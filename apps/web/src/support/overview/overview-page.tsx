import type { SupportOverview } from '@botize/contract';
import { useCallback, useState } from 'react';
import { failureOf, type Failure } from '../../api/problem.ts';
import { getOverview, supportEventsUrl } from '../../api/support.ts';
import { FailureNotice } from '../../connect/failure-notice.tsx';
import { useCopy, useLaterCopy } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { Page, usePageTitle } from '../../ui/page.tsx';
import { useSupportCopy } from '../support-copy.tsx';
import { SupportHeader } from '../support-header.tsx';
import { useLive } from '../use-live.ts';
import { CountCard } from './count-card.tsx';
import { ErrorsCard } from './errors-card.tsx';
import { FunnelCard } from './funnel-card.tsx';
import { HoursCard } from './hours-card.tsx';
import { Tiles } from './tiles.tsx';
import { counted } from './totals.ts';
import './overview.css';

/** How many are connected, where sign-ins stop, and what goes wrong most. */
export function OverviewPage() {
  const { shell } = useCopy();
  const { time } = useLaterCopy();
  const { overview: copy } = useSupportCopy();
  const moment = useMoment();
  const { overview, failure } = useOverview();
  usePageTitle(copy.title);
  return (
    <Page header={<SupportHeader current="overview" />} reference={failure?.requestId ?? null}>
      <main id="content" className="container overview">
        <h1>{copy.title}</h1>
        {overview === null ? null : <p className="lead">{copy.lead(time.stamp(moment(overview.at)))}</p>}
        <FailureNotice failure={failure} />
        {overview === null && failure === null ? (
          <div className="card card-body skeleton" role="status" aria-label={shell.loading}>
            <i />
            <i />
            <i />
          </div>
        ) : null}
        {overview === null ? null : <Charts overview={overview} />}
      </main>
    </Page>
  );
}

function Charts({ overview }: { overview: SupportOverview }) {
  const { overview: copy, common } = useSupportCopy();
  const barsOf = <Name extends string>(counts: Record<Name, number>, words: Record<Name, string>) =>
    counted(counts).map(({ name, count }) => ({ key: name, label: words[name], count }));
  return (
    <>
      <Tiles overview={overview} />
      <HoursCard overview={overview} />
      <div className="overview-columns">
        <FunnelCard overview={overview} />
        <ErrorsCard overview={overview} />
        <CountCard
          title={copy.byReason}
          column={copy.columns.reason}
          bars={barsOf(overview.connections.byReason, common.reasons)}
          sentence={copy.reasonsSentence}
        />
        <CountCard
          title={copy.openByStep}
          column={copy.columns.step}
          bars={barsOf(overview.openAttempts, common.steps)}
          sentence={copy.stepsSentence}
        />
      </div>
    </>
  );
}

function useOverview() {
  const [overview, setOverview] = useState<SupportOverview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const load = useCallback(async (signal: AbortSignal) => {
    try {
      const found = await getOverview(signal);
      if (signal.aborted) return;
      setOverview(found);
      setFailure(null);
    } catch (error) {
      if (!signal.aborted) setFailure(failureOf(error));
    }
  }, []);
  useLive(supportEventsUrl, load);
  return { overview, failure };
}
