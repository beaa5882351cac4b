import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../paths.mjs';
import { checkGraph } from './check.mjs';
import { readGraph } from './graph.mjs';
import { rooms } from './rules.mjs';

const folders = ['apps', 'packages', 'scripts', 'e2e'];

describe('a planted violation', () => {
  let tree = '';
  const plant = (path: string, text: string) => {
    const file = join(tree, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  /** Complaints about this tree, without those about rooms that it doesn't have. */
  const complaints = () =>
    checkGraph(readGraph(tree, folders), rooms).filter((complaint) => !complaint.includes('has no modules'));

  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'imports-'));
    const exported = (source: string) => ({ '@botize/source': source });
    plant(
      'packages/login/package.json',
      JSON.stringify({
        name: '@botize/login',
        exports: { '.': exported('./src/index.ts'), './gramjs': exported('./src/gramjs/index.ts') },
      }),
    );
    plant('packages/login/src/index.ts', 'export const one = 1;');
    plant('packages/login/src/gramjs/index.ts', `import type { Api } from 'telegram';\nexport type T = Api.User;`);
    plant(
      'packages/testkit/package.json',
      JSON.stringify({ name: '@botize/testkit', exports: { '.': exported('./src/index.ts') } }),
    );
    plant('packages/testkit/src/index.ts', 'export const two = 2;');
  });
  afterEach(() => rmSync(tree, { recursive: true, force: true }));

  it.each([
    ['telegram outside the gateway', 'packages/login/src/verbs/a.ts', `import { Api } from 'telegram';`],
    ['a type of telegram', 'packages/login/src/verbs/a.ts', `import type { Api } from 'telegram';`],
    ['an inline type import', 'packages/login/src/verbs/a.ts', `export type A = import('telegram').Api;`],
    ['a lazy import', 'packages/login/src/verbs/a.ts', `export const a = () => import('telegram');`],
    ['a require', 'packages/login/src/verbs/a.ts', `export const a = require('telegram/Helpers.js');`],
    ['a re-export', 'packages/contract/src/a.ts', `export * from 'fastify';`],
    ['the testkit in production', 'apps/api/src/app.ts', `import { two } from '@botize/testkit';`],
    ['the gateway in a route', 'apps/api/src/routes/a.ts', `import '@botize/login/gramjs';`],
    ['the sign-in engine in the page', 'apps/web/src/a.ts', `import { one } from '@botize/login';`],
    ['I/O in the state machine', 'packages/login/src/machine/a.ts', `import { readFile } from 'node:fs';`],
    ['climbing into another room', 'packages/vault/src/a.ts', `import '../../login/src/gramjs/index.ts';`],
    ['a file that is not there', 'packages/login/src/verbs/a.ts', `import './missing.ts';`],
    ['a file in no room', 'packages/unknown/src/a.ts', `import 'zod';`],
  ])('is caught: %s', (_name, path, text) => {
    expect(complaints()).toEqual([]);
    plant(path, text);
    expect(complaints()).toHaveLength(1);
    expect(complaints()[0]).toContain(path);
  });

  it('is caught: a cycle, though not one of types', () => {
    plant('packages/login/src/verbs/a.ts', `import type { b } from './b.ts';\nexport const a = 1;`);
    plant('packages/login/src/verbs/b.ts', `import { a } from './a.ts';\nexport const b = a;`);
    expect(complaints()).toEqual([]);
    plant('packages/login/src/verbs/a.ts', `import { b } from './b.ts';\nexport const a = b;`);
    expect(complaints()).toEqual([expect.stringContaining('load each other')]);
  });

  it('is caught: production code that imports a test’s file', () => {
    plant('packages/login/src/testing/double.ts', 'export const double = 1;');
    plant('packages/login/src/verbs/a.test.ts', `import '../testing/double.ts'; import '@botize/testkit';`);
    expect(complaints()).toEqual([]);
    plant('packages/login/src/verbs/a.ts', `import '../testing/double.ts';`);
    expect(complaints()).toEqual([expect.stringContaining('for tests')]);
  });
});

it('fails on an empty graph and on a room without modules', () => {
  expect(checkGraph({ modules: [], edges: [] }, rooms)).toEqual([expect.stringContaining('no modules')]);
  const graph = readGraph(root, ['packages/contract']);
  expect(graph.modules.length).toBeGreaterThan(5);
  expect(checkGraph(graph, rooms)).toContainEqual(expect.stringContaining('the room vault has no modules'));
});
