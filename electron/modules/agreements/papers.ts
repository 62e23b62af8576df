/** Papers of agreements: the sheet, the review of a year, the closing review, the list; drawn in a worker. */
import { AppError } from '../../../shared/contract/errors';
import { formatDate } from '../../../shared/domain/dates';
import { withVagueness } from '../../../shared/text/numbers';
import type { AgreementPaperData } from '../../documents/papers/agreementSheet';
import type { MoneyColumn, MoneyListData } from '../../documents/papers/duesLists';
import { figure } from '../../documents/papers/text';
import { XLSX_MIME } from '../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { AgreementPapersInput } from '../../jobs/agreementPapers';
import type { DuesPaper } from '../../jobs/duesPapers';
import { chairSigner } from '../organisation/committees/service';
import { profileOn } from '../organisation/service';
import { liveAgreement, type Row, toRow, worldOf } from './record';
import * as repo from './repository';
import { sheetOf } from './sheet';

const DOCX_MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const NAMES = { sheet: 'Phiếu theo dõi', year: 'Kết quả năm', closing: 'Tổng kết' } as const;
export const STATE_NAMES: Readonly<Record<Row['state'], string>> = {
  draft: 'Chưa ký',
  upcoming: 'Chưa đến kỳ',
  running: 'Đang hiệu lực',
  ended: 'Hết hạn – cần tổng kết',
  closed: 'Đã tổng kết',
};

function unitOn(ctx: Ctx, day: string): AgreementPaperData['unit'] {
  const profile = profileOn(ctx, day);
  return {
    upperBody: profile?.upperName ?? null,
    body: profile?.shortName || (profile?.name ?? ''),
    national: true,
    place: profile?.place ?? null,
  };
}

/** What a paper of an agreement holds. Errors: NOT_FOUND. */
export function sheetData(input: ParsedInputOf<'agreements.sheet'>, ctx: Ctx): AgreementPaperData {
  liveAgreement(ctx, input.id);
  const day = ctx.today();
  return {
    unit: unitOn(ctx, day),
    kind: input.kind,
    year: input.kind === 'year' ? (input.year ?? Number(day.slice(0, 4))) : null,
    sheet: sheetOf(ctx, input.id),
    evidence: repo.evidenceOf(ctx.db, input.id),
    signer: chairSigner(ctx, day),
    date: day,
  };
}

async function sheet(
  input: ParsedInputOf<'agreements.sheet'>,
  ctx: Ctx,
): Promise<OutputOf<'agreements.sheet'>> {
  const data = sheetData(input, ctx);
  const { format } = input;
  const bytes = await ctx.jobs.run<Uint8Array>(
    'agreementPapers',
    { format, data } satisfies AgreementPapersInput,
    { signal: ctx.job?.signal, progress: ctx.job?.progress },
  );
  const about = data.sheet.agreement.title.replace(/[\\/:*?"<>|]/g, '-').slice(0, 80);
  const name = [NAMES[data.kind], data.year, about].filter((part) => part !== null).join(' ');
  return ctx.files.put(`${name}.${format}`, format === 'docx' ? DOCX_MIME : 'application/pdf', bytes);
}

const COLUMNS: readonly MoneyColumn[] = [
  { title: 'TT', width: 9, kind: 'centre' },
  { title: 'Tên quy chế, chương trình', width: '*', kind: 'text' },
  { title: 'Các bên', width: 58, kind: 'text' },
  { title: 'Ngày ký', width: 22, kind: 'centre' },
  { title: 'Thời gian', width: 27, kind: 'centre' },
  { title: 'Tình trạng', width: 33, kind: 'text' },
  { title: 'Cam kết đã thực hiện', width: 24, kind: 'centre' },
  { title: 'Số tiền (đồng)', width: 32, kind: 'text' },
];

const spanOf = ({ startsOn, endsOn }: Row): string =>
  startsOn.length === 4 && endsOn.length === 4
    ? `${startsOn}–${endsOn}`
    : `${formatDate(startsOn)} – ${formatDate(endsOn)}`;
const standing = (row: Row): string =>
  [
    STATE_NAMES[row.state],
    row.at === null || row.state !== 'running' ? null : `năm thứ ${row.at}/${row.of}`,
    row.overdue > 0 && row.state !== 'closed' ? `${figure(row.overdue)} cam kết quá hạn` : null,
  ]
    .filter(Boolean)
    .join('; ');

/** What the list holds. Errors: NOTHING_TO_PRINT. */
export function listData(input: ParsedInputOf<'agreements.listPaper'>, ctx: Ctx): MoneyListData {
  const all = repo.agreements(ctx.db);
  const world = worldOf(
    ctx,
    all.map((row) => row.id),
  );
  const rows = all
    .map((row) => toRow(ctx, world, row))
    .filter((row) => input.state === null || row.state === input.state);
  if (rows.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const day = ctx.today();
  return {
    unit: unitOn(ctx, day),
    title: 'Danh sách quy chế, chương trình phối hợp',
    subject: `Tính đến ngày ${formatDate(day)}`,
    note: null,
    orientation: 'landscape',
    size: 10.5,
    columns: COLUMNS,
    groups: [
      {
        name: null,
        rows: rows.map((row) => [
          [row.title, row.number && `(${row.number})`].filter(Boolean).join(' '),
          row.parties.join('; '),
          formatDate(row.signedOn),
          spanOf(row),
          standing(row),
          `${row.kept}/${row.commitments}`,
          row.money.total === null ? '' : withVagueness(figure(row.money.total), row.money.flag),
        ]),
      },
    ],
    total: null,
    inWords: null,
    signers: { left: { authority: ['Người lập'], name: null }, right: chairSigner(ctx, day) },
    date: day,
    sheetName: 'Quy chế phối hợp',
  };
}

async function listPaper(
  input: ParsedInputOf<'agreements.listPaper'>,
  ctx: Ctx,
): Promise<OutputOf<'agreements.listPaper'>> {
  const data = listData(input, ctx);
  const { format } = input;
  const bytes = await ctx.jobs.run<Uint8Array>('duesPapers', { data, format } satisfies DuesPaper, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  return ctx.files.put(
    `Danh sách quy chế phối hợp.${format}`,
    format === 'xlsx' ? XLSX_MIME : 'application/pdf',
    bytes,
  );
}

export const paperHandlers = { 'agreements.sheet': sheet, 'agreements.listPaper': listPaper };
