import type { Catalogue } from './en.ts';
import { credentials } from './ar/credentials.ts';
import { fields } from './ar/fields.ts';
import { shell } from './ar/shell.ts';

export const ar = { shell, credentials, fields } satisfies Catalogue;
