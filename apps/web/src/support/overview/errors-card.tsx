import type { SupportOverview } from '@botize/contract';
import { diagnoseCode } from '@botize/contract';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { diagnosisText } from '../diagnosis-text.ts';
import { useSupportCopy } from '../support-copy.tsx';
import { useNumber } from '../use-number.ts';
import { BarChart } from './bar-chart.tsx';
import { ChartCard } from './chart-card.tsx';
import { NumbersTable } from './numbers-table.tsx';

/** What went wrong most often, in the words that support uses, and its code. */
export function ErrorsCard({ overview: { errors } }: { overview: SupportOverview }) {
  const { overview: copy, diagnoses } = useSupportCopy();
  const { time } = useLaterCopy();
  const moment = useMoment();
  const number = useNumber();
  const bars = errors.map(({ code, count }) => ({
    key: code,
    label: diagnosisText({ id: diagnoseCode(code), until: null }, null, { diagnoses, time, moment }).title,
    count,
  }));
  const first = bars[0];
  return (
    <ChartCard
      title={copy.errors}
      chart={
        first === undefined ? (
          <p className="quiet-text">{copy.noErrors}</p>
        ) : (
          <BarChart sentence={copy.errorsSentence(first.label, first.count)} bars={bars} />
        )
      }
      table={
        <NumbersTable
          caption={copy.errors}
          columns={[copy.columns.code, copy.columns.count]}
          rows={bars.map(({ key, count }) => ({
            key,
            cells: [
              <bdi key="code" className="mono">
                {key}
              </bdi>,
              number(count),
            ],
          }))}
        />
      }
    />
  );
}
