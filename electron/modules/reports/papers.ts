/** A report on paper: Word from the template in use, PDF, and its figures as a workbook. */
import { AppError } from '../../../shared/contract/errors';
import { formatDate } from '../../../shared/domain/dateFormat';
import { ANNEX_LINES } from '../../../shared/domain/reportOutlines';
import { NO_FIGURE } from '../../../shared/domain/sentences';
import type { WordData } from '../../../shared/domain/wordTemplates';
import type { MoneyListData } from '../../documents/papers/duesLists';
import type { ReportLine, ReportPaperData, ReportPaperPart } from '../../documents/papers/report';
import { XLSX_MIME } from '../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { OutgoingFile } from '../../ipc/files';
import type { DuesPaper } from '../../jobs/duesPapers';
import { commonWords, fillWord } from '../files/service';
import { signerOn } from '../organisation/committees/service';
import { profileOn } from '../organisation/service';
import { recipientsOf } from './check';
import { factsOfReport, frozenOf, liveReport, partsAsRead, toHead } from './record';
import type { ReportRecord } from './repository';
import * as repo from './repository';
import { countFigures, toPart } from './writing';

type Part = ReturnType<typeof partsAsRead>[number];

const lineOf = ({ group, no, label, unit, value }: Part['lines'][number]): ReportLine => ({
  ...{ group, no, label, unit },
  value: value === null ? '–' : value.replace(/[ \u00a0]đồng$/, ''),
  note: value === null && !group ? NO_FIGURE : '',
});

const paperPart = (part: Part): ReportPaperPart => ({
  kind: part.kind,
  level: part.level,
  number: part.number,
  text: part.runs.map((run) => run.text).join(''),
  lines: part.lines.map(lineOf),
});

/** What the paper says, names of the office as they are on its day, or were when it was closed. */
export function paperData(ctx: Ctx, report: ReportRecord): ReportPaperData {
  const day = report.onDate ?? ctx.today();
  const frozen = frozenOf(report);
  const profile = profileOn(ctx, day);
  const signer = signerOn(ctx, day);
  const { heading, bodySize } = repo.style(ctx.db);
  const words = frozen?.words;
  return {
    heading: frozen?.heading ?? {
      upperBody: profile?.upperName ?? null,
      body: profile?.name ?? '',
      place: profile?.place ?? null,
    },
    style: { heading, bodySize },
    number: toHead(ctx, report).code ?? `/BC-${profile?.symbol ?? 'CĐCS'}`,
    date: report.onDate,
    subject: report.subject,
    addressee: report.addressee,
    parts: partsAsRead(ctx, report).map(paperPart),
    tableInText: report.kind === 'annex',
    recipients: recipientsOf(ctx, report),
    signer: {
      authority: [
        words?.thay_mat ?? signer.onBehalfOf ?? 'TM. BAN CHẤP HÀNH',
        words?.chuc_danh_ky ?? signer.title ?? 'Chủ tịch',
      ],
      name: words?.nguoi_ky ?? signer.name,
    },
  };
}

const wordLines = (lines: readonly ReportLine[]): WordData[] =>
  lines.map(({ group, no, label, unit, value, note }) => ({
    stt: no,
    chi_tieu: group ? label.toLocaleUpperCase('vi') : label,
    don_vi_tinh: unit,
    so_luong: value === '–' ? '' : value,
    ghi_chu: note,
  }));

function wordPart({ kind, level, number, text }: ReportPaperPart): WordData[] {
  const empty = { phan_so: '', phan: '', muc_lon: '', muc_nho: '', doan: '' };
  if (kind === 'text') return text.split('\n').map((doan) => ({ ...empty, doan }));
  if (level === 1) return [{ ...empty, phan_so: number ?? '', phan: text }];
  const heading = `${number ?? ''} ${text}`.trim();
  return [level === 2 ? { ...empty, muc_lon: heading } : { ...empty, muc_nho: heading }];
}

/** "A;", "- B;" … each on a line: the template writes the first dash and the last stop. */
const recipientWords = (lines: readonly string[]): string =>
  lines
    .map((line) =>
      line
        .trim()
        .replace(/^-\s*/, '')
        .replace(/[;.\s]+$/, ''),
    )
    .join(';\n- ');

function wordData(ctx: Ctx, report: ReportRecord, data: ReportPaperData): WordData {
  const day = report.onDate ?? ctx.today();
  const common = commonWords(ctx, 'report', day);
  const lines = wordLines(data.parts.flatMap((part) => part.lines));
  const { code } = toHead(ctx, report);
  return {
    ...common,
    ...frozenOf(report)?.words,
    ...(code === null ? {} : { so_ky_hieu: code }),
    trich_yeu: data.subject.replaceAll(/năm (?=\d{4})/g, 'năm\u00a0'),
    kinh_gui: data.addressee ?? '',
    ky_bao_cao: `từ ngày ${formatDate(report.fromDate)} đến ngày ${formatDate(report.asOf)}`,
    noi_dung: data.parts.filter((part) => part.kind !== 'table').flatMap(wordPart),
    co_bang: data.tableInText && lines.length > 0 ? '1' : '',
    bang: data.tableInText ? lines : [],
    co_phu_luc: !data.tableInText && lines.length > 0 ? '1' : '',
    phu_luc: data.tableInText ? [] : lines,
    noi_nhan: recipientWords(data.recipients),
  };
}

/** Lines of the report's own tables, else those of the usual annex counted now. */
function annexLines(ctx: Ctx, report: ReportRecord): ReportLine[] {
  const own = partsAsRead(ctx, report).flatMap((part) => part.lines.map(lineOf));
  if (own.length > 0) return own;
  const facts = factsOfReport(ctx, report);
  const table = { kind: 'table' as const, template: ANNEX_LINES };
  const figures = JSON.stringify(countFigures(table, facts));
  const part = {
    ...table,
    ...{ id: 0, uid: '', version: 0, reportId: report.id, ordinal: 0, level: null },
    original: null,
    name: null,
    figures,
    copied: 0,
    deletedAt: null,
  };
  return toPart(part, null, facts).lines.map(lineOf);
}

/** The annex as a list: its parts are groups of rows. */
function annexData(ctx: Ctx, report: ReportRecord): MoneyListData {
  const { heading, signer, style } = paperData(ctx, report);
  const groups: { name: string | null; rows: (string | null)[][] }[] = [];
  for (const line of annexLines(ctx, report)) {
    if (line.group) groups.push({ name: `${line.no ? `${line.no}. ` : ''}${line.label}`, rows: [] });
    else {
      if (groups.length === 0) groups.push({ name: null, rows: [] });
      groups.at(-1)!.rows.push([line.label, line.unit, line.value === '–' ? null : line.value, line.note]);
    }
  }
  return {
    unit: { ...heading, national: style.heading === 'national' },
    title: 'Phụ lục số liệu',
    subject: report.subject,
    note: `(Từ ngày ${formatDate(report.fromDate)} đến ngày ${formatDate(report.asOf)})`,
    orientation: 'portrait',
    columns: [
      { title: 'TT', width: 11, kind: 'centre' },
      { title: 'Nội dung', width: '*', kind: 'text' },
      { title: 'ĐVT', width: 26, kind: 'centre' },
      { title: 'Số lượng', width: 36, kind: 'count' },
      { title: 'Ghi chú', width: 28, kind: 'text' },
    ],
    groups: groups.map(({ name, rows }) => ({
      name,
      rows: rows.map(([label, unit, value, note]) => [
        label ?? '',
        unit ?? '',
        numberOf(value ?? null),
        note ?? '',
      ]),
    })),
    total: null,
    inWords: null,
    signers: { left: { authority: ['Người lập'], name: null }, right: signer },
    date: report.onDate,
    sheetName: 'Phụ lục số liệu',
  };
}

/** A figure as a number of the workbook, where it is one. */
function numberOf(text: string | null): number | string | null {
  if (text === null) return null;
  return /^\d{1,3}(?:\.\d{3})*$/.test(text) ? Number(text.replaceAll('.', '')) : text;
}

const fileName = (report: ReportRecord): string =>
  `Báo cáo ${report.subject}`
    .replace(/[\\/:*?"<>|\u00a0]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);

export async function paper(
  input: ParsedInputOf<'reports.paper'>,
  ctx: Ctx,
): Promise<OutputOf<'reports.paper'>> {
  const report = liveReport(ctx, input.id);
  const run = { signal: ctx.job?.signal, progress: ctx.job?.progress };
  const put = (bytes: Uint8Array, mime: string, name: string): OutgoingFile =>
    ctx.files.put(name, mime, bytes);
  if (input.format === 'xlsx') {
    const job: DuesPaper = { data: annexData(ctx, report), format: 'xlsx' };
    const bytes = await ctx.jobs.run<Uint8Array>('duesPapers', job, run);
    return put(bytes, XLSX_MIME, `Phụ lục số liệu năm ${report.year}.xlsx`);
  }
  const data = paperData(ctx, report);
  if (data.parts.length === 0) throw new AppError('NOTHING_TO_PRINT');
  if (input.format === 'pdf')
    return put(
      await ctx.jobs.run<Uint8Array>('reportPaper', data, run),
      'application/pdf',
      `${fileName(report)}.pdf`,
    );
  return fillWord(ctx, 'report', wordData(ctx, report, data), fileName(report), data.style.heading);
}
