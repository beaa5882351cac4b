import { lazy, Suspense, useRef, useState } from 'react';
import { useLostFocus } from '../../ui/use-lost-focus.ts';
import { useNarrow } from '../../ui/use-media.ts';
import { GuideCard } from './guide-card.tsx';
import { GuideSheet } from './guide-sheet.tsx';
import { GuideSummary } from './guide-summary.tsx';
import { useGuide } from './use-guide.ts';
import './drawn-page.css';
import './guide.css';
import './guide-sheet.css';
import './troubleshooter.css';

/** Most people never open it. */
const Troubleshooter = lazy(async () => ({ default: (await import('./troubleshooter.tsx')).Troubleshooter }));

type GuidePanel = 'steps' | 'trouble';

/** How to get the credentials: a card beside the form, and on a phone a short card with a sheet behind it. */
export function Guide() {
  const guide = useGuide();
  const narrow = useNarrow();
  const [panel, setPanel] = useState<GuidePanel>('steps');
  const [topic, setTopic] = useState<number | null>(0);
  const [checking, setChecking] = useState(false);
  const [sheet, setSheet] = useState(false);

  const place = useRef<HTMLDivElement>(null);
  useLostFocus(place, `${panel} ${guide.open} ${checking}`);

  const trouble = (about: number) => {
    setTopic(about);
    setPanel('trouble');
  };
  const tryNames = () => {
    setPanel('steps');
    setChecking(true);
    guide.show(2);
  };
  const shared = { guide, checking, onChecking: setChecking, onTrouble: trouble };
  const troubleshooter = (
    <Suspense fallback={null}>
      <Troubleshooter
        guide={guide}
        topic={topic}
        onTopic={setTopic}
        onBack={() => setPanel('steps')}
        onTryNames={tryNames}
      />
    </Suspense>
  );

  if (!narrow) {
    return (
      <div className="guide-place" ref={place} tabIndex={-1}>
        {panel === 'trouble' ? troubleshooter : <GuideCard {...shared} />}
      </div>
    );
  }
  return (
    <div className="guide-first">
      <GuideSummary guide={guide} onOpen={() => setSheet(true)} />
      <GuideSheet {...shared} open={sheet} onClose={() => setSheet(false)}>
        {panel === 'trouble' ? troubleshooter : null}
      </GuideSheet>
    </div>
  );
}
