/** Figures of inspection and of women's work: planned, held, found, mended (domain.md 2.2, lines 5.1 and 5.3). */
import { one, type Pair } from './indicator';

const SESSIONS: Pair = ['cuộc', 'sessions'];
const FINDINGS: Pair = ['kiến nghị', 'findings'];
const period = ['inspection', 'event', 'period'] as const;
const cases = ['inspection', 'case', 'period'] as const;

const planned = <I extends string>(id: I, label: Pair): ReturnType<typeof one<I>> =>
  one(
    id,
    period,
    label,
    [
      'Việc trong kế hoạch năm, không kể họp, có tháng chắc chắn nằm trong kỳ',
      'Sessions of the yearly plan, meetings apart, whose month surely lies in the period',
    ],
    SESSIONS,
  );
const held = <I extends string>(id: I, label: Pair, formula: Pair): ReturnType<typeof one<I>> =>
  one(id, period, label, formula, SESSIONS);
const ofTopic = (what: Pair): Pair => [
  `Cuộc ${what[0]} đã ghi, có ngày trong kỳ`,
  `Recorded ${what[1]} held in the period`,
];

export const INSPECTION_INDICATORS = [
  held(
    'inspection.meetings',
    ['Họp ủy ban kiểm tra', 'Meetings of the inspection committee'],
    ofTopic(['họp', 'meetings']),
  ),
  planned('inspection.planned', ['Cuộc kiểm tra, giám sát theo kế hoạch', 'Inspections planned']),
  held(
    'inspection.held',
    ['Cuộc kiểm tra, giám sát đã làm', 'Inspections held'],
    [
      'Mọi cuộc đã ghi có ngày trong kỳ, không kể họp, cộng hoạt động kiểm tra chưa gắn vào cuộc nào',
      'All sessions held in the period, meetings apart, and events of inspection no session is linked to',
    ],
  ),
  held(
    'inspection.charter',
    ['Kiểm tra chấp hành Điều lệ', 'Inspections of the Charter'],
    ofTopic(['kiểm tra chấp hành Điều lệ', 'inspections of the Charter']),
  ),
  held(
    'inspection.finance',
    ['Kiểm tra tài chính', 'Inspections of finance'],
    ofTopic(['kiểm tra tài chính', 'inspections of finance']),
  ),
  held('inspection.supervision', ['Giám sát', 'Supervision'], ofTopic(['giám sát', 'supervision'])),
  one(
    'inspection.findings',
    cases,
    ['Kiến nghị sau kiểm tra', 'Findings of inspections'],
    ['Kiến nghị của các cuộc có ngày trong kỳ', 'Findings of the sessions of the period'],
    FINDINGS,
  ),
  one(
    'inspection.mended',
    cases,
    ['Kiến nghị đã khắc phục', 'Findings mended'],
    [
      'Kiến nghị của các cuộc trong kỳ đã khắc phục đến ngày cuối kỳ',
      'Findings of the sessions of the period mended by its last day',
    ],
    FINDINGS,
  ),
  one(
    'inspection.open',
    cases,
    ['Kiến nghị chưa khắc phục', 'Findings not mended'],
    [
      'Kiến nghị của các cuộc trong kỳ chưa khắc phục đến ngày cuối kỳ',
      'Findings of the sessions of the period not mended by its last day',
    ],
    FINDINGS,
  ),
  held(
    'women.meetings',
    ['Họp ban nữ công', 'Meetings of the women’s committee'],
    ofTopic(['họp', 'meetings']),
  ),
  planned('women.planned', ['Hoạt động nữ công theo kế hoạch', 'Women’s activities planned']),
  held(
    'women.held',
    ['Hoạt động nữ công đã làm', 'Women’s activities held'],
    [
      'Mọi hoạt động đã ghi có ngày trong kỳ, không kể họp',
      'All activities held in the period, meetings apart',
    ],
  ),
] as const;
