import { isTestFile, neverInProduction } from './rules.mjs';

/**
 * @typedef {import('./graph.mjs').Graph} Graph
 * @typedef {import('./graph.mjs').Edge} Edge
 * @typedef {import('./rules.mjs').Room} Room
 */

const describe = (/** @type {Edge} */ edge) => `${edge.from} imports ${edge.specifier}`;

/** Why this import is not allowed, or null. */
const violation = (/** @type {Edge} */ edge, /** @type {(path: string) => Room | undefined} */ roomOf) => {
  if (edge.kind === 'missing') return `${describe(edge)}: there is no such file`;
  if (isTestFile(edge.from)) return null;
  const from = roomOf(edge.from);
  if (!from) return `${edge.from} belongs to no room of scripts/imports/rules.mjs`;

  if (edge.kind === 'builtin') return from.builtins ? null : `${describe(edge)}: ${from.name} does no I/O`;
  if (edge.kind === 'package') {
    if (from.packages === 'any' || from.packages.includes(edge.to)) return null;
    return `${describe(edge)}: ${from.name} may import ${from.packages.join(', ') || 'no packages'}`;
  }
  if (isTestFile(edge.to)) return neverInProduction.includes(from.name) ? null : `${describe(edge)}: that is for tests`;
  const to = roomOf(edge.to);
  // A stylesheet, a font, a JSON file: no room of its own, so it must lie in the importer's.
  if (!to) return `${describe(edge)}: it belongs to no room`;
  if (to === from || from.rooms === 'any' || from.rooms.includes(to.name)) return null;
  const never = neverInProduction.includes(to.name) ? ' (never in production code)' : '';
  return `${describe(edge)}: ${from.name} may not import ${to.name}${never}`;
};

/** Groups of modules that load each other, by Tarjan's algorithm; imports of types are erased and don't count. */
export const findCycles = (/** @type {Graph} */ graph) => {
  /** @type {Map<string, string[]>} */
  const targets = new Map(graph.modules.map((module) => [module, []]));
  for (const edge of graph.edges) {
    if (edge.kind === 'file' && !edge.typeOnly && targets.has(edge.to)) targets.get(edge.from)?.push(edge.to);
  }
  const order = new Map();
  const low = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[][]} */
  const cycles = [];
  const visit = (/** @type {string} */ module) => {
    order.set(module, order.size);
    low.set(module, order.get(module));
    stack.push(module);
    for (const target of targets.get(module) ?? []) {
      if (!order.has(target)) {
        visit(target);
        low.set(module, Math.min(low.get(module), low.get(target)));
      } else if (stack.includes(target)) low.set(module, Math.min(low.get(module), order.get(target)));
    }
    if (low.get(module) !== order.get(module)) return;
    const group = stack.splice(stack.indexOf(module));
    if (group.length > 1 || targets.get(module)?.includes(module)) cycles.push(group);
  };
  for (const module of graph.modules) if (!order.has(module)) visit(module);
  return cycles;
};

/** Everything wrong with the graph, in words. A graph or a room without modules is wrong too: it proves nothing. */
export const checkGraph = (/** @type {Graph} */ graph, /** @type {Room[]} */ rooms) => {
  if (graph.modules.length === 0) return ['no modules were found: nothing was checked'];
  const roomOf = (/** @type {string} */ path) => rooms.find((room) => room.files.test(path));
  const empty = rooms
    .filter((room) => !graph.modules.some((module) => roomOf(module) === room))
    .map((room) => `the room ${room.name} has no modules: its pattern matches nothing`);
  const wrong = graph.edges.map((edge) => violation(edge, roomOf)).filter((reason) => reason !== null);
  const cycles = findCycles(graph).map((group) => `these load each other: ${group.join(', ')}`);
  return [...new Set([...empty, ...wrong, ...cycles])];
};
