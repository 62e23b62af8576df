/** What a figure (chỉ tiêu, số liệu) is: its unit, period, words, and the records behind it. */

/** What a figure counts; only like units add (cases.md section 1). */
export type IndicatorUnit =
  | 'member'
  | 'person'
  | 'turn'
  | 'event'
  | 'collective'
  | 'individual'
  | 'household'
  | 'award'
  | 'decision'
  | 'movement'
  | 'unit'
  | 'case'
  | 'opinion'
  | 'document'
  | 'agreement'
  | 'commitment'
  | 'work'
  | 'gift'
  | 'blood'
  | 'money'
  | 'percent';

/** asOf: as it stands on the period's last day, or today while the period runs. period: what happened in it. */
export type IndicatorKind = 'asOf' | 'period';

export interface Indicator {
  readonly id: string;
  readonly area:
    | 'members'
    | 'organisation'
    | 'events'
    | 'awards'
    | 'welfare'
    | 'funds'
    | 'dues'
    | 'opinions'
    | 'agreements'
    | 'inspection';
  readonly unit: IndicatorUnit;
  readonly kind: IndicatorKind;
  readonly label: string;
  readonly labelEn: string;
  /** How it is counted, in words. */
  readonly formula: string;
  readonly formulaEn: string;
  /** The word after the number: "4 cuộc họp". Empty for a percentage. */
  readonly noun: string;
  readonly nounEn: string;
}

/** Both days included; ISO dates. */
export interface Period {
  readonly from: string;
  readonly to: string;
  /** What begins after this day has not happened yet and is not counted; `to` when absent. */
  readonly until?: string;
}

/** Records a figure may list. */
export const LISTED_ENTITIES = [
  'member',
  'event',
  'award',
  'movement',
  'org_unit',
  'care_visit',
  'care_case',
  'welfare_campaign',
  'opinion',
  'agreement',
  'dialogue',
  'labour_agreement',
  'staff_conference',
  'participation',
  'regulation',
  'fund_voucher',
  'dues_month',
  'drive',
  'donor',
  'inspection_item',
  'inspection_session',
  'party_file',
  'unit_profile',
  'fund',
  'manual_figure',
] as const;

/** A record behind a figure, ready to be listed and opened. */
export interface IndicatorRecord {
  readonly entity: (typeof LISTED_ENTITIES)[number];
  /** Of a month 2026-03: 202603. */
  readonly id: number;
  readonly label: string;
  readonly date: string | null;
  readonly detail: string | null;
  /** What this record adds to the figure. */
  readonly amount: number;
}

type Area = Indicator['area'];
/** Vietnamese and English. */
export type Pair = readonly [vi: string, en: string];

/** A row of the catalogue. */
export const one = <I extends string>(
  id: I,
  [area, unit, kind]: readonly [Area, IndicatorUnit, IndicatorKind],
  [label, labelEn]: Pair,
  [formula, formulaEn]: Pair,
  [noun, nounEn]: Pair,
) => ({ id, area, unit, kind, label, labelEn, formula, formulaEn, noun, nounEn });
