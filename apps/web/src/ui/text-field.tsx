import { Check, CircleAlert } from 'lucide-react';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { Rich } from './rich.tsx';

interface TextFieldProps extends ComponentProps<'input'> {
  label: string;
  /** What the field is called at Telegram, at the end of the label's line. */
  note?: ReactNode;
  help?: ReactNode;
  error?: string | null | undefined;
  /** Shows a tick: what stands in the field is recognised. */
  ticked?: boolean;
  mono?: boolean;
  /** Stands in the field, after the text. */
  end?: ReactNode;
}

export function TextField(props: TextFieldProps) {
  const { label, note, help, error, ticked, mono, end, id: givenId, ...input } = props;
  const ownId = useId();
  const id = givenId ?? ownId;
  const described = [note ? `${id}-note` : null, error ? `${id}-error` : help ? `${id}-help` : null].filter(Boolean);
  return (
    <div className="field">
      <div className="field-top">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        {note ? (
          <span className="field-note" id={`${id}-note`}>
            {note}
          </span>
        ) : null}
      </div>
      <div className="field-box">
        <input
          {...input}
          id={id}
          className={`input${mono ? ' input-mono' : ''}${ticked ? ' input-ticked' : ''}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={described.length > 0 ? described.join(' ') : undefined}
        />
        {ticked ? (
          <span className="field-tick">
            <Check />
          </span>
        ) : null}
        {end}
      </div>
      {error ? (
        <FieldError id={`${id}-error`} text={error} />
      ) : help ? (
        <div className="field-line" id={`${id}-help`}>
          {help}
        </div>
      ) : null}
    </div>
  );
}

/** A sentence beside a field that says what is wrong with it; read out when it appears. */
export function FieldError({ id, text }: { id: string; text: string }) {
  return (
    <p className="field-line field-error" id={id} role="alert">
      <CircleAlert />
      <span>
        <Rich text={text} />
      </span>
    </p>
  );
}
