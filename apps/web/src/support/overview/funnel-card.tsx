import type { SupportOverview } from '@botize/contract';
import { useLocale } from '../../copy/copy-context.tsx';
import { useSupportCopy } from '../support-copy.tsx';
import { useNumber } from '../use-number.ts';
import { BarChart } from './bar-chart.tsx';
import { ChartCard } from './chart-card.tsx';
import { NumbersTable } from './numbers-table.tsx';
import { funnelOf } from './totals.ts';

/** How far sign-ins come: each step with those who reached it. */
export function FunnelCard({ overview }: { overview: SupportOverview }) {
  const { overview: copy, common } = useSupportCopy();
  const { locale } = useLocale();
  const number = useNumber();
  const percent = new Intl.NumberFormat(locale === 'ar' ? 'ar-u-nu-latn' : locale, { style: 'percent' });
  const steps = funnelOf(overview);
  const all = steps[0]?.count ?? 0;
  const nameOf = (name: (typeof steps)[number]['name']) => common.steps[name];
  const sentence = copy.funnelSentence(steps.map(({ name, count }) => copy.cameTo(nameOf(name), count)).join(', '));
  return (
    <ChartCard
      title={copy.funnel}
      chart={
        <BarChart
          sentence={sentence}
          bars={steps.map(({ name, count }) => ({ key: name, label: nameOf(name), count }))}
        />
      }
      table={
        <NumbersTable
          caption={copy.funnel}
          columns={[copy.columns.step, copy.columns.count, copy.columns.share]}
          rows={steps.map(({ name, count }) => ({
            key: name,
            cells: [nameOf(name), number(count), all === 0 ? '–' : percent.format(count / all)],
          }))}
        />
      }
    />
  );
}
