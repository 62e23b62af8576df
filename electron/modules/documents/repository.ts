/** SQL of the register of documents. */
import type { DocumentCheck, DocumentDirection, DocumentStatus } from '../../../shared/domain/documents';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface DocumentRecord {
  id: number;
  version: number;
  direction: DocumentDirection;
  typeId: number;
  typeCode: string;
  type: string;
  typeEn: string | null;
  status: DocumentStatus;
  year: number;
  series: string;
  number: number | null;
  suffix: string;
  code: string | null;
  onDate: string;
  subject: string | null;
  party: string | null;
  theirNumber: string | null;
  theirDate: string | null;
  signer: string | null;
  urgency: string | null;
  secrecy: string | null;
  deadline: string | null;
  memberId: number | null;
  personName: string | null;
  person: string | null;
  answeredById: number | null;
  answeredBy: string | null;
  answeredOn: string | null;
  linkEntity: string | null;
  linkId: number | null;
  linkLabel: string | null;
  note: string | null;
  voidReason: string | null;
  files: number;
  deletedAt: string | null;
}

const DOCUMENT = `SELECT d.id, d.version, d.direction, d.type_id AS typeId, t.code AS typeCode, t.name AS type, t.name_en AS typeEn,
    d.status, d.year, d.series, d.number, d.suffix, d.code, d.on_date AS onDate, d.subject, d.party,
    d.their_number AS theirNumber, d.their_date AS theirDate, d.signer, d.urgency, d.secrecy, d.deadline,
    d.member_id AS memberId, d.person_name AS personName, coalesce(m.full_name, d.person_name) AS person,
    d.answered_by_id AS answeredById, a.code AS answeredBy, d.answered_on AS answeredOn,
    d.link_entity AS linkEntity, d.link_id AS linkId, d.link_label AS linkLabel, d.note, d.void_reason AS voidReason,
    (SELECT count(*) FROM attachment f WHERE f.entity = 'document' AND f.entity_id = d.id AND f.deleted_at IS NULL) AS files,
    d.deleted_at AS deletedAt
  FROM document d JOIN document_type t ON t.id = d.type_id LEFT JOIN member m ON m.id = d.member_id
  LEFT JOIN document a ON a.id = d.answered_by_id`;

export interface DocumentConditions {
  direction: DocumentDirection;
  words: readonly string[];
  year: number | null;
  typeId: number | null;
  check: DocumentCheck | null;
  today: string;
  soon: string;
}

const WAITS = `d.deadline IS NOT NULL AND d.answered_on IS NULL AND d.status <> 'void'`;
const CHECKS: Readonly<Record<DocumentCheck, string>> = {
  overdue: `${WAITS} AND d.deadline < @today`,
  soon: `${WAITS} AND d.deadline BETWEEN @today AND @soon`,
  open: WAITS,
  reserved: `d.status = 'reserved'`,
  void: `d.status = 'void'`,
  noFile: `d.status = 'given' AND NOT EXISTS (SELECT 1 FROM attachment f
    WHERE f.entity = 'document' AND f.entity_id = d.id AND f.deleted_at IS NULL)`,
};

function whereOf(c: DocumentConditions): string {
  const parts = ['d.deleted_at IS NULL', 'd.direction = @direction'];
  if (c.year !== null) parts.push('d.year = @year');
  if (c.typeId !== null) parts.push('d.type_id = @typeId');
  if (c.check !== null) parts.push(CHECKS[c.check]);
  parts.push(...c.words.map((_, at) => `d.search_key LIKE '%' || @w${at} || '%'`));
  return parts.join(' AND ');
}
const paramsOf = ({ words, ...c }: DocumentConditions) => ({
  ...c,
  ...Object.fromEntries(words.map((word, at) => [`w${at}`, word])),
});

/** Years the latest first, then the highest number. */
export const listDocuments = (
  db: Db,
  c: DocumentConditions,
  page: { offset: number; limit: number },
): DocumentRecord[] =>
  db.all(
    `${DOCUMENT} WHERE ${whereOf(c)}
     ORDER BY d.year DESC, iif(d.series = '', 0, 1), iif(d.series = '', d.number, 0) DESC, d.on_date DESC, d.number DESC, d.suffix DESC
     LIMIT @limit OFFSET @offset`,
    { ...paramsOf(c), limit: page.limit, offset: page.offset },
  );
export const countDocuments = (db: Db, c: DocumentConditions): number =>
  db.pluck(`SELECT count(*) FROM document d WHERE ${whereOf(c)}`, paramsOf(c)) ?? 0;

/** A document, also one in the trash. */
export const documentById = (db: Db, id: number): DocumentRecord | undefined =>
  db.get(`${DOCUMENT} WHERE d.id = ?`, [id]);
export const answersOf = (
  db: Db,
  id: number,
): { id: number; code: string | null; subject: string | null }[] =>
  db.all(
    `SELECT d.id, coalesce(d.their_number, d.code) AS code, d.subject FROM document_live d
     WHERE d.answered_by_id = ? ORDER BY d.on_date, d.id`,
    [id],
  );
export const documentsOf = (db: Db, entity: string, id: number): DocumentRecord[] =>
  db.all(
    `${DOCUMENT} WHERE d.link_entity = ? AND d.link_id = ? AND d.deleted_at IS NULL ORDER BY d.on_date, d.number, d.id`,
    [entity, id],
  );
/** Documents a member answers or is the subject of. */
export const documentsOfMember = (db: Db, memberId: number): DocumentRecord[] =>
  db.all(
    `${DOCUMENT} WHERE (d.member_id = @memberId OR d.link_entity = 'member' AND d.link_id = @memberId)
       AND d.deleted_at IS NULL AND d.status = 'given'`,
    { memberId },
  );
/** The register of a year in the order of its numbers, with those in the trash, whose numbers stay taken. */
export const registerRows = (
  db: Db,
  c: { direction: DocumentDirection; year: number; typeId: number | null },
): DocumentRecord[] =>
  db.all(
    `${DOCUMENT} WHERE d.direction = @direction AND d.year = @year AND d.number IS NOT NULL
       AND (@typeId IS NULL OR d.type_id = @typeId)
     ORDER BY iif(d.series = '', 0, t.ordinal), d.series, d.number, d.suffix`,
    c,
  );
export const yearsOf = (db: Db, direction: DocumentDirection): { year: number; count: number }[] =>
  db.all(
    'SELECT year, count(*) AS count FROM document_live WHERE direction = ? GROUP BY year ORDER BY year DESC',
    [direction],
  );

export interface Series {
  direction: DocumentDirection;
  year: number;
  series: string;
}
/** First and last number of a row and the latest day in it, trash and void ones too. */
export const seriesState = (
  db: Db,
  s: Series,
): { first: number | null; last: number | null; lastOn: string | null } =>
  db.get(
    `SELECT min(number) AS first, max(number) AS last, max(on_date) AS lastOn FROM document
     WHERE direction = @direction AND year = @year AND series = @series AND number IS NOT NULL`,
    { ...s },
  )!;
/** Who has a number of a row, also in the trash. */
export const holderOf = (db: Db, s: Series & { number: number }): DocumentRecord | undefined =>
  db.get(
    `${DOCUMENT} WHERE d.direction = @direction AND d.year = @year AND d.series = @series AND d.number = @number AND d.suffix = ''`,
    { ...s },
  );
/** The last number of the days up to one. */
export const numberBefore = (db: Db, s: Series & { onDate: string }): number | null =>
  db.pluck<number | null>(
    `SELECT max(number) FROM document WHERE direction = @direction AND year = @year AND series = @series
       AND number IS NOT NULL AND on_date <= @onDate`,
    { ...s },
  ) ?? null;
export const suffixesOf = (db: Db, s: Series & { number: number }): string[] =>
  db.column(
    `SELECT suffix FROM document WHERE direction = @direction AND year = @year AND series = @series AND number = @number`,
    { ...s },
  );

export type EditableDocument = Pick<
  DocumentRecord,
  | 'typeId'
  | 'status'
  | 'code'
  | 'onDate'
  | 'subject'
  | 'party'
  | 'theirNumber'
  | 'theirDate'
  | 'signer'
  | 'urgency'
  | 'secrecy'
  | 'deadline'
  | 'memberId'
  | 'personName'
  | 'linkEntity'
  | 'linkId'
  | 'linkLabel'
  | 'note'
> & { searchKey: string };
const EDITABLE = [
  'typeId',
  'status',
  'code',
  'onDate',
  'subject',
  'party',
  'theirNumber',
  'theirDate',
  'signer',
  'urgency',
  'secrecy',
  'deadline',
  'memberId',
  'personName',
  'linkEntity',
  'linkId',
  'linkLabel',
  'note',
  'searchKey',
] as const satisfies readonly (keyof EditableDocument)[];
const PLACED = ['uid', 'direction', 'year', 'series', 'number', 'suffix'] as const;
export type NewDocument = EditableDocument & Series & { uid: string; number: number; suffix: string };

export const insertDocument = (db: Db, row: NewDocument, now: string): number =>
  insertRecord(db, 'document', [...PLACED, ...EDITABLE], row, now);
export const updateDocument = (
  db: Db,
  row: EditableDocument & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'document', EDITABLE, row, now);
export const setVoid = (
  db: Db,
  row: {
    id: number;
    version: number;
    status: DocumentStatus;
    voidReason: string | null;
    voidedAt: string | null;
  },
  now: string,
): boolean => updateRecord(db, 'document', ['status', 'voidReason', 'voidedAt'], row, now);
export const setAnswer = (
  db: Db,
  row: { id: number; version: number; answeredOn: string | null; answeredById: number | null },
  now: string,
): boolean => updateRecord(db, 'document', ['answeredOn', 'answeredById'], row, now);
export const setDocumentDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'document', id, at);

/** Frees the number of an entry in the trash, when it is the last of its row; false when it must stay. */
export const freeNumber = (db: Db, id: number): boolean =>
  db.run(
    `UPDATE document SET number = NULL, suffix = '', code = NULL, version = version + 1
     WHERE id = @id AND status <> 'void' AND NOT EXISTS (SELECT 1 FROM document o
       WHERE o.direction = document.direction AND o.year = document.year AND o.series = document.series AND o.id <> document.id
         AND (o.number = document.number AND o.suffix > document.suffix
           OR document.suffix = '' AND o.number > document.number))`,
    { id },
  ).changes === 1;
export const giveNumber = (
  db: Db,
  row: { id: number; number: number; series: string; code: string },
): void => {
  db.run('UPDATE document SET number = @number, series = @series, code = @code WHERE id = @id', { ...row });
};

export const waitingCounts = (db: Db, today: string, soon: string): { overdue: number; soon: number } =>
  db.get(
    `SELECT count(*) FILTER (WHERE deadline < @today) AS overdue,
       count(*) FILTER (WHERE deadline BETWEEN @today AND @soon) AS soon
     FROM document_live WHERE deadline IS NOT NULL AND answered_on IS NULL AND status <> 'void'`,
    { today, soon },
  )!;
/** Papers that wait for an answer, by their deadlines. */
export const deadlinesIn = (
  db: Db,
  span: { from: string; to: string },
): { id: number; subject: string | null; number: string | null; deadline: string }[] =>
  db.all(
    `SELECT id, subject, coalesce(their_number, code) AS number, deadline FROM document_live
     WHERE deadline BETWEEN @from AND @to AND answered_on IS NULL AND status <> 'void'`,
    { from: span.from, to: span.to },
  );
export const membersAnswering = (db: Db): number[] =>
  db.column('SELECT DISTINCT member_id FROM document WHERE member_id IS NOT NULL');
export const trashedDocuments = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT id, coalesce(coalesce(code, their_number) || ' · ', '') || coalesce(subject, '') AS label, deleted_at AS deletedAt
     FROM document WHERE deleted_at IS NOT NULL`,
  );
