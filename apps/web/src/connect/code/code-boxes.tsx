import { useState, type ChangeEvent, type RefObject } from 'react';
import { digitsTyped } from './delivery-input.ts';

interface CodeBoxesProps {
  field: RefObject<HTMLInputElement | null>;
  id: string;
  length: number;
  value: string;
  wrong: boolean;
  describedBy: string;
  onChange: (value: string) => void;
}

/** One real input, invisible, over as many drawn cells as the code has digits: autofill and paste just work. */
export function CodeBoxes({ field, id, length, value, wrong, describedBy, onChange }: CodeBoxesProps) {
  const [focused, setFocused] = useState(false);
  const [allSelected, setAllSelected] = useState(false);
  const caret = Math.min(value.length, length - 1);

  const readSelection = () => {
    const input = field.current;
    setAllSelected(input !== null && value !== '' && input.selectionStart === 0 && input.selectionEnd === value.length);
  };
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    setAllSelected(false);
    onChange(digitsTyped(event.target.value, length));
  };

  return (
    <div className="boxes" dir="ltr" data-length={length}>
      {Array.from({ length }, (_, index) => (
        <span
          key={index}
          aria-hidden="true"
          className={`box${wrong ? ' box-wrong' : ''}${focused && !allSelected && index === caret ? ' box-here' : ''}`}
        >
          {value[index] ?? (focused && index === caret ? <i /> : null)}
        </span>
      ))}
      <input
        ref={field}
        id={id}
        name="code"
        className="boxes-input"
        inputMode="numeric"
        autoComplete="one-time-code"
        autoCorrect="off"
        spellCheck={false}
        value={value}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={describedBy}
        onChange={change}
        onSelect={readSelection}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
    </div>
  );
}
