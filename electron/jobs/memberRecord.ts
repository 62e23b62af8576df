/** Job: everything kept of one member as PDF, XLSX or JSON. */
import { join } from 'node:path';
import { type MemberRecordData, memberRecordPaper } from '../documents/papers/memberRecord';
import { renderPdf } from '../documents/papers/renderPdf';
import { type SheetData, writeWorkbook } from '../documents/spreadsheets/workbook';
import { type RecordSection, recordSections } from '../modules/members/papers/recordSections';
import { memberById } from '../modules/members/repository';
import type { JobTools } from './worker';

export type MemberRecordInput = Omit<MemberRecordData, 'sections'> & {
  id: number;
  format: 'pdf' | 'xlsx' | 'json';
};

export async function memberRecordJob(input: MemberRecordInput, tools: JobTools): Promise<Uint8Array> {
  const sections = recordSections(tools.db(), input.id);
  if (input.format === 'pdf')
    return renderPdf(memberRecordPaper({ ...input, sections }), { fontsDir: join(tools.resources, 'fonts') });
  if (input.format === 'xlsx')
    return writeWorkbook({ sheets: sections.map((one) => sheetOf(one, input.name)) });
  const { id: _, uid, ...record } = memberById(tools.db(), input.id) ?? { id: 0, uid: '' };
  const whole = {
    unit: input.unit.body,
    day: input.day,
    request: input.request,
    member: { uid, ...record },
    sections: sections.map(({ key, title, head, rows }) => ({
      key,
      title,
      rows: rows.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? '']))),
    })),
  };
  return Buffer.from(`${JSON.stringify(whole, null, 2)}\n`, 'utf8');
}

const CHARACTERS_PER_MM = 0.55;

function sheetOf(section: RecordSection, name: string): SheetData {
  return {
    name: section.title,
    title: [name, section.title],
    columns: section.head.map((title, i) => {
      const width = section.widths[i];
      return {
        key: String(i),
        title,
        type: 'text',
        width: typeof width === 'number' ? Math.max(10, width * CHARACTERS_PER_MM) : 48,
      };
    }),
    rows: section.rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [String(i), cell]))),
  };
}
