/** SQL of reports and their parts. */
import type { PartKind, ReportHeading, ReportKind } from '../../../shared/domain/reports';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface ReportRecord {
  id: number;
  version: number;
  kind: ReportKind;
  model: number;
  year: number;
  fromDate: string;
  toDate: string;
  asOf: string;
  subject: string;
  addressee: string | null;
  recipients: string | null;
  onDate: string | null;
  copiedFrom: number | null;
  closedAt: string | null;
  closedBy: string | null;
  frozen: string | null;
  deletedAt: string | null;
}

export interface PartRecord {
  id: number;
  uid: string;
  version: number;
  reportId: number;
  ordinal: number;
  kind: PartKind;
  level: number | null;
  template: string;
  original: string | null;
  name: string | null;
  figures: string;
  copied: number;
  deletedAt: string | null;
}

const REPORT = `SELECT r.id, r.version, r.kind, r.model, r.year, r.from_date AS fromDate, r.to_date AS toDate, r.as_of AS asOf,
    r.subject, r.addressee, r.recipients, r.on_date AS onDate, r.copied_from AS copiedFrom, r.closed_at AS closedAt,
    r.closed_by AS closedBy, r.frozen, r.deleted_at AS deletedAt
  FROM report r`;
const PART = `SELECT p.id, p.uid, p.version, p.report_id AS reportId, p.ordinal, p.kind, p.level, p.template, p.original,
    p.name, p.figures, p.copied, p.deleted_at AS deletedAt
  FROM report_part p`;

export interface ReportConditions {
  words: readonly string[];
  kind: ReportKind | null;
  year: number | null;
  model: number;
  closed: number | null;
}

function whereOf(c: ReportConditions): string {
  const parts = ['r.deleted_at IS NULL', 'r.model = @model'];
  if (c.kind !== null) parts.push('r.kind = @kind');
  if (c.year !== null) parts.push('r.year = @year');
  if (c.closed !== null) parts.push(c.closed ? 'r.closed_at IS NOT NULL' : 'r.closed_at IS NULL');
  parts.push(...c.words.map((_, at) => `r.search_key LIKE '%' || @w${at} || '%'`));
  return parts.join(' AND ');
}
const paramsOf = ({ words, ...c }: ReportConditions) => ({
  ...c,
  ...Object.fromEntries(words.map((word, at) => [`w${at}`, word])),
});

export const listReports = (
  db: Db,
  c: ReportConditions,
  page: { offset: number; limit: number },
): ReportRecord[] =>
  db.all(
    `${REPORT} WHERE ${whereOf(c)} ORDER BY r.year DESC, r.to_date DESC, r.id DESC LIMIT @limit OFFSET @offset`,
    { ...paramsOf(c), limit: page.limit, offset: page.offset },
  );
export const countReports = (db: Db, c: ReportConditions): number =>
  db.pluck(`SELECT count(*) FROM report r WHERE ${whereOf(c)}`, paramsOf(c)) ?? 0;
/** A report, also one in the trash. */
export const reportById = (db: Db, id: number): ReportRecord | undefined =>
  db.get(`${REPORT} WHERE r.id = ?`, [id]);
export const openReports = (db: Db): number =>
  db.pluck('SELECT count(*) FROM report_live WHERE model = 0 AND closed_at IS NULL') ?? 0;

const EDITABLE = [
  'kind',
  'year',
  'fromDate',
  'toDate',
  'asOf',
  'subject',
  'addressee',
  'recipients',
  'onDate',
  'searchKey',
] as const;
export type EditableReport = Pick<
  ReportRecord,
  'kind' | 'year' | 'fromDate' | 'toDate' | 'asOf' | 'subject' | 'addressee' | 'recipients' | 'onDate'
> & { searchKey: string };
export type NewReport = EditableReport & { uid: string; model: number; copiedFrom: number | null };

export const insertReport = (db: Db, row: NewReport, now: string): number =>
  insertRecord(db, 'report', ['uid', 'model', 'copiedFrom', ...EDITABLE], row, now);
export const updateReport = (
  db: Db,
  row: EditableReport & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'report', EDITABLE, row, now);
export const setClosed = (
  db: Db,
  row: Pick<ReportRecord, 'id' | 'version' | 'onDate' | 'closedAt' | 'closedBy' | 'frozen'>,
  now: string,
): boolean => updateRecord(db, 'report', ['onDate', 'closedAt', 'closedBy', 'frozen'], row, now);
export const setReportDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'report', id, at);

export const partsOf = (db: Db, reportId: number): PartRecord[] =>
  db.all(`${PART} WHERE p.report_id = ? AND p.deleted_at IS NULL ORDER BY p.ordinal, p.id`, [reportId]);
/** A part, also one in the trash. */
export const partById = (db: Db, id: number): PartRecord | undefined =>
  db.get(`${PART} WHERE p.id = ?`, [id]);

const PART_FIELDS = ['level', 'template', 'original', 'name', 'figures', 'copied'] as const;
export type EditablePart = Pick<PartRecord, (typeof PART_FIELDS)[number]>;
export type NewPart = EditablePart & Pick<PartRecord, 'uid' | 'reportId' | 'ordinal' | 'kind'>;
export const insertPart = (db: Db, row: NewPart, now: string): number =>
  insertRecord(db, 'report_part', ['uid', 'reportId', 'ordinal', 'kind', ...PART_FIELDS], row, now);
export const updatePart = (
  db: Db,
  row: EditablePart & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'report_part', PART_FIELDS, row, now);
export const setPartDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'report_part', id, at);
/** Makes room for a part at a place. */
export const shiftParts = (db: Db, reportId: number, from: number): void => {
  db.run('UPDATE report_part SET ordinal = ordinal + 1 WHERE report_id = ? AND ordinal >= ?', [
    reportId,
    from,
  ]);
};
export const setOrdinal = (db: Db, id: number, ordinal: number): void => {
  db.run('UPDATE report_part SET ordinal = ? WHERE id = ?', [ordinal, id]);
};
/** Figures of a part, without a new version of its words. */
export const setFigures = (db: Db, id: number, figures: string): void => {
  db.run('UPDATE report_part SET figures = ? WHERE id = ?', [figures, id]);
};

export const ignoredOf = (db: Db, reportId: number): string[] =>
  db.column('SELECT finding FROM report_ignored WHERE report_id = ?', [reportId]);
export const setIgnored = (db: Db, reportId: number, finding: string, ignored: boolean): void => {
  db.run(
    ignored
      ? 'INSERT OR IGNORE INTO report_ignored (report_id, finding) VALUES (?, ?)'
      : 'DELETE FROM report_ignored WHERE report_id = ? AND finding = ?',
    [reportId, finding],
  );
};

export interface StyleRecord {
  version: number;
  heading: ReportHeading;
  bodySize: number;
  unionYear: number;
  recipients: string | null;
}
export const style = (db: Db): StyleRecord =>
  db.get(
    'SELECT version, heading, body_size AS bodySize, union_year AS unionYear, recipients FROM report_style WHERE id = 1',
  )!;
export const setStyle = (db: Db, row: StyleRecord): boolean =>
  db.run(
    `UPDATE report_style SET heading = @heading, body_size = @bodySize, union_year = @unionYear, recipients = @recipients,
       version = version + 1 WHERE id = 1 AND version = @version`,
    { ...row },
  ).changes === 1;

export const trashedReports = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, subject AS label, deleted_at AS deletedAt FROM report WHERE deleted_at IS NOT NULL');
/** Parts that were removed from a report that is still there. */
export const trashedParts = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT p.id, substr(CASE WHEN p.kind = 'table' THEN r.subject ELSE coalesce(p.name, p.template) END, 1, 120) AS label,
       p.deleted_at AS deletedAt
     FROM report_part p JOIN report r ON r.id = p.report_id WHERE p.deleted_at IS NOT NULL AND r.deleted_at IS NULL`,
  );

interface NameRow {
  name: string;
  validFrom: string | null;
  validTo: string | null;
  now: string | null;
}
/** Names of the office, of the union above, of the employer and of departments, with the days they held. */
export const datedNames = (db: Db): NameRow[] =>
  db.all(
    `WITH said (what, name, since) AS (
       SELECT 'unit', name, coalesce(valid_from, '') FROM unit_profile WHERE deleted_at IS NULL
       UNION ALL SELECT 'short', short_name, coalesce(valid_from, '') FROM unit_profile WHERE deleted_at IS NULL
       UNION ALL SELECT 'upper', upper_name, coalesce(valid_from, '') FROM unit_profile WHERE deleted_at IS NULL
       UNION ALL SELECT 'employer', employer, coalesce(valid_from, '') FROM unit_profile WHERE deleted_at IS NULL
       UNION ALL SELECT 'part' || f.org_unit_id, f.name, f.from_date FROM org_unit_fact_live f
         JOIN org_unit o ON o.id = f.org_unit_id WHERE f.kind = 'name' AND o.deleted_at IS NULL),
     spans AS (
       SELECT what, name, since, lead(since) OVER (PARTITION BY what ORDER BY since) AS till,
         last_value(name) OVER (PARTITION BY what ORDER BY since ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS now
       FROM said WHERE name IS NOT NULL AND length(name) > 4)
     SELECT name, nullif(min(since), '') AS validFrom,
       CASE WHEN max(till IS NULL) THEN NULL ELSE max(till) END AS validTo, max(now) AS now
     FROM spans GROUP BY what, name`,
  );
