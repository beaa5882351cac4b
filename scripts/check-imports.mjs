import { checkGraph } from './imports/check.mjs';
import { readGraph } from './imports/graph.mjs';
import { rooms } from './imports/rules.mjs';

const root = new URL('..', import.meta.url).pathname;
const graph = readGraph(root, ['apps', 'packages', 'scripts', 'e2e', 'bench']);
const wrong = checkGraph(graph, rooms);

for (const line of wrong) console.error(line);
console.log(`${graph.modules.length} modules, ${graph.edges.length} imports, ${wrong.length} violations`);
if (wrong.length > 0) process.exitCode = 1;
