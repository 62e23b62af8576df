/** SQL of the unit's own fields and their values. */
import type { ExtraKind } from '../../../../shared/domain/privateFields';
import type { Db } from '../../../db/database';
import { setDeletedAt } from '../../../db/trash';

export interface ExtraFieldRecord {
  id: number;
  label: string;
  kind: ExtraKind;
  choices_json: string;
  position: number;
  version: number;
  deleted_at: string | null;
}
export interface ExtraValueRecord {
  member_id: number;
  field_id: number;
  kind: ExtraKind;
  value: string;
  number: number | null;
}

/** Members with a value, those in the trash too: read from the index alone. */
export const countUsed = (db: Db, id: number): number =>
  db.pluck<number>('SELECT count(*) FROM extra_value WHERE field_id = ?', [id]) ?? 0;
/** Fields in use, in order. */
export const fieldsInOrder = (db: Db): ExtraFieldRecord[] =>
  db.all('SELECT * FROM extra_field WHERE deleted_at IS NULL ORDER BY position, id');
export const fieldById = (db: Db, id: number): ExtraFieldRecord | undefined =>
  db.get('SELECT * FROM extra_field WHERE id = ?', [id]);
export const isUsed = (db: Db, id: number): boolean =>
  db.pluck('SELECT 1 FROM extra_value WHERE field_id = ? LIMIT 1', [id]) === 1;

interface FieldColumns {
  label: string;
  labelKey: string;
  kind: ExtraKind;
  choices: string;
}
export const insertField = (db: Db, field: FieldColumns, now: string): number =>
  db.run(
    `INSERT INTO extra_field (unit_id, label, label_key, kind, choices_json, position, created_at)
     VALUES (1, @label, @labelKey, @kind, @choices, (SELECT coalesce(max(position), 0) + 1 FROM extra_field), @now)`,
    { ...field, now },
  ).lastInsertRowid;
/** False when the version is stale. */
export const updateField = (db: Db, id: number, version: number, field: FieldColumns): boolean =>
  db.run(
    `UPDATE extra_field SET label = @label, label_key = @labelKey, kind = @kind, choices_json = @choices, version = version + 1
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    { ...field, id, version },
  ).changes === 1;
export const setPosition = (db: Db, id: number, position: number): boolean =>
  db.run('UPDATE extra_field SET position = ? WHERE id = ? AND deleted_at IS NULL', [position, id])
    .changes === 1;
export const setFieldDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'extra_field', id, at);
export const trashedFields = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, label, deleted_at AS deletedAt FROM extra_field WHERE deleted_at IS NOT NULL');

/** Values of some members, of fields in use. */
export const valuesOf = (db: Db, memberIds: readonly number[]): ExtraValueRecord[] =>
  db.all(
    `SELECT v.member_id, v.field_id, f.kind, v.value, v.number
     FROM json_each(?) page CROSS JOIN extra_value v ON v.member_id = page.value
     JOIN extra_field f ON f.id = v.field_id AND f.deleted_at IS NULL`,
    [JSON.stringify(memberIds)],
  );
/** SQL of what a person `m` is put in order by, of a field of the unit's own: a number, else the words without tones. */
export const orderedBy = (fieldId: number): string =>
  `(SELECT coalesce(x.number, x.folded) FROM extra_value x WHERE x.member_id = m.id AND x.field_id = ${fieldId})`;

/** The field a list is put in order by; null for the register's own orders. */
export const ownSort = (sort: string): number | null =>
  sort.startsWith('extra:') ? Number(sort.slice('extra:'.length)) : null;

/** Members with a word in a field of words or choices; the FTS5 expression comes after it. */
export const OWN_MATCHES = `SELECT v.member_id FROM extra_search x JOIN extra_value v ON v.id = x.rowid
  JOIN extra_field e ON e.id = v.field_id AND e.deleted_at IS NULL AND e.kind IN ('text', 'choice')
  WHERE x.extra_search MATCH`;
export const hasMatch = (db: Db, match: string): boolean =>
  db.pluck(`SELECT 1 FROM (${OWN_MATCHES} ? LIMIT 1)`, [match]) === 1;
/** Whether so many values match that going through all of them is faster than looking up each. */
export const ownMany = (db: Db, match: string): boolean =>
  (db.pluck<number>(
    `SELECT count(*) FROM (SELECT 1 FROM extra_search WHERE extra_search MATCH ? LIMIT ${MANY})`,
    [match],
  ) ?? 0) === MANY;
const MANY = 2000;

/** The members of OWN_MATCHES, from one reading of an index; a member may stand there twice. */
export function ownHits(db: Db, match: string): number[] {
  const words = [...match.matchAll(/"([^"]+)"/g)].map(([, word]) => word as string);
  const begins = words.map(() => `instr(' ' || x.folded, ' ' || ?)`).join(' AND ');
  const held = words.map(() => 'instr(x.folded, ?)').join(' AND ');
  const rows = db.column<number | string>(
    `SELECT iif(${begins}, x.member_id, x.member_id || ' ' || x.folded) FROM extra_field e
     CROSS JOIN extra_value x INDEXED BY extra_value_key ON x.field_id = e.id
     WHERE e.deleted_at IS NULL AND e.kind IN ('text', 'choice') AND ${held}`,
    [...words, ...words],
  );
  // A word may begin after another sign than a space.
  const after = words.map((word) => new RegExp(`[^\\p{L}\\p{N}\\p{M}]${word}`, 'u'));
  return rows.flatMap((row) => {
    if (typeof row === 'number') return row;
    const [id] = row.split(' ', 1);
    return after.every((sign) => sign.test(row)) ? Number(id) : [];
  });
}
export const hasFields = (db: Db): boolean =>
  db.pluck('SELECT 1 FROM extra_field WHERE deleted_at IS NULL LIMIT 1') === 1;

export const writeValue = (
  db: Db,
  memberId: number,
  fieldId: number,
  value: { value: string; number: number | null; folded: string } | null,
): void => {
  if (value === null)
    db.run('DELETE FROM extra_value WHERE member_id = ? AND field_id = ?', [memberId, fieldId]);
  else
    db.run(
      `INSERT INTO extra_value (member_id, field_id, value, number, folded)
       VALUES (@memberId, @fieldId, @value, @number, @folded)
       ON CONFLICT (member_id, field_id) DO UPDATE SET value = excluded.value, number = excluded.number, folded = excluded.folded`,
      { ...value, memberId, fieldId },
    );
};

/** Values of one choice become those of another. */
export const renameValues = (db: Db, fieldId: number, from: string, to: string, folded: string): number =>
  db.run('UPDATE extra_value SET value = @to, folded = @folded WHERE field_id = @fieldId AND value = @from', {
    fieldId,
    from,
    to,
    folded,
  }).changes;

/** What stands after FROM to ask by the values of a field: `x.folded`, of numbers `x.number`. */
export const extraRows = (fieldId: number): string =>
  `extra_value x WHERE x.field_id = ${Math.trunc(fieldId)}`;
