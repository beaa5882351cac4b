import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { walkThrough } from './walk/walk-through.mjs';

const [url = 'http://localhost:3000', folder] = process.argv.slice(2);
const simulatorUrl = process.env['SIMULATOR_URL'] || 'http://127.0.0.1:3001';
if (folder) mkdirSync(folder, { recursive: true });

console.log(`Walking through ${url}; codes come from ${simulatorUrl}`);
const started = Date.now();
await walkThrough({
  url,
  simulatorUrl,
  theme: 'light',
  onPage: async (page, step) => {
    console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s  ${step}`);
    if (folder) await page.screenshot({ path: join(folder, `${step}.png`), animations: 'disabled' });
  },
});
console.log('Connected.');
