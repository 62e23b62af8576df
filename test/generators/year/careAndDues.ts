/** Visits, cases of help, dues, a fund drive and donors of the year, with the vouchers their money passes through. */
import type { Random } from '../people';
import { activeOn, departmentOn, type Person, type Voucher, YEAR, type Year } from './facts';

const two = (value: number) => String(value).padStart(2, '0');
export const DUE = 40_000;
export const REASONS = ['Ốm đau, nằm viện', 'Thai sản', 'Việc hiếu', 'Việc hỉ'] as const;
export const CUT_OFF = `${YEAR}-09-30`;

export interface Visit {
  readonly key: string;
  readonly person: Person;
  readonly reason: string;
  readonly onDate: string;
  readonly cash: number;
  readonly kindValue: number;
  /** The voucher of its quarter. */
  readonly voucher: string | null;
  readonly explained: boolean;
}
export interface HelpCase {
  readonly kind: string;
  readonly title: string;
  readonly person: Person;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly money: readonly { readonly source: 'own' | 'above' | 'sponsor'; readonly amount: number }[];
}
export interface DonorGift {
  readonly key: string;
  /** Place among the donors. */
  readonly donor: number;
  readonly onDate: string;
  readonly amount: number;
  readonly goods: boolean;
}
export interface MonthOfDues {
  readonly month: string;
  /** Members of each department that month. */
  readonly departments: readonly { readonly department: number; readonly people: number }[];
}
export interface CareAndDues {
  readonly visits: readonly Visit[];
  readonly cases: readonly HelpCase[];
  readonly dues: readonly MonthOfDues[];
  readonly drive: {
    readonly together: readonly { readonly department: number; readonly people: number }[];
    readonly single: readonly Person[];
    readonly outsiders: readonly string[];
  };
  readonly donors: readonly string[];
  readonly gifts: readonly DonorGift[];
  readonly vouchers: readonly Voucher[];
}
type People = Pick<Year, 'people' | 'departments'>;

const quarterOf = (iso: string) => Math.ceil(Number(iso.slice(5, 7)) / 3);

function makeVisits(people: readonly Person[], random: Random): Visit[] {
  const staying = people.filter((person) => person.left === null && person.joined < `${YEAR}`);
  return random
    .shuffle(staying)
    .slice(0, 60)
    .map((person, at): Visit => {
      const onDate = `${YEAR}-${two(1 + (at % 12))}-${two(3 + (at % 20))}`;
      const cash = at % 10 === 9 ? 0 : random.pick([300_000, 500_000, 1_000_000]);
      const quarter = quarterOf(onDate);
      return {
        ...{ key: `visit-${at + 1}`, person, reason: REASONS[at % REASONS.length]!, onDate, cash },
        kindValue: at % 5 === 4 ? 200_000 : 0,
        voucher: quarter < 4 && cash > 0 ? `visits-${quarter}` : null,
        explained: quarter === 4 && cash > 0 && at % 2 === 0,
      };
    });
}

function makeDues({ people, departments }: People): MonthOfDues[] {
  return Array.from({ length: 12 }, (_, at): MonthOfDues => {
    const month = `${YEAR}-${two(at + 1)}`;
    const last = new Date(Date.UTC(YEAR, at + 1, 0)).toISOString().slice(0, 10);
    const here = people.filter(
      (person) => person.joined <= last && (person.left === null || person.left.on > `${month}-01`),
    );
    return {
      month,
      departments: departments.map((_, department) => ({
        department,
        people: here.filter((person) => departmentOn(person, last) === department).length,
      })),
    };
  });
}

function makeDrive({ people, departments }: People): CareAndDues['drive'] {
  const members = people.filter((person) => activeOn(person, CUT_OFF));
  const of = (department: number) => members.filter((person) => departmentOn(person, CUT_OFF) === department);
  const together = departments
    .map((_, department) => ({ department, people: of(department).length }))
    .slice(1);
  return { together, single: of(0).slice(2), outsiders: ['Nhà thuốc An Bình', 'Bếp ăn Mây Trắng'] };
}
export const driveSum = ({ together, single, outsiders }: CareAndDues['drive']): number =>
  together.reduce((sum, one) => sum + one.people * 100_000, 0) +
  single.length * 100_000 +
  outsiders.length * 2_000_000;

const GIFTS: readonly [donor: number, day: string, amount: number, goods: boolean][] = [
  [0, '01-14', 20_000_000, false],
  [1, '02-24', 5_000_000, false],
  [2, '05-08', 12_500_000, false],
  [0, '06-20', 10_000_000, false],
  [3, '08-11', 3_000_000, true],
  [4, '09-04', 7_500_000, false],
  [2, '11-21', 2_500_000, false],
];

const plain = {
  papers: true,
  person: null,
  state: 'numbered',
  typedAs: null,
  corrected: null,
  campaign: null,
} as const;

function makeVouchers(made: Omit<CareAndDues, 'vouchers'>): Voucher[] {
  const visits = [1, 2, 3].map((quarter): Voucher => {
    const key = `visits-${quarter}`;
    const amount = made.visits
      .filter((visit) => visit.voucher === key)
      .reduce((sum, visit) => sum + visit.cash, 0);
    return {
      ...{ ...plain, key, fund: 'own', kind: 'payment', holding: 'cash', category: 'C-TH', amount },
      ...{ onDate: `${YEAR}-${two(quarter * 3)}-28`, reason: `Thăm hỏi quý ${quarter}`, by: 'visits' },
    };
  });
  const receipt = { ...plain, kind: 'receipt', holding: 'cash' } as const;
  const dues = made.dues.map(
    ({ month, departments }): Voucher => ({
      ...{
        ...receipt,
        key: `dues-${month}`,
        fund: 'own',
        category: 'T-DP',
        onDate: `${month}-26`,
        by: 'dues',
      },
      ...{ amount: departments.reduce((sum, one) => sum + one.people * DUE, 0), reason: `Đoàn phí ${month}` },
    }),
  );
  const drive: Voucher = {
    ...{ ...receipt, key: 'drive-receipt', fund: 'help', category: 'T-UH', onDate: `${YEAR}-10-15` },
    ...{ amount: driveSum(made.drive), reason: 'Cuộc vận động', by: 'drive' },
  };
  const gifts = made.gifts
    .filter((gift) => !gift.goods)
    .map(
      ({ key, onDate, amount }): Voucher => ({
        ...{ ...receipt, key: `${key}-receipt`, fund: 'help', category: 'T-UH', onDate, amount },
        ...{ reason: 'Tài trợ', by: 'donor' },
      }),
    );
  return [...visits, ...dues, drive, ...gifts];
}

export function makeCareAndDues(year: People, random: Random): CareAndDues {
  const [first, second] = year.people.filter((person) => person.hardship === 'very_hard');
  const made = {
    visits: makeVisits(year.people, random),
    cases: [
      {
        ...{ kind: 'Mái ấm công đoàn: xây mới', title: 'Nhà Mái ấm', person: first! },
        ...{ openedOn: `${YEAR}-03-10`, closedOn: `${YEAR}-11-18` },
        money: [
          { source: 'own', amount: 20_000_000 },
          { source: 'above', amount: 40_000_000 },
          { source: 'sponsor', amount: 15_000_000 },
        ],
      },
      {
        ...{ kind: 'Trợ cấp khó khăn', title: 'Trợ cấp mổ tim', person: second! },
        ...{ openedOn: `${YEAR}-08-05`, closedOn: null, money: [{ source: 'own', amount: 6_000_000 }] },
      },
    ] satisfies HelpCase[],
    dues: makeDues(year),
    drive: makeDrive(year),
    donors: [
      'Công ty Dược Hoa Ban',
      'Ông Bạc Cầm Thắng',
      'Quỹ Ánh Sao',
      'Hợp tác xã Nậm Rốm',
      'Bà Phan Thị Nhàn',
    ],
    gifts: GIFTS.map(([donor, day, amount, goods], at) => ({
      ...{ key: `gift-${at + 1}`, donor, onDate: `${YEAR}-${day}`, amount, goods },
    })),
  };
  return { ...made, vouchers: makeVouchers(made) };
}
