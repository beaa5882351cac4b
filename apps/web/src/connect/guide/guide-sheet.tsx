import { ArrowLeft, CircleQuestionMark, X } from 'lucide-react';
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { useCopy, useLaterCopy } from '../../copy/copy-context.tsx';
import { Button } from '../../ui/button.tsx';
import { plain } from '../../ui/rich.tsx';
import type { GuideProps } from './guide-card.tsx';
import { GuideContent } from './guide-content.tsx';
import { GuideBars } from './guide-summary.tsx';
import { ShortNameChecker } from './short-name-checker.tsx';
import { GUIDE_STEPS } from './use-guide.ts';

interface GuideSheetProps extends GuideProps {
  open: boolean;
  onClose: () => void;
  /** Shown instead of the step, for the troubleshooter. */
  children: ReactNode;
}

/** The guide on a phone: a native dialog from below, one step at a time. */
export function GuideSheet(props: GuideSheetProps) {
  const { guide, checking, onChecking, onTrouble, open, onClose, children } = props;
  const { shell } = useCopy();
  const { guide: copy } = useLaterCopy();
  const dialog = useRef<HTMLDialogElement>(null);
  const step = guide.open;
  const texts = [copy.one, copy.two, copy.three, copy.four][step]!;
  const last = step === GUIDE_STEPS - 1;

  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);

  /** The dialog itself is only hit beside its content, on the veil. */
  const closeOutside = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };

  const next = () => {
    guide.setDone(step, true);
    if (last) onClose();
    else guide.show(step + 1);
  };

  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="sheet-title" onClose={onClose} onClick={closeOutside}>
      <div className="sheet-body">
        <div className="sheet-top">
          <h2 id="sheet-title">{copy.title}</h2>
          <GuideBars guide={guide} />
          <button type="button" className="icon-button" aria-label={shell.close} onClick={onClose}>
            <X />
          </button>
        </div>
        {children ?? (
          <div className="sheet-step">
            <p className="small quiet-text">{copy.stepOf(step + 1)}</p>
            <h3>{plain(texts.title)}</h3>
            <GuideContent step={step} shortName={guide.shortName} />
            {step === 2 ? (
              checking ? (
                <ShortNameChecker
                  initial={guide.shortName}
                  onUse={(name) => {
                    guide.setShortName(name);
                    onChecking(false);
                  }}
                />
              ) : (
                <Button look="quiet" dense onClick={() => onChecking(true)}>
                  {copy.anotherName}
                </Button>
              )
            ) : null}
            <Button look="main" full onClick={next}>
              {last ? copy.finish : copy.doneNext}
            </Button>
            <div className="sheet-foot">
              {step > 0 ? (
                <Button look="quiet" icon={<ArrowLeft className="mirrored" />} onClick={() => guide.show(step - 1)}>
                  {copy.backTo(step)}
                </Button>
              ) : (
                <span />
              )}
              <Button look="quiet" icon={<CircleQuestionMark />} onClick={() => onTrouble(0)}>
                {copy.wrong}
              </Button>
            </div>
          </div>
        )}
      </div>
    </dialog>
  );
}
