/** The register as it stood on a day. */

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * SQL source in the place of member_live: the same columns, where status, department_id, group_id, job_title, position
 * and contract_type are those of `day` (ISO date); people who were not in the register yet are not in it. With `way`,
 * 'INDEXED BY …' of the table member, people are gone through in the order of that index.
 */
export function asOfSource(day: string, way = ''): string {
  if (!DAY.test(day)) throw new Error('not a day');
  const people =
    way === ''
      ? 'member_state s JOIN member_live r ON r.id = s.member_id'
      : `member r ${way} CROSS JOIN member_state s ON s.member_id = r.id AND r.deleted_at IS NULL
      AND (r.import_id IS NULL OR r.import_id NOT IN (SELECT import_id FROM import_hidden))`;
  return `(SELECT s.status, s.department_id, s.group_id, s.job_title, s.position, s.contract_type, r.*
    FROM ${people}
    WHERE s.from_date <= '${day}' AND (s.to_date IS NULL OR s.to_date > '${day}'))`;
}

/**
 * The same people by what their stretch of the day holds alone (id, status, department_id, group_id, job_title): nobody's
 * record is read; the few in the trash or of an import not in force are left out by their ids.
 */
export function stretchesOn(day: string): string {
  if (!DAY.test(day)) throw new Error('not a day');
  return `(SELECT s.member_id AS id, s.status, s.department_id, s.group_id, s.job_title FROM member_state s
    WHERE s.from_date <= '${day}' AND (s.to_date IS NULL OR s.to_date > '${day}')
      AND s.member_id NOT IN (SELECT id FROM member INDEXED BY member_gone WHERE deleted_at IS NOT NULL
        UNION ALL SELECT i.id FROM import_hidden h JOIN member i ON i.import_id = h.import_id))`;
}
