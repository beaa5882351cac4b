import type { SupportPerson } from '@botize/contract';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { failureOf, type Failure } from '../../api/problem.ts';
import { FailureNotice } from '../../connect/failure-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSupportCopy } from '../support-copy.tsx';
import { broken, clearable, type ActName } from './possible-acts.ts';
import { useAct } from './use-act.tsx';

/** How long a reason may be, as the contract says. */
const SHORTEST = 3;
const LONGEST = 300;

interface ActFormProps {
  act: ActName;
  person: SupportPerson;
  onClose: () => void;
  /** With what is to be said about it. */
  onDone: (said: ReactNode) => Promise<void>;
}

/** Asks why, and for which of several; says so where that isn't enough. */
export function ActForm({ act, person, onClose, onDone }: ActFormProps) {
  const { acts: copy } = useSupportCopy();
  const titleId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const limits = clearable(person);
  const [which, setWhich] = useState<string>(() =>
    act === 'clear_limit' ? (limits[0] ?? '') : ((broken(person) ?? person.connections[0])?.id ?? ''),
  );
  const run = useAct(person);
  useEffect(() => field.current?.focus(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const why = reason.trim();
    const problem = why.length < SHORTEST ? copy.reasonMissing : why.length > LONGEST ? copy.reasonLong : null;
    setWrong(problem);
    if (problem !== null) return field.current?.focus();
    setBusy(true);
    setFailure(null);
    try {
      await onDone(await run(act, why, which));
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };

  return (
    <form
      className="act-form"
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <h3 id={titleId}>{copy[act].title}</h3>
      <p className="small quiet-text">{copy.hints[act]}</p>
      <Which act={act} person={person} value={which} onChange={setWhich} />
      <TextField
        ref={field}
        label={copy.reason}
        help={copy.reasonHelp}
        error={wrong}
        value={reason}
        dir="auto"
        autoComplete="off"
        onChange={(event) => setReason(event.target.value)}
      />
      <FailureNotice failure={failure} />
      <div className="act-form-end">
        <Button look="quiet" dense onClick={onClose}>
          {copy.cancel}
        </Button>
        <Button type="submit" look="main" dense busy={busy && copy[act].busy}>
          {copy[act].submit}
        </Button>
      </div>
    </form>
  );
}

interface WhichProps {
  act: ActName;
  person: SupportPerson;
  value: string;
  onChange: (value: string) => void;
}

/** Only where there is something to choose. */
function Which({ act, person, value, onChange }: WhichProps) {
  const { acts: copy, person: words, common } = useSupportCopy();
  const id = useId();
  const options =
    act === 'clear_limit'
      ? clearable(person).map((each) => [each, words.wait[each]] as const)
      : act === 'end_attempt'
        ? []
        : person.connections.map((each) => [each.id, `${each.account.name} (${common.status[each.status]})`] as const);
  if (options.length < 2) return null;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {act === 'clear_limit' ? copy.whichLimit : copy.which}
      </label>
      <select id={id} className="select" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
