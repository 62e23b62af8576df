/** Every job entry by name. */
import { checkCopyJob } from './checkCopy';
import type { JobEntry } from './worker';

export const jobEntries: Record<string, JobEntry> = {
  checkCopy: checkCopyJob as JobEntry,
};
