import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { problemOfShortName } from './short-name.ts';

interface ShortNameCheckerProps {
  initial: string;
  onUse: (name: string) => void;
}

/** Tells of a name, as it is typed, whether Telegram's form would take it. */
export function ShortNameChecker({ initial, onUse }: ShortNameCheckerProps) {
  const { guide } = useLaterCopy();
  const [name, setName] = useState(initial);
  const [touched, setTouched] = useState(false);
  const problem = problemOfShortName(name);
  const verdict =
    problem === null
      ? null
      : problem.kind === 'letters'
        ? guide.checkerLetters
        : problem.kind === 'short'
          ? guide.checkerShort(problem.by)
          : guide.checkerLong(problem.by);
  return (
    <div className="checker">
      <TextField
        label={guide.checkerLabel}
        note={guide.checkerRule}
        value={name}
        mono
        dir="ltr"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        error={touched ? verdict : null}
        help={
          problem === null ? (
            <>
              <CircleCheck /> {guide.checkerGood}
            </>
          ) : null
        }
        onChange={(event) => {
          setTouched(true);
          setName(event.target.value.trim());
        }}
      />
      <Button dense onClick={() => (problem === null ? onUse(name) : setTouched(true))}>
        {guide.checkerUse}
      </Button>
    </div>
  );
}
