/** What people do on a page, for states that only typing or pressing leads to. */

const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;

/** Types into the field of that name. */
export function type(name: string, value: string): void {
  const field = document.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  if (field === null) return;
  setValue?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

export function tick(name: string): void {
  document.querySelector<HTMLInputElement>(`input[name="${name}"]:not(:checked)`)?.click();
}

export const submit = (): void => document.querySelector<HTMLFormElement>('main form')?.requestSubmit();

/** Calls `then` once something of that kind is drawn. Returns how to stop waiting. */
export function whenDrawn(selector: string, then: () => void): () => void {
  let frame = 0;
  const look = () => {
    if (document.querySelector(selector) !== null) then();
    else frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}
