/** How tables and columns are called in the workbooks of a whole export, and which columns no reader needs there. */
import { COLUMN_WORDS } from './columnWords.data';
import { TABLE_WORDS } from './tableWords.data';

/** Left out of workbooks: keys for searching and sorting, marks of versions, bytes, hashes of passwords and keys. */
const UNREAD =
  /^(?:uid|version|unit_id|search_key|name_key|sort_key|number_key|folded|salt|secret|recovery_secret|private_key|public_key|before_json|after_json|bytes)$|_json$|_uid$/;
/** Tables that only machines read; the data files hold them. */
const UNREAD_TABLES = new Set(['audit_link', 'audit_scrub', 'sqlite_sequence', 'anonymising']);
const LOG_COLUMNS = new Set(['before_json', 'after_json']);
export const OTHER_GROUP = 'Bảng khác';

const split = (line: string): [string, string] => {
  const at = line.indexOf(' ');
  return [line.slice(0, at), line.slice(at + 1)];
};
const tables = new Map<string, { group: string; title: string }>(
  Object.entries(TABLE_WORDS).flatMap(([group, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [name, title] = split(line);
        return [name, { group, title }] as const;
      }),
  ),
);
const columns = new Map<string, string>(
  COLUMN_WORDS.trim()
    .split(/\n|\s\|\s/)
    .map(split),
);

/** Workbooks in their order. */
export const GROUPS: readonly string[] = [...Object.keys(TABLE_WORDS), OTHER_GROUP];

export const isRead = (table: string): boolean => !UNREAD_TABLES.has(table);
export const isReadColumn = (table: string, column: string): boolean =>
  !UNREAD.test(column) || (table === 'audit' && LOG_COLUMNS.has(column));

/** The workbook of a table and its name there; a table without one goes by its own. */
export const tableWords = (table: string): { group: string; title: string } =>
  tables.get(table) ?? { group: OTHER_GROUP, title: table };

/** The heading of a column; one without words goes by its own name. */
export const columnWord = (column: string): string => columns.get(column) ?? column;

/** Tables and columns a reader sees that have no Vietnamese words yet. */
export function wordless(schema: readonly { table: string; columns: readonly string[] }[]): string[] {
  return schema
    .filter(({ table }) => isRead(table))
    .flatMap(({ table, columns: names }) => [
      ...(tables.has(table) ? [] : [table]),
      ...names
        .filter((name) => isReadColumn(table, name) && !columns.has(name))
        .map((name) => `${table}.${name}`),
    ]);
}
