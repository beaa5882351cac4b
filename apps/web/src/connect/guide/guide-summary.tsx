import { useLaterCopy } from '../../copy/copy-context.tsx';
import { Rich } from '../../ui/rich.tsx';
import { GUIDE_STEPS, type GuideState } from './use-guide.ts';

/** Four short bars: done, next, later. */
export function GuideBars({ guide }: { guide: GuideState }) {
  return (
    <span className="guide-bars" aria-hidden="true">
      {Array.from({ length: GUIDE_STEPS }, (_, step) => (
        <i key={step} data-state={guide.done[step] ? 'done' : guide.open === step ? 'next' : 'later'} />
      ))}
    </span>
  );
}

/** On a phone: how far the guide is, above the form. */
export function GuideSummary({ guide, onOpen }: { guide: GuideState; onOpen: () => void }) {
  const { guide: copy } = useLaterCopy();
  const next = [copy.one, copy.two, copy.three, copy.four][guide.done.indexOf(false)];
  return (
    <section className="card guide-summary" aria-labelledby="guide-title">
      <div className="guide-summary-top">
        <h2 id="guide-title">{copy.title}</h2>
        <GuideBars guide={guide} />
        <span className="small guide-count">
          <Rich text={copy.doneCount(guide.doneCount)} />
        </span>
        <p>
          <Rich text={next === undefined ? copy.allDone : copy.next(next.next)} />
        </p>
      </div>
      <div className="guide-summary-buttons">
        <button type="button" onClick={onOpen}>
          {copy.open}
        </button>
        <button type="button" onClick={guide.allDone}>
          {copy.haveBoth}
        </button>
      </div>
    </section>
  );
}
