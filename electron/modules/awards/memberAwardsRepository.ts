/** SQL of the awards of members. */
import type { Db } from '../../db/database';

/** Awards of one member that are still valid, the latest first. */
export const awardsOf = (
  db: Db,
  memberId: number,
): {
  id: number;
  date: string;
  form: string;
  formEn: string | null;
  number: string | null;
  reason: string | null;
}[] =>
  db.all(
    `SELECT d.id, coalesce(d.decided_on, CAST(d.award_year AS TEXT)) AS date,
       json_extract(d.snapshot, '$.form') AS form, json_extract(d.snapshot, '$.formEn') AS formEn, d.number,
       r.reason_text AS reason
     FROM award_recipient r JOIN award_decision_live d ON d.id = r.decision_id
     WHERE d.status = 'issued' AND r.withdrawn_on IS NULL AND (r.member_id = @memberId OR r.spouse_id = @memberId)
     ORDER BY d.first_day DESC, d.id DESC`,
    { memberId },
  );

/** Ids of members any decision names. */
export const membersNamed = (db: Db): number[] =>
  db
    .all<{ id: number }>(
      `SELECT member_id AS id FROM award_recipient WHERE member_id IS NOT NULL
       UNION SELECT spouse_id FROM award_recipient WHERE spouse_id IS NOT NULL`,
    )
    .map((row) => row.id);
