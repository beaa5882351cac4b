import { Clock, LoaderCircle } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

interface ButtonProps extends ComponentProps<'button'> {
  look?: 'main' | 'second' | 'quiet' | 'ends';
  dense?: boolean;
  full?: boolean;
  /** What it says while the request is under way; a second press does nothing meanwhile. */
  busy?: string | false | undefined;
  /** Not possible before a time that the label names: inert, but it keeps its place for the keyboard. */
  waiting?: boolean;
  icon?: ReactNode;
  iconEnd?: ReactNode;
}

export const buttonClass = (look: NonNullable<ButtonProps['look']>, dense = false, full = false): string =>
  `button button-${look}${dense ? ' button-dense' : ''}${full ? ' button-full' : ''}`;

export function Button(props: ButtonProps) {
  const { look = 'second', dense, full, busy, waiting, icon, iconEnd, children, onClick, type, ...rest } = props;
  const inert = Boolean(busy) || waiting === true;
  return (
    <button
      {...rest}
      type={inert ? 'button' : (type ?? 'button')}
      className={buttonClass(look, dense, full)}
      aria-busy={busy ? true : undefined}
      aria-disabled={waiting ? true : undefined}
      onClick={inert ? undefined : onClick}
    >
      {busy ? <LoaderCircle className="turning" /> : waiting ? <Clock /> : icon}
      <span>{busy || children}</span>
      {busy || waiting ? null : iconEnd}
    </button>
  );
}
