/** Values and wording of awards (khen thưởng): levels, kinds of recipient, the certificate's text, register numbers. */

/** Levels that grant, from the highest. The union's side first, then the administration's (hệ chính quyền). */
export const AWARD_LEVELS = [
  'confederation',
  'sector',
  'province',
  'superior',
  'unit',
  'nation',
  'ministry',
  'employer',
] as const;
export type AwardLevel = (typeof AWARD_LEVELS)[number];

export const AWARD_SIDES = ['union', 'state'] as const;
export type AwardSide = (typeof AWARD_SIDES)[number];

/** Tập thể, hộ gia đình, cá nhân: the order of a ceremony. */
export const RECIPIENT_KINDS = ['collective', 'household', 'individual'] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** Danh hiệu, hình thức, chuyên đề. */
export const FORM_KINDS = ['title', 'form', 'theme'] as const;
/** What figures of the review count a form under. */
export const AWARD_THEMES = ['movement', 'women', 'initiative'] as const;

export const levelsOf = (side: AwardSide): readonly AwardLevel[] =>
  side === 'union' ? AWARD_LEVELS.slice(0, 5) : AWARD_LEVELS.slice(5);

/** Levels counted as "cấp tỉnh, ngành trở lên" on the union's side. */
export const UPPER_LEVELS_OF_UNION: readonly AwardLevel[] = ['confederation', 'sector', 'province'];

/** Names of levels on papers. */
export const LEVEL_NAMES: Record<AwardLevel, string> = {
  confederation: 'Tổng Liên đoàn Lao động Việt Nam',
  sector: 'Công đoàn ngành trung ương',
  province: 'Liên đoàn lao động tỉnh',
  superior: 'Công đoàn cấp trên trực tiếp',
  unit: 'Công đoàn cơ sở',
  nation: 'Nhà nước, Chính phủ',
  ministry: 'Bộ, ngành, tỉnh',
  employer: 'Thủ trưởng đơn vị',
};

/** The wording of a template for a year: "{năm}" becomes 2026. */
export function fillReason(template: string, year: number): string {
  return template.replace(/\{\s*(năm|nam)\s*\}/giu, String(year)).normalize('NFC');
}

/** A movement's exact name in quotes, unless it brings its own. */
export const quoted = (name: string): string => (/[“”"«»]/.test(name) ? name : `“${name}”`);

/** Wording of a certificate for a movement: its name stands to the letter. */
export const movementReason = (name: string): string =>
  `Đã có thành tích xuất sắc trong phong trào thi đua ${quoted(name)} năm {năm}`;

/** Ông, Bà; null where the sex is not recorded. */
export function honorificOf(gender: 'male' | 'female' | null): string | null {
  return gender === 'male' ? 'Ông' : gender === 'female' ? 'Bà' : null;
}

/** "041/2026" */
export function registerText(no: number | null, year: number | null): string | null {
  return no === null || year === null ? null : `${String(no).padStart(3, '0')}/${year}`;
}

/** How many of each kind; null is unknown and is not 0. */
export interface AwardCounts {
  readonly collective: number | null;
  readonly individual: number | null;
  readonly household: number | null;
}

export const NO_COUNTS: AwardCounts = { collective: null, individual: null, household: null };

/** Sum of what is known; null when nothing is. */
export function addKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

export function addCounts(rows: readonly AwardCounts[]): AwardCounts {
  return {
    collective: addKnown(rows.map((row) => row.collective)),
    individual: addKnown(rows.map((row) => row.individual)),
    household: addKnown(rows.map((row) => row.household)),
  };
}

/** Certificates behind counts: one for each recipient, a household having one. */
export const certificatesOf = (counts: AwardCounts): number | null =>
  addKnown([counts.collective, counts.individual, counts.household]);
