/** Job: the members that meet the conditions as an XLSX workbook, in the order of the list. Reads in pages. */
import type { MemberExportKey, MemberExportRow } from '../documents/spreadsheets/memberList';
import { MEMBER_EXPORT_COLUMNS, memberListWorkbook } from '../documents/spreadsheets/memberList';
import { toFields } from '../modules/members/record';
import { countMembers, listMembers, type MemberConditions } from '../modules/members/repository';
import { profiles } from '../modules/organisation/repository';
import type { JobTools } from './worker';

export interface ExportMembersInput {
  conditions: MemberConditions;
  columns: string[];
  /** Day of the list, ISO. */
  asOf: string;
}

const PAGE = 2000;

export async function exportMembers(input: ExportMembersInput, tools: JobTools): Promise<Uint8Array> {
  const db = tools.db();
  const total = countMembers(db, input.conditions);
  const rows: MemberExportRow[] = [];
  while (rows.length < total) {
    const page = listMembers(db, input.conditions, {
      sort: 'name',
      descending: false,
      offset: rows.length,
      limit: PAGE,
    });
    if (page.length === 0) break;
    for (const record of page)
      rows.push({
        ...toFields(record),
        department: record.department,
        group: record.group_name,
        status: record.status,
      });
    tools.progress(rows.length, total, 'reading');
  }
  const columns = input.columns.filter((key): key is MemberExportKey =>
    Object.hasOwn(MEMBER_EXPORT_COLUMNS, key),
  );
  return memberListWorkbook({ unitName: profiles(db)[0]?.name ?? '', asOf: input.asOf, columns, rows });
}
