/** Job: the list of members' children as an XLSX workbook, with room for signatures. Reads in pages. */
import { childListWorkbook } from '../documents/spreadsheets/childList';
import { type Child, shownChildren } from '../modules/members/family/children';
import {
  type ChildConditions,
  type ChildOrder,
  listChildren,
} from '../modules/members/family/listRepository';
import { profiles } from '../modules/organisation/repository';
import type { JobTools } from './worker';

export interface ExportChildrenInput extends Pick<ChildOrder, 'sort' | 'descending'> {
  conditions: ChildConditions;
  under: number | null;
}

const PAGE = 2000;

export async function exportChildren(input: ExportChildrenInput, tools: JobTools): Promise<Uint8Array> {
  const db = tools.db();
  const rows: Child[] = [];
  for (let total = 1; rows.length < total; ) {
    const page = listChildren(db, input.conditions, { ...input, offset: rows.length, limit: PAGE });
    if (page.rows.length === 0) break;
    total = page.total;
    rows.push(...shownChildren(db, page.rows, input.conditions.day));
    tools.progress(rows.length, total, 'reading');
  }
  return childListWorkbook({
    unitName: profiles(db)[0]?.name ?? '',
    day: input.conditions.day,
    under: input.under,
    schoolYear: input.conditions.schoolYear,
    rows,
  });
}
