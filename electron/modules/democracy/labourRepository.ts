/** SQL of collective labour agreements and their quality classes. */
import type { LabourState } from '../../../shared/domain/democracy';
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';

export interface LabourRecord {
  id: number;
  version: number;
  number: string | null;
  title: string;
  orgUnitId: number | null;
  orgUnit: string | null;
  employer: string | null;
  employerSigner: string | null;
  workerSigner: string | null;
  signedOn: string;
  fromOn: string;
  toOn: string | null;
  endedOn: string | null;
  sentOn: string | null;
  classId: number | null;
  className: string | null;
  classNameEn: string | null;
  covered: number | null;
  remindDays: number;
  predecessorId: number | null;
  predecessor: string | null;
  successorId: number | null;
  /** JSON. */
  articles: string;
  note: string | null;
  files: number;
  deletedAt: string | null;
}

const LABOUR = `SELECT l.id, l.version, l.number, l.title, l.org_unit_id AS orgUnitId, u.name AS orgUnit, l.employer,
    l.employer_signer AS employerSigner, l.worker_signer AS workerSigner, l.signed_on AS signedOn, l.from_on AS fromOn,
    l.to_on AS toOn, l.ended_on AS endedOn, l.sent_on AS sentOn, l.class_id AS classId, c.name AS className,
    c.name_en AS classNameEn, l.covered, l.remind_days AS remindDays, l.predecessor_id AS predecessorId, p.title AS predecessor,
    (SELECT s.id FROM labour_agreement s WHERE s.predecessor_id = l.id AND s.deleted_at IS NULL ORDER BY s.from_on LIMIT 1) AS successorId,
    l.articles, l.note,
    (SELECT count(*) FROM attachment a WHERE a.entity = 'labour_agreement' AND a.entity_id = l.id AND a.deleted_at IS NULL) AS files,
    l.deleted_at AS deletedAt
  FROM labour_agreement l LEFT JOIN org_unit u ON u.id = l.org_unit_id LEFT JOIN labour_class c ON c.id = l.class_id
  LEFT JOIN labour_agreement p ON p.id = l.predecessor_id`;

/** The last day in force. */
const LAST = `CASE WHEN l.ended_on IS NULL THEN l.to_on ELSE min(l.ended_on, coalesce(l.to_on, l.ended_on)) END`;
const STATE = `CASE WHEN ${LAST} < @today THEN 'ended' WHEN l.from_on > @today THEN 'coming'
  WHEN date(${LAST}, '-' || l.remind_days || ' days') <= @today THEN 'ending' ELSE 'active' END`;

export interface LabourConditions {
  words: readonly string[];
  state: LabourState | null;
  orgUnitId: number | null;
  today: string;
}
const WHERE = `l.deleted_at IS NULL AND (@state IS NULL OR ${STATE} = @state)
  AND (@orgUnitId IS NULL OR l.org_unit_id = @orgUnitId)
  AND NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(l.search_key, w.value) = 0)`;
const params = ({ words, ...c }: LabourConditions) => ({ ...c, words: JSON.stringify(words) });

/** In force, the nearest end first; then those that are over. */
export const listLabour = (
  db: Db,
  c: LabourConditions,
  page: { offset: number; limit: number },
): LabourRecord[] =>
  db.all(
    `${LABOUR} WHERE ${WHERE} ORDER BY ${STATE} = 'ended', iif(${STATE} = 'ended', NULL, coalesce(${LAST}, '9999')),
       l.from_on DESC, l.id DESC LIMIT @limit OFFSET @offset`,
    { ...params(c), ...page },
  );
export const countLabour = (db: Db, c: LabourConditions): number =>
  db.pluck(`SELECT count(*) FROM labour_agreement l WHERE ${WHERE}`, params(c)) ?? 0;
/** A labour agreement, also one in the trash. */
export const labourById = (db: Db, id: number): LabourRecord | undefined =>
  db.get(`${LABOUR} WHERE l.id = ?`, [id]);

/** Those near their end that nothing follows, and the first of those ends. */
export const endingLabour = (db: Db, today: string): { count: number; first: string | null } =>
  db.get(
    `SELECT count(*) AS count, min(${LAST}) AS first FROM labour_agreement l
     WHERE l.deleted_at IS NULL AND ${STATE} = 'ending'
       AND NOT EXISTS (SELECT 1 FROM labour_agreement s WHERE s.predecessor_id = l.id AND s.deleted_at IS NULL)`,
    { today },
  )!;
/** Labour agreements in force on a day. */
export const labourRecords = (db: Db, day: string): IndicatorRecord[] =>
  db.all(
    `SELECT 'labour_agreement' AS entity, l.id, l.title AS label, l.signed_on AS date,
       coalesce(c.name, u.name) AS detail, 1 AS amount
     FROM labour_agreement l LEFT JOIN labour_class c ON c.id = l.class_id LEFT JOIN org_unit u ON u.id = l.org_unit_id
     WHERE l.deleted_at IS NULL AND l.from_on <= @day AND coalesce(${LAST}, '9999') >= @day ORDER BY l.from_on, l.id`,
    { day },
  );
export const trashedLabour = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    'SELECT id, title AS label, deleted_at AS deletedAt FROM labour_agreement WHERE deleted_at IS NOT NULL',
  );

export interface ClassRecord {
  id: number;
  version: number;
  name: string;
  nameEn: string | null;
  meaning: string | null;
  used: number;
  deletedAt: string | null;
}
const CLASS = `SELECT c.id, c.version, c.name, c.name_en AS nameEn, c.meaning, c.deleted_at AS deletedAt,
    (SELECT count(*) FROM labour_agreement l WHERE l.class_id = c.id) AS used FROM labour_class c`;
export const classes = (db: Db): ClassRecord[] =>
  db.all(`${CLASS} WHERE c.deleted_at IS NULL ORDER BY c.ordinal, c.id`);
export const classById = (db: Db, id: number): ClassRecord | undefined =>
  db.get(`${CLASS} WHERE c.id = ?`, [id]);
export const trashedClasses = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM labour_class WHERE deleted_at IS NOT NULL');

/** Labour agreements that were not ended before and have no successor, whose last day lies in a span. */
export const endsIn = (
  db: Db,
  span: { from: string; to: string },
): { id: number; title: string; toOn: string }[] =>
  db.all(
    `SELECT l.id, l.title, l.to_on AS toOn FROM labour_agreement l
     WHERE l.deleted_at IS NULL AND l.ended_on IS NULL AND l.to_on BETWEEN @from AND @to
       AND NOT EXISTS (SELECT 1 FROM labour_agreement n WHERE n.predecessor_id = l.id AND n.deleted_at IS NULL)
     ORDER BY l.to_on, l.id`,
    { from: span.from, to: span.to },
  );
