/** Sources of the awards area's indicators. */

import type { AwardLevelKey } from '../../../shared/domain/dashboard';
import type { IndicatorId } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';
import type { Page, RecordPage, Source, Span } from '../indicators';

type AwardIndicator = Extract<IndicatorId, `awards.${string}`>;

/** Nothing is recorded yet: unknown, not 0. */
const unknown: Source = {
  value: () => ({ value: null, gap: 'noSource' }),
  records: () => ({ total: 0, amount: 0, rows: [] }),
};

export const awardSources: Record<AwardIndicator, Source> = {
  'awards.all': unknown,
  'awards.collective': unknown,
  'awards.individual': unknown,
  'awards.household': unknown,
  'awards.upper': unknown,
  'awards.movement': unknown,
  'awards.women': unknown,
  'awards.initiative': unknown,
};

/** Awards of a period by level of the authority, highest first. */
export function byAwardLevel(
  _db: Db,
  _span: Span,
): { level: AwardLevelKey; collective: number; individual: number; household: number }[] {
  return [];
}

/** The awards of one level. */
export function awardLevelRecords(_db: Db, _span: Span, _level: string, _page: Page): RecordPage {
  return { total: 0, amount: 0, rows: [] };
}

/** Certificates of issued decisions that were never printed; null while nothing records it. */
export function unprintedCertificates(_db: Db): number | null {
  return null;
}
