/** SQL of signing keys and of what the register says of a checked paper. */
import type { RecipientKind } from '../../../../shared/domain/awards';
import { certificateNumber } from '../../../../shared/domain/training';
import type { Db } from '../../../db/database';
import { setDeletedAt } from '../../../db/trash';

export interface KeyRow {
  id: number;
  code: string;
  owner: string;
  publicKey: Uint8Array;
  own: 0 | 1;
  current: 0 | 1;
  createdAt: string;
  retiredAt: string | null;
  deletedAt: string | null;
}
const KEY = `id, code, owner, public_key AS publicKey, private_key IS NOT NULL AS own, current, created_at AS createdAt,
  retired_at AS retiredAt, deleted_at AS deletedAt`;

/** Keys out of the trash: the unit's own first, the latest first. */
export const keys = (db: Db): KeyRow[] =>
  db.all(
    `SELECT ${KEY} FROM proof_key WHERE deleted_at IS NULL ORDER BY private_key IS NULL, current DESC, id DESC`,
  );
export const keyById = (db: Db, id: number): KeyRow | undefined =>
  db.get(`SELECT ${KEY} FROM proof_key WHERE id = ?`, [id]);
export const keyByCode = (db: Db, code: string): KeyRow | undefined =>
  db.get(`SELECT ${KEY} FROM proof_key WHERE code = ?`, [code]);

/** The private half that signs. It goes nowhere but into a signature. */
export const currentPrivateKey = (db: Db): Uint8Array | undefined =>
  db.pluck('SELECT private_key FROM proof_key WHERE current = 1');
export const currentKeyId = (db: Db): number | null =>
  db.pluck<number>('SELECT id FROM proof_key WHERE current = 1') ?? null;

export const insertKey = (
  db: Db,
  row: {
    code: string;
    owner: string;
    publicKey: Uint8Array;
    privateKey: Uint8Array | null;
    createdAt: string;
    retiredAt: string | null;
  },
): number =>
  db.run(
    `INSERT INTO proof_key (code, owner, public_key, private_key, created_at, retired_at)
     VALUES (@code, @owner, @publicKey, @privateKey, @createdAt, @retiredAt)`,
    { ...row },
  ).lastInsertRowid;

/** Signs with one own key from now on, or with none. */
export const setCurrentKey = (db: Db, id: number | null, now: string): void => {
  db.run('UPDATE proof_key SET current = 0, retired_at = ? WHERE current = 1', [now]);
  if (id !== null) db.run('UPDATE proof_key SET current = 1, retired_at = NULL WHERE id = ?', [id]);
};

export const setKeyDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'proof_key', id, at);
export const trashedKeys = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT id, owner || ' · ' || code AS label, deleted_at AS deletedAt FROM proof_key WHERE deleted_at IS NOT NULL`,
  );

export const layoutsOff = (db: Db): string[] =>
  db.all<{ id: string }>('SELECT layout_id AS id FROM proof_layout_off ORDER BY 1').map((row) => row.id);
export const setLayoutOff = (db: Db, layoutId: string, off: boolean): void => {
  db.run(
    off
      ? 'INSERT OR IGNORE INTO proof_layout_off (layout_id) VALUES (?)'
      : 'DELETE FROM proof_layout_off WHERE layout_id = ?',
    [layoutId],
  );
};

/** A line of the own register by its number, whatever became of the decision. */
export interface RegisteredRow {
  decisionId: number;
  decisionNo: string | null;
  decidedOn: string | null;
  status: 'draft' | 'issued';
  deletedAt: string | null;
  kind: RecipientKind;
  honorific: string | null;
  name: string;
  spouseHonorific: string | null;
  spouseName: string | null;
  /** The day it was made void. */
  voidedOn: string | null;
}
export const registered = (db: Db, no: number, year: number): RegisteredRow | undefined =>
  db.get(
    `SELECT d.id AS decisionId, d.number AS decisionNo, d.decided_on AS decidedOn, d.status, d.deleted_at AS deletedAt,
       r.kind, r.honorific, r.name, r.spouse_honorific AS spouseHonorific, r.spouse_name AS spouseName, c.voided_on AS voidedOn
     FROM certificate c JOIN award_recipient r ON r.uid = c.recipient_uid JOIN award_decision d ON d.id = r.decision_id
     WHERE c.register_no = ? AND c.register_year = ? ORDER BY d.deleted_at IS NOT NULL, c.copy DESC LIMIT 1`,
    [no, year],
  );

/** A course's certificate by its number as printed ("12/2026/CN-CĐCS"), also one in the trash. */
export const registeredCourse = (
  db: Db,
  no: number,
  year: number,
  printed: string | null,
): { eventId: number; name: string; decidedOn: string; deletedAt: string | null } | undefined =>
  db
    .all<{ eventId: number; name: string; decidedOn: string; deletedAt: string | null; symbol: string }>(
      `SELECT event_id AS eventId, name, issued_on AS decidedOn, deleted_at AS deletedAt, symbol
       FROM training_certificate WHERE number = ? AND year = ? ORDER BY deleted_at IS NOT NULL, id DESC`,
      [no, year],
    )
    .find((row) => printed === null || certificateNumber(no, year, row.symbol) === printed);
