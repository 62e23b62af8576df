/** Four hundred receipts and payments of three funds: dues, visits, gifts, money moved, wrong and cancelled ones. */
import type { Random } from '../people';
import { type Campaign, type FundKey, giftsOf, type Person, type Voucher, YEAR, type Year } from './facts';

const VOUCHERS = 400;
const VISITS = [
  'Thăm đoàn viên nằm viện',
  'Thăm đoàn viên sinh con',
  'Viếng thân nhân đoàn viên',
  'Mừng cưới',
];
const SPENT = [
  ['C-PT', 'Mua cầu, lưới tập luyện'],
  ['C-TT', 'In tài liệu tuyên truyền'],
  ['C-KT', 'Thưởng phong trào thi đua'],
  ['C-HC', 'Văn phòng phẩm'],
  ['C-KH', 'Chi khác'],
] as const;
const two = (value: number) => String(value).padStart(2, '0');

type Draft = Partial<Voucher> & Pick<Voucher, 'fund' | 'kind' | 'onDate' | 'category' | 'amount' | 'reason'>;

const full = (draft: Draft, at: number): Voucher => ({
  key: `voucher-${at + 1}`,
  holding: 'cash',
  papers: true,
  person: null,
  state: 'numbered',
  typedAs: null,
  corrected: null,
  campaign: null,
  ...draft,
});

function monthly(random: Random): Draft[] {
  return Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month): Draft[] => {
    const day = (n: number) => `${YEAR}-${two(month)}-${two(n)}`;
    const own = { fund: 'own' } as const;
    return [
      ...[5, 6, 7].map(
        (n): Draft => ({
          ...own,
          ...{ kind: 'receipt', onDate: day(n), category: 'T-DP' },
          ...{ amount: random.int(700, 1100) * 5_000, reason: `Thu đoàn phí tháng ${month} đợt ${n - 4}` },
        }),
      ),
      {
        ...own,
        ...{ kind: 'receipt', onDate: day(12), category: 'T-KP', holding: 'bank', amount: 32_750_000 },
        reason: `Kinh phí công đoàn tháng ${month}`,
      },
      {
        ...own,
        ...{ kind: 'payment', onDate: day(25), category: 'C-PC', holding: 'bank', amount: 2_400_000 },
        reason: `Phụ cấp cán bộ công đoàn tháng ${month}`,
      },
      {
        ...own,
        ...{
          kind: 'payment',
          onDate: day(28),
          category: 'C-NT',
          holding: 'bank',
          amount: random.int(40, 60) * 100_000,
        },
        reason: `Nộp công đoàn cấp trên tháng ${month}`,
      },
      {
        ...{
          fund: 'help',
          kind: 'receipt',
          onDate: day(9),
          category: 'T-UH',
          amount: random.int(10, 40) * 100_000,
        },
        reason: `Ủng hộ quỹ tình nghĩa tháng ${month}`,
      },
    ];
  });
}

/** Money that only changes its place: two vouchers each. */
function moved(): Draft[] {
  const moves: [FundKey, 'cash' | 'bank', FundKey, 'cash' | 'bank', string, number][] = [
    ['own', 'bank', 'own', 'cash', '01-17', 150_000_000],
    ['own', 'bank', 'own', 'cash', '05-20', 60_000_000],
    ['own', 'cash', 'own', 'bank', '08-15', 12_000_000],
    ['own', 'bank', 'sport', 'cash', '04-10', 20_000_000],
    ['own', 'cash', 'help', 'cash', '09-19', 8_000_000],
    ['sport', 'bank', 'sport', 'cash', '10-10', 15_000_000],
    ['own', 'bank', 'own', 'cash', '12-18', 40_000_000],
  ];
  return moves.flatMap(([from, fromHolding, to, toHolding, day, amount]): Draft[] => {
    const both = { onDate: `${YEAR}-${day}`, amount, reason: 'Chuyển tiền giữa quỹ và tài khoản' };
    return [
      { ...both, fund: from, holding: fromHolding, kind: 'payment', category: 'C-NB' },
      { ...both, fund: to, holding: toHolding, kind: 'receipt', category: 'T-NB' },
    ];
  });
}

/** A payment of the own fund's share for each campaign that has no exception; the gifts for departments in two. */
function forGifts(year: Year): Draft[] {
  return year.campaigns
    .filter(
      (campaign) => campaign.exception === null && campaign.state !== 'draft' && campaign.key !== 'moon',
    )
    .flatMap((campaign): Draft[] => {
      const all = ownShare(year, campaign);
      const parts = campaign.key === 'units' ? [all - 5_000_000, 5_000_000] : [all];
      return parts.map((amount) => ({
        ...{ fund: 'own', kind: 'payment', onDate: campaign.onDate, category: 'C-QT', amount },
        ...{ reason: `Chi ${campaign.name}`, campaign: campaign.key },
      }));
    });
}

/** What the own fund gives to a campaign: the total less what others give. */
export const ownShare = (year: Year, campaign: Campaign): number =>
  giftsOf(year, campaign).reduce((sum, gift) => sum + gift.cash + gift.kindValue, 0) -
  campaign.others.reduce((sum, other) => sum + other.amount, 0);

function small(year: Year, random: Random, count: number): Draft[] {
  const staying = year.people.filter((person: Person) => person.left === null && person.joined < `${YEAR}`);
  return Array.from({ length: count }, (_, at): Draft => {
    const onDate = `${YEAR}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
    const visit = at % 2 === 0;
    const [category, reason] = visit ? (['C-TH', random.pick(VISITS)] as const) : random.pick(SPENT);
    const amount = visit ? random.pick([300_000, 500_000, 1_000_000]) : random.int(10, 180) * 10_000;
    return {
      ...{ fund: at % 9 === 4 ? 'help' : at % 11 === 7 ? 'sport' : 'own', kind: 'payment' },
      ...{ onDate, category: at % 53 === 20 ? null : category, amount, reason },
      papers: at % 13 !== 5,
      person: visit ? random.pick(staying) : null,
      state: at % 41 === 3 ? 'cancelled' : 'numbered',
      typedAs: at % 37 === 6 ? amount + 90_000 : null,
      ...(at % 43 === 8 && onDate < `${YEAR}-06-30`
        ? {
            corrected: {
              onDate: `${YEAR}-07-0${1 + (at % 9)}`,
              amount: at % 2 === 0 ? amount + 120_000 : amount - 50_000,
            },
          }
        : {}),
    };
  });
}

/** The vouchers of the year: 400 with the corrections, three of them still without a number. */
export function makeVouchers(year: Year, random: Random): Voucher[] {
  const drafts = ['Mua quà Tết', 'Nước uống họp cuối năm', 'Sửa loa hội trường'].map(
    (reason, at): Draft => ({
      ...{ fund: 'own', kind: 'payment', onDate: `${YEAR}-12-3${at % 2}`, category: 'C-HC', amount: 450_000 },
      ...{ reason, state: 'draft' },
    }),
  );
  const known = [
    ...monthly(random),
    ...moved(),
    ...forGifts(year),
    ...drafts,
    ...(year.care?.vouchers ?? []),
  ];
  const rest = small(year, random, VOUCHERS);
  const kept: Draft[] = [];
  let count = known.length;
  for (const one of rest) {
    const adds = one.corrected ? 2 : 1;
    if (count + adds > VOUCHERS) continue;
    kept.push(one);
    count += adds;
  }
  return [...known, ...kept].map(full);
}
