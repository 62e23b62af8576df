/**
 * The register of Party development (sổ theo dõi phát triển Đảng) as a landscape paper and a workbook. Without names it
 * tells only the number of a file and years; names and days need a purpose and the chair, and the log keeps both.
 */
import { AppError } from '../../../shared/contract/errors';
import { formatDate } from '../../../shared/domain/dates';
import { PARTY_STAGES, type PartyStage } from '../../../shared/domain/party';
import { recordChange } from '../../db/audit';
import type { MoneyColumn, MoneyListData } from '../../documents/papers/duesLists';
import { XLSX_MIME } from '../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { DuesPaper } from '../../jobs/duesPapers';
import { requireOn } from '../members/privacy/service';
import { chairSigner } from '../organisation/committees/service';
import { paperUnit, profileOn } from '../organisation/service';
import { filesOf, matches, type PartyFile } from './record';
import { stages } from './repository';

type Input = ParsedInputOf<'party.register'>;

const PEOPLE: readonly MoneyColumn[] = [
  { title: 'Họ và tên', width: 40, kind: 'text' },
  { title: 'Năm sinh', width: 15, kind: 'centre' },
  { title: 'Khoa, phòng', width: 36, kind: 'text' },
];
const SHORT: Record<PartyStage, string> = {
  nominated: 'Giới thiệu',
  class: 'Học lớp',
  reviewed: 'Chi bộ xét',
  admitted: 'Kết nạp',
  official: 'Chính thức',
};

const columnsOf = (names: boolean): readonly MoneyColumn[] => [
  { title: 'TT', width: 9, kind: 'centre' },
  { title: 'Số hồ sơ', width: 15, kind: 'centre' },
  ...(names ? PEOPLE : []),
  ...PARTY_STAGES.map((stage): MoneyColumn => ({ title: SHORT[stage], width: 21, kind: 'centre' })),
  { title: 'Tình trạng', width: '*', kind: 'text' },
];

function state(file: PartyFile, names: boolean, nameOf: (stage: PartyStage) => string): string {
  const { state: now, next, due, late } = file.standing;
  if (now === 'official') return 'Đảng viên chính thức';
  if (now === 'stopped')
    return names ? `Dừng ngày ${formatDate(file.stoppedOn!)}: ${file.stopReason}` : 'Đã dừng';
  const waits = `Chờ: ${nameOf(next!).toLocaleLowerCase('vi')}`;
  if (due === null) return waits;
  return names
    ? `${waits}${late === null ? ', hạn' : ', quá hạn'} ${formatDate(due)}`
    : `${waits}${late === null ? '' : ', quá hạn'}`;
}

function cells(file: PartyFile, names: boolean, nameOf: (stage: PartyStage) => string): string[] {
  const day = (stage: PartyStage) => {
    const on = file.steps.find((step) => step.stage === stage)?.onDate;
    return on === undefined ? '' : names ? formatDate(on) : on.slice(0, 4);
  };
  return [
    String(file.number).padStart(2, '0'),
    ...(names ? [file.fullName, file.birthDate?.slice(0, 4) ?? '', file.department ?? ''] : []),
    ...PARTY_STAGES.map(day),
    state(file, names, nameOf),
  ];
}

function dataOf(ctx: Ctx, input: Input, files: readonly PartyFile[]): MoneyListData {
  const day = ctx.today();
  const profile = profileOn(ctx, day);
  const named = new Map(stages(ctx.db).map((stage) => [stage.code, stage.name]));
  const nameOf = (stage: PartyStage) => named.get(stage) ?? SHORT[stage];
  const sums = PARTY_STAGES.map((stage) => {
    const hit = files.filter((file) => matches(file, { check: null, reached: stage, year: input.year }));
    return `${SHORT[stage].toLocaleLowerCase('vi')} ${hit.length}`;
  });
  return {
    unit: paperUnit(profile),
    title: 'Sổ theo dõi phát triển Đảng',
    subject: input.year === null ? `Tính đến ngày ${formatDate(day)}` : `Năm ${input.year}`,
    note: input.names ? 'Có thông tin riêng của đoàn viên; dùng xong thì hủy bản in' : null,
    orientation: 'landscape',
    size: 11,
    columns: columnsOf(input.names),
    groups: [{ name: null, rows: files.map((file) => cells(file, input.names, nameOf)) }],
    total: null,
    inWords: null,
    remarks: [
      `Tổng số ${files.length} hồ sơ${input.year === null ? '' : `; trong năm ${input.year}`}: ${sums.join(', ')}.`,
    ],
    signers: {
      left: { authority: ['Người lập'], name: null },
      right: chairSigner(ctx, day),
    },
    date: day,
    sheetName: 'Phát triển Đảng',
  };
}

/** Errors: FORBIDDEN for another role, EXPORT_PURPOSE without a purpose. */
function refuseNames(ctx: Ctx, { names, purpose }: Input): void {
  if (!names) return;
  if (ctx.user.role !== 'chair') throw new AppError('FORBIDDEN');
  if (purpose === null) throw new AppError('EXPORT_PURPOSE', { fields: { purpose: 'EXPORT_PURPOSE' } });
}

export async function registerPaper(input: Input, ctx: Ctx): Promise<OutputOf<'party.register'>> {
  requireOn(ctx, ['isParty']);
  refuseNames(ctx, input);
  const files = filesOf(ctx)
    .filter((file) => matches(file, input))
    .sort((a, b) => a.number - b.number);
  if (files.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const paper: DuesPaper = { data: dataOf(ctx, input, files), format: input.format };
  const bytes = await ctx.jobs.run<Uint8Array>('duesPapers', paper, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  if (input.names)
    ctx.write(() =>
      recordChange(ctx, {
        entity: 'party_file',
        entityId: null,
        action: 'export',
        after: {
          ...{ fields: ['file'], count: files.length, purpose: input.purpose, format: input.format },
          files: files.map((file) => file.id),
        },
      }),
    );
  const mime = input.format === 'xlsx' ? XLSX_MIME : 'application/pdf';
  const name = `Sổ theo dõi phát triển Đảng${input.year === null ? '' : ` năm ${input.year}`}`;
  return ctx.files.put(`${name}.${input.format}`, mime, bytes);
}
