import { useId, type ComponentProps, type ReactNode } from 'react';
import { FieldError } from './text-field.tsx';

interface TickBoxProps extends Omit<ComponentProps<'input'>, 'type'> {
  children: ReactNode;
  error?: string | null | undefined;
}

export function TickBox({ children, error, ...input }: TickBoxProps) {
  const id = useId();
  return (
    <div>
      <label className="tick">
        <input
          {...input}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <span>{children}</span>
      </label>
      {error ? <FieldError id={`${id}-error`} text={error} /> : null}
    </div>
  );
}
