/** The trash (thùng rác): a record in it keeps its row and the moment it went there. */
import type { Db } from './database';

/** Tables whose records go to the trash. */
export type TrashTable =
  | 'attachment'
  | 'award_decision'
  | 'award_form'
  | 'award_round'
  | 'award_rule'
  | 'award_override'
  | 'award_hold'
  | 'award_coefficient'
  | 'base_wage'
  | 'certificate_blank'
  | 'certificate_design'
  | 'care_case'
  | 'care_kind'
  | 'care_norm'
  | 'care_reason'
  | 'care_visit'
  | 'certificate_printer'
  | 'child'
  | 'committee'
  | 'contest_entry'
  | 'council_meeting'
  | 'criteria_set'
  | 'document'
  | 'document_type'
  | 'donor'
  | 'donor_gift'
  | 'drive'
  | 'drive_gift'
  | 'dues_collection'
  | 'dues_rate'
  | 'earmark'
  | 'earmark_use'
  | 'event'
  | 'event_attendee'
  | 'event_group'
  | 'event_series'
  | 'event_session'
  | 'event_template'
  | 'follow_up'
  | 'fund'
  | 'fund_category'
  | 'fund_voucher'
  | 'marriage'
  | 'school_result'
  | 'extra_field'
  | 'import_mapping'
  | 'member'
  | 'member_absence'
  | 'member_discipline'
  | 'member_fact'
  | 'member_view'
  | 'member_request'
  | 'movement'
  | 'movement_entry'
  | 'occasion'
  | 'org_unit'
  | 'org_unit_class'
  | 'proof_key'
  | 'proposal'
  | 'review'
  | 'term'
  | 'training_certificate'
  | 'union_post'
  | 'unit_profile'
  | 'welfare_campaign';

/** Moves a record to the trash, or back when `at` is null; false if it was there already. Its version rises. */
export function setDeletedAt(db: Db, table: TrashTable, id: number, at: string | null): boolean {
  const { changes } = db.run(
    `UPDATE ${table} SET deleted_at = ?, version = version + 1 WHERE id = ? AND (deleted_at IS NULL) = (? IS NOT NULL)`,
    [at, id, at],
  );
  return changes === 1;
}
