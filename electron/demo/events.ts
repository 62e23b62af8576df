/** Three invented years of union work, recorded as an officer would: by departments, by names, or as a count. */
import type { InputOf } from '../../shared/contract';
import { eventKind } from '../../shared/domain/eventKinds';
import { randomFrom } from './people';
import { joinedBefore, mixed } from './roles';
import type { Invoke } from './seed';

type Kind = InputOf<'events.create'>['kind'];
/** departments: most came, some excused; women: the same of the women; count: a number only; none: not recorded. */
type Taken =
  | 'departments'
  | 'few'
  | { count: number; unit: 'member' | 'person' | 'turn'; of?: number }
  | 'none';

interface Planned {
  day: string;
  kind: Kind;
  name: string;
  taken: Taken;
  place?: string;
  level?: InputOf<'events.create'>['organiserLevel'];
  online?: boolean;
}

const HALL = 'Hội trường tầng 3';
const CALENDAR: readonly Planned[] = [
  {
    day: '01-09',
    kind: 'staff_conference',
    name: 'Hội nghị viên chức, người lao động năm {năm}',
    taken: 'departments',
    place: HALL,
  },
  {
    day: '01-16',
    kind: 'committee_meeting',
    name: 'Họp Ban Chấp hành quý I',
    taken: 'few',
    place: 'Phòng họp 2',
  },
  { day: '02-03', kind: 'tet', name: 'Tết Sum vầy {năm}', taken: 'departments', place: 'Sân trung tâm' },
  {
    day: '02-26',
    kind: 'doctors_day',
    name: 'Gặp mặt Ngày Thầy thuốc Việt Nam 27/2',
    taken: 'departments',
    place: HALL,
  },
  {
    day: '03-07',
    kind: 'womens_day',
    name: 'Tọa đàm Ngày Quốc tế Phụ nữ 8/3',
    taken: 'departments',
    place: HALL,
  },
  { day: '03-20', kind: 'supervision', name: 'Giám sát thực hiện chế độ trực, phụ cấp', taken: 'few' },
  {
    day: '04-10',
    kind: 'committee_meeting',
    name: 'Họp Ban Chấp hành quý II',
    taken: 'few',
    place: 'Phòng họp 2',
  },
  {
    day: '04-18',
    kind: 'training',
    name: 'Tập huấn nghiệp vụ cho tổ trưởng, tổ phó công đoàn',
    taken: 'few',
    place: HALL,
  },
  {
    day: '05-12',
    kind: 'workers_month',
    name: 'Tháng Công nhân: khám sức khỏe và tư vấn dinh dưỡng',
    taken: { count: 212, unit: 'turn' },
  },
  {
    day: '05-22',
    kind: 'sports',
    name: 'Hội thao công đoàn ngành Y tế',
    taken: { count: 64, unit: 'person' },
    level: 'sector',
  },
  {
    day: '05-30',
    kind: 'childrens_day',
    name: 'Tặng quà con đoàn viên Ngày 1/6',
    taken: { count: 168, unit: 'turn' },
  },
  {
    day: '06-14',
    kind: 'blood_donation',
    name: 'Hiến máu “Giọt hồng tri ân”',
    taken: { count: 57, unit: 'person' },
    level: 'province',
  },
  {
    day: '07-01',
    kind: 'online_contest',
    name: 'Thi trực tuyến tìm hiểu Nghị quyết Đại hội Công đoàn',
    taken: { count: 218, unit: 'member', of: 320 },
    level: 'province',
    online: true,
  },
  {
    day: '07-10',
    kind: 'committee_meeting',
    name: 'Họp Ban Chấp hành quý III',
    taken: 'few',
    place: 'Phòng họp 2',
  },
  {
    day: '07-24',
    kind: 'year_review',
    name: 'Sơ kết 6 tháng đầu năm {năm}',
    taken: 'departments',
    place: HALL,
  },
  { day: '08-07', kind: 'inspection', name: 'Kiểm tra chấp hành Điều lệ ở các tổ công đoàn', taken: 'few' },
  {
    day: '08-21',
    kind: 'communication',
    name: 'Tuyên truyền Luật Công đoàn và quy tắc ứng xử',
    taken: 'departments',
    place: HALL,
  },
  {
    day: '09-12',
    kind: 'mid_autumn',
    name: 'Vui Tết Trung thu cùng con đoàn viên',
    taken: { count: 240, unit: 'turn' },
  },
  {
    day: '09-25',
    kind: 'dialogue',
    name: 'Đối thoại định kỳ giữa Giám đốc và đoàn viên',
    taken: 'departments',
    place: HALL,
  },
  {
    day: '10-09',
    kind: 'committee_meeting',
    name: 'Họp Ban Chấp hành quý IV',
    taken: 'few',
    place: 'Phòng họp 2',
  },
  {
    day: '10-18',
    kind: 'vietnamese_womens_day',
    name: 'Hội thi nấu ăn chào mừng 20/10',
    taken: { count: 96, unit: 'person' },
  },
  {
    day: '10-30',
    kind: 'excursion',
    name: 'Tham quan, nghỉ dưỡng cho đoàn viên xuất sắc',
    taken: { count: 42, unit: 'person' },
  },
  {
    day: '11-14',
    kind: 'communication',
    name: 'Phổ biến Luật Bảo vệ dữ liệu cá nhân',
    taken: 'none',
    place: HALL,
  },
  {
    day: '12-18',
    kind: 'year_review',
    name: 'Tổng kết hoạt động công đoàn năm {năm}',
    taken: 'departments',
    place: HALL,
  },
];

const EXCUSES = ['ốm', 'thai sản', 'trực', 'công tác'] as const;

/** Records the calendar of three years up to `today` (ISO date). */
export async function seedEvents(invoke: Invoke, year: number, today: string): Promise<void> {
  const random = randomFrom(year);
  for (const y of [year - 2, year - 1, year])
    for (const planned of CALENDAR) {
      const day = `${y}-${planned.day}`;
      if (day > today) continue;
      const { id, version } = await invoke('events.create', {
        kind: planned.kind,
        name: planned.name.replaceAll('{năm}', String(y)),
        mode: planned.online ? 'online' : 'onsite',
        startsOn: day,
        startsAt: planned.place ? '14:00' : null,
        place: planned.place ?? null,
        organiserLevel: planned.level ?? 'grassroots',
        audience: planned.taken === 'few' ? 'invited' : eventKind(planned.kind).audience,
      });
      await seedParticipation(invoke, { id, version, day, taken: planned.taken, random });
    }
}

async function seedParticipation(
  invoke: Invoke,
  event: { id: number; version: number; day: string; taken: Taken; random: () => number },
): Promise<void> {
  const { id, taken, random } = event;
  if (taken === 'none') return;
  if (typeof taken === 'object') {
    const denominator = taken.of === undefined ? {} : { denominator: taken.of, denominatorOn: event.day };
    await invoke('events.setCount', {
      id,
      version: event.version,
      count: {
        value: taken.count,
        unit: taken.unit,
        source: 'Báo cáo kết quả của ban tổ chức',
        ...denominator,
      },
    });
    return;
  }
  const { departments } = await invoke('events.attendance', { id });
  if (taken === 'few') return seedFew(invoke, event);
  for (const department of departments) {
    const { rows } = await invoke('events.participants', {
      id,
      department: department.departmentId ?? 'none',
      limit: 200,
    });
    const absent = rows.filter(() => random() < 0.12);
    await invoke('events.setDepartment', {
      id,
      departmentId: department.departmentId,
      mode: absent.length === 0 ? 'all' : 'except',
      people: absent.map((person, i) => ({
        memberId: person.memberId,
        reason: EXCUSES[i % EXCUSES.length] ?? null,
      })),
    });
  }
}

/** A meeting of the committee or a small group: the same nine people, one of them sometimes away. */
async function seedFew(
  invoke: Invoke,
  { id, day, random }: { id: number; day: string; random: () => number },
): Promise<void> {
  const { rows } = await invoke('members.list', { limit: 500 });
  const officers = mixed(joinedBefore(rows, `${Number(day.slice(0, 4)) - 6}`))
    .slice(0, 9)
    .map((person) => person.id);
  await invoke('events.setInvited', { id, add: officers, remove: [] });
  await invoke('events.setPeople', { id, add: officers.filter(() => random() < 0.92), remove: [] });
}
