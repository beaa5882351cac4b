import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../paths.mjs';
import { readScenarioRows } from './read.mjs';
import { scenarioPage, scenarioRows } from './table.mjs';

test('docs/scenarios.md is what `npm run scenarios` writes', async () => {
  const rows = await readScenarioRows();
  expect(rows.length).toBeGreaterThan(100);
  expect(readFileSync(join(root, 'docs', 'scenarios.md'), 'utf8')).toBe(scenarioPage(rows));
});

test('a scenario nobody has walked through is missed', () => {
  const scenarios = [{ suffix: '0999', name: 'new', shows: 'Something new.' }];
  const sentenceOf = () => 'Wait.';
  expect(() => scenarioRows({ scenarios, pages: {}, sentenceOf })).toThrow('new');
  const pages = { new: ['code sms_word', 'phone telegram.flood_wait'] };
  expect(scenarioRows({ scenarios, pages, sentenceOf })[0]?.sees).toBe('code (sms word) → number: “Wait.”');
});
