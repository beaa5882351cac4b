import { credentials } from './en/credentials.ts';
import { fields } from './en/fields.ts';
import { shell } from './en/shell.ts';

/** The sentences that the first page needs; other languages must have the same members. `**bold**`, `[[set apart]]`. */
export const en = { shell, credentials, fields };
export type Catalogue = typeof en;
