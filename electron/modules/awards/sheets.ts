/** Awards as workbook and CSV: the register, the table by level and form, the catalogue of forms. */
import { AppError } from '../../../shared/contract/errors';
import { certificatesOf, LEVEL_NAMES } from '../../../shared/domain/awards';
import { formatDate } from '../../../shared/domain/dates';
import { CSV_MIME } from '../../documents/spreadsheets/csv';
import { XLSX_MIME } from '../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { AwardPapersInput, RegisterSheet } from '../../jobs/awardPapers';
import { profileOn } from '../organisation/service';
import { registerRows } from './figuresRepository';
import { forms } from './formsRepository';
import { periodText } from './period';
import { registerConditions, registerRow, tableOf } from './register';

type Sheets = Extract<AwardPapersInput, { paper: 'sheet' }>;
type Filter = ParsedInputOf<'awards.registerXlsx'>;
type TableFilter = ParsedInputOf<'awards.tableXlsx'>;
type Wanted = { format: 'xlsx' } | { format: 'csv'; separator: string };

/** Writes a sheet in a worker. */
async function sheetFile(
  ctx: Ctx,
  of: Sheets['of'],
  wanted: Wanted,
  title: string,
  rows: RegisterSheet['rows'],
): Promise<OutputOf<'awards.registerXlsx'>> {
  if (rows.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const sheet = { unit: profileOn(ctx, ctx.today())?.name ?? '', title, rows };
  const bytes = await ctx.jobs.run<Uint8Array>(
    'awardPapers',
    { paper: 'sheet', of, sheet, ...wanted } satisfies Sheets,
    { signal: ctx.job?.signal, progress: ctx.job?.progress },
  );
  const mime = wanted.format === 'csv' ? CSV_MIME : XLSX_MIME;
  return ctx.files.put(`${title.replaceAll('/', '-')}.${wanted.format}`, mime, bytes);
}

const KIND_WORDS = { individual: 'Cá nhân', collective: 'Tập thể', household: 'Hộ gia đình' } as const;
const SIDE_WORDS = { union: 'Công đoàn', state: 'Chính quyền' } as const;

/** "Đã thu hồi 21/11/2026", "Bản cấp lại lần 1". */
const stateWords = (row: { copy: number; voidedOn: string | null }): string | null =>
  [
    row.copy > 0 ? `Bản cấp lại lần ${row.copy}` : null,
    row.voidedOn === null ? null : `Đã thu hồi ${formatDate(row.voidedOn)}`,
  ]
    .filter(Boolean)
    .join('; ') || null;

function registerFile(input: Filter, ctx: Ctx, wanted: Wanted) {
  const rows = registerRows(ctx.db, registerConditions(input), { offset: 0, limit: 100_000 }).map(
    registerRow,
  );
  return sheetFile(
    ctx,
    'register',
    wanted,
    `Sổ khen thưởng ${periodText(input)}`,
    rows.map((row) => ({
      register: row.register,
      number: row.number,
      decidedOn: row.decidedOn,
      signer: row.signer,
      level: LEVEL_NAMES[row.level],
      form: row.form,
      kind: KIND_WORDS[row.kind],
      name: row.name,
      post: row.post,
      reason: row.reasonText,
      money: row.money,
      amount: row.amount,
      prints: row.prints,
      state: stateWords(row),
    })),
  );
}

function tableFile(input: TableFilter, ctx: Ctx, wanted: Wanted) {
  const { rows, total, certificates, unknown } = tableOf(ctx, input);
  const lines = rows.map((row) => ({
    side: SIDE_WORDS[row.side],
    level: LEVEL_NAMES[row.level],
    form: row.form,
    ...row.counts,
    certificates: certificatesOf(row.counts),
    unknown: row.unknown || null,
  }));
  const sum = { level: 'Tổng số giấy', ...total, certificates, unknown: unknown || null };
  return sheetFile(
    ctx,
    'table',
    wanted,
    `Bảng khen thưởng ${periodText(input)}`,
    lines.length === 0 ? [] : [...lines, sum],
  );
}

function formsFile(input: ParsedInputOf<'awards.formsXlsx'>, ctx: Ctx) {
  const rows = forms(ctx.db, input.on).filter((row) => input.side === null || row.side === input.side);
  const title = `Danh mục hình thức khen thưởng${input.on === null ? '' : ` áp dụng ngày ${formatDate(input.on)}`}`;
  return sheetFile(
    ctx,
    'forms',
    { format: 'xlsx' },
    title,
    rows.map((row) => ({
      code: row.code,
      name: row.name,
      side: SIDE_WORDS[row.side],
      level: LEVEL_NAMES[row.level],
      for: [
        row.for_collective && KIND_WORDS.collective,
        row.for_individual && KIND_WORDS.individual,
        row.for_household && KIND_WORDS.household,
      ]
        .filter(Boolean)
        .join(', '),
      grantor: row.grantor,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      source: row.source,
      check: row.to_check === 1 ? 'Cần đối chiếu' : null,
    })),
  );
}

export const sheetHandlers = {
  'awards.formsXlsx': formsFile,
  'awards.registerXlsx': (input: Filter, ctx: Ctx) => registerFile(input, ctx, { format: 'xlsx' }),
  'awards.registerCsv': (input: ParsedInputOf<'awards.registerCsv'>, ctx: Ctx) =>
    registerFile(input, ctx, { format: 'csv', separator: input.separator }),
  'awards.tableXlsx': (input: TableFilter, ctx: Ctx) => tableFile(input, ctx, { format: 'xlsx' }),
  'awards.tableCsv': (input: ParsedInputOf<'awards.tableCsv'>, ctx: Ctx) =>
    tableFile(input, ctx, { format: 'csv', separator: input.separator }),
};
