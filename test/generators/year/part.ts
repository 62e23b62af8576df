/** A part of a year small enough to be typed: eight people, four events, thirty gifts, twelve vouchers. */
import { type Happening, type Person, type Voucher, YEAR, type Year } from './facts';

const SURNAMES = ['Lò', 'Quàng', 'Bùi', 'Đỗ', 'Nguyễn', 'Vàng', 'Trần', 'Lường'];
const GIVEN = ['Hoa', 'Gấm', 'Thư', 'Yến'];
const NEW = ['Ánh', 'Biên', 'Chuyên', 'Duyên', 'Oanh', 'Nương', 'Quân', 'Tùng'];

const person = (key: string, fullName: string, more: Partial<Person>): Person => ({
  ...{ key, fullName, gender: 'female', birthDate: '1985-04-12', department: 0, jobTitle: 'Điều dưỡng' },
  ...{ cardNo: null, joined: '2012-06-01', hardship: null, left: null, moved: null },
  ...more,
});

/** In the register before anything is typed: 24 women of two departments. */
const known = Array.from({ length: 24 }, (_, at) =>
  person(`member-${at + 1}`, `${SURNAMES[at % 8]} Thị ${GIVEN[Math.floor(at / 8)]}`, {
    department: at < 16 ? 0 : 1,
  }),
);
/** Typed: six women and two men who joined in the year. */
const typed = NEW.map((given, at) =>
  person(`new-${at + 1}`, `${SURNAMES[at]} ${at < 6 ? 'Thị' : 'Văn'} ${given}`, {
    gender: at < 6 ? 'female' : 'male',
    birthDate: `${1990 + at}-0${at + 1}-15`,
    department: at % 2,
    joined: `${YEAR}-0${at < 4 ? 2 : 5}-0${at + 1}`,
  }),
);
const people = [...known, ...typed];

const events: Happening[] = [
  {
    ...{ key: 'event-1', kind: 'year_review', name: 'Sơ kết sáu tháng đầu năm', startsOn: `${YEAR}-07-09` },
    attendance: {
      how: 'departments',
      marks: [
        { department: 0, mode: 'except', people: [known[2]!] },
        { department: 1, mode: 'all', people: [] },
      ],
      outside: [],
    },
  },
  {
    ...{ key: 'event-2', kind: 'union_day', name: 'Kỷ niệm ngày thành lập', startsOn: `${YEAR}-03-28` },
    attendance: {
      how: 'departments',
      marks: [
        { department: 0, mode: 'none', people: [] },
        { department: 1, mode: 'only', people: [known[17]!, known[20]!] },
      ],
      outside: [],
    },
  },
  {
    ...{ key: 'event-3', kind: 'communication', name: 'Phát thanh tháng 3', startsOn: `${YEAR}-03-31` },
    attendance: { how: 'count', value: 640, unit: 'turn', denominator: null },
  },
  {
    ...{ key: 'event-4', kind: 'committee_meeting', name: 'Họp Ban Chấp hành', startsOn: `${YEAR}-09-12` },
    attendance: { how: 'invited', invited: [known[0]!, typed[7]!, known[9]!], came: [known[0]!, typed[7]!] },
  },
];

const VOUCHERS: readonly [Voucher['kind'], string, Voucher['holding'], string, number, string][] = [
  ['receipt', '01-06', 'cash', 'T-DP', 1_640_000, 'Thu đoàn phí tháng 1'],
  ['receipt', '02-05', 'cash', 'T-DP', 1_655_000, 'Thu đoàn phí tháng 2'],
  ['receipt', '02-12', 'bank', 'T-KP', 12_750_000, 'Kinh phí công đoàn quý I'],
  ['receipt', '05-13', 'bank', 'T-KP', 12_750_000, 'Kinh phí công đoàn quý II'],
  ['receipt', '05-20', 'cash', 'T-UH', 900_000, 'Ủng hộ đoàn viên khó khăn'],
  ['receipt', '12-05', 'cash', 'T-DP', 1_670_000, 'Thu đoàn phí tháng 12'],
  ['payment', '02-19', 'cash', 'C-TH', 500_000, 'Thăm đoàn viên nằm viện'],
  ['payment', '03-07', 'cash', 'C-QT', 2_550_000, 'Chi quà 8/3'],
  ['payment', '04-22', 'cash', 'C-TH', 1_000_000, 'Viếng thân nhân đoàn viên'],
  ['payment', '06-30', 'bank', 'C-NT', 4_120_000, 'Nộp công đoàn cấp trên'],
  ['payment', '10-16', 'cash', 'C-PT', 1_845_500, 'Hội thi nấu ăn 20/10'],
  ['payment', '12-24', 'cash', 'C-HC', 315_000, 'Văn phòng phẩm'],
];

/** The part of a year, and which of its people are typed. */
export const partOfYear: Year & { readonly known: readonly Person[]; readonly typed: readonly Person[] } = {
  departments: [
    { name: 'Khoa Nội', shortName: 'Nội' },
    { name: 'Khoa Ngoại', shortName: 'Ngoại' },
  ],
  ...{ people, known, typed, events, couples: [], children: [], closings: [], budget: [], care: null },
  campaigns: [
    {
      ...{ key: 'women', name: 'Quà ngày 20/10', occasion: 'vn_womens_day', onDate: `${YEAR}-10-17` },
      values: { women: { cash: 85_000 } },
      choices: [
        {
          ...{ by: 'members', filter: { genders: ['female'] }, category: 'women', householdOnce: true },
          meant: (one) => one.gender === 'female',
        },
      ],
      ...{ others: [], state: 'given', unsigned: 0, exception: null },
    },
  ],
  funds: [{ key: 'own', name: 'Quỹ công đoàn cơ sở', openingCash: 5_250_000, openingBank: 31_400_000 }],
  vouchers: VOUCHERS.map(([kind, day, holding, category, amount, reason], at) => ({
    ...{ key: `voucher-${at + 1}`, fund: 'own', kind, onDate: `${YEAR}-${day}`, holding, category, amount },
    ...{ reason, papers: true, person: null, state: 'numbered' },
    ...{ typedAs: null, corrected: null, campaign: null },
  })),
};
