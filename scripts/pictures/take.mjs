/// <reference lib="dom" />
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from '../paths.mjs';
import { browserArguments, browserPath } from '../setup/browser.mjs';
import { indexOf } from './index-page.mjs';

const folder = join(root, 'docs', 'pictures');
export const themes = /** @type {const} */ (['light', 'dark']);
export const sizes = { desktop: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } };

const freshEvery = 10;

/** What the README shows: a state of the workshop, and what its picture is called. */
const ofReadme = { id: 'code-app', size: 'desktop', name: 'wizard' };

/** @typedef {{ id: string, room: string, waits: boolean }} Entry */

/** Every state that the workshop lists. @returns {Promise<Entry[]>} */
const entriesOf = async (/** @type {import('@playwright/test').Page} */ page) => {
  await page.goto('/workshop');
  await page.locator('a[data-entry]').first().waitFor();
  return page.locator('a[data-entry]').evaluateAll((links) =>
    links.map((link) => ({
      id: link.getAttribute('data-entry') ?? '',
      room: link.closest('section')?.querySelector('h2')?.textContent ?? '',
      waits: link.hasAttribute('data-waits'),
    })),
  );
};

/** Parts that come later (sentences, icons, the QR code, what the pretended server says) have come when the page rests. */
const rests = (/** @type {import('@playwright/test').Page} */ page) =>
  page.evaluate(
    (quietMs) =>
      /** @type {Promise<void>} */ (
        new Promise((resolve) => {
          let timer = setTimeout(resolve, quietMs);
          // Rings and clocks go on for ever, by their attributes and texts.
          const observer = new MutationObserver(() => {
            clearTimeout(timer);
            timer = setTimeout(resolve, quietMs);
          });
          observer.observe(document.body, { childList: true, subtree: true });
        })
      ),
    400,
  );

/** Goes there without loading the page anew, and waits until everything is drawn. */
const show = async (
  /** @type {import('@playwright/test').Page} */ page,
  /** @type {Entry} */ { id, waits },
  /** @type {string} */ theme,
) => {
  await page.evaluate((to) => window.history.pushState(null, '', to), `/workshop/${id}?theme=${theme}`);
  await page
    .locator(`[data-workshop="${id}"]`)
    .locator(waits ? '.skeleton' : 'h1')
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
  await rests(page);
  await page.waitForFunction(() => document.querySelector('.qr-paper:empty') === null);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
    for (const animation of document.getAnimations()) {
      const { iterations = 1 } = animation.effect?.getTiming() ?? {};
      if (Number.isFinite(iterations)) animation.finish();
    }
  });
};

/** WebP keeps more than five hundred pictures small enough for a repository. */
const capture = async (
  /** @type {import('@playwright/test').CDPSession} */ devtools,
  /** @type {string} */ file,
  /** @type {{ format: 'webp' | 'png', quality?: number }} */ how = { format: 'webp', quality: 45 },
) => {
  const { data } = await devtools.send('Page.captureScreenshot', how);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, Buffer.from(data, 'base64'));
  return statSync(file).size;
};

/** A picture of each state that the workshop of a running instance shows, in both themes and both sizes. */
export const takePictures = async (/** @type {string} */ url) => {
  const executablePath = browserPath();
  const browser = await chromium.launch({ args: browserArguments, ...(executablePath && { executablePath }) });
  const states = join(folder, 'states');
  rmSync(states, { recursive: true, force: true });
  let bytes = 0;
  try {
    /** @type {Entry[]} */
    let entries = [];
    for (const [size, viewport] of Object.entries(sizes)) {
      const page = await browser.newPage({ baseURL: url, locale: 'en-GB', reducedMotion: 'reduce', viewport });
      const devtools = await page.context().newCDPSession(page);
      entries = await entriesOf(page);
      if (entries.length === 0) throw new Error('The workshop lists nothing.');
      for (const theme of themes) {
        for (const [index, entry] of entries.entries()) {
          // Waits and codes that were made when the page was loaded would be over before the last picture.
          if (index % freshEvery === 0) await entriesOf(page);
          await show(page, entry, theme);
          bytes += await capture(devtools, join(states, `${entry.id}-${size}-${theme}.webp`));
          if (entry.id === ofReadme.id && size === ofReadme.size) {
            bytes += await capture(devtools, join(folder, `${ofReadme.name}-${theme}.png`), { format: 'png' });
          }
        }
        console.log(`${size}, ${theme}: ${entries.length} pictures`);
      }
      await page.close();
    }
    writeFileSync(join(folder, 'README.md'), indexOf(entries));
    console.log(`${(bytes / 1_000_000).toFixed(1)} MB in docs/pictures`);
  } finally {
    await browser.close();
  }
};
