/** SQL of what an officer's page tells beside the full record: training, and how far the officer joins in. */
import type { Db } from '../../../db/database';

export interface TrainingRow {
  day: string;
  name: string;
  place: string | null;
  certificate: string | null;
}

/** Courses a member came to or has a certificate of, the latest first, up to a day. */
export const trainingOf = (db: Db, memberId: number, until: string): TrainingRow[] =>
  db.all(
    `SELECT e.starts_on AS day, e.name, e.place,
       (SELECT printf('%02d/%s', c.number, c.symbol) FROM training_certificate c
        WHERE c.event_id = e.id AND c.member_id = @memberId AND c.deleted_at IS NULL ORDER BY c.id DESC LIMIT 1) AS certificate
     FROM event_live e
     WHERE e.kind = 'training' AND e.first_day <= @until AND (
       EXISTS (SELECT 1 FROM event_eligible l WHERE l.list_id = e.list_id AND l.member_id = @memberId AND l.came = 1)
       OR EXISTS (SELECT 1 FROM training_certificate c
         WHERE c.event_id = e.id AND c.member_id = @memberId AND c.deleted_at IS NULL))
     ORDER BY e.first_day DESC, e.id DESC`,
    { memberId, until },
  );

/** Events of the days a member was asked to and came to. */
export const joinedBetween = (
  db: Db,
  memberId: number,
  days: { from: string; to: string },
): { asked: number; came: number } =>
  db.get(
    `SELECT count(*) AS asked, coalesce(sum(l.came = 1), 0) AS came FROM event_eligible l
     JOIN event_live e ON e.list_id = l.list_id
     WHERE l.member_id = @memberId AND l.came IS NOT NULL AND e.first_day BETWEEN @from AND @to`,
    { ...days, memberId },
  ) ?? { asked: 0, came: 0 };

/** Movements a member registered in, by name. */
export const movementsOf = (db: Db, memberId: number): string[] =>
  db.column(
    `SELECT DISTINCT m.name FROM movement_entry e JOIN movement m ON m.id = e.movement_id
     WHERE e.member_id = ? AND e.deleted_at IS NULL AND m.deleted_at IS NULL ORDER BY m.name`,
    [memberId],
  );
