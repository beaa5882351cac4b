import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** @typedef {{ file: string, source: string, flags: string }} Expression */

/** Programs that read what outsiders send. */
const folders = ['apps/api/src', 'apps/web/src', 'packages/contract/src', 'packages/login/src', 'packages/vault/src'];
const isProgram = (/** @type {string} */ path) =>
  /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !/\/testing\/|\/contract-walk\//.test(path);

/** Every regular expression written in the programs. @returns {Expression[]} */
export const expressionsIn = (/** @type {string} */ root) => {
  /** @type {Expression[]} */
  const found = [];
  for (const folder of folders.map((path) => join(root, path))) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name);
      if (isProgram(path)) found.push(...expressionsOf(relative(root, path), readFileSync(path, 'utf8')));
    }
  }
  return found;
};

/** @returns {Expression[]} */
export const expressionsOf = (/** @type {string} */ file, /** @type {string} */ text) => {
  /** @type {Expression[]} */
  const found = [];
  const visitor = new Visitor({
    Literal(node) {
      if ('regex' in node && node.regex) found.push({ file, source: node.regex.pattern, flags: node.regex.flags });
    },
  });
  visitor.visit(parseSync(file, text).program);
  return found;
};

/** What is repeated: letters of the expression itself, and one of each kind. */
const lettersFor = (/** @type {string} */ source) => {
  const own = source.replaceAll(/\\[a-z]|[\\^$()[\]{}|?*+]/gi, '');
  return [...new Set([...own.slice(0, 40), ...'a0A _-%@./:;,="\t\nñ١'])];
};

/** What comes before: nothing, or the letters that an expression begins with. */
const startsFor = (/** @type {string} */ source) => {
  const literal = /^\^?((?:[\w:/ -]|\\[^a-zA-Z0-9])+)/.exec(source)?.[1]?.replaceAll('\\', '') ?? '';
  return [...new Set(['', literal, literal.slice(0, -1)])];
};

/** Repetitions that ambiguous expressions try in many ways, ended so that none of them fits. */
const attacksOn = function* (/** @type {string} */ source, /** @type {number} */ length) {
  const letters = lettersFor(source);
  const units = [...letters, ...letters.flatMap((one) => [`${one}a`, `${one}0`])];
  for (const start of startsFor(source)) {
    for (const unit of new Set(units)) yield `${start}${unit.repeat(Math.ceil(length / unit.length))}\u0000!x\n`;
  }
};

const tooSlowMs = 120;
/** Growing, so that one that explodes is caught before it would take a lifetime. */
const lengths = [16, 20, 24, 27, 1_000, 20_000];

/** What the expression takes too long for, or null. Quadratic ones need seconds for the longest, linear ones nothing. */
export const findSlowText = (/** @type {{ source: string, flags: string }} */ { source, flags }) => {
  const expression = new RegExp(source, flags.replaceAll(/[gy]/g, ''));
  const takes = (/** @type {string} */ text) => {
    const started = performance.now();
    expression.test(text);
    return performance.now() - started;
  };
  for (const length of lengths) {
    for (const text of attacksOn(source, length)) {
      // A busy machine may be slow once; an expression is slow each time.
      if (takes(text) > tooSlowMs && takes(text) > tooSlowMs)
        return `${JSON.stringify(text.slice(0, 12))}… (${length})`;
    }
  }
  return null;
};
