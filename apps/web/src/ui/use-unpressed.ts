import { useRef, useSyncExternalStore } from 'react';

let pressed = false;
const listeners = new Set<() => void>();

const set = (value: boolean) => {
  pressed = value;
  for (const listener of listeners) listener();
};
const begin = () => set(true);
// The click comes after this event, and goes to whatever lies under the pointer by then.
const end = () => void setTimeout(() => set(false), 0);

const subscribe = (listener: () => void) => {
  if (listeners.size === 0) {
    document.addEventListener('pointerdown', begin, true);
    document.addEventListener('pointerup', end, true);
    document.addEventListener('pointercancel', end, true);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener('pointerdown', begin, true);
    document.removeEventListener('pointerup', end, true);
    document.removeEventListener('pointercancel', end, true);
    pressed = false;
  };
};

/**
 * The value, but while a pointer is pressed the one from before. Pressing takes the focus from a field; what the page
 * then says about that field must not push away what is being pressed.
 */
export function useUnpressed<T>(value: T): T {
  const isPressed = useSyncExternalStore(subscribe, () => pressed);
  const kept = useRef(value);
  if (!isPressed) kept.current = value;
  return kept.current;
}
