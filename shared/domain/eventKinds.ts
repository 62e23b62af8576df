/**
 * Kinds of event (loại hoạt động) an office records: domain.md 6.4. Review criteria, the dashboard and report text
 * name events by these codes, so a code never changes its meaning.
 */

/** Groups of kinds, in the order lists show them. */
export const EVENT_CATEGORIES = [
  'meeting',
  'learning',
  'contest',
  'culture',
  'care',
  'oversight',
  'other',
] as const;
export type EventCategory = (typeof EVENT_CATEGORIES)[number];

/** How it was held: on site (trực tiếp), online (trực tuyến), both. */
export const EVENT_MODES = ['onsite', 'online', 'both'] as const;

/** Whom an event is for; decides the list that a rate is taken against. */
export const EVENT_AUDIENCES = ['members', 'women', 'officers', 'invited'] as const;
export type EventAudience = (typeof EVENT_AUDIENCES)[number];

export interface EventKind {
  readonly code: string;
  /** Vietnamese name. */
  readonly name: string;
  readonly nameEn: string;
  readonly category: EventCategory;
  /** Whom events of this kind are usually for. */
  readonly audience: EventAudience;
  /** Subject of the report sentence: "Cuộc thi có …". */
  readonly noun: string;
  readonly nounEn: string;
}

const kind = <C extends string>(
  code: C,
  category: EventCategory,
  [name, nameEn]: readonly [string, string],
  [noun, nounEn]: readonly [string, string],
  audience: EventAudience = 'members',
) => ({ code, name, nameEn, category, audience, noun, nounEn });

const MEETING = ['Cuộc họp', 'The meeting'] as const;
const CONFERENCE = ['Hội nghị', 'The conference'] as const;
const CONTEST = ['Cuộc thi', 'The contest'] as const;
const ACTIVITY = ['Hoạt động', 'The activity'] as const;

export const EVENT_KINDS = [
  kind('committee_meeting', 'meeting', ['Họp ban chấp hành', 'Committee meeting'], MEETING, 'invited'),
  kind('group_meeting', 'meeting', ['Họp tổ công đoàn', 'Union group meeting'], MEETING),
  kind(
    'staff_conference',
    'meeting',
    ['Hội nghị cán bộ, công chức, viên chức', 'Staff conference'],
    CONFERENCE,
  ),
  kind('year_review', 'meeting', ['Hội nghị sơ kết, tổng kết', 'Review conference'], CONFERENCE),
  kind('congress', 'meeting', ['Đại hội', 'Congress'], ['Đại hội', 'The congress'], 'invited'),
  kind('training', 'learning', ['Tập huấn', 'Training'], ['Lớp tập huấn', 'The training'], 'officers'),
  kind(
    'communication',
    'learning',
    ['Tuyên truyền, phổ biến', 'Communication session'],
    ['Buổi tuyên truyền', 'The session'],
  ),
  kind('online_contest', 'contest', ['Cuộc thi trực tuyến', 'Online contest'], CONTEST),
  kind('contest', 'contest', ['Hội thi', 'Contest'], ['Hội thi', 'The contest']),
  kind(
    'sports',
    'culture',
    ['Hội thao, giải thể thao', 'Sports festival'],
    ['Hội thao', 'The sports festival'],
  ),
  kind('arts', 'culture', ['Văn nghệ', 'Arts performance'], ['Hội diễn văn nghệ', 'The performance']),
  kind('womens_day', 'culture', ['Ngày 8/3', 'Women’s Day, 8 March'], ACTIVITY, 'women'),
  kind(
    'vietnamese_womens_day',
    'culture',
    ['Ngày 20/10', 'Vietnamese Women’s Day, 20 October'],
    ACTIVITY,
    'women',
  ),
  kind(
    'doctors_day',
    'culture',
    ['Ngày Thầy thuốc Việt Nam 27/2', 'Vietnamese Doctors’ Day, 27 February'],
    ACTIVITY,
  ),
  kind('union_day', 'culture', ['Ngày thành lập Công đoàn 28/7', 'Union founding day, 28 July'], ACTIVITY),
  kind('workers_month', 'care', ['Tháng Công nhân', 'Workers’ Month'], ACTIVITY),
  kind('childrens_day', 'care', ['Tết Thiếu nhi 1/6', 'Children’s Day, 1 June'], ACTIVITY),
  kind('mid_autumn', 'care', ['Tết Trung thu', 'Mid-Autumn Festival'], ACTIVITY),
  kind(
    'invalids_day',
    'care',
    ['Ngày Thương binh, Liệt sĩ 27/7', 'War Invalids and Martyrs Day, 27 July'],
    ACTIVITY,
  ),
  kind('tet', 'care', ['Tết Sum vầy', 'Tet reunion'], ACTIVITY),
  kind('visit', 'care', ['Thăm hỏi', 'Visit'], ['Đợt thăm hỏi', 'The visits'], 'invited'),
  kind('blood_donation', 'care', ['Hiến máu', 'Blood donation'], ['Đợt hiến máu', 'The blood donation']),
  kind('excursion', 'care', ['Tham quan, nghỉ dưỡng', 'Excursion'], ['Chuyến tham quan', 'The excursion']),
  kind('housing', 'care', ['Mái ấm Công đoàn', 'Union shelter'], ACTIVITY, 'invited'),
  kind('union_meal', 'care', ['Bữa cơm Công đoàn', 'Union meal'], ['Bữa cơm Công đoàn', 'The union meal']),
  kind('health_check', 'care', ['Khám sức khỏe', 'Health check'], ['Đợt khám sức khỏe', 'The health check']),
  kind(
    'inspection',
    'oversight',
    ['Kiểm tra của ủy ban kiểm tra', 'Inspection by the inspection committee'],
    ['Cuộc kiểm tra', 'The inspection'],
    'invited',
  ),
  kind(
    'supervision',
    'oversight',
    ['Giám sát, Thanh tra nhân dân', 'Supervision, people’s inspectorate'],
    ['Cuộc giám sát', 'The supervision'],
    'invited',
  ),
  kind('dialogue', 'oversight', ['Đối thoại', 'Workplace dialogue'], ['Cuộc đối thoại', 'The dialogue']),
  kind('other', 'other', ['Hoạt động khác', 'Other activity'], ACTIVITY),
] as const satisfies readonly EventKind[];
export type EventKindCode = (typeof EVENT_KINDS)[number]['code'];
export const EVENT_KIND_CODES = EVENT_KINDS.map((one) => one.code) as [EventKindCode, ...EventKindCode[]];

/** Who organises (cấp tổ chức), highest first. */
export const ORGANISER_LEVELS = [
  'confederation',
  'sector',
  'province',
  'commune',
  'grassroots',
  'group',
  'employer',
] as const;
export type OrganiserLevel = (typeof ORGANISER_LEVELS)[number];

/** The kind behind a code; an unknown code is "other". */
export function eventKind(code: string): EventKind {
  return EVENT_KINDS.find((one) => one.code === code) ?? EVENT_KINDS[EVENT_KINDS.length - 1]!;
}
