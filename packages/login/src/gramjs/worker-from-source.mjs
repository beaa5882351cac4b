// Development and tests only: `--import tsx` does nothing in a worker thread of Node 20, so the loader is registered here.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
