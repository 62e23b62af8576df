/** Sources of the figures of inspection and women's work. */
import type { IndicatorId } from '../../../shared/domain/indicators';
import type { InspectionKind, InspectionTopic } from '../../../shared/domain/inspection';
import { pageOf, type Source } from '../indicators';
import { listed } from '../listed';
import * as repo from './findingsRepository';
import { otherInspections } from './unlinked';

type InspectionIndicator = Extract<IndicatorId, `inspection.${string}` | `women.${string}`>;

const held = (kind: InspectionKind, ...topics: InspectionTopic[]): Source =>
  listed((db, days) => repo.sessionRecords(db, days, kind, topics.length === 0 ? null : topics));
/** A plan is counted whole, also for months still to come. */
const planned = (kind: InspectionKind): Source => ({
  value: (db, { from, to }) => ({ value: repo.plannedRecords(db, { from, to }, kind).length }),
  records: (db, { from, to }, page) => pageOf(repo.plannedRecords(db, { from, to }, kind), page),
});
const found = (which: 'all' | 'mended' | 'open'): Source =>
  listed((db, days) => repo.findingRecords(db, days, 'inspection', which));

export const inspectionSources: Record<InspectionIndicator, Source> = {
  'inspection.meetings': held('inspection', 'meeting'),
  'inspection.planned': planned('inspection'),
  'inspection.held': listed((db, days) => [
    ...repo.sessionRecords(db, days, 'inspection', null),
    ...otherInspections(db, days),
  ]),
  'inspection.charter': held('inspection', 'charter'),
  'inspection.finance': held('inspection', 'finance'),
  'inspection.supervision': held('inspection', 'supervision'),
  'inspection.findings': found('all'),
  'inspection.mended': found('mended'),
  'inspection.open': found('open'),
  'women.meetings': held('women', 'meeting'),
  'women.planned': planned('women'),
  'women.held': held('women'),
};
