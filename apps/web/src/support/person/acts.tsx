import type { SupportPerson } from '@botize/contract';
import { Activity, CircleStop, Eraser, Link2 } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { useSupportCopy } from '../support-copy.tsx';
import { ActForm } from './act-form.tsx';
import { possibleActs, type ActName } from './possible-acts.ts';

const icons: Record<ActName, ReactNode> = {
  send_link: <Link2 />,
  ask_check: <Activity />,
  end_attempt: <CircleStop />,
  clear_limit: <Eraser />,
};

interface ActsProps {
  person: SupportPerson;
  reload: () => Promise<void>;
}

/** The buttons, and the form of the one that was pressed: nothing is done without a reason. */
export function Acts({ person, reload }: ActsProps) {
  const { acts: copy } = useSupportCopy();
  const [open, setOpen] = useState<ActName | null>(null);
  const [done, setDone] = useState<ReactNode>(null);
  const buttons = useRef(new Map<ActName, HTMLButtonElement>());
  const possible = possibleActs(person);
  const wanted = possible[0] === person.diagnosis.next ? possible[0] : null;

  const close = () => {
    const act = open;
    setOpen(null);
    if (act !== null) buttons.current.get(act)?.focus();
  };
  return (
    <>
      <div className="acts" role="group" aria-label={copy.label}>
        {possible.map((act) => (
          <Button
            key={act}
            ref={(button) => {
              if (button) buttons.current.set(act, button);
              else buttons.current.delete(act);
            }}
            dense
            look={act === wanted ? 'main' : 'second'}
            icon={icons[act]}
            aria-expanded={open === act}
            onClick={() => {
              setDone(null);
              setOpen(open === act ? null : act);
            }}
          >
            {copy[act].button}
          </Button>
        ))}
      </div>
      {open === null ? null : (
        <ActForm
          key={open}
          act={open}
          person={person}
          onClose={close}
          onDone={async (said) => {
            close();
            setDone(said);
            await reload();
          }}
        />
      )}
      <div role="status">{done}</div>
    </>
  );
}
