/**
 * Figures of Party development: people by the step they took in the period; the list behind each names nobody who has a
 * file.
 */
import { one, type Pair } from './indicator';

const PEOPLE: Pair = ['người', 'people'];
const inPeriod = ['members', 'person', 'period'] as const;
const counted = (step: Pair): Pair => [
  `Người có hồ sơ phát triển Đảng mà ngày ${step[0]} chắc chắn nằm trong kỳ; mỗi người tính một lần`,
  `People with a Party development file whose day of ${step[1]} surely lies in the period, each once`,
];

/** Said of every figure of admissions, so that all screens answer alike. */
export const ADMITTED: Pair = [
  'Người có ngày kết nạp chắc chắn nằm trong kỳ, mỗi người tính một lần: theo hồ sơ phát triển Đảng; chưa có hồ sơ thì theo ngày vào Đảng ghi trong hồ sơ đoàn viên',
  'People whose day of admission surely lies in the period, each once: by the Party development file; without one, by the Party date in the member’s record',
];

export const PARTY_INDICATORS = [
  one(
    'party.nominated',
    inPeriod,
    ['Đoàn viên ưu tú giới thiệu cho Đảng', 'Members nominated to the Party'],
    counted(['giới thiệu', 'nomination']),
    PEOPLE,
  ),
  one(
    'party.class',
    inPeriod,
    ['Học lớp nhận thức về Đảng', 'Took the class on the Party'],
    counted(['học lớp', 'the class']),
    PEOPLE,
  ),
  one(
    'party.reviewed',
    inPeriod,
    ['Được chi bộ xét', 'Reviewed by the Party cell'],
    counted(['chi bộ xét', 'review']),
    PEOPLE,
  ),
  one(
    'party.admitted',
    inPeriod,
    ['Đoàn viên ưu tú được kết nạp Đảng', 'Nominated members admitted to the Party'],
    ADMITTED,
    PEOPLE,
  ),
  one(
    'party.official',
    inPeriod,
    ['Được công nhận đảng viên chính thức', 'Made official Party members'],
    counted(['công nhận chính thức', 'becoming official']),
    PEOPLE,
  ),
] as const;
