import { ArrowLeft, Check, ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Rich } from '../../ui/rich.tsx';
import { TickBox } from '../../ui/tick-box.tsx';

interface TroubleshooterProps {
  /** The open topic, by its place in the list; null when all are closed. */
  topic: number | null;
  onTopic: (topic: number | null) => void;
  onBack: () => void;
  onTryNames: () => void;
}

/** What goes wrong on my.telegram.org, and what helped others. */
export function Troubleshooter({ topic, onTopic, onBack, onTryNames }: TroubleshooterProps) {
  const { troubleshooter: copy } = useLaterCopy();
  const topics: { title: string; content: ReactNode }[] = [
    { title: copy.errorBox, content: <ErrorBox onWorked={onBack} /> },
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

function ErrorBox({ onWorked }: { onWorked: () => void }) {
  const { troubleshooter: copy } = useLaterCopy();
  const [triedAll, setTriedAll] = useState(false);
  return (
    <>
      <p className="quiet-text">{copy.errorIntro}</p>
      <div>
        {copy.errorTries.map((text) => (
          <TickBox key={text}>
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
