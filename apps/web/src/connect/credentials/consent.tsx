import { MessageSquareText, MonitorSmartphone, Power } from 'lucide-react';
import type { Ref } from 'react';
import { useCopy } from '../../copy/copy-context.tsx';
import { Rich } from '../../ui/rich.tsx';
import { TickBox } from '../../ui/tick-box.tsx';

interface ConsentProps {
  agreed: boolean;
  missing: boolean;
  onChange: (agreed: boolean) => void;
  ref: Ref<HTMLInputElement>;
}

/** What Botize will be able to do, in plain words, and the agreement to it. */
export function Consent({ agreed, missing, onChange, ref }: ConsentProps) {
  const { credentials: copy, fields } = useCopy();
  return (
    <section className="consent" aria-labelledby="consent-title">
      <hr className="rule" />
      <h3 id="consent-title">{copy.allowTitle}</h3>
      <ul className="points">
        <li>
          <MessageSquareText />
          <span>{copy.allowRead}</span>
        </li>
        <li>
          <MonitorSmartphone />
          <span>
            <Rich text={copy.allowListed} />
          </span>
        </li>
        <li>
          <Power />
          <span>{copy.allowEnd}</span>
        </li>
      </ul>
      <TickBox
        ref={ref}
        name="consent"
        checked={agreed}
        error={missing ? fields.consent.required : null}
        onChange={(event) => onChange(event.target.checked)}
      >
        {copy.consent}
      </TickBox>
    </section>
  );
}
