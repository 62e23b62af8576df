/** The gift campaigns of the year: 900 gifts for members, children, retired people, departments and others. */
import { ageOn, type Campaign, giftsOf, type Person, YEAR, type Year } from './facts';

const GIFTS = 900;
const FAMILIES = ['Lò', 'Quàng', 'Cà', 'Tòng', 'Vàng', 'Giàng', 'Lường', 'Bạc'];
const GIVEN = ['Ón', 'Pản', 'Sinh', 'Dua', 'Chựa', 'Hặc', 'Piêng', 'Muôn', 'Inh', 'Lả', 'Xôm'];
const neighbours = (count: number, from: number): string[] =>
  Array.from(
    { length: count },
    (_, at) => `${FAMILIES[(at + from) % 8]} Thị ${GIVEN[(at * 3 + from) % 11]} ${from + at}`,
  );

const PLAIN = { others: [], state: 'settled', unsigned: 0, exception: null } as const;

function fixed(year: Pick<Year, 'departments'>): Campaign[] {
  const women = { genders: ['female' as const] };
  return [
    {
      ...PLAIN,
      ...{ key: 'tet', name: 'Quà Tết Ất Tỵ', occasion: 'tet', onDate: `${YEAR}-01-20` },
      values: {
        standard: { cash: 500_000 },
        hard: { cash: 1_000_000 },
        very_hard: { cash: 1_500_000 },
        retired: { cash: 300_000 },
        outsider: { cash: 300_000, kindText: 'Túi quà', kindValue: 200_000 },
      },
      choices: [
        { by: 'members', filter: {}, meant: () => true, category: 'byHardship', householdOnce: false },
        { by: 'outsiders', names: neighbours(10, 1), category: 'retired' },
        { by: 'outsiders', names: neighbours(15, 20), category: 'outsider' },
      ],
      others: [
        { kind: 'above', amount: 40_000_000 },
        { kind: 'employer', amount: 25_000_000 },
        { kind: 'sponsor', amount: 7_500_000 },
      ],
    },
    {
      ...PLAIN,
      ...{ key: 'women', name: 'Quà ngày 8/3', occasion: 'womens_day', onDate: `${YEAR}-03-06` },
      values: { women: { cash: 0, kindText: 'Hộp quà', kindValue: 85_000 } },
      choices: [
        {
          ...{ by: 'members', filter: women, category: 'women', householdOnce: false },
          meant: (person) => person.gender === 'female',
        },
      ],
      others: [{ kind: 'employer', amount: 5_000_000 }],
    },
    {
      ...PLAIN,
      ...{ key: 'children', name: 'Quà 1/6', occasion: 'childrens_day', onDate: `${YEAR}-05-30` },
      values: { child: { cash: 150_000 } },
      choices: [{ by: 'children', under: 16 }],
    },
    {
      ...PLAIN,
      ...{ key: 'policy', name: 'Quà ngày 27/7', occasion: 'invalids_day', onDate: `${YEAR}-07-24` },
      values: { policy: { cash: 500_000 } },
      choices: [{ by: 'outsiders', names: neighbours(14, 40), category: 'policy' }],
      exception: 'Chuyên môn chi thẳng, chứng từ ở phòng Kế toán',
    },
    {
      ...PLAIN,
      ...{ key: 'moon', name: 'Quà Trung thu', occasion: 'mid_autumn', onDate: `${YEAR}-10-02` },
      values: { child: { cash: 0, kindText: 'Hộp bánh', kindValue: 120_000 } },
      choices: [{ by: 'children', under: 12 }],
      state: 'given',
    },
    {
      ...PLAIN,
      ...{ key: 'units', name: 'Quà tập thể cuối năm', occasion: null, onDate: `${YEAR}-12-22` },
      values: { collective: { cash: 1_000_000 }, outsider: { cash: 200_000 } },
      choices: [
        { by: 'departments', departments: year.departments.map((_, at) => at) },
        { by: 'outsiders', names: neighbours(5, 60), category: 'outsider' },
      ],
      state: 'given',
      unsigned: 3,
    },
    {
      ...PLAIN,
      ...{ key: 'homes', name: 'Quà ngày Gia đình', occasion: 'family_day', onDate: `${YEAR}-06-26` },
      values: { standard: { cash: 100_000 } },
      choices: [
        {
          ...{ by: 'members', filter: { ageFrom: 50 }, category: 'standard', householdOnce: true },
          meant: (person) => ageOn(person.birthDate, `${YEAR}-06-26`) >= 50,
        },
      ],
    },
    {
      ...PLAIN,
      ...{ key: 'draft', name: 'Quà Tết Bính Ngọ (dự kiến)', occasion: null, onDate: `${YEAR}-12-29` },
      values: { outsider: { cash: 400_000 } },
      choices: [{ by: 'outsiders', names: neighbours(20, 70), category: 'outsider' }],
      state: 'draft',
    },
  ];
}

/** The campaigns of the year; the last takes so many women that there are 900 gifts in all. */
export function makeCampaigns(
  year: Pick<Year, 'departments' | 'people' | 'couples' | 'children'>,
): Campaign[] {
  const campaigns = fixed(year);
  const onDate = `${YEAR}-10-18`;
  const left = GIFTS - campaigns.reduce((sum, one) => sum + giftsOf(year, one).length, 0);
  const able = (person: Person) =>
    person.gender === 'female' && person.left === null && person.joined < onDate;
  const people = year.people.filter(able).slice(0, left);
  const last: Campaign = {
    ...PLAIN,
    ...{ key: 'named', name: 'Quà ngày 20/10', occasion: 'vn_womens_day', onDate },
    values: { women: { cash: 50_000, kindText: 'Hoa', kindValue: 30_000 } },
    choices: [{ by: 'people', people, category: 'women' }],
  };
  return [...campaigns, last];
}
