import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { walkThrough } from './walk/walk-through.mjs';

const [url = 'http://localhost:3000'] = process.argv.slice(2);
const simulatorUrl = process.env['SIMULATOR_URL'] || 'http://127.0.0.1:3001';
const folder = join(root, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });

for (const theme of /** @type {const} */ (['light', 'dark'])) {
  const path = join(folder, `wizard-${theme}.png`);
  await walkThrough({
    url,
    simulatorUrl,
    theme,
    onPage: async (page, step) => void (step === 'code' && (await page.screenshot({ path, animations: 'disabled' }))),
  });
  console.log(path);
}
