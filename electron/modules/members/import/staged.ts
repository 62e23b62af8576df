/** What a staged row holds: values for the screen, and columns worked out in the worker so that writing is only writing. */
import type { MemberField } from '../../../../shared/domain/import/fields';
import type { OutputOf } from '../../../ipc/context';
import { toFields } from '../record';
import { EDITABLE, type EditableRecord, type MemberRecord } from '../repository';
import type { ListFields } from './known';

type ShownRow = OutputOf<'members.importRows'>['rows'][number];
export type Verdict = ShownRow['verdict'];
export type Decision = ShownRow['decision'];

/** What is said about a row beside its values. */
export type RowRemarks = Pick<ShownRow, 'changes' | 'notes' | 'problems' | 'candidates' | 'reason'>;

/** One staged row as SQL holds it. */
export interface StagedRecord {
  line: number;
  verdict: Verdict;
  attention: number;
  decision: Decision;
  member_id: number | null;
  /** The earlier row of the same file that this one repeats. */
  repeats_line: number | null;
  /** Department and group by name; found or made when written. */
  department: string | null;
  group_name: string | null;
  /** JSON of the values of own fields, by `extra:ID`. */
  extras: string;
  /** JSON array of the fields the row's markers empty. */
  clears: string;
  /** Kinds of the row's remarks between spaces; '' without any. */
  kinds: string;
  /** How many people it may be. */
  choices: number;
  /** Identity the row gets if it becomes a member. */
  uid: string;
  /** JSON array of the WRITTEN columns. */
  written: string;
  initials: string;
  codes: string;
  /** JSON of RowRemarks. */
  remarks: string;
}

/** Columns the worker works out, in the order of `written`. */
export const WRITTEN = EDITABLE.filter((column) => column !== 'department_id' && column !== 'group_id');
type Written = Omit<EditableRecord, 'department_id' | 'group_id'>;

/** Stands for the name of a row that has none. */
export const NAMELESS = '—';

export function packColumns(columns: Written): string {
  return JSON.stringify(WRITTEN.map((column) => columns[column as keyof Written]));
}

/** The row's values under the names a list speaks in; what is empty is left out. */
export function valuesOf(
  record: Pick<StagedRecord, 'written' | 'department' | 'group_name' | 'extras'>,
): Partial<ListFields> {
  const packed = JSON.parse(record.written) as unknown[];
  const columns = Object.fromEntries(WRITTEN.map((column, at) => [column, packed[at]]));
  const {
    departmentId: _d,
    groupId: _g,
    sortName: _s,
    ...fields
  } = toFields(columns as unknown as MemberRecord);
  if (fields.fullName === NAMELESS) fields.fullName = '';
  const extras: Record<string, string | number> = record.extras === '{}' ? {} : JSON.parse(record.extras);
  const values = { ...fields, department: record.department, group: record.group_name, ...extras };
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as Partial<ListFields>;
}

export const clearsOf = (record: Pick<StagedRecord, 'clears'>): MemberField[] =>
  record.clears === '[]' ? [] : (JSON.parse(record.clears) as MemberField[]);

export const remarksOf = (record: Pick<StagedRecord, 'remarks'>): RowRemarks =>
  JSON.parse(record.remarks) as RowRemarks;
