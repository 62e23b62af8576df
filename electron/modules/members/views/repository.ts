/** SQL of saved filters and of what the editor of conditions offers. */
import type { Db } from '../../../db/database';

const COLUMN = /^m\.([a-z_]+)$/;

/** Each text there is in a column of member (`m.job_title`), or that a query lists; fast where an index begins with it. */
export function distinctTexts(db: Db, value: string): string[] {
  const column = COLUMN.exec(value)?.[1];
  const rows = column
    ? db.all<{ v: string }>(`SELECT DISTINCT ${column} AS v FROM member WHERE ${column} IS NOT NULL`)
    : db.all<{ v: string }>(`SELECT DISTINCT v FROM (${value}) WHERE v IS NOT NULL`);
  return rows.map((row) => row.v);
}

export const unitChoices = (db: Db, kind: 'department' | 'group'): { id: number; name: string }[] =>
  db.all(`SELECT id, name FROM org_unit_live WHERE kind = ? AND closed_on IS NULL ORDER BY name_key`, [kind]);
