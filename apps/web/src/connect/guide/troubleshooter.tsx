import { ArrowLeft, Check, ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { lastRequestId } from '../../api/request.ts';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Reference } from '../../ui/reference.tsx';
import { Rich } from '../../ui/rich.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import type { GuideState } from './use-guide.ts';

interface TroubleshooterProps {
  guide: GuideState;
  /** The open topic, by its place in the list; null when all are closed. */
  topic: number | null;
  onTopic: (topic: number | null) => void;
  onBack: () => void;
  onTryNames: () => void;
}

/** What goes wrong on my.telegram.org, and what helped others. */
export function Troubleshooter({ guide, topic, onTopic, onBack, onTryNames }: TroubleshooterProps) {
  const { troubleshooter: copy } = useLaterCopy();
  const reference = lastRequestId();
  const topics: { title: string; content: ReactNode }[] = [
    { title: copy.errorBox, content: <ErrorBox guide={guide} onWorked={onBack} /> },
    { title: copy.haveApp, content: <Text text={copy.haveAppText} /> },
    { title: copy.noCode, content: <Text text={copy.noCodeText} /> },
    {
      title: copy.nameRefused,
      content: (
        <>
          <Text text={copy.nameRefusedText} />
          <Button dense onClick={onTryNames}>
            {copy.tryNames}
          </Button>
        </>
      ),
    },
    { title: copy.tooMany, content: <Text text={copy.tooManyText} /> },
  ];
  return (
    <section className="card trouble" aria-labelledby="trouble-title">
      <div className="trouble-head">
        <h2 id="trouble-title">{copy.title}</h2>
        <Button look="quiet" icon={<ArrowLeft className="mirrored" />} onClick={onBack}>
          {copy.back}
        </Button>
      </div>
      {topics.map((each, index) => (
        <div key={each.title} className="trouble-topic">
          <h3>
            <button
              type="button"
              aria-expanded={topic === index}
              aria-controls={`topic-${index}`}
              onClick={() => onTopic(topic === index ? null : index)}
            >
              <span>{each.title}</span>
              <ChevronDown />
            </button>
          </h3>
          <div id={`topic-${index}`} className="trouble-content" hidden={topic !== index}>
            {each.content}
          </div>
        </div>
      ))}
      {reference === null ? null : (
        <p className="trouble-none small quiet-text">
          {copy.none} <Reference value={reference} />
        </p>
      )}
    </section>
  );
}

function Text({ text }: { text: string }) {
  return (
    <p>
      <Rich text={text} />
    </p>
  );
}

function ErrorBox({ guide, onWorked }: { guide: GuideState; onWorked: () => void }) {
  const { troubleshooter: copy } = useLaterCopy();
  const [triedAll, setTriedAll] = useState(false);
  return (
    <>
      <p className="quiet-text">{copy.errorIntro}</p>
      <div>
        {copy.errorTries.map((text, index) => (
          <TickBox
            key={text}
            checked={guide.tried[index] ?? false}
            onChange={(event) => guide.setTried(index, event.target.checked)}
          >
            <Rich text={text} />
          </TickBox>
        ))}
      </div>
      <div className="trouble-buttons">
        <Button dense icon={<Check />} onClick={onWorked}>
          {copy.worked}
        </Button>
        <Button dense look="quiet" onClick={() => setTriedAll(true)}>
          {copy.triedAll}
        </Button>
      </div>
      <div role="status">{triedAll ? <p>{copy.triedAllText}</p> : null}</div>
    </>
  );
}
