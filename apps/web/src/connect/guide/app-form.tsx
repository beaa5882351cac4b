import { useLaterCopy } from '../../copy/copy-context.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DrawnField, DrawnPage, DrawnRow } from './drawn-page.tsx';

/** What to fill in on my.telegram.org. The words are those of Telegram's page, which is in English only. */
export const appValues = {
  title: 'Botize',
  url: 'https://botize.com',
  description: 'Automation platform',
};

/** Telegram's form for a new app, with a copy button for each value. */
export function AppForm({ shortName }: { shortName: string }) {
  const { guide } = useLaterCopy();
  const row = (label: string, value: string) => (
    <DrawnRow label={label} action={<CopyButton value={value} />}>
      <DrawnField value={value} />
    </DrawnRow>
  );
  return (
    <DrawnPage address="my.telegram.org/apps" withActions>
      {row(guide.formTitle, appValues.title)}
      {row(guide.formShortName, shortName)}
      {row(guide.formUrl, appValues.url)}
      <DrawnRow
        label={guide.formPlatform}
        action={
          <span className="drawn-hint">
            <span className="wide-only">{guide.tickByHand}</span>
            <span className="narrow-only">{guide.tickIt}</span>
          </span>
        }
      >
        <span className="drawn-radios">
          <span className="drawn-radio wide-only">Desktop</span>
          <span className="drawn-radio wide-only">Web</span>
          <span className="drawn-radio drawn-radio-on">
            <b>{guide.platformOther}</b> <span className="narrow-only">{guide.platformLast}</span>
          </span>
        </span>
      </DrawnRow>
      {row(guide.formDescription, appValues.description)}
      <div className="drawn-row drawn-row-last">
        <span className="drawn-button">{guide.formCreate}</span>
      </div>
    </DrawnPage>
  );
}
