/** The register of opinions and petitions (sổ theo dõi ý kiến, kiến nghị, đơn thư) as a landscape paper and a workbook. */
import { AppError } from '../../../shared/contract/errors';
import { formatDate } from '../../../shared/domain/dates';
import { type OPINION_WAYS, opinionCode, opinionState } from '../../../shared/domain/opinions';
import { recordChange } from '../../db/audit';
import type { MoneyColumn, MoneyListData } from '../../documents/papers/duesLists';
import { XLSX_MIME } from '../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { DuesPaper } from '../../jobs/duesPapers';
import { chairSigner } from '../organisation/committees/service';
import { paperUnit, profileOn } from '../organisation/service';
import { giverNames, listOpinions, type OpinionConditions, type OpinionRecord } from './repository';

const COLUMNS: readonly MoneyColumn[] = [
  { title: 'TT', width: 9, kind: 'centre' },
  { title: 'Số', width: 17, kind: 'centre' },
  { title: 'Ngày nhận', width: 21, kind: 'centre' },
  { title: 'Người gửi, nơi gửi', width: 34, kind: 'text' },
  { title: 'Loại, lĩnh vực', width: 36, kind: 'text' },
  { title: 'Nội dung', width: '*', kind: 'text' },
  { title: 'Chuyển đến', width: 34, kind: 'text' },
  { title: 'Hạn', width: 21, kind: 'centre' },
  { title: 'Kết quả giải quyết', width: 44, kind: 'text' },
];
const WAYS: Readonly<Record<(typeof OPINION_WAYS)[number], string>> = {
  meeting: 'tại cuộc họp',
  dialogue: 'tại đối thoại',
  box: 'hòm thư góp ý',
  letter: 'đơn, thư',
  phone: 'điện thoại',
  online: 'qua mạng',
  person: 'gặp trực tiếp',
};
const SOURCES = { anonymous: 'Không ghi tên', person: 'Cá nhân', collective: 'Tập thể' } as const;
const STATES = {
  new: 'Mới nhận',
  sent: 'Đang giải quyết',
  overdue: 'Quá hạn',
  answered: 'Đã trả lời',
} as const;
const MOST = 20_000;

const dayOf = (iso: string | null): string => (iso === null ? '' : formatDate(iso));
const joined = (...parts: (string | null | false)[]): string => parts.filter(Boolean).join('; ');

/** Who sent it; a person's name only where it was asked for. */
function senderOf(row: OpinionRecord, names: ReadonlyMap<number, string>): string {
  const who = row.source === 'collective' ? row.sourceUnit : (names.get(row.id) ?? SOURCES[row.source]);
  return joined(who, WAYS[row.how]);
}
function resultOf(row: OpinionRecord, today: string): string {
  if (row.answeredOn === null) return STATES[opinionState(row, today)];
  return joined(`Trả lời ngày ${dayOf(row.answeredOn)}`, row.answer);
}
const cellsOf = (row: OpinionRecord, names: ReadonlyMap<number, string>, today: string): string[] => [
  opinionCode(row),
  dayOf(row.receivedOn),
  senderOf(row, names),
  joined(row.kind, row.topic),
  joined(row.text, row.orgUnit && `về ${row.orgUnit}`),
  joined(row.sentTo, row.sentOn && `ngày ${dayOf(row.sentOn)}`),
  dayOf(row.dueOn),
  resultOf(row, today),
];

function spanText(from: string | null, to: string | null): string | null {
  if (from === null) return to && `Đến ngày ${dayOf(to)}`;
  return [`Từ ngày ${dayOf(from)}`, to && `đến ngày ${dayOf(to)}`].filter(Boolean).join(' ');
}

function remarks(rows: readonly OpinionRecord[], today: string): string[] {
  const states = rows.map((row) => opinionState(row, today));
  const count = (state: string) => states.filter((one) => one === state).length;
  const waiting = count('new') + count('sent');
  return [
    `Tổng số ${rows.length}: đã trả lời ${count('answered')}, đang giải quyết ${waiting}, quá hạn ${count('overdue')}.`,
  ];
}

export function registerData(
  conditions: OpinionConditions,
  ctx: Ctx,
  withNames: boolean,
): { data: MoneyListData; rows: OpinionRecord[] } {
  const rows = listOpinions(ctx.db, conditions, { offset: 0, limit: MOST, inOrder: true });
  if (rows.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const names: ReadonlyMap<number, string> = withNames
    ? giverNames(
        ctx.db,
        rows.map((row) => row.id),
      )
    : new Map();
  const day = ctx.today();
  const profile = profileOn(ctx, day);
  const data: MoneyListData = {
    unit: paperUnit(profile),
    title: 'Sổ theo dõi ý kiến, kiến nghị, đơn thư',
    subject: spanText(conditions.from, conditions.to),
    note: null,
    orientation: 'landscape',
    size: 10.5,
    columns: COLUMNS,
    groups: [{ name: null, rows: rows.map((row) => cellsOf(row, names, day)) }],
    total: null,
    inWords: null,
    remarks: remarks(rows, day),
    signers: {
      left: { authority: ['Người lập sổ'], name: null },
      right: chairSigner(ctx, day),
    },
    date: day,
    sheetName: 'Ý kiến, đơn thư',
  };
  return { data, rows };
}

export async function registerPaper(
  input: Pick<ParsedInputOf<'opinions.register'>, 'format' | 'names' | 'purpose'>,
  ctx: Ctx,
  conditions: OpinionConditions,
): Promise<OutputOf<'opinions.register'>> {
  const { format, names, purpose } = input;
  if (names && purpose === null)
    throw new AppError('EXPORT_PURPOSE', { fields: { purpose: 'EXPORT_PURPOSE' } });
  const { data, rows } = registerData(conditions, ctx, names);
  const paper: DuesPaper = { data, format };
  const bytes = await ctx.jobs.run<Uint8Array>('duesPapers', paper, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  const after = { rows: rows.length, ...(names ? { fields: ['giver'], purpose } : {}) };
  ctx.write(() => recordChange(ctx, { entity: 'opinion', entityId: null, action: 'export', after }));
  const mime = format === 'xlsx' ? XLSX_MIME : 'application/pdf';
  return ctx.files.put(`Sổ ý kiến, kiến nghị, đơn thư.${format}`, mime, bytes);
}
