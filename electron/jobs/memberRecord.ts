/** Job: everything kept of one member as PDF, XLSX or JSON. */
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { readStored } from '../db/fileVault';
import { type MemberRecordData, memberRecordPaper } from '../documents/papers/memberRecord';
import { renderPdf } from '../documents/papers/renderPdf';
import { type SheetData, writeWorkbook } from '../documents/spreadsheets/workbook';
import { safeFileName } from '../ipc/files';
import { filesOfMember } from '../modules/members/papers/recordRepository';
import { type RecordSection, recordSections } from '../modules/members/papers/recordSections';
import { photosOf } from '../modules/members/papers/repository';
import { memberById } from '../modules/members/repository';
import type { JobTools } from './worker';

export type MemberRecordInput = Omit<MemberRecordData, 'sections'> & {
  id: number;
  format: 'pdf' | 'xlsx' | 'json' | 'zip';
  dataDir: string;
};

export async function memberRecordJob(input: MemberRecordInput, tools: JobTools): Promise<Uint8Array> {
  const sections = recordSections(tools.db(), input.id);
  return input.format === 'zip'
    ? everything(input, sections, tools)
    : drawn(input, input.format, sections, tools);
}

/** The three forms, the attached files and the picture in one package. */
async function everything(
  input: MemberRecordInput,
  sections: RecordSection[],
  tools: JobTools,
): Promise<Uint8Array> {
  const forms = ['pdf', 'xlsx', 'json'] as const;
  const entries: Record<string, Uint8Array> = {};
  for (const format of forms)
    entries[`phieu-thong-tin.${format}`] = await drawn(input, format, sections, tools);
  for (const { id, hash, name } of filesOfMember(tools.db(), input.id)) {
    const bytes = readStored(input.dataDir, hash);
    if (bytes instanceof Uint8Array) entries[`tep/${id} ${safeFileName(name)}`] = bytes;
  }
  const [photo] = photosOf(tools.db(), [input.id]).values();
  if (photo) entries[photo[0] === 0xff ? 'anh.jpg' : 'anh.png'] = photo;
  return zipSync(entries, { level: 6, mtime: new Date(`${input.day}T00:00:00Z`) });
}

async function drawn(
  input: MemberRecordInput,
  format: 'pdf' | 'xlsx' | 'json',
  sections: RecordSection[],
  tools: JobTools,
): Promise<Uint8Array> {
  if (format === 'pdf')
    return renderPdf(memberRecordPaper({ ...input, sections }), { fontsDir: join(tools.resources, 'fonts') });
  if (format === 'xlsx') return writeWorkbook({ sheets: sections.map((one) => sheetOf(one, input.name)) });
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
