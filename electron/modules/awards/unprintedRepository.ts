/** SQL of what is still to be printed. */
import type { Db } from '../../db/database';

/** Recipients by name of the unit's own issued decisions whose certificate in force was never printed. */
export const countUnprinted = (db: Db): number =>
  db.pluck<number>(
    `SELECT count(*) FROM award_decision_live d JOIN award_recipient r ON r.decision_id = d.id
     JOIN certificate c ON c.recipient_uid = r.uid AND c.voided_on IS NULL
     WHERE d.status = 'issued' AND d.side = 'union' AND d.level = 'unit'
       AND NOT EXISTS (SELECT 1 FROM certificate_print p WHERE p.certificate_id = c.id)`,
  ) ?? 0;
