/**
 * @typedef {{ suffix: string, name: string, shows: string }} Scenario
 * @typedef {{ number: string, name: string, shows: string, sees: string }} Row
 */

/** @type {Record<string, string>} */
const stepNames = {
  phone: 'number',
  code: 'code',
  email: 'email address',
  password: 'cloud password',
  connected: 'connected',
  failed: 'the end',
};

/**
 * `code app telegram.flood_wait` in words: the page, how the code comes, and what stands on it.
 */
const inWords = (/** @type {string} */ page, /** @type {(code: string) => string} */ sentenceOf) => {
  const [step = '', ...rest] = page.split(' ');
  const message = rest.find((part) => part.includes('.'));
  const delivery = rest.find((part) => !part.includes('.'));
  const name = `${stepNames[step]}${delivery ? ` (${delivery.replaceAll('_', ' ')})` : ''}`;
  return message ? `${name}: “${sentenceOf(message)}”` : name;
};

/**
 * One row for each scenario: its number in data centre 2, what Telegram does, and the pages of the wizard after the
 * number for somebody who makes no mistake. Throws for a scenario without pages.
 *
 * @returns {Row[]}
 */
export const scenarioRows = (
  /** @type {{ scenarios: readonly Scenario[], pages: Record<string, string[]>, sentenceOf: (code: string) => string }} */
  { scenarios, pages, sentenceOf },
) =>
  scenarios.map(({ suffix, name, shows }) => {
    const way = pages[name];
    if (!way) throw new Error(`scripts/scenarios/pages.json has no pages for ${name}`);
    return { number: `+999662${suffix}`, name, shows, sees: way.map((page) => inWords(page, sentenceOf)).join(' → ') };
  });

const cell = (/** @type {string} */ text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** The rows as a page of documentation. */
export const scenarioPage = (/** @type {Row[]} */ rows) => `# Scenarios

What the simulated Telegram does with each test number, and which pages of the wizard somebody sees who makes no mistake,
from the number on. The digit after \`99966\` is the data centre (1 to 3, here 2) and each digit of the code. Any other
number of this form is a plain sign-in. \`npm run scenarios\` writes this page; a test plays every row.

| Number | Telegram | The wizard |
| --- | --- | --- |
${rows.map(({ number, shows, sees }) => `| ${number} | ${cell(shows)} | ${cell(sees)} |`).join('\n')}
`;
