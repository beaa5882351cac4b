import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { root } from '../paths.mjs';
import { scenarioRows } from './table.mjs';

/** The rows from the simulator's own table and the English sentences of the wizard. */
export const readScenarioRows = async () => {
  const load = (/** @type {string} */ path) => tsImport(join(root, path), import.meta.url);
  const { scenarios } = await load('packages/telegram-simulator/src/scenarios.ts');
  const { errors } = await load('apps/web/src/copy/en/errors.ts');
  const pages = JSON.parse(readFileSync(new URL('./pages.json', import.meta.url), 'utf8'));
  return scenarioRows({ scenarios, pages, sentenceOf: (code) => errors(code).title });
};
