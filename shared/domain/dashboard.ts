/** What the dashboard breaks figures into, and what it watches for. */

/** Breakdowns whose parts open their records. */
export const SLICES = ['gender', 'department', 'profession', 'age', 'month', 'awardLevel'] as const;
export type Slice = (typeof SLICES)[number];

/** Things due or missing, in the order they are shown when equally urgent. */
export const DUE_KINDS = [
  'setupOpen',
  'unitUnnamed',
  'backupOld',
  'copyAwayOld',
  'copyAwayNone',
  'reviewNotStarted',
  'reviewDue',
  'criteriaOpen',
  'criteriaWithoutEvidence',
  'setNotConfirmed',
  'proposalsMissing',
  'certificatesNotPrinted',
  'giftsUnsigned',
  'giftsUnpaid',
  'voucherDrafts',
  'duesBehind',
  'drivesLate',
  'donorsNotThanked',
  'earmarksOver',
  'plansOverdue',
  'plansSoon',
  'targetsBehind',
  'requestsOverdue',
  'requestsDue',
  'documentsOverdue',
  'documentsDue',
  'opinionsOverdue',
  'opinionsDue',
  'labourEnding',
  'conferencesMissing',
  'agreementCommitmentsOverdue',
  'agreementsToClose',
  'agreementsEnding',
  'partyOverdue',
  'partyUnwritten',
  'careStepsOverdue',
  'visitsUnpaid',
  'casesUnpaid',
  'casesWithoutPapers',
  'followUpsOverdue',
  'findingsOverdue',
  'inspectionsLate',
  'womenLate',
  'eventsUnrecorded',
  'membersWithoutBirthDate',
  'membersWithoutCard',
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export interface AgeBand {
  readonly key: string;
  /** Full years, both included; null: open. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Age bands, the oldest first. */
export const AGE_BANDS: readonly AgeBand[] = [
  { key: '55-', from: 55, to: null },
  { key: '50-54', from: 50, to: 54 },
  { key: '45-49', from: 45, to: 49 },
  { key: '40-44', from: 40, to: 44 },
  { key: '35-39', from: 35, to: 39 },
  { key: '30-34', from: 30, to: 34 },
  { key: '-29', from: null, to: 29 },
];

/** First letter of an age slice: female, male, unknown sex; then ':' and the band or 'none'. */
export const AGE_SEXES = { f: 'female', m: 'male', u: 'none' } as const;

/** A day the same number of years before, kept inside its month. */
export function yearsBefore(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
}

/** Months of a span of days, 'YYYY-MM'. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  while (`${year}-${String(month).padStart(2, '0')}` <= to.slice(0, 7) && months.length < 120) {
    months.push(`${year}-${String(month).padStart(2, '0')}`);
    month++;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months;
}
