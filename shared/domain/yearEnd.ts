/** The year-end pack (hồ sơ cuối năm): its papers in the order they are handed in. */
export const PACK_PAPERS = [
  'report',
  'annex',
  'review',
  'inspection',
  'women',
  'agreement',
  'targets',
  'plan',
  'documentsOut',
  'documentsIn',
] as const;
export type PackPaper = (typeof PACK_PAPERS)[number];

/** ready; open: can be made, something is left to do; missing: nothing to make it from; none: the year has none. */
export const PACK_STATES = ['ready', 'open', 'missing', 'none'] as const;
export type PackState = (typeof PACK_STATES)[number];

/** What a paper still waits for. */
export const PACK_GAPS = [
  'noReport',
  'reportOpen',
  'reportUnknown',
  'reportChanged',
  'reportFindings',
  'figuresUnknown',
  'noReview',
  'reviewUnscored',
  'reviewMissing',
  'reviewOpen',
  'noInspection',
  'noWomen',
  'findingsOpen',
  'womenOpen',
  'sessionsLate',
  'noAgreement',
  'agreementUnscored',
  'agreementUnclosed',
  'noTargets',
  'targetsUnknown',
  'noPlan',
  'planUnnumbered',
  'noOutgoing',
  'outgoingReserved',
  'noIncoming',
  'incomingLate',
] as const;
export type PackGap = (typeof PACK_GAPS)[number];

/** Gaps of a paper that cannot be made; of the last two it is said, not asked for. */
const NOTHING: ReadonlySet<PackGap> = new Set([
  'noReport',
  'noReview',
  'noInspection',
  'noWomen',
  'noTargets',
  'noPlan',
  'noOutgoing',
]);
const NOT_ASKED: ReadonlySet<PackGap> = new Set(['noAgreement', 'noIncoming']);

export function packState(gaps: readonly { gap: PackGap }[]): PackState {
  if (gaps.some(({ gap }) => NOTHING.has(gap))) return 'missing';
  if (gaps.some(({ gap }) => NOT_ASKED.has(gap))) return 'none';
  return gaps.length > 0 ? 'open' : 'ready';
}

export type PackFormat = 'pdf' | 'docx' | 'xlsx';
export const PACK_FORMATS: Readonly<Record<PackPaper, readonly PackFormat[]>> = {
  report: ['pdf', 'docx'],
  annex: ['pdf', 'docx', 'xlsx'],
  review: ['pdf', 'docx', 'xlsx'],
  inspection: ['pdf', 'docx'],
  women: ['pdf', 'docx'],
  agreement: ['pdf', 'docx'],
  targets: ['pdf', 'xlsx'],
  plan: ['pdf', 'docx'],
  documentsOut: ['pdf', 'xlsx'],
  documentsIn: ['pdf', 'xlsx'],
};

/** "06.2": a paper's place in the pack, with its own where there are several of its kind. */
export function packNumber(paper: PackPaper, at: number, of: number): string {
  const number = String(PACK_PAPERS.indexOf(paper) + 1).padStart(2, '0');
  return of > 1 ? `${number}.${at + 1}` : number;
}
