/** What is printed of dues, drives and donors, drawn in a worker; thank-you letters. */
import { AppError } from '../../../shared/contract/errors';
import { formatDate } from '../../../shared/domain/dates';
import type { DueReason } from '../../../shared/domain/dues';
import { formatMoney, formatPercent } from '../../../shared/text/numbers';
import { recordChange } from '../../db/audit';
import type { MoneyCell, MoneyGroup, MoneyListData } from '../../documents/papers/duesLists';
import { XLSX_MIME } from '../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { DuesPaper } from '../../jobs/duesPapers';
import { thankLetters } from '../certificates/service';
import { wordsOf } from '../funds/service';
import { chairSigner } from '../organisation/committees/service';
import { paperUnit, profileOn } from '../organisation/service';
import { liveGift, thank, UNNAMED } from './donors';
import { type GiftRecord, giftList } from './donorsRepository';
import { driveState } from './driveFigures';
import { liveDrive } from './drives';
import { giftsOf } from './drivesRepository';
import { ledger } from './ledger';
import { departmentsOf, monthRows, yearRows } from './ledgerViews';

type Frame = Pick<MoneyListData, 'unit' | 'signers' | 'date'>;

const REASONS: Readonly<Record<DueReason, string>> = {
  override: 'Ấn định',
  joined: 'Vào trong tháng',
  left: 'Thôi sinh hoạt',
  sick: 'Nghỉ ốm dài ngày',
  maternity: 'Nghỉ thai sản',
  unpaid: 'Nghỉ không lương',
  ceiling: 'Mức trần',
  noBase: 'Chưa có mức lương',
  noRate: 'Chưa có mức đóng',
};
/** Why a due is what it is, for the last column of a list. */
export const reasonWords = (reasons: readonly DueReason[], said: string | null): string =>
  reasons.map((reason) => (reason === 'override' && said !== null ? said : REASONS[reason])).join('; ');

function frame(ctx: Ctx, left: string, middle: string | null): Frame {
  const day = ctx.today();
  const profile = profileOn(ctx, day);
  return {
    unit: paperUnit(profile),
    signers: {
      left: { authority: [left], name: null },
      ...(middle === null ? {} : { middle: { authority: [middle], name: null } }),
      right: chairSigner(ctx, day),
    },
    date: day.slice(0, 4),
  };
}

const named = (text: string): string => text.replace(/[\\/:*?"<>|]/g, '-');

async function draw(ctx: Ctx, data: MoneyListData, format: 'pdf' | 'xlsx', name: string) {
  if (data.groups.every((group) => group.rows.length === 0)) throw new AppError('NOTHING_TO_PRINT');
  const input: DuesPaper = { data, format };
  const bytes = await ctx.jobs.run<Uint8Array>('duesPapers', input, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  return ctx.files.put(`${named(name)}.${format}`, format === 'xlsx' ? XLSX_MIME : 'application/pdf', bytes);
}

const monthName = (month: string): string => `tháng ${Number(month.slice(5))} năm ${month.slice(0, 4)}`;
const NO_DEPARTMENT = 'Chưa có khoa, phòng';

function duesList(input: ParsedInputOf<'dues.list'>, ctx: Ctx): Promise<OutputOf<'dues.list'>> {
  const { month, departmentId } = input;
  const found = ledger(ctx, month, month);
  const all = monthRows(found, month);
  const parts = departmentsOf(found, all, month).filter(
    (part) => departmentId === null || part.id === departmentId,
  );
  const groups = parts.map((part): MoneyGroup => {
    const together = part.together
      ? ` (nộp chung ${part.together.people} người, ${formatMoney(part.together.amount)})`
      : '';
    return {
      name: `${part.name ?? NO_DEPARTMENT}${together}`,
      sum: [null, null, part.due, part.paid, part.missing, null, null],
      rows: all
        .filter((row) => row.departmentId === part.id)
        .map((row) => [
          row.fullName,
          row.due,
          row.paid || null,
          row.state === 'department' || row.due === null ? null : Math.max(0, row.due - row.paid) || null,
          '',
          row.state === 'department' ? 'Nộp chung' : reasonWords(row.reasons, row.said),
        ]),
    };
  });
  const sum = (key: 'due' | 'paid' | 'missing') => parts.reduce((total, part) => total + part[key], 0);
  const data: MoneyListData = {
    ...frame(ctx, 'Người thu', 'Thủ quỹ'),
    title: 'Danh sách thu đoàn phí công đoàn',
    subject: `${monthName(month).charAt(0).toUpperCase()}${monthName(month).slice(1)}`,
    note: 'Đơn vị tính: đồng',
    orientation: 'portrait',
    size: 11,
    rowHeight: 7.6,
    columns: [
      { title: 'TT', width: 10, kind: 'centre' },
      { title: 'Họ và tên', width: '*', kind: 'text' },
      { title: 'Phải nộp', width: 24, kind: 'money' },
      { title: 'Đã nộp', width: 24, kind: 'money' },
      { title: 'Còn thiếu', width: 22, kind: 'money' },
      { title: 'Ký nộp', width: 22, kind: 'sign' },
      { title: 'Ghi chú', width: 27, kind: 'text' },
    ],
    groups,
    total: [null, null, sum('due'), sum('paid'), sum('missing'), null, null],
    inWords: sum('paid') > 0 ? wordsOf(ctx, sum('paid')) : null,
    sheetName: 'Đoàn phí',
  };
  const of = departmentId === null ? '' : ` ${parts[0]?.name ?? ''}`;
  return draw(ctx, data, input.format, `Đoàn phí ${monthName(month)}${of}`);
}

function yearPaper(input: ParsedInputOf<'dues.yearPaper'>, ctx: Ctx): Promise<OutputOf<'dues.yearPaper'>> {
  const { year, departmentId } = input;
  const { found, rows } = yearRows(ctx, year, departmentId);
  const byDepartment = new Map<string | null, typeof rows>();
  for (const row of rows)
    byDepartment.set(row.department, [...(byDepartment.get(row.department) ?? []), row]);
  const monthly = (of: typeof rows) =>
    found.months.map((_, at) => of.reduce((sum, row) => sum + (row.cells[at]?.paid ?? 0), 0) || null);
  const sumOf = (of: typeof rows, key: 'due' | 'paid') => of.reduce((total, row) => total + row[key], 0);
  const sums = (of: typeof rows): MoneyCell[] => [
    null,
    null,
    ...monthly(of),
    sumOf(of, 'paid') || null,
    sumOf(of, 'due') || null,
  ];
  const cell = (one: (typeof rows)[number]['cells'][number]): MoneyCell =>
    one === null
      ? null
      : one.paid !== 0
        ? one.paid
        : one.state === 'exempt'
          ? 'miễn'
          : one.state === 'department'
            ? 'chung'
            : null;
  const data: MoneyListData = {
    ...frame(ctx, 'Người lập', 'Thủ quỹ'),
    title: 'Sổ thu đoàn phí công đoàn',
    subject: `Năm ${year}`,
    note: 'Số đã nộp theo tháng; đơn vị tính: đồng; “chung”: nộp cùng khoa, phòng',
    orientation: 'landscape',
    size: 8.5,
    columns: [
      { title: 'TT', width: 8, kind: 'centre' },
      { title: 'Họ và tên', width: '*', kind: 'text' },
      ...found.months.map((month) => ({
        title: `T${Number(month.slice(5))}`,
        width: 14.4,
        kind: 'money' as const,
      })),
      { title: 'Đã nộp', width: 18, kind: 'money' },
      { title: 'Phải nộp', width: 18, kind: 'money' },
    ],
    groups: [...byDepartment].map(([name, of]) => ({
      name: name ?? NO_DEPARTMENT,
      sum: sums(of),
      rows: of.map((row) => [row.fullName, ...row.cells.map(cell), row.paid || null, row.due || null]),
    })),
    total: sums(rows),
    inWords: null,
    remarks: remarksOf(found, departmentId),
    sheetName: `Năm ${year}`,
  };
  return draw(ctx, data, input.format, `Sổ thu đoàn phí năm ${year}`);
}

function remarksOf(found: ReturnType<typeof yearRows>['found'], departmentId: number | null): string[] {
  const sums = [...found.together].filter(
    ([key]) => departmentId === null || key.endsWith(`/${departmentId}`),
  );
  const amount = sums.reduce((total, [, one]) => total + one.amount, 0);
  return amount > 0 ? [`Ngoài ra các khoa, phòng nộp chung ${formatMoney(amount)}.`] : [];
}

function drivePaper(input: ParsedInputOf<'drives.paper'>, ctx: Ctx): Promise<OutputOf<'drives.paper'>> {
  const drive = liveDrive(ctx, input.id);
  const state = driveState(ctx, drive);
  const { members, given, amount } = state.figures;
  const percent = formatPercent(given, members) ?? '';
  const line = `Đã ủng hộ ${given}/${members} đoàn viên tại ngày ${formatDate(drive.cut_off)}${percent ? ` (${percent})` : ''}`;
  const common = {
    ...frame(ctx, 'Người lập', 'Thủ quỹ'),
    subject: drive.name,
    orientation: 'portrait' as const,
  };
  if (input.list === 'missing')
    return draw(ctx, { ...common, ...missingList(state, line) }, input.format, `Chưa ủng hộ ${drive.name}`);
  const groups = new Map<string, MoneyCell[][]>();
  for (const gift of giftsOf(ctx.db, drive.id).reverse()) {
    const place =
      gift.memberId === null && gift.departmentId === null
        ? 'Người ủng hộ khác'
        : (gift.department ?? NO_DEPARTMENT);
    const name = gift.departmentId === null ? gift.name : `Nộp chung (${gift.people ?? 0} người)`;
    groups.set(place, [
      ...(groups.get(place) ?? []),
      [name, formatDate(gift.onDate), gift.amount, gift.note],
    ]);
  }
  const order = [...groups].sort(
    ([a], [b]) =>
      Number(a === 'Người ủng hộ khác') - Number(b === 'Người ủng hộ khác') ||
      a.localeCompare(b, 'vi', { numeric: true }),
  );
  const noted = [...groups.values()].some((rows) => rows.some((row) => row[3] !== null));
  const data: MoneyListData = {
    ...common,
    title: 'Danh sách ủng hộ',
    note: line,
    columns: [
      { title: 'TT', width: 11, kind: 'centre' },
      { title: 'Họ và tên, đơn vị', width: '*', kind: 'text' },
      { title: 'Ngày', width: 26, kind: 'centre' },
      { title: 'Số tiền (đồng)', width: 34, kind: 'money' },
      ...(noted ? [{ title: 'Ghi chú', width: 34, kind: 'text' as const }] : []),
    ],
    groups: order.map(([name, rows]) => ({
      name,
      rows: noted ? rows : rows.map((row) => row.slice(0, 3)),
      sum: [null, null, null, rows.reduce((sum, row) => sum + Number(row[2]), 0), null],
    })),
    total: [null, null, null, amount, null],
    inWords: amount > 0 ? wordsOf(ctx, amount) : null,
    sheetName: 'Ủng hộ',
  };
  return draw(ctx, data, input.format, `Danh sách ${drive.name}`);
}

function missingList(
  state: ReturnType<typeof driveState>,
  line: string,
): Omit<MoneyListData, keyof Frame | 'subject' | 'orientation'> {
  const groups = new Map<string, MoneyCell[][]>();
  for (const one of state.missing) {
    const place = one.department ?? NO_DEPARTMENT;
    groups.set(place, [...(groups.get(place) ?? []), [one.fullName, '', '']]);
  }
  for (const part of state.unnamed)
    groups.set(part.name ?? NO_DEPARTMENT, [
      [`Còn ${part.people} người (khoa, phòng nộp chung, chưa ghi tên)`, '', ''],
    ]);
  return {
    title: 'Danh sách đoàn viên chưa ủng hộ',
    note: line,
    rowHeight: 7.6,
    columns: [
      { title: 'TT', width: 11, kind: 'centre' },
      { title: 'Họ và tên', width: '*', kind: 'text' },
      { title: 'Số tiền', width: 34, kind: 'sign' },
      { title: 'Ký tên', width: 40, kind: 'sign' },
    ],
    groups: [...groups].map(([name, rows]) => ({ name, rows })),
    total: null,
    inWords: null,
    sheetName: 'Chưa ủng hộ',
  };
}

function yearList(input: ParsedInputOf<'donors.yearList'>, ctx: Ctx): Promise<OutputOf<'donors.yearList'>> {
  const { year } = input;
  const conditions = { words: [], year, donorId: null, earmarkId: null, notThanked: false };
  const gifts = giftList(ctx.db, conditions, { offset: 0, limit: 5000 }).reverse();
  const money = gifts.reduce((sum, gift) => sum + (gift.kind === 'money' ? (gift.amount ?? 0) : 0), 0);
  const data: MoneyListData = {
    ...frame(ctx, 'Người lập', 'Thủ quỹ'),
    title: 'Danh sách nhà tài trợ, mạnh thường quân',
    subject: `Năm ${year}`,
    note: 'Tiền tính bằng đồng; hiện vật không cộng vào tổng tiền',
    orientation: 'landscape',
    size: 11.5,
    columns: [
      { title: 'TT', width: 10, kind: 'centre' },
      { title: 'Nhà tài trợ', width: '*', kind: 'text' },
      { title: 'Ngày', width: 24, kind: 'centre' },
      { title: 'Số tiền', width: 30, kind: 'money' },
      { title: 'Hiện vật', width: 52, kind: 'text' },
      { title: 'Mục đích', width: 54, kind: 'text' },
      { title: 'Thư cảm ơn', width: 24, kind: 'centre' },
    ],
    groups: [
      {
        name: null,
        rows: gifts.map((gift) => [
          gift.anonymous === 1 ? UNNAMED : gift.donor,
          formatDate(gift.onDate),
          gift.kind === 'money' ? gift.amount : null,
          goodsWords(gift),
          gift.earmark ?? gift.programme,
          formatDate(gift.thankedOn),
        ]),
      },
    ],
    total: [null, null, null, money, null, null, null],
    inWords: money > 0 ? wordsOf(ctx, money) : null,
    sheetName: `Năm ${year}`,
  };
  return draw(ctx, data, input.format, `Nhà tài trợ năm ${year}`);
}

/** "120 suất quà, trị giá 60.000.000 đ" */
function goodsWords(gift: GiftRecord): string | null {
  if (gift.goods === null) return null;
  return gift.amount === null ? gift.goods : `${gift.goods}, trị giá ${formatMoney(gift.amount)}`;
}

function givenWords(ctx: Ctx, gift: GiftRecord): string {
  const amount =
    gift.amount === null
      ? null
      : `${formatMoney(gift.amount).replace(/đ$/, 'đồng')} (${wordsOf(ctx, gift.amount)})`;
  if (gift.kind === 'money') return `số tiền ${amount}`;
  return amount === null ? gift.goods! : `${gift.goods}, trị giá ${amount}`;
}

const joined = (parts: readonly (string | null)[], by: string): string | null =>
  [...new Set(parts.filter((part) => part !== null && part !== ''))].join(by) || null;

/** What the letter to one donor says of the gifts chosen. */
function letterOf(ctx: Ctx, gifts: readonly GiftRecord[]) {
  const [first] = gifts;
  const { donor, addressForm, donorKind } = first!;
  return {
    nguoi_nhan: donor,
    xung_ho: addressForm ?? (donorKind === 'organisation' ? 'Quý đơn vị' : 'Quý vị'),
    dip:
      joined(
        gifts.map((gift) => gift.occasion),
        '; ',
      ) ?? `Trong năm ${first!.onDate.slice(0, 4)}`,
    dong_gop: joined(
      gifts.map((gift) => givenWords(ctx, gift)),
      ' và ',
    ),
    chuong_trinh_nhan:
      joined(
        gifts.map((gift) => gift.programme ?? gift.earmark),
        '; ',
      ) ?? 'Chăm lo đoàn viên, người lao động',
    da_dung:
      joined(
        gifts.map((gift) => gift.usedFor),
        '; ',
      ) ?? 'tiếp nhận, sử dụng đúng mục đích và công khai tới đoàn viên',
  };
}

async function letters(
  input: ParsedInputOf<'donors.letters'>,
  ctx: Ctx,
): Promise<OutputOf<'donors.letters'>> {
  const gifts = input.ids.map((id) => liveGift(ctx, id)).filter((gift) => gift.anonymous === 0);
  if (gifts.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const byDonor = new Map<number, GiftRecord[]>();
  for (const gift of gifts) byDonor.set(gift.donorId, [...(byDonor.get(gift.donorId) ?? []), gift]);
  const data = [...byDonor.values()].map((of) => letterOf(ctx, of));
  const name = data.length === 1 ? `Thư cảm ơn ${data[0]!.nguoi_nhan}` : `Thư cảm ơn (${data.length} thư)`;
  const file = await thankLetters(ctx, 'thanksGift', data, named(name));
  ctx.write(() => {
    thank(
      ctx,
      gifts.filter((gift) => gift.thankedOn === null).map((gift) => gift.id),
      ctx.today(),
    );
    for (const gift of gifts) recordChange(ctx, { entity: 'donor_gift', entityId: gift.id, action: 'print' });
  });
  return file;
}

export const paperHandlers = {
  'dues.list': duesList,
  'dues.yearPaper': yearPaper,
  'drives.paper': drivePaper,
  'donors.yearList': yearList,
  'donors.letters': letters,
};
