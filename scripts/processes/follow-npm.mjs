import { readFileSync } from 'node:fs';

const interval = 500;

/** The parent of another process, where the system tells; the second number after its name. */
const parentOf = (/** @type {number} */ pid) => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1];
  } catch {
    return undefined;
  }
};

/** npm starts us through a shell: whichever of the two dies, one of these changes. */
const line = () => `${process.ppid} ${parentOf(process.ppid)}`;

/** Calls `gone` when the npm that started this program is no more: its signals don't always reach us. */
export const followNpm = (/** @type {() => void} */ gone) => {
  if (!process.env['npm_lifecycle_event']) return;
  const started = line();
  setInterval(() => line() !== started && gone(), interval).unref();
};
