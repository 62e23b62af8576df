/** Figures of emulation movements: launched, registrations, results; people and units apart. */
import { one, type Pair } from './indicator';

const UNITS: Pair = ['đơn vị', 'units'];
const PEOPLE: Pair = ['người', 'people'];
const registered = (who: Pair): Pair => [
  `${who[0]} đã đăng ký thi đua; ngày đăng ký, nếu chưa ghi thì ngày phát động, chắc chắn nằm trong kỳ`,
  `${who[1]} that registered; the day of registering, or else of launching, surely lies in the period`,
];
const results = (who: Pair): Pair => [
  `${who[0]} có kết quả ghi là đạt; ngày ghi nhận, nếu chưa ghi thì ngày tổng kết, chắc chắn nằm trong kỳ`,
  `${who[1]} recorded as having achieved it; the day of the result, or else of the sum-up, surely lies in the period`,
];

export const MOVEMENT_INDICATORS = [
  one(
    'movements.launched',
    ['awards', 'movement', 'period'],
    ['Phong trào thi đua phát động', 'Movements launched'],
    [
      'Phong trào có ngày phát động chắc chắn nằm trong kỳ',
      'Movements whose day of launching surely lies in the period',
    ],
    ['phong trào', 'movements'],
  ),
  one(
    'movements.unitsRegistered',
    ['awards', 'unit', 'period'],
    ['Đơn vị đăng ký thi đua', 'Units registered in movements'],
    registered(['Khoa, phòng, tổ', 'Departments and groups']),
    UNITS,
  ),
  one(
    'movements.peopleRegistered',
    ['awards', 'person', 'period'],
    ['Người đăng ký thi đua', 'People registered in movements'],
    registered(['Người, mỗi phong trào tính một lần,', 'People, once in each movement,']),
    PEOPLE,
  ),
  one(
    'movements.unitsAchieved',
    ['awards', 'unit', 'period'],
    ['Đơn vị đạt phong trào thi đua', 'Units that achieved a movement'],
    results(['Khoa, phòng, tổ', 'Departments and groups']),
    UNITS,
  ),
  one(
    'movements.peopleAchieved',
    ['awards', 'person', 'period'],
    ['Người đạt phong trào thi đua', 'People who achieved a movement'],
    results(['Người, mỗi phong trào tính một lần,', 'People, once in each movement,']),
    PEOPLE,
  ),
] as const;
