/** Every job entry by name; a thread loads only the code of its own job. */
import type { JobEntry } from './worker';

export const jobEntries: Record<string, () => Promise<JobEntry>> = {
  exportMembers: async () => (await import('./exportMembers')).exportMembers as JobEntry,
  exportChildren: async () => (await import('./exportChildren')).exportChildren as JobEntry,
  exportReview: async () => (await import('./exportReview')).exportReview as JobEntry,
  findDuplicates: async () => (await import('./findDuplicates')).findDuplicates as JobEntry,
  importMembers: async () => (await import('./importMembers')).importMembers as JobEntry,
  findTraces: async () => (await import('./findTraces')).findTracesJob as JobEntry,
  makeCopy: async () => (await import('./makeCopy')).makeCopyJob as JobEntry,
  rewriteStore: async () => (await import('./rewriteStore')).rewriteStoreJob as JobEntry,
  wordTemplate: async () => (await import('./wordTemplate')).wordTemplateJob as JobEntry,
  takeOverLog: async () => (await import('./takeOverLog')).takeOverLogJob as JobEntry,
  awardPapers: async () => (await import('./awardPapers')).awardPapersJob as JobEntry,
  printCertificates: async () => (await import('./printCertificates')).printCertificates as JobEntry,
  fundPapers: async () => (await import('./fundPapers')).fundPapersJob as JobEntry,
  readCashBook: async () => (await import('./readCashBook')).readCashBookJob as JobEntry,
  eventPapers: async () => (await import('./eventPapers')).eventPapersJob as JobEntry,
  committeeList: async () => (await import('./committeeList')).committeeListJob as JobEntry,
  memberPapers: async () => (await import('./memberPapers')).memberPapersJob as JobEntry,
  memberRecord: async () => (await import('./memberRecord')).memberRecordJob as JobEntry,
  handover: async () => (await import('./handover')).handoverJob as JobEntry,
  calendarPaper: async () => (await import('./calendarPaper')).calendarPaperJob as JobEntry,
  groupSheets: async () => (await import('./signInSheet')).groupSheetsJob as JobEntry,
  signatureList: async () => (await import('./signatureList')).signatureListJob as JobEntry,
  signInSheet: async () => (await import('./signInSheet')).signInSheetJob as JobEntry,
};
