import { connectionsEntries } from './connections-entries.tsx';
import { consoleEntries } from './console-entries.tsx';
import type { WorkshopEntry } from './entry.ts';
import { sessionEntries } from './session-entries.tsx';
import { wizardEntries } from './wizard-entries.tsx';

/** Every state of every page. A room adds its own by a list of its own here. */
export const entries: WorkshopEntry[] = [...wizardEntries, ...connectionsEntries, ...sessionEntries, ...consoleEntries];
