/** Every job entry by name. */
import { awardPapersJob } from './awardPapers';
import { checkCopyJob } from './checkCopy';
import { exportMembers } from './exportMembers';
import { exportReview } from './exportReview';
import { importMembers } from './importMembers';
import { printCertificates } from './printCertificates';
import { signInSheetJob } from './signInSheet';
import type { JobEntry } from './worker';

export const jobEntries: Record<string, JobEntry> = {
  exportMembers: exportMembers as JobEntry,
  exportReview: exportReview as JobEntry,
  importMembers: importMembers as JobEntry,
  checkCopy: checkCopyJob as JobEntry,
  awardPapers: awardPapersJob as JobEntry,
  printCertificates: printCertificates as JobEntry,
  signInSheet: signInSheetJob as JobEntry,
};
