import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Folders that mark something in backticks as a path of this repository. */
const areas = /^(apps|packages|scripts|e2e|docs|bench|\.ci)\//;
const rootFile = /^([A-Z]+\.md|package(-lock)?\.json|(playwright|vitest)\.config\.ts)$/;
const generated = /(^|\/)(dist|node_modules|data)(\/|$)/;

/** Every Markdown file at the root and under docs. */
export const listDocuments = (/** @type {string} */ root) => {
  const inDocs = join(root, 'docs');
  const below = existsSync(inDocs) ? readdirSync(inDocs, { recursive: true, encoding: 'utf8' }) : [];
  return [...readdirSync(root).map((name) => join(root, name)), ...below.map((name) => join(inDocs, name))].filter(
    (file) => file.endsWith('.md'),
  );
};

/** Paths as written in backticks, links and pictures; what has a placeholder or a star in it is a pattern. */
const pathsIn = (/** @type {string} */ text) => {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  const quoted = [...prose.matchAll(/`([^`\s]+)`/g)].map(([, path = '']) => path);
  const linked = [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, path = '']) => path);
  return {
    quoted: quoted.filter((path) => (areas.test(path) || rootFile.test(path)) && !/[*<>{}…]/.test(path)),
    linked: linked.filter((path) => !/^[a-z]+:/.test(path)),
  };
};

const scriptsOf = (/** @type {string} */ root) => {
  const { scripts = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return new Set(['test', 'start', ...Object.keys(scripts)]);
};

/** What a document mentions and the repository doesn't have: files, folders and `npm run` commands. */
export const findMissingPaths = (
  /** @type {string} */ root,
  /** @type {string} */ document,
  /** @type {string} */ text,
) => {
  const where = relative(root, document);
  const { quoted, linked } = pathsIn(text);
  const known = scriptsOf(root);
  const commands = [...text.matchAll(/npm run ([a-z][a-z0-9:-]*)/g)].map(([, name = '']) => name);
  return [
    ...quoted.filter((path) => !generated.test(path) && !existsSync(join(root, path))),
    ...linked.filter((path) => !existsSync(join(dirname(document), path))),
    ...commands.filter((name) => !known.has(name)).map((name) => `npm run ${name}`),
  ].map((missing) => `${where}: ${missing} doesn't exist`);
};
