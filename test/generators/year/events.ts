/** Sixty events of the year: lists by department, people invited, counts from reports, courses, contests, sessions. */
import type { EventKindCode } from '../../../shared/domain/eventKinds';
import type { Random } from '../people';
import {
  type Attendance,
  activeOn,
  type DepartmentMark,
  departmentOn,
  type Entry,
  type Happening,
  type Person,
  YEAR,
} from './facts';

/** Members an event of the kind is for on a day. */
export const meantOn = (people: readonly Person[], kind: EventKindCode, day: string): Person[] =>
  people.filter(
    (person) =>
      activeOn(person, day) &&
      (!['womens_day', 'vietnamese_womens_day'].includes(kind) || person.gender === 'female'),
  );

const BY_LIST: readonly [EventKindCode, string, string][] = [
  ['staff_conference', 'Hội nghị cán bộ, công chức, viên chức', '01-15'],
  ['tet', 'Tết Sum vầy', '01-22'],
  ['doctors_day', 'Gặp mặt ngày Thầy thuốc Việt Nam', '02-27'],
  ['womens_day', 'Tọa đàm ngày 8/3', '03-07'],
  ['communication', 'Phổ biến Luật Công đoàn', '03-26'],
  ['blood_donation', 'Hiến máu nhân đạo', '04-08'],
  ['workers_month', 'Phát động Tháng Công nhân', '05-06'],
  ['sports', 'Hội thao chào mừng ngày 1/5', '05-14'],
  ['health_check', 'Khám sức khỏe định kỳ', '06-11'],
  ['year_review', 'Sơ kết sáu tháng đầu năm', '07-09'],
  ['union_day', 'Kỷ niệm ngày thành lập Công đoàn', '07-28'],
  ['communication', 'Nói chuyện chuyên đề an toàn lao động', '08-20'],
  ['dialogue', 'Đối thoại tại nơi làm việc', '09-10'],
  ['vietnamese_womens_day', 'Hội thi nấu ăn ngày 20/10', '10-17'],
  ['arts', 'Hội diễn văn nghệ', '11-14'],
  ['group_meeting', 'Sinh hoạt tổ công đoàn quý I', '03-19'],
  ['group_meeting', 'Sinh hoạt tổ công đoàn quý II', '06-18'],
  ['group_meeting', 'Sinh hoạt tổ công đoàn quý III', '09-17'],
  ['group_meeting', 'Sinh hoạt tổ công đoàn quý IV', '12-17'],
  ['year_review', 'Tổng kết công tác công đoàn', '12-24'],
];
const INVITED: readonly [EventKindCode, string, string][] = [
  ['committee_meeting', 'Họp Ban Chấp hành quý I', '03-14'],
  ['committee_meeting', 'Họp Ban Chấp hành quý II', '06-13'],
  ['committee_meeting', 'Họp Ban Chấp hành quý III', '09-12'],
  ['inspection', 'Kiểm tra tài chính sáu tháng', '07-15'],
  ['supervision', 'Giám sát chế độ trực', '10-08'],
  ['visit', 'Thăm đoàn viên ở trạm y tế xã', '04-23'],
  ['excursion', 'Tham quan học tập', '08-27'],
  ['union_meal', 'Bữa cơm Công đoàn', '05-21'],
];
const COUNTED: readonly [
  EventKindCode,
  string,
  string,
  number,
  'member' | 'person' | 'turn',
  number | null,
][] = [
  ['online_contest', 'Thi trực tuyến tìm hiểu Điều lệ', '02-19', 217, 'member', 302],
  ['online_contest', 'Thi trực tuyến an toàn giao thông', '06-04', 249, 'member', 250],
  ['online_contest', 'Thi trực tuyến 12 điều y đức', '11-05', 180, 'member', 308],
  ['communication', 'Phát thanh tuyên truyền tháng 3', '03-31', 640, 'turn', null],
  ['communication', 'Phát thanh tuyên truyền tháng 6', '06-30', 715, 'turn', null],
  ['communication', 'Phát thanh tuyên truyền tháng 9', '09-30', 698, 'turn', null],
  ['communication', 'Phát thanh tuyên truyền tháng 12', '12-30', 701, 'turn', null],
  ['childrens_day', 'Vui Tết Thiếu nhi', '06-01', 160, 'person', null],
  ['mid_autumn', 'Đêm hội Trăng rằm', '10-03', 214, 'person', null],
  ['invalids_day', 'Thắp nến tri ân', '07-26', 95, 'person', null],
  ['health_check', 'Khám bệnh miễn phí ở bản', '09-20', 420, 'turn', null],
  ['excursion', 'Về nguồn', '04-29', 46, 'person', null],
  ['sports', 'Giải bóng chuyền cụm', '10-25', 24, 'member', null],
  ['housing', 'Khởi công nhà Mái ấm Công đoàn', '08-13', 18, 'person', null],
];

function byDepartments(people: readonly Person[], day: string, random: Random): Attendance {
  const departments = new Map<number, Person[]>();
  for (const person of people) {
    const at = departmentOn(person, day);
    departments.set(at, [...(departments.get(at) ?? []), person]);
  }
  const marks = [...departments].flatMap(([department, all]): DepartmentMark[] => {
    const mode = random.pick(['all', 'all', 'except', 'except', 'only', 'none', null] as const);
    if (mode === null) return [];
    const some = random.shuffle(all).slice(0, Math.min(all.length, random.int(1, 4)));
    return [{ department, mode, people: mode === 'except' || mode === 'only' ? some : [] }];
  });
  return { how: 'departments', marks, outside: [] };
}

function invited(people: readonly Person[], random: Random, most = 24): Attendance {
  const chosen = random.shuffle(people).slice(0, random.int(9, most));
  return { how: 'invited', invited: chosen, came: chosen.filter(() => random.chance(0.85)) };
}

function meeting(people: readonly Person[], random: Random, figure: 'people' | 'turns'): Attendance {
  const members = random.shuffle(people).slice(0, 14);
  const guests = ['Lò Thị Inh', 'Phan Quốc Trị', 'Bạc Cầm Thắng'];
  const places = members.length + guests.length;
  const absent = [0, 1].map(() =>
    Array.from({ length: places }, (_, at) => at).filter(() => random.chance(0.2)),
  );
  return { how: 'groups', figure, group: { members, guests, absent } };
}

function entries(people: readonly Person[], random: Random): Entry[] {
  const chosen = random.shuffle(people);
  const prizes = [
    { rank: 'first', money: 1_000_000 },
    { rank: 'second', money: 700_000 },
    { rank: 'third', money: 500_000 },
  ] as const;
  const single = chosen
    .slice(0, 12)
    .map(
      (person, at): Entry => ({ kind: 'person', name: null, people: [person], prize: prizes[at] ?? null }),
    );
  const teams = [0, 1].map(
    (at): Entry => ({
      kind: 'team',
      name: `Đội số ${at + 1}`,
      people: chosen.slice(8 + at * 6, 14 + at * 6),
      prize: at === 0 ? { rank: 'first', money: 1_500_000 } : null,
    }),
  );
  return [...single, ...teams];
}

/** The events of the year, 60 of them. */
export function makeEvents(people: readonly Person[], random: Random): Happening[] {
  const events: Omit<Happening, 'key'>[] = [];
  const add = (
    kind: EventKindCode,
    name: string,
    day: string,
    more: Omit<Happening, 'key' | 'kind' | 'name' | 'startsOn'>,
  ) => events.push({ kind, name, startsOn: `${YEAR}-${day}`, ...more });
  const on = (day: string, kind: EventKindCode = 'other') => meantOn(people, kind, `${YEAR}-${day}`);
  for (const [kind, name, day] of BY_LIST)
    add(kind, name, day, { attendance: byDepartments(on(day, kind), `${YEAR}-${day}`, random) });
  for (const [kind, name, day] of INVITED) add(kind, name, day, { attendance: invited(on(day), random) });
  for (const [kind, name, day, value, unit, denominator] of COUNTED)
    add(kind, name, day, { attendance: { how: 'count', value, unit, denominator } });
  for (const [at, day] of ['04-16', '06-25', '08-06', '10-29', '11-26'].entries())
    add('training', `Tập huấn cán bộ công đoàn đợt ${at + 1}`, day, {
      attendance: invited(on(day), random, 40),
      topics: [20, 15, 10].slice(0, 1 + (at % 3)),
      certificates: at !== 2,
    });
  for (const [at, day] of ['05-28', '09-24', '12-03'].entries())
    add(
      'contest',
      ['Hội thi tay nghề điều dưỡng', 'Hội thi cầu lông', 'Hội thi cán bộ công đoàn giỏi'][at]!,
      day,
      {
        attendance: invited(on(day), random, 40),
        entries: entries(on(day), random),
      },
    );
  for (const [at, day] of ['02-12', '05-27', '08-29', '12-10'].entries())
    add(at === 3 ? 'congress' : 'committee_meeting', `Hội nghị Ban Chấp hành mở rộng lần ${at + 1}`, day, {
      attendance: meeting(on(day), random, at === 1 ? 'turns' : 'people'),
    });
  for (const [name, day] of [
    ['Ủng hộ vùng lũ', '09-29'],
    ['Trồng cây đầu năm', '02-05'],
  ] as const)
    add('other', name, day, { attendance: { how: 'words', wording: 'hàng trăm' } });
  for (const [at, day] of ['01-20', '04-30', '07-18', '11-28'].entries())
    add('other', `Hoạt động chưa có danh sách ${at + 1}`, day, { attendance: { how: 'nothing' } });
  return events.map((event, at) => withOutsiders({ key: `event-${at + 1}`, ...event }, people));
}

/** Two of the events had people who are not on the list: they had retired before. */
function withOutsiders(event: Happening, people: readonly Person[]): Happening {
  if (event.attendance.how !== 'departments' || !['union_day', 'arts'].includes(event.kind)) return event;
  const outside = people.filter((one) => one.left?.status === 'retired' && one.left.on <= event.startsOn);
  return { ...event, attendance: { ...event.attendance, outside } };
}
