import { readFileSync } from 'node:fs';
import { findMissingPaths, listDocuments } from './checks/docs.mjs';
import { root } from './paths.mjs';

const documents = listDocuments(root);
const missing = documents.flatMap((document) => findMissingPaths(root, document, readFileSync(document, 'utf8')));
for (const line of missing) console.error(line);
console.log(`${documents.length} documents, ${missing.length} paths that don't exist`);
if (missing.length > 0 || documents.length === 0) process.exitCode = 1;
