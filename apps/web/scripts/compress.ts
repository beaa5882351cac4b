import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Smaller files fit one packet either way. */
const SMALLEST = 1_024;

/** Puts a `.gz` and a `.br` beside each text file, which the server sends to whoever understands them. */
export const compressFiles: Plugin = {
  name: 'compress-files',
  apply: 'build',
  writeBundle({ dir }) {
    if (dir === undefined) return;
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|svg)$/.test(name)) continue;
      const file = join(dir, name);
      const bytes = readFileSync(file);
      if (bytes.length < SMALLEST) continue;
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
      writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    }
  },
};
