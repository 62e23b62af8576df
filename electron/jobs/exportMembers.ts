/** Job: the members that meet the conditions as XLSX or CSV, in the order of the list. Reads in pages. */
import { memberListCsv, memberListWorkbook } from '../documents/spreadsheets/memberList';
import { extraColumns } from '../modules/members/papers/repository';
import { type ListOrder, outgoingRows } from '../modules/members/papers/rows';
import type { MemberConditions } from '../modules/members/repository';
import type { JobTools } from './worker';

export interface ExportMembersInput {
  conditions: MemberConditions;
  order: ListOrder;
  columns: string[];
  format: 'xlsx' | 'csv';
  separator: string;
  unitName: string;
  /** Day of the list, ISO. */
  asOf: string;
}

/** The file, and whom it holds. */
export interface ExportedMembers {
  bytes: Uint8Array;
  ids: number[];
}

export async function exportMembers(input: ExportMembersInput, tools: JobTools): Promise<ExportedMembers> {
  const db = tools.db();
  const { columns } = input;
  const extra = columns.some((key) => key.startsWith('extra:')) ? extraColumns(db) : [];
  const rows = outgoingRows(db, input.conditions, input.order, {
    extra: extra.length > 0,
    progress: tools.progress,
  });
  const ids = rows.map((row) => row.id);
  const data = { columns, extra, rows };
  const bytes =
    input.format === 'csv'
      ? memberListCsv(data, input.separator)
      : await memberListWorkbook({ ...data, unitName: input.unitName, asOf: input.asOf });
  return { bytes, ids };
}
