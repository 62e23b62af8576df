/** Figures of the statistical annex counted by kind: visits, help, gifts, merits by level, income by source. */
import { one, type Pair } from './indicator';

const PEOPLE: Pair = ['người', 'people'];
const TURNS: Pair = ['lượt', 'turns'];
const DONG: Pair = ['đồng', 'đồng'];
const NONE: Pair = ['', ''];
const small = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** Reasons of visits the annex counts apart. */
export const VISIT_REASONS = ['illness', 'maternity', 'funeral', 'wedding'] as const;
export type VisitReason = (typeof VISIT_REASONS)[number];
const REASON_NAMES: Record<VisitReason, Pair> = {
  illness: ['Thăm hỏi ốm đau', 'Visits: illness'],
  maternity: ['Thăm hỏi thai sản', 'Visits: maternity'],
  funeral: ['Thăm hỏi việc hiếu', 'Visits: funerals'],
  wedding: ['Thăm hỏi việc hỉ', 'Visits: weddings'],
};
const VISITS = VISIT_REASONS.map((reason) =>
  one<`welfare.visitsOf.${VisitReason}`>(
    `welfare.visitsOf.${reason}`,
    ['welfare', 'turn', 'period'],
    REASON_NAMES[reason],
    ['Phiếu thăm hỏi vì lý do này, có ngày trong kỳ', 'Visit slips of this reason with a day in the period'],
    TURNS,
  ),
);
const VISIT_MONEY = VISIT_REASONS.map((reason) =>
  one<`welfare.visitMoneyOf.${VisitReason}`>(
    `welfare.visitMoneyOf.${reason}`,
    ['welfare', 'money', 'period'],
    [`Tiền ${small(REASON_NAMES[reason][0])}`, `Money of ${small(REASON_NAMES[reason][1])}`],
    [
      'Tiền mặt của các phiếu thăm hỏi vì lý do này trong kỳ',
      'Cash of the visit slips of this reason in the period',
    ],
    DONG,
  ),
);

/** Occasions whose gifts the annex counts, by the codes of occasions. */
export const GIFT_OCCASIONS = {
  tet: ['tet'],
  children: ['childrens_day', 'mid_autumn'],
  workers: ['workers_month', 'labour_day'],
} as const;
export type GiftOccasion = keyof typeof GIFT_OCCASIONS;
const GIFT_NAMES: Record<GiftOccasion, Pair> = {
  tet: ['Quà Tết', 'Gifts at Tet'],
  children: ['Quà 1/6, Trung thu', 'Gifts on 1 June and Mid-Autumn'],
  workers: ['Quà Tháng Công nhân', 'Gifts of Workers’ Month'],
};
const OCCASIONS = Object.keys(GIFT_OCCASIONS) as GiftOccasion[];
const GIFTS = OCCASIONS.map((occasion) =>
  one<`welfare.giftsOf.${GiftOccasion}`>(
    `welfare.giftsOf.${occasion}`,
    ['welfare', 'gift', 'period'],
    GIFT_NAMES[occasion],
    [
      'Suất quà của các đợt gắn dịp này đã phát, có ngày trong kỳ; số chỉ biết theo lời báo cáo không cộng',
      'Gifts of the campaigns of this occasion given out in the period; what is only known as a count is left out',
    ],
    ['suất', 'gifts'],
  ),
);
const GIFT_MONEY = OCCASIONS.map((occasion) =>
  one<`welfare.giftMoneyOf.${GiftOccasion}`>(
    `welfare.giftMoneyOf.${occasion}`,
    ['welfare', 'money', 'period'],
    [`Trị giá ${small(GIFT_NAMES[occasion][0])}`, `Worth of ${small(GIFT_NAMES[occasion][1])}`],
    [
      'Tiền và giá trị hiện vật của các đợt gắn dịp này đã phát trong kỳ',
      'Money and worth of the campaigns of this occasion given out in the period',
    ],
    DONG,
  ),
);

const HELP = [
  one(
    'welfare.helpTurns',
    ['welfare', 'turn', 'period'],
    ['Trợ cấp khó khăn, đột xuất', 'Help in hardship and emergency'],
    [
      'Lần chi của hồ sơ trợ cấp khó khăn, đột xuất có ngày trong kỳ; phần gia đình tự lo không tính',
      'Payments of cases of hardship and emergency dated in the period, without what families paid themselves',
    ],
    TURNS,
  ),
  one(
    'welfare.helpMoney',
    ['welfare', 'money', 'period'],
    ['Tiền trợ cấp khó khăn, đột xuất', 'Money of help in hardship and emergency'],
    [
      'Cộng các lần chi của hồ sơ trợ cấp khó khăn, đột xuất trong kỳ',
      'Sum of the payments of cases of hardship and emergency in the period',
    ],
    DONG,
  ),
  one(
    'welfare.houses',
    ['welfare', 'household', 'period'],
    ['Mái ấm công đoàn đã bàn giao', 'Union shelters handed over'],
    ['Hồ sơ xây mới, sửa chữa nhà ghi xong trong kỳ', 'Cases of building or repair finished in the period'],
    ['nhà', 'houses'],
  ),
  one(
    'welfare.houseMoney',
    ['welfare', 'money', 'period'],
    ['Tiền hỗ trợ mái ấm công đoàn', 'Money for union shelters'],
    [
      'Cộng các khoản của hồ sơ xây mới, sửa chữa nhà có ngày trong kỳ, không tính phần gia đình tự lo',
      'Sums of cases of building and repair dated in the period, without what families paid themselves',
    ],
    DONG,
  ),
] as const;

const MERITS = [
  ['unit', 'Giấy khen của công đoàn cơ sở', 'Merits of the grassroots union'],
  ['superior', 'Giấy khen của công đoàn cấp trên', 'Merits of the union above'],
  ['province', 'Bằng khen của liên đoàn lao động tỉnh', 'Diplomas of the provincial federation'],
  ['sector', 'Bằng khen của công đoàn ngành trung ương', 'Diplomas of the sector union'],
  ['confederation', 'Bằng khen của Tổng Liên đoàn', 'Diplomas of the confederation'],
] as const;
/** Form of award behind each level, by the code of the catalogue. */
export const MERIT_FORMS = {
  unit: 'GK-CS',
  superior: 'GK-CT',
  province: 'BK-LD',
  sector: 'BK-CDN',
  confederation: 'BK-TLD',
} as const;
export type MeritLevel = keyof typeof MERIT_FORMS;
const MERIT_KINDS = [
  ['collective', 'tập thể', 'collectives'],
  ['individual', 'cá nhân', 'individuals'],
] as const;
type MeritKind = (typeof MERIT_KINDS)[number][0];
const MERIT = MERITS.flatMap(([level, name, nameEn]) =>
  MERIT_KINDS.map(([kind, noun, nounEn]) =>
    one<`awards.merit.${MeritLevel}.${MeritKind}`>(
      `awards.merit.${level}.${kind}`,
      ['awards', kind, 'period'],
      [`${name}: ${noun}`, `${nameEn}: ${nounEn}`],
      [
        'Dòng khen thưởng của các quyết định hình thức này ký trong kỳ; quyết định không cho biết số thì chưa có số liệu',
        'Recipients of the decisions of this form dated in the period; not known where a decision does not tell',
      ],
      [noun, nounEn],
    ),
  ),
);

const AWARDS = [
  one(
    'awards.outstandingMembers',
    ['awards', 'individual', 'period'],
    ['Đoàn viên công đoàn xuất sắc', 'Outstanding union members'],
    [
      'Cá nhân được tặng danh hiệu Đoàn viên công đoàn xuất sắc trong kỳ',
      'Individuals given the title in the period',
    ],
    PEOPLE,
  ),
  one(
    'awards.flags',
    ['awards', 'collective', 'period'],
    ['Cờ thi đua', 'Emulation flags'],
    [
      'Tập thể được tặng cờ của liên đoàn lao động tỉnh, Tổng Liên đoàn trong kỳ',
      'Collectives given a flag of the federation or the confederation in the period',
    ],
    ['tập thể', 'collectives'],
  ),
  one(
    'awards.womenRate',
    ['awards', 'percent', 'period'],
    ['Nữ đạt Giỏi việc nước – đảm việc nhà', 'Women: good at work, capable at home'],
    [
      'Cá nhân được khen Giỏi việc nước – đảm việc nhà trong kỳ / đoàn viên nữ ngày tính',
      'Individuals so awarded in the period / women among members of the day',
    ],
    NONE,
  ),
] as const;

/** Sources of income the annex tells apart; by the codes of income. */
export const INCOME_KINDS = ['dues', 'fee', 'other'] as const;
export type IncomeKind = (typeof INCOME_KINDS)[number];
const INCOME_NAMES: Record<IncomeKind, Pair> = {
  dues: ['Thu đoàn phí', 'Income: dues'],
  fee: ['Thu kinh phí công đoàn', 'Income: union fee'],
  other: ['Thu khác', 'Income: other'],
};
const INCOME = INCOME_KINDS.map((kind) =>
  one<`funds.incomeOf.${IncomeKind}`>(
    `funds.incomeOf.${kind}`,
    ['funds', 'money', 'period'],
    INCOME_NAMES[kind],
    [
      'Cộng các phiếu thu đã có số của khoản thu này trong kỳ; rút, gửi và chuyển quỹ không tính',
      'Numbered receipts of this kind in the period; money that only changed its place is left out',
    ],
    DONG,
  ),
);
const BALANCE = one(
  'funds.balance',
  ['funds', 'money', 'asOf'],
  ['Tồn quỹ', 'Balance of funds'],
  [
    'Số đầu kỳ của các quỹ cộng phiếu thu, trừ phiếu chi đã có số đến hết ngày tính; trước ngày mở sổ thì chưa có số liệu',
    'Opening balances and numbered vouchers up to the day; not known before the books begin',
  ],
  DONG,
);

export const ANNEX_SUMS = [
  ...VISITS,
  ...VISIT_MONEY,
  ...HELP,
  ...GIFTS,
  ...GIFT_MONEY,
  ...MERIT,
  ...AWARDS,
  ...INCOME,
  BALANCE,
] as const;
