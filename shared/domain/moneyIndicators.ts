/** Figures of gifts, cash books, dues, drives and donors. */
import { one, type Pair } from './indicator';

const DONG: Pair = ['đồng', 'đồng'];
const GIVEN: Pair = [
  'Các đợt quà đã phát, có ngày phát trong kỳ; số chỉ biết theo lời báo cáo không cộng',
  'Campaigns given out in the period; what is only known as a count is left out',
];

const WELFARE = [
  one('welfare.gifts', ['welfare', 'gift', 'period'], ['Suất quà đã trao', 'Gifts given'], GIVEN, [
    'suất',
    'gifts',
  ]),
  one(
    'welfare.giftMoney',
    ['welfare', 'money', 'period'],
    ['Trị giá quà đã trao', 'Worth of gifts'],
    GIVEN,
    DONG,
  ),
] as const;

const FUNDS = [
  one(
    'funds.income',
    ['funds', 'money', 'period'],
    ['Thu của các quỹ', 'Income of funds'],
    [
      'Cộng các phiếu thu đã có số trong kỳ; rút, gửi và chuyển quỹ không tính',
      'Numbered receipts of the period; money that only changed its place is left out',
    ],
    DONG,
  ),
  one(
    'funds.spending',
    ['funds', 'money', 'period'],
    ['Chi của các quỹ', 'Spending of funds'],
    [
      'Cộng các phiếu chi đã có số trong kỳ; rút, gửi và chuyển quỹ không tính',
      'Numbered payments of the period; money that only changed its place is left out',
    ],
    DONG,
  ),
] as const;

const DUES = [
  one(
    'dues.collected',
    ['dues', 'money', 'period'],
    ['Đoàn phí đã thu', 'Dues collected'],
    [
      'Tiền đã thu cho các tháng trong kỳ, có phiếu thu',
      'Collected for the months of the period, with a receipt',
    ],
    DONG,
  ),
  one(
    'dues.expected',
    ['dues', 'money', 'period'],
    ['Đoàn phí phải thu', 'Dues expected'],
    [
      'Cộng số phải đóng của đoàn viên các tháng trong kỳ đã đến; còn người chưa biết thì chưa cộng',
      'What members owe for the months of the period that have come; not told while somebody’s is not known',
    ],
    DONG,
  ),
  one(
    'dues.rate',
    ['dues', 'percent', 'period'],
    ['Tỷ lệ thu đoàn phí', 'Share of dues collected'],
    [
      'Tiền đã thu / tiền phải thu của các tháng trong kỳ đã đến',
      'Collected / expected for the months of the period that have come',
    ],
    ['', ''],
  ),
  one(
    'dues.behind',
    ['dues', 'member', 'asOf'],
    ['Đoàn viên chưa đóng đủ đoàn phí', 'Members behind with dues'],
    [
      'Người còn thiếu ít nhất một tháng, tính đến hết tháng gần nhất đã qua',
      'People who owe at least one month, up to the last full month',
    ],
    ['đoàn viên', 'members'],
  ),
] as const;

const DRIVES = [
  one(
    'drives.rate',
    ['dues', 'percent', 'period'],
    ['Tỷ lệ tham gia vận động', 'Share of members who gave to drives'],
    [
      'Đoàn viên đã ủng hộ / đoàn viên trong ngày chốt, cộng các cuộc vận động phát động trong kỳ',
      'Members who gave / members on the cut-off day, of the drives opened in the period',
    ],
    ['', ''],
  ),
  one(
    'drives.money',
    ['dues', 'money', 'period'],
    ['Tiền vận động', 'Money given to drives'],
    ['Cộng các khoản ủng hộ có ngày trong kỳ', 'Sums given in the period'],
    DONG,
  ),
] as const;

const DONOR_FORMULA: Pair = [
  'Khoản tài trợ ghi trong sổ, có ngày trong kỳ',
  'Gifts of donors recorded with a day in the period',
];
const DONORS = [
  one('donors.gifts', ['dues', 'turn', 'period'], ['Lượt tài trợ', 'Gifts of donors'], DONOR_FORMULA, [
    'lượt tài trợ',
    'gifts of donors',
  ]),
  one(
    'donors.money',
    ['dues', 'money', 'period'],
    ['Tiền tài trợ', 'Money of donors'],
    [`${DONOR_FORMULA[0]}; hiện vật không tính`, `${DONOR_FORMULA[1]}; goods are left out`],
    DONG,
  ),
] as const;

export const MONEY_INDICATORS = [...WELFARE, ...FUNDS, ...DUES, ...DRIVES, ...DONORS] as const;
