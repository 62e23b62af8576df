/**
 * The catalogue of figures (chỉ tiêu, số liệu). Every figure the product prints is one of these, computed in the
 * repository of its area by one query for the value and one for the records behind it, so that no figure is counted
 * twice or differently. A figure that is not known is null, never 0.
 */
import { AGREEMENT_INDICATORS } from './agreementIndicators';
import { ANNEX_INDICATORS } from './annexIndicators';
import { CARE_INDICATORS } from './careIndicators';
import {
  EVENT_CATEGORIES,
  EVENT_KIND_CODES,
  type EventCategory,
  type EventKindCode,
  eventKind,
} from './eventKinds';

import { type Indicator, one, type Pair } from './indicator';
import { INSPECTION_INDICATORS } from './inspectionIndicators';
import { MONEY_INDICATORS } from './moneyIndicators';
import { MOVEMENT_INDICATORS } from './movementIndicators';
import { OPINION_INDICATORS } from './opinionIndicators';
import { ADMITTED, PARTY_INDICATORS } from './partyIndicators';

export type { Indicator, IndicatorKind, IndicatorRecord, IndicatorUnit, Period } from './indicator';

const MEMBERS: Pair = ['đoàn viên', 'members'];
const NONE: Pair = ['', ''];
const ofMembers = ['members', 'member', 'asOf'] as const;
const inPeriod = ['members', 'member', 'period'] as const;
const missing = <F extends string>(field: F, what: Pair) =>
  one(
    `members.without.${field}`,
    ofMembers,
    [`Đoàn viên chưa có ${what[0]}`, `Members without ${what[1]}`],
    [`Đoàn viên đang sinh hoạt mà ô ${what[0]} còn trống`, `Active members whose ${what[1]} is empty`],
    MEMBERS,
  );

const MEMBER_INDICATORS = [
  one(
    'members.active',
    ofMembers,
    ['Đoàn viên đang sinh hoạt', 'Active members'],
    [
      'Người có tên trong sổ và đang sinh hoạt trong ngày tính',
      'People in the register who are active on the day',
    ],
    MEMBERS,
  ),
  one(
    'members.female',
    ofMembers,
    ['Đoàn viên nữ', 'Women'],
    ['Đoàn viên đang sinh hoạt là nữ', 'Active members who are women'],
    MEMBERS,
  ),
  one(
    'members.male',
    ofMembers,
    ['Đoàn viên nam', 'Men'],
    ['Đoàn viên đang sinh hoạt là nam', 'Active members who are men'],
    MEMBERS,
  ),
  one(
    'members.joined',
    inPeriod,
    ['Đoàn viên kết nạp trong kỳ', 'Members who joined'],
    [
      'Người có ngày vào công đoàn chắc chắn nằm trong kỳ',
      'People whose union joining date surely lies in the period',
    ],
    MEMBERS,
  ),
  one(
    'members.left',
    inPeriod,
    ['Đoàn viên thôi sinh hoạt trong kỳ', 'Members who left'],
    [
      'Người được ghi chuyển đi, nghỉ hưu, thôi … trong kỳ',
      'People recorded as transferred, retired, left … in the period',
    ],
    MEMBERS,
  ),
  one(
    'members.party',
    ofMembers,
    ['Đảng viên trong đoàn viên', 'Party members'],
    ['Đoàn viên đang sinh hoạt ghi là đảng viên', 'Active members recorded as Party members'],
    MEMBERS,
  ),
  one(
    'members.partyJoined',
    inPeriod,
    ['Đoàn viên được kết nạp Đảng trong kỳ', 'Members admitted to the Party'],
    ADMITTED,
    MEMBERS,
  ),
  missing('cardNo', ['số thẻ', 'card number']),
  missing('birthDate', ['ngày sinh', 'birth date']),
  missing('gender', ['giới tính', 'sex']),
  missing('department', ['khoa, phòng', 'department']),
  missing('unionJoinDate', ['ngày vào công đoàn', 'union joining date']),
  one(
    'members.incomplete',
    ofMembers,
    ['Hồ sơ còn thiếu', 'Incomplete records'],
    [
      'Đoàn viên đang sinh hoạt còn thiếu một trong: ngày sinh, giới tính, khoa phòng, ngày vào công đoàn, số thẻ',
      'Active members without one of: birth date, sex, department, joining date, card number',
    ],
    MEMBERS,
  ),
  one(
    'members.completeness',
    ['members', 'percent', 'asOf'],
    ['Tỷ lệ hồ sơ đầy đủ', 'Complete records'],
    [
      'Đoàn viên đủ ngày sinh, giới tính, khoa phòng, ngày vào công đoàn, số thẻ / đoàn viên đang sinh hoạt',
      'Members with birth date, sex, department, joining date and card number / active members',
    ],
    NONE,
  ),
  one(
    'members.gatherRate',
    ['members', 'percent', 'asOf'],
    ['Tỷ lệ tập hợp đoàn viên', 'Membership rate'],
    [
      'Đoàn viên đang sinh hoạt / số lao động ghi ở trang Tổ chức',
      'Active members / number of staff on the Organisation page',
    ],
    NONE,
  ),
] as const;

const ORGANISATION_INDICATORS = [
  one(
    'organisation.departments',
    ['organisation', 'unit', 'asOf'],
    ['Khoa, phòng', 'Departments'],
    ['Khoa, phòng đang hoạt động trong ngày tính', 'Departments open on the day'],
    ['khoa, phòng', 'departments'],
  ),
  one(
    'organisation.groups',
    ['organisation', 'unit', 'asOf'],
    ['Tổ công đoàn', 'Union groups'],
    ['Tổ công đoàn đang hoạt động trong ngày tính', 'Union groups open on the day'],
    ['tổ công đoàn', 'union groups'],
  ),
  one(
    'organisation.sections',
    ['organisation', 'unit', 'asOf'],
    ['Công đoàn bộ phận', 'Union sections'],
    ['Công đoàn bộ phận đang hoạt động trong ngày tính', 'Union sections open on the day'],
    ['công đoàn bộ phận', 'union sections'],
  ),
  one(
    'organisation.unions',
    ['organisation', 'unit', 'asOf'],
    ['Công đoàn trực thuộc', 'Affiliated unions'],
    [
      'Công đoàn bộ phận và tổ công đoàn đang mở trong ngày tính',
      'Union sections and groups open on the day',
    ],
    ['đơn vị', 'units'],
  ),
  one(
    'organisation.unionsActive',
    ['organisation', 'unit', 'asOf'],
    ['Công đoàn trực thuộc hoạt động', 'Affiliated unions at work'],
    [
      'Công đoàn bộ phận và tổ công đoàn đang mở, có đoàn viên sinh hoạt trong ngày tính',
      'Union sections and groups open on the day and with active members',
    ],
    ['đơn vị', 'units'],
  ),
] as const;

const EVENT_FORMULA: Pair = [
  'Hoạt động ghi trong sổ, bắt đầu chắc chắn trong kỳ',
  'Recorded events that surely began in the period',
];
const EVENT_TOTALS = [
  one('events.all', ['events', 'event', 'period'], ['Hoạt động trong kỳ', 'Events'], EVENT_FORMULA, [
    'hoạt động',
    'events',
  ]),
  one(
    'events.turns',
    ['events', 'turn', 'period'],
    ['Lượt tham gia', 'Turns'],
    [
      'Cộng số người dự của từng hoạt động đã ghi người dự',
      'Participations of all events that have them recorded, added as turns',
    ],
    ['lượt', 'turns'],
  ),
  one(
    'events.unrecorded',
    ['events', 'event', 'period'],
    ['Hoạt động chưa ghi người dự', 'Events without participation'],
    [
      'Hoạt động trong kỳ chưa có danh sách hay số người dự',
      'Events of the period without a list or a count',
    ],
    ['hoạt động', 'events'],
  ),
] as const;

const CATEGORY_NAMES: Record<EventCategory, Pair> = {
  meeting: ['Hội họp', 'Meetings'],
  learning: ['Tập huấn, tuyên truyền', 'Training and communication'],
  contest: ['Cuộc thi, hội thi', 'Contests'],
  culture: ['Văn hóa, thể thao, ngày lễ', 'Culture, sport, days'],
  care: ['Chăm lo', 'Care'],
  oversight: ['Kiểm tra, giám sát, đối thoại', 'Oversight and dialogue'],
  other: ['Hoạt động khác', 'Other events'],
};
type OfCategory<C extends string = EventCategory> = `events.group.${C}`;
type OfKind<C extends string = EventKindCode> = `events.kind.${C}`;
type TurnsOf<C extends string = EventKindCode> = `events.turnsOf.${C}`;

const CATEGORY_INDICATORS = EVENT_CATEGORIES.map((category) =>
  one<OfCategory>(
    `events.group.${category}`,
    ['events', 'event', 'period'],
    CATEGORY_NAMES[category],
    EVENT_FORMULA,
    ['hoạt động', 'events'],
  ),
);
const KIND_INDICATORS = EVENT_KIND_CODES.map((code) => {
  const { name, nameEn, noun } = eventKind(code);
  return one<OfKind>(`events.kind.${code}`, ['events', 'event', 'period'], [name, nameEn], EVENT_FORMULA, [
    noun[0]!.toLocaleLowerCase('vi') + noun.slice(1),
    'events',
  ]);
});
const TURN_INDICATORS = EVENT_KIND_CODES.map((code) => {
  const { name, nameEn } = eventKind(code);
  return one<TurnsOf>(
    `events.turnsOf.${code}`,
    ['events', 'turn', 'period'],
    [`Lượt tham gia: ${name}`, `Turns: ${nameEn}`],
    [
      'Cộng số người dự của từng hoạt động loại này',
      'Participations of the events of this kind, added as turns',
    ],
    ['lượt', 'turns'],
  );
});

const AWARD_FORMULA: Pair = [
  'Dòng khen thưởng của các quyết định ký trong kỳ',
  'Recipients of the award decisions dated in the period',
];
const AWARD_INDICATORS = [
  one('awards.all', ['awards', 'award', 'period'], ['Khen thưởng trong kỳ', 'Awards'], AWARD_FORMULA, [
    'khen thưởng',
    'awards',
  ]),
  one(
    'awards.collective',
    ['awards', 'collective', 'period'],
    ['Tập thể được khen', 'Collectives awarded'],
    AWARD_FORMULA,
    ['tập thể', 'collectives'],
  ),
  one(
    'awards.individual',
    ['awards', 'individual', 'period'],
    ['Cá nhân được khen', 'Individuals awarded'],
    AWARD_FORMULA,
    ['cá nhân', 'individuals'],
  ),
  one(
    'awards.household',
    ['awards', 'household', 'period'],
    ['Gia đình được khen', 'Households awarded'],
    AWARD_FORMULA,
    ['gia đình', 'households'],
  ),
  one(
    'awards.upper',
    ['awards', 'award', 'period'],
    ['Khen thưởng từ cấp tỉnh, ngành trở lên', 'Awards from province or sector level up'],
    [
      'Khen thưởng hệ công đoàn do cấp tỉnh, ngành, Tổng Liên đoàn tặng trong kỳ',
      'Union awards of the period given at province, sector or confederation level',
    ],
    ['khen thưởng', 'awards'],
  ),
  one(
    'awards.movement',
    ['awards', 'award', 'period'],
    ['Khen phong trào thi đua', 'Awards of movements'],
    [
      'Khen thưởng trong kỳ về lao động giỏi – lao động sáng tạo, xanh – sạch – đẹp, văn hóa thể thao',
      'Awards of the period for good and creative labour, green – clean – beautiful, culture and sport',
    ],
    ['khen thưởng', 'awards'],
  ),
  one(
    'awards.women',
    ['awards', 'award', 'period'],
    ['Giỏi việc nước – đảm việc nhà', 'Good at work, capable at home'],
    ['Khen thưởng trong kỳ về giỏi việc nước – đảm việc nhà', 'Awards of the period for women’s work'],
    ['khen thưởng', 'awards'],
  ),
  one(
    'awards.initiative',
    ['awards', 'award', 'period'],
    ['Sáng kiến, lao động sáng tạo', 'Initiatives'],
    [
      'Bằng Lao động sáng tạo và khen thưởng sáng kiến trong kỳ',
      'Creative labour diplomas and initiative awards of the period',
    ],
    ['khen thưởng', 'awards'],
  ),
] as const;

type FixedIndicator =
  | (typeof MEMBER_INDICATORS)[number]
  | (typeof ORGANISATION_INDICATORS)[number]
  | (typeof EVENT_TOTALS)[number]
  | (typeof AWARD_INDICATORS)[number]
  | (typeof MOVEMENT_INDICATORS)[number]
  | (typeof INSPECTION_INDICATORS)[number]
  | (typeof PARTY_INDICATORS)[number]
  | (typeof CARE_INDICATORS)[number]
  | (typeof OPINION_INDICATORS)[number]
  | (typeof AGREEMENT_INDICATORS)[number]
  | (typeof MONEY_INDICATORS)[number]
  | (typeof ANNEX_INDICATORS)[number];
/** Every id of the catalogue. */
export type IndicatorId = FixedIndicator['id'] | OfCategory | OfKind | TurnsOf;

/** The catalogue, in the order pickers show it. */
export const INDICATORS: readonly (Indicator & { readonly id: IndicatorId })[] = [
  ...MEMBER_INDICATORS,
  ...PARTY_INDICATORS,
  ...ORGANISATION_INDICATORS,
  ...EVENT_TOTALS,
  ...CATEGORY_INDICATORS,
  ...KIND_INDICATORS,
  ...TURN_INDICATORS,
  ...AWARD_INDICATORS,
  ...MOVEMENT_INDICATORS,
  ...INSPECTION_INDICATORS,
  ...CARE_INDICATORS,
  ...OPINION_INDICATORS,
  ...AGREEMENT_INDICATORS,
  ...MONEY_INDICATORS,
  ...ANNEX_INDICATORS,
];
export const INDICATOR_IDS = INDICATORS.map((indicator) => indicator.id) as [IndicatorId, ...IndicatorId[]];

const byId = new Map<string, Indicator & { readonly id: IndicatorId }>(
  INDICATORS.map((each) => [each.id, each]),
);

/** The indicator of an id. */
export function indicatorOf(id: IndicatorId): Indicator & { readonly id: IndicatorId } {
  const found = byId.get(id);
  if (!found) throw new Error(`unknown indicator: ${id}`);
  return found;
}

export const isIndicatorId = (id: string): id is IndicatorId => byId.has(id);
