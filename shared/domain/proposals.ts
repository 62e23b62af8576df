/** Values and wording of rounds, proposals and the council (đợt xét, đề nghị khen thưởng, họp xét). */

/** Đăng ký thi đua, đề nghị khen thưởng. */
export const ROUND_KINDS = ['registration', 'proposal'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

/** What the council said: as proposed, no, or under another form. */
export const COUNCIL_RESULTS = ['approved', 'refused', 'changed'] as const;
export type CouncilResult = (typeof COUNCIL_RESULTS)[number];
export const COUNCIL_RESULT_WORDS: Record<CouncilResult, string> = {
  approved: 'Nhất trí',
  refused: 'Không nhất trí',
  changed: 'Đổi hình thức',
};

/** Papers a round prints. */
export const ROUND_PAPERS = [
  'registration',
  'submission',
  'summary',
  'personalReport',
  'collectiveReport',
  'councilMinutes',
] as const;
export type RoundPaper = (typeof ROUND_PAPERS)[number];

/** The Word template of each paper of a round. */
export const ROUND_TEMPLATES = {
  registration: 'emulationRegistration',
  submission: 'awardSubmission',
  summary: 'awardSummary',
  personalReport: 'personalReport',
  collectiveReport: 'collectiveReport',
  councilMinutes: 'councilMinutes',
} as const satisfies Record<RoundPaper, string>;

/** Whether a share of votes reaches the threshold, in percent, counted without rounding. */
export const reachesThreshold = (votesFor: number, voters: number, threshold: number): boolean =>
  votesFor * 100 >= threshold * voters;

/** "12/15, 80%", "11/15, 73,33%"; null while the votes are not known. */
export function voteText(votesFor: number | null, voters: number | null): string | null {
  if (votesFor === null || voters === null || voters === 0) return null;
  const percent = (Math.round((votesFor * 10_000) / voters) / 100).toString().replace('.', ',');
  return `${votesFor}/${voters}, ${percent}%`;
}
