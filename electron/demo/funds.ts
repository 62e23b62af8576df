/** An invented year of the union's own fund and of its mutual help fund: vouchers, budget, a closed quarter. */
import type { InputOf } from '../../shared/contract';
import { randomFrom } from './people';
import type { Invoke } from './seed';

type Voucher = InputOf<'funds.createVoucher'>;
type Line = Omit<Voucher, 'fundId' | 'categoryId' | 'onDate'> & { code: string; day: string };

const SIGNERS = {
  accountant: 'Bùi Thị Quỳnh Uyển',
  preparer: 'Bùi Thị Quỳnh Uyển',
  treasurer: 'Lê Hoàng Ngọc Yến',
};
const QUARTERLY: readonly [code: string, amount: number][] = [
  ['T-DP', 152_000_000],
  ['T-KP', 236_000_000],
  ['T-CM', 60_000_000],
  ['C-TH', 72_000_000],
  ['C-QT', 190_000_000],
  ['C-PT', 85_000_000],
  ['C-TT', 24_000_000],
  ['C-KT', 40_000_000],
  ['C-PC', 28_800_000],
  ['C-HC', 12_000_000],
];
/** Once a year: month and day, what it was. */
const ONCE: readonly Line[] = [
  {
    day: '01-28',
    kind: 'payment',
    code: 'C-QT',
    amount: 64_000_000,
    reason: 'Quà Tết cho 320 đoàn viên',
    papers: 'Danh sách ký nhận',
    paperCount: 12,
  },
  {
    day: '02-27',
    kind: 'payment',
    code: 'C-QT',
    amount: 32_000_000,
    reason: 'Quà ngày Thầy thuốc Việt Nam 27/2',
    papers: 'Danh sách ký nhận',
    paperCount: 11,
  },
  {
    day: '03-06',
    kind: 'payment',
    code: 'C-PT',
    amount: 18_600_000,
    reason: 'Tọa đàm và quà ngày 8/3 cho nữ đoàn viên',
    papers: 'Hóa đơn, danh sách ký nhận',
    paperCount: 4,
  },
  {
    day: '05-22',
    kind: 'payment',
    code: 'C-PT',
    amount: 41_250_000,
    reason: 'Hội thao chào mừng Tháng Công nhân',
    papers: 'Dự toán, hóa đơn',
    paperCount: 7,
  },
  {
    day: '06-01',
    kind: 'payment',
    code: 'C-QT',
    amount: 38_700_000,
    reason: 'Quà 1/6 cho 258 con đoàn viên',
    papers: 'Danh sách ký nhận',
    paperCount: 9,
  },
  {
    day: '07-24',
    kind: 'payment',
    code: 'C-TH',
    amount: 7_500_000,
    reason: 'Thăm gia đình thương binh, liệt sĩ nhân 27/7',
    papers: 'Phiếu thăm hỏi',
    paperCount: 15,
  },
  {
    day: '09-22',
    kind: 'payment',
    code: 'C-QT',
    amount: 25_800_000,
    reason: 'Quà Trung thu cho con đoàn viên',
    papers: 'Danh sách ký nhận',
    paperCount: 9,
  },
  {
    day: '10-19',
    kind: 'payment',
    code: 'C-PT',
    amount: 19_800_000,
    reason: 'Hội thi nấu ăn nhân ngày 20/10',
    papers: 'Hóa đơn',
    paperCount: 5,
  },
];
/** Money fetched from the account before it is given out. */
const FETCHED: readonly Line[] = (
  [
    ['01-26', 120_000_000],
    ['05-20', 90_000_000],
    ['09-20', 50_000_000],
  ] as const
).flatMap(([day, amount]) => {
  const both = { day, amount, reason: 'Rút tiền gửi về quỹ tiền mặt', personName: 'Lê Hoàng Ngọc Yến' };
  return [
    { ...both, kind: 'payment', code: 'C-NB', holding: 'bank', papers: 'Séc rút tiền', paperCount: 1 },
    { ...both, kind: 'receipt', code: 'T-NB', holding: 'cash', papers: 'Séc rút tiền', paperCount: 1 },
  ] satisfies Line[];
});
const VISITS = [
  'Thăm đoàn viên ốm nằm viện',
  'Thăm đoàn viên sinh con',
  'Viếng thân nhân đoàn viên qua đời',
  'Mừng đoàn viên kết hôn',
];

/** Vouchers up to `today`; the first quarter is closed, two drafts wait for their number. */
export async function seedFunds(invoke: Invoke, year: number, today: string): Promise<void> {
  const codes = new Map((await invoke('funds.categories', {})).rows.map((row) => [row.code, row.id]));
  const opening = { openedOn: `${year}-01-01`, openingCash: 24_650_000, openingBank: 186_400_000 };
  const { id: fundId } = await invoke('funds.save', {
    name: 'Quỹ công đoàn cơ sở',
    bookNumber: '01',
    ...opening,
    ...SIGNERS,
  });
  const help = { openedOn: `${year}-01-01`, openingCash: 12_300_000, bookNumber: '01' };
  const { id: helpId } = await invoke('funds.save', { name: 'Quỹ tình nghĩa', ...help, ...SIGNERS });
  const lines = [...(await monthly(invoke, year)), ...ONCE, ...FETCHED].filter(
    (line) => `${year}-${line.day}` <= today,
  );
  for (const { code, day, ...line } of lines.sort((a, b) => (a.day < b.day ? -1 : 1)))
    await invoke('funds.createVoucher', {
      ...line,
      fundId,
      onDate: `${year}-${day}`,
      categoryId: codes.get(code)!,
    });
  await invoke('funds.setBudget', {
    fundId,
    year,
    lines: QUARTERLY.map(([code, amount]) => ({ categoryId: codes.get(code)!, amount })),
  });
  await seedHelp(invoke, helpId, codes, year, today);
  if (`${year}-03-31` < today) await invoke('funds.close', { fundId, period: `${year}-Q1` });
  for (const reason of ['Mua văn phòng phẩm quý IV', 'Nước uống buổi họp Ban Chấp hành'])
    await invoke('funds.createVoucher', {
      fundId,
      kind: 'payment',
      onDate: today,
      amount: 640_000,
      reason,
      categoryId: codes.get('C-HC')!,
      numbered: false,
    });
}

/** Dues, allowances and visits of each month. */
async function monthly(invoke: Invoke, year: number): Promise<Line[]> {
  const people = (await invoke('members.list', { limit: 60, offset: 40 })).rows;
  const random = randomFrom(year);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  return Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0')).flatMap((month) => {
    const n = Number(month);
    const dues: Line = {
      ...{ day: `${month}-05`, kind: 'receipt', code: 'T-DP', holding: 'cash' },
      ...{
        amount: 12_640_000 + Math.floor(random() * 90) * 5_000,
        reason: `Thu đoàn phí tháng ${n} năm ${year}`,
      },
      ...{ personName: 'Lê Hoàng Ngọc Yến', papers: 'Bảng thu đoàn phí các tổ công đoàn', paperCount: 14 },
    };
    const share: Line = {
      ...{ day: `${month}-12`, kind: 'receipt', code: 'T-KP', holding: 'bank', amount: 19_650_000 },
      ...{
        reason: `Kinh phí công đoàn được cấp tháng ${n}`,
        personName: 'Liên đoàn Lao động tỉnh Thanh Lâm',
      },
      ...{ papers: 'Giấy báo có', paperCount: 1 },
    };
    const pay: Line = {
      ...{ day: `${month}-25`, kind: 'payment', code: 'C-PC', holding: 'bank', amount: 2_400_000 },
      ...{ reason: `Phụ cấp cán bộ công đoàn tháng ${n}`, personName: 'Bùi Thị Quỳnh Uyển' },
      ...{ papers: 'Bảng thanh toán phụ cấp', paperCount: 1 },
    };
    const visits = ['08', '16', '21'].map((day): Line => {
      const documented = random() > 0.12;
      return {
        ...{
          day: `${month}-${day}`,
          kind: 'payment',
          code: 'C-TH',
          amount: pick([300_000, 500_000, 500_000, 1_000_000]),
        },
        ...{ reason: pick(VISITS), memberId: pick(people).id },
        ...(documented ? { papers: 'Phiếu thăm hỏi đoàn viên', paperCount: 1 } : {}),
      };
    });
    return [dues, share, pay, ...visits];
  });
}

async function seedHelp(
  invoke: Invoke,
  fundId: number,
  codes: ReadonlyMap<string, number>,
  year: number,
  today: string,
): Promise<void> {
  const lines: Line[] = [
    {
      day: '04-15',
      kind: 'receipt',
      code: 'T-UH',
      amount: 32_000_000,
      reason: 'Đoàn viên ủng hộ quỹ mái ấm tình thương',
      papers: 'Danh sách ủng hộ',
      paperCount: 6,
    },
    {
      day: '06-18',
      kind: 'payment',
      code: 'C-TH',
      amount: 20_000_000,
      reason: 'Hỗ trợ sửa nhà đoàn viên khó khăn',
      personName: 'Vàng A Chẩu',
      papers: 'Biên bản bàn giao',
      paperCount: 2,
    },
  ];
  for (const { code, day, ...line } of lines.filter((one) => `${year}-${one.day}` <= today))
    await invoke('funds.createVoucher', {
      ...line,
      fundId,
      onDate: `${year}-${day}`,
      categoryId: codes.get(code)!,
    });
}
