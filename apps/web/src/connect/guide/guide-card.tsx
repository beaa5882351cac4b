import { Check, CircleQuestionMark } from 'lucide-react';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { Button } from '../../ui/button.tsx';
import { plain, Rich } from '../../ui/rich.tsx';
import { GuideContent, SiteLink } from './guide-content.tsx';
import { ShortNameChecker } from './short-name-checker.tsx';
import { GUIDE_STEPS, type GuideState } from './use-guide.ts';

export interface GuideProps {
  guide: GuideState;
  /** Whether the short-name checker is open. */
  checking: boolean;
  onChecking: (checking: boolean) => void;
  /** Opens the troubleshooter at a topic. */
  onTrouble: (topic: number) => void;
}

/** All four steps, one of them open, with a thread that turns pine as they are done. */
export function GuideCard({ guide, checking, onChecking, onTrouble }: GuideProps) {
  const { guide: copy } = useLaterCopy();
  return (
    <section className="card guide" aria-labelledby="guide-title">
      <div className="guide-head">
        <h2 id="guide-title">{copy.title}</h2>
        <span className="small quiet-text">{copy.ticksKept}</span>
        <span className="small guide-count">
          <Rich text={copy.doneCount(guide.doneCount)} />
        </span>
      </div>
      <ol className="guide-steps">
        {Array.from({ length: GUIDE_STEPS }, (_, step) => (
          <GuideStep key={step} step={step} guide={guide} checking={checking} onChecking={onChecking} />
        ))}
      </ol>
      <div className="guide-foot">
        <Button look="quiet" icon={<CircleQuestionMark />} onClick={() => onTrouble(0)}>
          {copy.wrong}
        </Button>
        <span className="guide-foot-end">
          <Button
            look="quiet"
            onClick={() => {
              guide.show(2);
              onChecking(!checking);
            }}
          >
            {copy.anotherName}
          </Button>
          <Button look="quiet" onClick={() => onTrouble(1)}>
            {copy.haveApp}
          </Button>
        </span>
      </div>
    </section>
  );
}

type GuideStepProps = Pick<GuideProps, 'guide' | 'checking' | 'onChecking'> & { step: number };

function GuideStep({ step, guide, checking, onChecking }: GuideStepProps) {
  const { guide: copy } = useLaterCopy();
  const texts = [copy.one, copy.two, copy.three, copy.four][step]!;
  const done = guide.done[step] ?? false;
  const open = guide.open === step;
  return (
    <li className={`guide-step${done ? ' guide-step-done' : ''}${open ? ' guide-step-open' : ''}`}>
      <label className="guide-tick">
        <input
          type="checkbox"
          checked={done}
          aria-label={copy.markDone(step + 1)}
          onChange={(event) => guide.setDone(step, event.target.checked)}
        />
        <span aria-hidden="true">{done ? <Check /> : step + 1}</span>
      </label>
      <div className="guide-step-body">
        <div className="guide-step-line">
          {open ? (
            <h3>
              <Rich text={plain(texts.title)} />
            </h3>
          ) : (
            <button type="button" className="guide-step-name" aria-expanded={false} onClick={() => guide.show(step)}>
              <Rich text={texts.short} />
            </button>
          )}
          {open && !done ? (
            <Button look="quiet" dense icon={<Check />} onClick={() => guide.setDone(step, true)}>
              {copy.done}
            </Button>
          ) : done && !open && step === 0 ? (
            <SiteLink look="quiet" text={copy.openAgain} />
          ) : done && !open && step === 2 ? (
            <Button look="quiet" dense onClick={() => guide.show(step)}>
              {copy.showAgain}
            </Button>
          ) : null}
        </div>
        {open ? <GuideContent step={step} shortName={guide.shortName} /> : null}
        {open && step === 2 && checking ? (
          <ShortNameChecker
            initial={guide.shortName}
            onUse={(name) => {
              guide.setShortName(name);
              onChecking(false);
            }}
          />
        ) : null}
      </div>
    </li>
  );
}
