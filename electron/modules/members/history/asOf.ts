/** The register as it stood on a day. */

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * SQL source in the place of member_live: the same columns, where status, department_id, group_id, job_title, position
 * and contract_type are those of `day` (ISO date); people who were not in the register yet are not in it.
 */
export function asOfSource(day: string): string {
  if (!DAY.test(day)) throw new Error('not a day');
  return `(SELECT s.status, s.department_id, s.group_id, s.job_title, s.position, s.contract_type, r.*
    FROM member_state s JOIN member_live r ON r.id = s.member_id
    WHERE s.from_date <= '${day}' AND (s.to_date IS NULL OR s.to_date > '${day}'))`;
}
