import { mkdirSync, statSync } from 'node:fs';

const others = 0o077;

/** Makes a folder that only its owner may enter; one that exists must be so already. @throws Error saying what to do */
export function privateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if ((statSync(path).mode & others) !== 0) {
    throw new Error(`the folder ${path} is open to other users: run chmod 700 on it`);
  }
}

/** @throws Error if the file is open to other users */
export function mustBePrivateFile(path: string): void {
  if ((statSync(path).mode & others) !== 0) {
    throw new Error(`the file ${path} is open to other users: run chmod 600 on it`);
  }
}
