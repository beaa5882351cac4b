import { readFileSync, readdirSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/**
 * One import as written in a module, with what it resolves to.
 * @typedef {{ from: string, specifier: string, typeOnly: boolean, kind: 'file' | 'package' | 'builtin' | 'missing', to: string }} Edge
 * @typedef {{ modules: string[], edges: Edge[] }} Graph
 */

const sourceFile = /\.(ts|tsx|mts|mjs|js)$/;
const skipped = new Set(['node_modules', 'dist', 'data', 'coverage', '.git', 'test-results', 'playwright-report']);

const listFiles = (/** @type {string} */ folder) => {
  /** @type {string[]} */
  const files = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...listFiles(path));
    else if (sourceFile.test(entry.name) && !entry.name.endsWith('.d.ts')) files.push(path);
  }
  return files;
};

/** Every import of one module, `import type`, `import('x').T` and `require('x')` included. */
const importsOf = (/** @type {string} */ file) => {
  const { program, errors } = parseSync(file, readFileSync(file, 'utf8'));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  /** @type {{ specifier: string, typeOnly: boolean }[]} */
  const found = [];
  const add = (/** @type {any} */ source, /** @type {boolean} */ typeOnly) => {
    if (typeof source?.value === 'string') found.push({ specifier: source.value, typeOnly });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => add(node.source, false),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier' && callee.name === 'require') add(first, false);
    },
    TSImportType: (node) => add(node.source, true),
  }).visit(program);
  return found;
};

/** Exports of the workspace packages, by the specifier one writes: `@botize/login/gramjs` → its source file. */
const workspaceExports = (/** @type {string} */ root) => {
  /** @type {Map<string, string>} */
  const entries = new Map();
  for (const area of ['apps', 'packages']) {
    const folder = join(root, area);
    if (!statSync(folder, { throwIfNoEntry: false })) continue;
    for (const name of readdirSync(folder)) {
      const manifest = join(folder, name, 'package.json');
      if (!statSync(manifest, { throwIfNoEntry: false })) continue;
      const { name: packageName, exports: exported = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
      for (const [subpath, target] of Object.entries(exported)) {
        const source = target['@botize/source'];
        if (source) entries.set(posix.join(packageName, subpath), posix.join(area, name, source));
      }
    }
  }
  return entries;
};

const packageOf = (/** @type {string} */ specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Reads all modules under `folders` of the repository at `root`; paths in the answer are relative, with slashes. */
export const readGraph = (/** @type {string} */ root, /** @type {string[]} */ folders) => {
  const inRepository = (/** @type {string} */ path) => relative(root, path).split(sep).join('/');
  const exported = workspaceExports(root);
  const files = folders
    .map((folder) => join(root, folder))
    .filter((folder) => statSync(folder, { throwIfNoEntry: false }))
    .flatMap(listFiles);

  /** @returns {Pick<Edge, 'kind' | 'to'>} */
  const resolve = (/** @type {string} */ file, /** @type {string} */ written) => {
    const specifier = written.replace(/\?.*$/, '');
    if (isBuiltin(specifier)) return { kind: 'builtin', to: specifier.replace(/^node:/, '') };
    if (specifier.startsWith('.')) {
      const path = join(dirname(file), specifier);
      return { kind: statSync(path, { throwIfNoEntry: false })?.isFile() ? 'file' : 'missing', to: inRepository(path) };
    }
    const own = exported.get(specifier);
    if (own) return { kind: 'file', to: own };
    if (specifier.startsWith('@botize/')) return { kind: 'missing', to: specifier };
    return { kind: 'package', to: packageOf(specifier) };
  };

  /** @type {Graph} */
  const graph = { modules: files.map(inRepository).sort(), edges: [] };
  for (const file of files) {
    for (const { specifier, typeOnly } of importsOf(file)) {
      graph.edges.push({ from: inRepository(file), specifier, typeOnly, ...resolve(file, specifier) });
    }
  }
  return graph;
};
