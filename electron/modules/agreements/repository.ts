/** SQL of agreements: the agreement itself, its parties, scales and reminders. */
import type { Vagueness } from '../../../shared/text/numbers';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface AgreementRecord {
  id: number;
  version: number;
  title: string;
  number: string | null;
  signedOn: string | null;
  place: string | null;
  eventId: number | null;
  eventName: string | null;
  startsOn: string;
  endsOn: string;
  firstDay: string;
  lastDay: string;
  predecessorId: number | null;
  scaleId: number | null;
  note: string | null;
  closedOn: string | null;
  summary: string | null;
  proposals: string | null;
  statedSum: number | null;
  statedFlag: Vagueness | null;
  deletedAt: string | null;
}
const AGREEMENT = `SELECT a.id, a.version, a.title, a.number, a.signed_on AS signedOn, a.place, a.event_id AS eventId,
    e.name AS eventName, a.starts_on AS startsOn, a.ends_on AS endsOn, a.first_day AS firstDay, a.last_day AS lastDay,
    a.predecessor_id AS predecessorId, a.scale_id AS scaleId, a.note, a.closed_on AS closedOn, a.summary, a.proposals,
    a.stated_sum AS statedSum, a.stated_flag AS statedFlag, a.deleted_at AS deletedAt
  FROM agreement a LEFT JOIN event e ON e.id = a.event_id AND e.deleted_at IS NULL`;

/** Live agreements, the latest to begin first. */
export const agreements = (db: Db): AgreementRecord[] =>
  db.all(`${AGREEMENT} WHERE a.deleted_at IS NULL ORDER BY a.first_day DESC, a.id DESC`);
/** Live agreements whose words hold every one of `words`. */
export const agreementsWith = (db: Db, words: readonly string[]): AgreementRecord[] =>
  db.all(
    `${AGREEMENT} WHERE a.deleted_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM json_each(?) w WHERE instr(a.search_key, w.value) = 0)
     ORDER BY a.first_day DESC, a.id DESC`,
    [JSON.stringify(words)],
  );
/** An agreement, also one in the trash. */
export const agreementById = (db: Db, id: number): AgreementRecord | undefined =>
  db.get(`${AGREEMENT} WHERE a.id = ?`, [id]);
export const successorsOf = (db: Db, id: number): AgreementRecord[] =>
  db.all(`${AGREEMENT} WHERE a.predecessor_id = ? AND a.deleted_at IS NULL ORDER BY a.first_day, a.id`, [id]);

export type EditableAgreement = Pick<
  AgreementRecord,
  | 'title'
  | 'number'
  | 'signedOn'
  | 'place'
  | 'eventId'
  | 'startsOn'
  | 'endsOn'
  | 'firstDay'
  | 'lastDay'
  | 'predecessorId'
  | 'scaleId'
  | 'note'
> & { searchKey: string };
const EDITABLE = [
  'title',
  'number',
  'signedOn',
  'place',
  'eventId',
  'startsOn',
  'endsOn',
  'firstDay',
  'lastDay',
  'predecessorId',
  'scaleId',
  'note',
  'searchKey',
] as const satisfies readonly (keyof EditableAgreement)[];
export const insertAgreement = (db: Db, row: EditableAgreement & { uid: string }, now: string): number =>
  insertRecord(db, 'agreement', ['uid', ...EDITABLE], row, now);
export const updateAgreement = (
  db: Db,
  row: EditableAgreement & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'agreement', EDITABLE, row, now);
const CLOSING = ['closedOn', 'summary', 'proposals', 'statedSum', 'statedFlag'] as const;
export type Closing = Pick<AgreementRecord, (typeof CLOSING)[number]>;
export const setClosing = (db: Db, row: Closing & { id: number; version: number }, now: string): boolean =>
  updateRecord(db, 'agreement', CLOSING, row, now);
export const setAgreementDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'agreement', id, at);
export const isLiveEvent = (db: Db, id: number): boolean =>
  db.pluck<number>('SELECT count(*) FROM event_live WHERE id = ?', [id]) === 1;
export const memberName = (db: Db, id: number): string | null =>
  db.pluck<string>('SELECT full_name FROM member_live WHERE id = ?', [id]) ?? null;

export interface PartyRecord {
  agreementId: number;
  name: string;
  own: 0 | 1;
  memberId: number | null;
  signer: string | null;
  signerPost: string | null;
}
export const partiesOf = (db: Db, agreementIds: readonly number[]): PartyRecord[] =>
  db.all(
    `SELECT p.agreement_id AS agreementId, p.name, p.own, p.member_id AS memberId, coalesce(m.full_name, p.signer) AS signer,
       p.signer_post AS signerPost
     FROM agreement_party p LEFT JOIN member m ON m.id = p.member_id
     WHERE p.agreement_id IN (SELECT value FROM json_each(?)) ORDER BY p.agreement_id, p.ordinal`,
    [JSON.stringify(agreementIds)],
  );
export function writeParties(
  db: Db,
  agreementId: number,
  parties: readonly Omit<PartyRecord, 'agreementId'>[],
): void {
  db.run('DELETE FROM agreement_party WHERE agreement_id = ?', [agreementId]);
  parties.forEach((party, ordinal) => {
    db.run(
      `INSERT INTO agreement_party (agreement_id, ordinal, name, own, member_id, signer, signer_post)
       VALUES (@agreementId, @ordinal, @name, @own, @memberId, @signer, @signerPost)`,
      { ...party, agreementId, ordinal },
    );
  });
}

export interface ScaleRecord {
  id: number;
  version: number;
  name: string;
  nameEn: string | null;
  most: number;
  step: number;
  grades: string;
  used: number;
  deletedAt: string | null;
}
const SCALE = `SELECT s.id, s.version, s.name, s.name_en AS nameEn, s.most, s.step, s.grades, s.deleted_at AS deletedAt,
    (SELECT count(*) FROM agreement a WHERE a.scale_id = s.id) AS used
  FROM agreement_scale s`;
export const scales = (db: Db): ScaleRecord[] => db.all(`${SCALE} WHERE s.deleted_at IS NULL ORDER BY s.id`);
export const scaleById = (db: Db, id: number): ScaleRecord | undefined =>
  db.get(`${SCALE} WHERE s.id = ?`, [id]);
export const scaleNamed = (db: Db, name: string, exceptId: number): boolean =>
  db.pluck<number>('SELECT count(*) FROM agreement_scale WHERE name = ? AND id <> ? AND deleted_at IS NULL', [
    name,
    exceptId,
  ]) !== 0;
const SCALE_FIELDS = ['name', 'nameEn', 'most', 'step', 'grades'] as const;
type ScaleFields = Pick<ScaleRecord, (typeof SCALE_FIELDS)[number]>;
export const insertScale = (db: Db, row: ScaleFields): number =>
  insertRecord(db, 'agreement_scale', SCALE_FIELDS, row);
export const updateScale = (db: Db, row: ScaleFields & { id: number; version: number }): boolean =>
  updateRecord(db, 'agreement_scale', SCALE_FIELDS, row);
export const setScaleDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'agreement_scale', id, at);

export const reminders = (db: Db): number[] =>
  db.column('SELECT days FROM agreement_reminder ORDER BY days DESC');
export function writeReminders(db: Db, days: readonly number[]): void {
  db.run('DELETE FROM agreement_reminder');
  for (const one of new Set(days)) db.run('INSERT INTO agreement_reminder (days) VALUES (?)', [one]);
}

type Trashed = { id: number; label: string; deletedAt: string };
export const trashedAgreements = (db: Db): Trashed[] =>
  db.all('SELECT id, title AS label, deleted_at AS deletedAt FROM agreement WHERE deleted_at IS NOT NULL');
export const trashedScales = (db: Db): Trashed[] =>
  db.all(
    'SELECT id, name AS label, deleted_at AS deletedAt FROM agreement_scale WHERE deleted_at IS NOT NULL',
  );

/** Members an agreement names: who signs and who answers for a commitment. */
export const membersInAgreements = (db: Db): number[] =>
  db.column(
    `SELECT member_id FROM agreement_party WHERE member_id IS NOT NULL
     UNION SELECT member_id FROM agreement_commitment WHERE member_id IS NOT NULL`,
  );
/** What a member signed or answers for. */
export const agreementsOfMember = (
  db: Db,
  memberId: number,
): { id: number; date: string; title: string; detail: string | null }[] =>
  db.all(
    `SELECT a.id, coalesce(a.signed_on, a.starts_on) AS date, a.title, p.signer_post AS detail
     FROM agreement_party p JOIN agreement_live a ON a.id = p.agreement_id WHERE p.member_id = @memberId
     UNION ALL
     SELECT k.agreement_id, coalesce(k.due_on, a.starts_on), a.title, k.name
     FROM agreement_commitment_live k JOIN agreement a ON a.id = k.agreement_id WHERE k.member_id = @memberId`,
    { memberId },
  );

/** Files attached to an agreement and to progress under it, by the day they tell of. */
export const evidenceOf = (
  db: Db,
  id: number,
): { name: string; takenOn: string | null; author: string | null; source: string | null }[] =>
  db.all(
    `SELECT f.name, f.taken_on AS takenOn, f.author, f.source FROM attachment f
     WHERE f.deleted_at IS NULL AND (f.entity = 'agreement' AND f.entity_id = @id OR f.entity = 'agreement_progress'
       AND f.entity_id IN (SELECT p.id FROM agreement_progress p JOIN agreement_commitment_live k ON k.id = p.commitment_id
         WHERE k.agreement_id = @id AND p.deleted_at IS NULL))
     ORDER BY coalesce(f.taken_on, f.created_at), f.id`,
    { id },
  );
