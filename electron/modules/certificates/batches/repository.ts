/** SQL of batches: layouts as they were printed, prints by certificate, the order of the ceremony. */
import type { Db } from '../../../db/database';

/** Keeps the text of a layout that was printed. */
export const keepLayout = (db: Db, hash: string, layout: string): void => {
  db.run('INSERT OR IGNORE INTO certificate_layout_kept (hash, layout) VALUES (?, ?)', [hash, layout]);
};
export const keptLayout = (db: Db, hash: string): string | undefined =>
  db.pluck('SELECT layout FROM certificate_layout_kept WHERE hash = ?', [hash]);

/** The version each certificate of a decision was printed in last, by layout. */
export const printedVersions = (
  db: Db,
  decisionId: number,
): { certificateId: number; layoutId: string; hash: string; name: string; number: number }[] =>
  db.all(
    `SELECT p.certificate_id AS certificateId, p.layout_id AS layoutId, p.layout_hash AS hash,
       p.layout_name AS name, p.layout_version AS number
     FROM certificate_print p JOIN certificate_run u ON u.id = p.run_id
     WHERE u.decision_id = ? AND p.layout_hash IS NOT NULL AND p.certificate_id IS NOT NULL ORDER BY p.run_id`,
    [decisionId],
  );

export interface StoryPrint {
  certificateId: number;
  runId: number;
  at: string;
  actor: string;
  mode: 'full' | 'blank';
  cause: string | null;
  layout: string | null;
  layoutVersion: number | null;
}
/** Prints of the certificates of a recipient, the latest first. */
export const printsOfRecipient = (db: Db, uid: string): StoryPrint[] =>
  db.all(
    `SELECT p.certificate_id AS certificateId, u.id AS runId, u.at, u.actor, u.mode, u.cause, p.layout_name AS layout,
       p.layout_version AS layoutVersion
     FROM certificate c JOIN certificate_print p ON p.certificate_id = c.id JOIN certificate_run u ON u.id = p.run_id
     WHERE c.recipient_uid = ? ORDER BY u.id DESC`,
    [uid],
  );

/** How often the certificates of a decision were printed. */
export const printsByCertificate = (
  db: Db,
  decisionId: number,
): { certificateId: number; prints: number; lastAt: string }[] =>
  db.all(
    `SELECT p.certificate_id AS certificateId, count(*) AS prints, max(u.at) AS lastAt
     FROM certificate_run u JOIN certificate_print p ON p.run_id = u.id
     WHERE u.decision_id = ? AND p.certificate_id IS NOT NULL GROUP BY p.certificate_id`,
    [decisionId],
  );

export const setCeremony = (db: Db, recipientId: number, place: number | null): void => {
  db.run('UPDATE award_recipient SET ceremony = ? WHERE id = ?', [place, recipientId]);
};

/** Numbers printed in a run. */
export const numbersOfRun = (db: Db, runId: number): { no: number; year: number }[] =>
  db.all(
    `SELECT DISTINCT c.register_no AS no, c.register_year AS year
     FROM certificate_print p JOIN certificate c ON c.id = p.certificate_id WHERE p.run_id = ?`,
    [runId],
  );
