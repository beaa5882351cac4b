import { locales, type Locale } from '@botize/contract';
import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { loadLaterCatalogue, localeNames } from '../../copy/catalogues.ts';
import { useCopy, useLocale } from '../../copy/copy-context.tsx';
import type { LaterCatalogue } from '../../copy/en-later.ts';
import { Button } from '../../ui/button.tsx';
import { useCopied } from '../../ui/use-copied.ts';
import { diagnosisText } from '../diagnosis-text.ts';
import { useSupportCatalogue, useSupportCopy } from '../support-copy.tsx';
import { firstName, mainReference } from './names.ts';
import type { CardProps } from './parts.ts';

/** What to tell them, ready to paste: first in the language they use. */
export function AnswerCard({ person, zone }: CardProps) {
  const { shell } = useCopy();
  const { person: copy } = useSupportCopy();
  const { locale } = useLocale();
  const order = [...new Set([person.user.locale ?? locale, locale, ...locales])];
  const [chosen, setChosen] = useState<Locale | null>(null);
  const shown = chosen ?? order[0] ?? 'en';
  const lines = useAnswer(shown, { person, zone });
  const { copied, copy: toClipboard } = useCopied();
  return (
    <section className="card card-body answer" aria-labelledby="answer-title">
      <div className="answer-top">
        <h2 id="answer-title">{copy.answerTitle}</h2>
        <Tabs label={copy.answerIn} order={order} shown={shown} onChoose={setChosen} />
      </div>
      <div
        className="answer-text"
        role="tabpanel"
        id="answer-panel"
        aria-labelledby={`answer-${shown}`}
        lang={shown}
        dir={shown === 'ar' ? 'rtl' : 'ltr'}
      >
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div>
        <Button
          dense
          look={person.diagnosis.next === 'answer' ? 'main' : 'second'}
          icon={copied ? <Check /> : <Copy />}
          onClick={() => void toClipboard(lines.join('\n'))}
        >
          {copied ? shell.copied : copy.copyAnswer}
        </Button>
        <span className="unseen" role="status">
          {copied ? shell.copied : ''}
        </span>
      </div>
    </section>
  );
}

/** The lines in a language; none until its sentences are here. */
function useAnswer(locale: Locale, { person, zone }: CardProps): string[] {
  const support = useSupportCatalogue(locale);
  const [loaded, setLoaded] = useState<{ locale: Locale; copy: LaterCatalogue } | null>(null);
  useEffect(() => {
    void loadLaterCatalogue(locale).then((copy) => setLoaded({ locale, copy }));
  }, [locale]);
  if (support === null || loaded?.locale !== locale) return [];
  const { answer } = diagnosisText(person.diagnosis, person.attempt?.triesLeft ?? null, {
    diagnoses: support.diagnoses,
    time: loaded.copy.time,
    moment: zone.momentIn(locale),
    inZone: (text) => support.common.inZone(text, zone.place),
  });
  const reference = mainReference(person);
  return [
    support.person.hello(firstName(person.user.label)),
    ...answer,
    ...(reference === null ? [] : [support.person.referenceLine(reference)]),
  ];
}

interface TabsProps {
  label: string;
  order: Locale[];
  shown: Locale;
  onChoose: (locale: Locale) => void;
}

/** Tabs as screen readers know them: one of them is in the order of Tab, arrows go to the others. */
function Tabs({ label, order, shown, onChoose }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const along = document.documentElement.dir === 'rtl' ? -1 : 1;
    const step = event.key === 'ArrowRight' ? along : event.key === 'ArrowLeft' ? -along : 0;
    const next = order[(order.indexOf(shown) + step + order.length) % order.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#answer-${next}`)?.focus();
  };
  return (
    <div className="answer-tabs" role="tablist" aria-label={label} ref={list}>
      {order.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`answer-${each}`}
          lang={each}
          aria-selected={each === shown}
          aria-controls="answer-panel"
          tabIndex={each === shown ? 0 : -1}
          onClick={() => onChoose(each)}
          onKeyDown={move}
        >
          {localeNames[each]}
        </button>
      ))}
    </div>
  );
}
