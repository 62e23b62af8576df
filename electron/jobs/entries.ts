/** Every job entry by name. */
import { checkCopyJob } from './checkCopy';
import { exportMembers } from './exportMembers';
import { exportReview } from './exportReview';
import { importMembers } from './importMembers';
import { signInSheetJob } from './signInSheet';
import type { JobEntry } from './worker';

export const jobEntries: Record<string, JobEntry> = {
  exportMembers: exportMembers as JobEntry,
  exportReview: exportReview as JobEntry,
  importMembers: importMembers as JobEntry,
  checkCopy: checkCopyJob as JobEntry,
  signInSheet: signInSheetJob as JobEntry,
};
