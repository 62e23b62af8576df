/** Every job entry by name. */
import type { JobEntry } from './worker';

export const jobEntries: Record<string, JobEntry> = {};
