/** SQL of certificates by register number: given, made void, given again. Rows are never deleted, so no number returns. */
import type { Db } from '../../db/database';

export interface CertificateRow {
  id: number;
  recipientUid: string;
  decisionId: number;
  registerYear: number;
  registerNo: number;
  /** n: "Bản cấp lại lần n" under the same number. */
  copy: number;
  replacesId: number | null;
  reason: string | null;
  givenOn: string | null;
  /** JSON of what stands on it, from its first print. */
  content: string | null;
  voidedOn: string | null;
  voidReason: string | null;
  version: number;
}

const COLUMNS = `c.id, c.recipient_uid AS recipientUid, c.decision_id AS decisionId, c.register_year AS registerYear,
  c.register_no AS registerNo, c.copy, c.replaces_id AS replacesId, c.reason, c.given_on AS givenOn, c.content,
  c.voided_on AS voidedOn, c.void_reason AS voidReason, c.version`;

export const certificateById = (db: Db, id: number): CertificateRow | undefined =>
  db.get(`SELECT ${COLUMNS} FROM certificate c WHERE c.id = ?`, [id]);

/** Every certificate of a recipient, the first given first. */
export const certificatesOfRecipient = (db: Db, uid: string): CertificateRow[] =>
  db.all(`SELECT ${COLUMNS} FROM certificate c WHERE c.recipient_uid = ? ORDER BY c.id`, [uid]);

/** The certificate in force of each recipient of a decision; where none is, the last one. */
export const currentCertificates = (
  db: Db,
  decisionId: number,
): (CertificateRow & { recipientId: number })[] =>
  db.all(
    `SELECT r.id AS recipientId, ${COLUMNS} FROM award_recipient r JOIN certificate c ON c.id = (
       SELECT x.id FROM certificate x WHERE x.recipient_uid = r.uid ORDER BY x.voided_on IS NOT NULL, x.id DESC LIMIT 1)
     WHERE r.decision_id = ?`,
    [decisionId],
  );

export type NewCertificate = Pick<
  CertificateRow,
  'recipientUid' | 'decisionId' | 'registerYear' | 'registerNo' | 'copy' | 'replacesId' | 'reason' | 'givenOn'
>;
export const insertCertificate = (db: Db, row: NewCertificate, now: string): number =>
  db.run(
    `INSERT INTO certificate (recipient_uid, decision_id, register_year, register_no, copy, replaces_id, reason, given_on, created_at)
     VALUES (@recipientUid, @decisionId, @registerYear, @registerNo, @copy, @replacesId, @reason, @givenOn, @now)`,
    { ...row, now },
  ).lastInsertRowid;

/** The next copy of a number. */
export const nextCopy = (db: Db, year: number, no: number): number =>
  db.pluck<number>('SELECT max(copy) + 1 FROM certificate WHERE register_year = ? AND register_no = ?', [
    year,
    no,
  ]) ?? 1;

export const setVoid = (db: Db, id: number, on: string | null, reason: string | null): void => {
  db.run('UPDATE certificate SET voided_on = ?, void_reason = ?, version = version + 1 WHERE id = ?', [
    on,
    on === null ? null : reason,
    id,
  ]);
};

/** Keeps what stands on a certificate; what was kept before stays. */
export const keepContent = (db: Db, id: number, content: string): void => {
  db.run('UPDATE certificate SET content = ? WHERE id = ? AND content IS NULL', [content, id]);
};

/** A decision issued anew is printed as it is then. */
export const forgetContents = (db: Db, decisionId: number): void => {
  db.run('UPDATE certificate SET content = NULL WHERE decision_id = ? AND voided_on IS NULL', [decisionId]);
};

/** The day the award ceased to count: that of the last certificate made void, while none is in force. */
export const settleRecipient = (db: Db, uid: string): void => {
  db.run(
    `UPDATE award_recipient SET withdrawn_on = (
       SELECT iif(sum(c.voided_on IS NULL) > 0, NULL, max(c.voided_on)) FROM certificate c WHERE c.recipient_uid = uid)
     WHERE uid = ?`,
    [uid],
  );
};
