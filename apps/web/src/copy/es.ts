import type { Catalogue } from './en.ts';
import { credentials } from './es/credentials.ts';
import { fields } from './es/fields.ts';
import { shell } from './es/shell.ts';

export const es = { shell, credentials, fields } satisfies Catalogue;
