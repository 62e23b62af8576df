/**
 * The catalogue of figures. Every figure the product prints is one of these, computed in the repository of its area
 * by one query for the value and one for the records behind it, so that no figure is counted twice or differently.
 */

/** What a figure counts; only like units add (cases.md section 1). */
export type IndicatorUnit = 'member' | 'person' | 'turn' | 'event' | 'collective' | 'individual' | 'award' | 'unit' | 'percent';

/** asOf: as it stands on the period's last day. period: what happened in it. */
export type IndicatorKind = 'asOf' | 'period';

export interface Indicator {
  readonly id: string;
  readonly area: 'members' | 'organisation' | 'events' | 'awards';
  readonly unit: IndicatorUnit;
  readonly kind: IndicatorKind;
}

/** Both days included; ISO dates. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** A record behind a figure, ready to be listed and opened. */
export interface IndicatorRecord {
  readonly entity: 'member' | 'event' | 'award' | 'org_unit';
  readonly id: number;
  readonly label: string;
  readonly date: string | null;
  readonly detail: string | null;
  /** What this record adds to the figure. */
  readonly amount: number;
}
