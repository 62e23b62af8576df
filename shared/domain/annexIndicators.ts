/** Figures of the statistical annex about people, groups and events, and those that are only typed in. */
import { ANNEX_SUMS } from './annexSums';
import { type IndicatorUnit, one, type Pair } from './indicator';

const MEMBERS: Pair = ['đoàn viên', 'members'];
const PEOPLE: Pair = ['người', 'people'];
const TURNS: Pair = ['lượt', 'turns'];
const DONG: Pair = ['đồng', 'đồng'];
const NONE: Pair = ['', ''];
/** What no record of the product tells. */
const TYPED: Pair = [
  'Hồ sơ trong sổ không cho biết; nhập tay kèm nguồn',
  'No record tells it; typed in with its source',
];

const moved = <I extends string>(id: I, label: Pair, facts: Pair) =>
  one(`members.${id}`, ['members', 'member', 'period'], label, facts, MEMBERS);
const MOVES = [
  moved(
    'transferredIn',
    ['Đoàn viên chuyển đến', 'Members transferred in'],
    [
      'Đoàn viên có việc chuyển đến ghi trong lịch sử, ngày chắc chắn nằm trong kỳ; mỗi người một lần',
      'Members whose history tells of a transfer in, on a day surely in the period; each once',
    ],
  ),
  moved(
    'transferredOut',
    ['Đoàn viên chuyển đi', 'Members transferred out'],
    [
      'Đoàn viên đang sinh hoạt rồi chuyển đi trong kỳ; mỗi người một lần',
      'Active members who were transferred out in the period; each once',
    ],
  ),
  moved(
    'retired',
    ['Đoàn viên nghỉ hưu', 'Members who retired'],
    [
      'Đoàn viên đang sinh hoạt rồi nghỉ hưu trong kỳ; mỗi người một lần',
      'Active members who retired in the period; each once',
    ],
  ),
  moved(
    'leftUnion',
    ['Đoàn viên thôi tham gia công đoàn', 'Members who left the union'],
    [
      'Đoàn viên đang sinh hoạt rồi xin thôi, nghỉ việc trong kỳ; mỗi người một lần',
      'Active members who left the union or the office in the period; each once',
    ],
  ),
  moved(
    'lost',
    ['Đoàn viên bị khai trừ, qua đời', 'Members expelled or dead'],
    [
      'Đoàn viên đang sinh hoạt rồi bị khai trừ hoặc qua đời trong kỳ; mỗi người một lần',
      'Active members who were expelled or died in the period; each once',
    ],
  ),
] as const;

/** Steps of schooling the annex counts; unknown is told apart. */
export const EDUCATION_LEVELS = [
  'postgraduate',
  'university',
  'college',
  'intermediate',
  'other',
  'unknown',
] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];
const EDUCATION_NAMES: Record<EducationLevel, Pair> = {
  postgraduate: ['Trình độ sau đại học', 'Education: postgraduate'],
  university: ['Trình độ đại học', 'Education: university'],
  college: ['Trình độ cao đẳng', 'Education: college'],
  intermediate: ['Trình độ trung cấp', 'Education: intermediate'],
  other: ['Trình độ khác', 'Education: other'],
  unknown: ['Chưa ghi trình độ', 'Education not recorded'],
};
const EDUCATION = EDUCATION_LEVELS.map((level) =>
  one<`members.education.${EducationLevel}`>(
    `members.education.${level}`,
    ['members', 'member', 'asOf'],
    EDUCATION_NAMES[level],
    [
      'Đoàn viên đang sinh hoạt trong ngày tính, xếp theo ô trình độ: thạc sĩ, tiến sĩ, chuyên khoa là sau đại học',
      'Active members of the day by their education; masters, doctors and specialists are postgraduates',
    ],
    MEMBERS,
  ),
);

/** The level a written education stands for; what is not known by its words is 'other'. */
export function educationLevel(folded: string): EducationLevel {
  if (folded === '') return 'unknown';
  if (
    /sau dai hoc|thac s|tien s|chuyen khoa|(^| )ck ?(i|ii|1|2)( |$)|noi tru|(^| )(ths|ts|ck1|ck2)( |$)/.test(
      folded,
    )
  )
    return 'postgraduate';
  if (/dai hoc|cu nhan|ky su|(^| )dh( |$)|bac s/.test(folded)) return 'university';
  if (/cao dang|(^| )cd( |$)/.test(folded)) return 'college';
  return /trung cap|trung hoc chuyen nghiep|(^| )(tc|thcn)( |$)/.test(folded) ? 'intermediate' : 'other';
}

/** Classes a union group may be given at the year's end. */
export const GROUP_CLASSES = ['excellent', 'good', 'done', 'failed'] as const;
export type GroupClass = (typeof GROUP_CLASSES)[number];
const CLASS_NAMES: Record<GroupClass, Pair> = {
  excellent: ['Tổ công đoàn hoàn thành xuất sắc nhiệm vụ', 'Union groups: outstanding'],
  good: ['Tổ công đoàn hoàn thành tốt nhiệm vụ', 'Union groups: good'],
  done: ['Tổ công đoàn hoàn thành nhiệm vụ', 'Union groups: done'],
  failed: ['Tổ công đoàn không hoàn thành nhiệm vụ', 'Union groups: failed'],
};
const CLASSES = GROUP_CLASSES.map((code) =>
  one<`organisation.class.${GroupClass}`>(
    `organisation.class.${code}`,
    ['organisation', 'unit', 'period'],
    CLASS_NAMES[code],
    [
      'Tổ công đoàn có kết quả xếp loại của năm có giữa năm (30/6) nằm trong kỳ; chưa xếp loại thì chưa có số liệu',
      'Union groups classed in the year whose middle (30 June) lies in the period; not known while none is classed',
    ],
    ['tổ công đoàn', 'union groups'],
  ),
);

const EVENTS = [
  one(
    'events.festivals',
    ['events', 'event', 'period'],
    ['Hội thi, hội thao, văn nghệ', 'Contests, sports, arts'],
    [
      'Hội thi, hội thao, hội diễn văn nghệ bắt đầu chắc chắn trong kỳ; cuộc thi trực tuyến không tính',
      'Contests, sports days and performances that surely began in the period; online contests are left out',
    ],
    ['cuộc', 'events'],
  ),
  one(
    'events.festivalTurns',
    ['events', 'turn', 'period'],
    ['Lượt tham gia hội thi, hội thao, văn nghệ', 'Turns: contests, sports, arts'],
    ['Cộng số người dự của từng cuộc', 'Participations of each, added as turns'],
    TURNS,
  ),
  one(
    'events.onlineRate',
    ['events', 'percent', 'period'],
    ['Tỷ lệ đoàn viên dự thi trực tuyến', 'Share of members in online contests'],
    [
      'Đoàn viên dự / đoàn viên trong ngày chốt, cộng các cuộc thi trực tuyến đã ghi mẫu số; cuộc chưa có mẫu số không tính',
      'Members taking part / members on the day, of the online contests whose whole is recorded; others are left out',
    ],
    NONE,
  ),
] as const;

const typed = <I extends string>(
  id: I,
  area: 'organisation' | 'events' | 'awards',
  [unit, kind]: readonly [IndicatorUnit, 'asOf' | 'period'],
  label: Pair,
  noun: Pair = NONE,
) => one(id, [area, unit, kind], label, TYPED, noun);
const TYPED_ONLY = [
  typed(
    'organisation.staffFemale',
    'organisation',
    ['person', 'asOf'],
    ['Nữ trong số cán bộ, công chức, viên chức, lao động', 'Women among the staff'],
    PEOPLE,
  ),
  typed(
    'events.bloodUnits',
    'events',
    ['blood', 'period'],
    ['Đơn vị máu hiến được', 'Units of blood given'],
    ['đơn vị máu', 'units of blood'],
  ),
  typed(
    'events.excursionMoney',
    'events',
    ['money', 'period'],
    ['Tiền tham quan, nghỉ dưỡng', 'Money of excursions'],
    DONG,
  ),
  typed(
    'events.resolutionStudy',
    'events',
    ['percent', 'period'],
    ['Tỷ lệ học tập nghị quyết', 'Share who studied resolutions'],
  ),
  typed(
    'events.conduct',
    'events',
    ['percent', 'period'],
    [
      'Tỷ lệ đăng ký quy tắc ứng xử, đổi mới phong cách phục vụ',
      'Share registered for the code of conduct and manner of service',
    ],
  ),
  typed(
    'awards.womenRegistered',
    'awards',
    ['percent', 'period'],
    ['Nữ đăng ký Giỏi việc nước – đảm việc nhà', 'Women registered: good at work, capable at home'],
  ),
] as const;
/** Indicators that only a typed figure can give. */
export const TYPED_INDICATORS = TYPED_ONLY.map(({ id }) => id);

const MEMBERS_MORE = [
  ...MOVES,
  one(
    'members.ethnic',
    ['members', 'member', 'asOf'],
    ['Đoàn viên là người dân tộc thiểu số', 'Members of ethnic minorities'],
    [
      'Đoàn viên đang sinh hoạt có ghi dân tộc, không phải Kinh; ô dân tộc phải được bật',
      'Active members whose ethnic group is recorded and is not Kinh; the field must be switched on',
    ],
    MEMBERS,
  ),
  one(
    'organisation.staff',
    ['organisation', 'person', 'asOf'],
    ['Tổng số cán bộ, công chức, viên chức, lao động', 'Staff'],
    [
      'Số lao động ghi ở trang Tổ chức, bản có hiệu lực trong ngày tính',
      'Number of staff on the Organisation page on the day',
    ],
    PEOPLE,
  ),
] as const;

export const ANNEX_INDICATORS = [
  ...MEMBERS_MORE,
  ...EDUCATION,
  ...CLASSES,
  ...EVENTS,
  ...ANNEX_SUMS,
  ...TYPED_ONLY,
] as const;
