import { MessageSquareText, MonitorSmartphone, Power } from 'lucide-react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useCopy } from '../../copy/copy-context.tsx';
import { Rich } from '../../ui/rich.tsx';
import { TickBox } from '../../ui/tick-box.tsx';

interface ConsentProps {
  box: UseFormRegisterReturn;
  missing: boolean;
}

/** What Botize will be able to do, in plain words, and the agreement to it. */
export function Consent({ box, missing }: ConsentProps) {
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
      <TickBox {...box} error={missing ? fields.consent.required : null}>
        {copy.consent}
      </TickBox>
    </section>
  );
}
