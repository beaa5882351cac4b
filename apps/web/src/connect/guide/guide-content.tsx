import { ExternalLink } from 'lucide-react';
import { useCopy, useLaterCopy } from '../../copy/copy-context.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Rich } from '../../ui/rich.tsx';
import { AppForm } from './app-form.tsx';
import { DrawnField, DrawnPage, DrawnRow } from './drawn-page.tsx';

const SITE = 'https://my.telegram.org';

export function SiteLink({ look, text }: { look: 'second' | 'quiet'; text: string }) {
  const { shell } = useCopy();
  return (
    <a className={buttonClass(look, true)} href={`${SITE}/apps`} target="_blank" rel="noreferrer">
      <span>{text}</span>
      <ExternalLink />
      <span className="unseen">{shell.newTab}</span>
    </a>
  );
}

/** What a step of the guide shows while it is open. */
export function GuideContent({ step, shortName }: { step: number; shortName: string }) {
  if (step === 0) return <SignInThere />;
  if (step === 1) return <ChooseTools />;
  if (step === 2) return <AppForm shortName={shortName} />;
  return <CopyLines />;
}

function SignInThere() {
  const { guide } = useLaterCopy();
  return (
    <div className="guide-parts">
      <p>
        <SiteLink look="second" text={guide.openSite} />
      </p>
      <DrawnPage address="my.telegram.org">
        <DrawnRow label={guide.oneNumber}>
          <DrawnField value="+34612345678" />
        </DrawnRow>
        <div className="drawn-row drawn-row-last">
          <span className="drawn-button">{guide.oneButton}</span>
        </div>
      </DrawnPage>
      <Letters lines={[guide.oneA, guide.oneB]} />
    </div>
  );
}

function ChooseTools() {
  const { guide } = useLaterCopy();
  const [tools, ...others] = guide.twoLinks;
  return (
    <div className="guide-parts">
      <DrawnPage address="my.telegram.org">
        <ul className="drawn-links">
          <li className="drawn-link-here">{tools}</li>
          {others.map((other) => (
            <li key={other}>{other}</li>
          ))}
        </ul>
      </DrawnPage>
      <p className="quiet-text">{guide.twoA}</p>
    </div>
  );
}

function CopyLines() {
  const { guide } = useLaterCopy();
  return (
    <div className="guide-parts">
      <DrawnPage address="my.telegram.org/apps">
        <DrawnRow label="App api_id">
          <DrawnField value="1234567" strong />
        </DrawnRow>
        <DrawnRow label="App api_hash">
          <DrawnField value="0123456789abcdef0123456789abcdef" strong />
        </DrawnRow>
        <DrawnRow label={guide.formTitle}>
          <DrawnField value="Botize" />
        </DrawnRow>
        <DrawnRow label={guide.formShortName}>
          <DrawnField value="botize" />
        </DrawnRow>
      </DrawnPage>
      <Letters lines={[guide.fourA, guide.fourB]} />
    </div>
  );
}

function Letters({ lines }: { lines: string[] }) {
  return (
    <ol className="letters">
      {lines.map((line, index) => (
        <li key={line}>
          <span className="letter" aria-hidden="true">
            {String.fromCharCode(97 + index)}
          </span>
          <span>
            <Rich text={line} />
          </span>
        </li>
      ))}
    </ol>
  );
}
