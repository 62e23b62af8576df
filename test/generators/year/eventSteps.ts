/** The operations that enter an event with who came, what was taught, and who won. */
import { eventKind } from '../../../shared/domain/eventKinds';
import type { Happening, Person } from './facts';
import { departmentKey, ref, step, type Thread, type YearStep } from './step';

const ids = (people: readonly Person[]) => people.map((person) => ref(person.key));

export function audienceOf({ kind, attendance }: Happening): 'members' | 'women' | 'invited' {
  if (attendance.how === 'invited' || attendance.how === 'groups') return 'invited';
  return eventKind(kind).audience === 'women' ? 'women' : 'members';
}

function attendanceSteps(event: Happening): YearStep[] {
  const { attendance } = event;
  const id = ref(event.key);
  if (attendance.how === 'nothing') return [];
  if (attendance.how === 'groups') return groupSteps(event, attendance);
  if (attendance.how === 'invited')
    return [
      step('events.setInvited', { id, add: ids(attendance.invited) }),
      step('events.setPeople', { id, add: ids(attendance.came) }),
      ...absentSteps(event, attendance),
    ];
  if (attendance.how === 'departments')
    return [
      ...attendance.marks.map(({ department, mode, people }) =>
        step('events.setDepartment', {
          ...{ id, departmentId: ref(departmentKey(department)), mode },
          people: people.map((person) => ({ memberId: ref(person.key) })),
        }),
      ),
      ...(attendance.outside.length > 0
        ? [step('events.setPeople', { id, add: ids(attendance.outside) })]
        : []),
    ];
  const said = { source: `Báo cáo về “${event.name}”`, flag: 'exact' as const };
  const counted =
    attendance.how === 'words'
      ? { ...said, value: null, unit: 'person' as const, wording: attendance.wording }
      : {
          ...{ ...said, value: attendance.value, unit: attendance.unit, denominator: attendance.denominator },
          denominatorOn: attendance.denominator === null ? null : event.startsOn,
        };
  return [step('events.setCount', { id, version: ref(`${event.key}.version`), count: counted })];
}

/** Those who were invited and did not come are said so, with a reason. */
function absentSteps(
  event: Happening,
  { invited, came }: { invited: readonly Person[]; came: readonly Person[] },
): YearStep[] {
  const absent = invited.filter((person) => !came.includes(person));
  if (absent.length === 0) return [];
  const reasons = absent.map((person) => ({ memberId: ref(person.key), reason: 'Trực' }));
  return [step('events.setPeople', { id: ref(event.key), reasons })];
}

function groupSteps(
  event: Happening,
  { figure, group }: Extract<Happening['attendance'], { how: 'groups' }>,
): YearStep[] {
  const { key } = event;
  const groupId = ref(`${key}-group`);
  const attendee = (at: number) => `${key}-attendee-${at + 1}`;
  const people = [
    ...group.members.map((person) => ({ memberId: ref(person.key) })),
    ...group.guests.map((name) => ({ name, title: 'Cán bộ', organisation: 'Liên đoàn Lao động tỉnh' })),
  ];
  return [
    step('events.savePlan', { id: ref(key), version: 0, chair: 'Đặng Thị Ước', figure }),
    step('events.saveGroup', { eventId: ref(key), kind: 'own', name: 'Đại biểu' }, groupId.$ref),
    ...people.map((person, at) => step('events.saveAttendee', { groupId, ...person }, attendee(at))),
    ...group.absent.flatMap((absent, at) => [
      step(
        'events.saveSession',
        { eventId: ref(key), name: `Phiên ${at + 1}`, onDay: event.startsOn },
        `${key}-session-${at + 1}`,
      ),
      step('events.markGroup', {
        ...{ id: groupId, sessionId: ref(`${key}-session-${at + 1}`) },
        except: absent.map((place) => ({ attendeeId: ref(attendee(place)), reason: 'Bận' })),
      }),
    ]),
  ];
}

function courseSteps(event: Happening): YearStep[] {
  const eventId = ref(event.key);
  const topics = event.topics?.map((tenths, at) => ({ name: `Chuyên đề ${at + 1}`, tenths, speaker: 0 }));
  if (!topics) return [];
  const speakers = [{ name: 'Nguyễn Hữu Phước', post: 'Phó Trưởng ban Tuyên giáo' }];
  return [
    step('training.save', { eventId, version: 0, topics, speakers }),
    ...(event.certificates ? [step('training.issue', { eventId, issuedOn: event.startsOn })] : []),
  ];
}

function contestSteps(event: Happening): YearStep[] {
  const eventId = ref(event.key);
  if (!event.entries) return [];
  return [
    step('contests.save', {
      eventId,
      version: 0,
      rounds: [{ name: 'Chung kết' }],
      subjects: ['Cá nhân', 'Đội'],
    }),
    ...event.entries.map((entry) =>
      step('contests.saveEntry', {
        ...{ eventId, kind: entry.kind, name: entry.name, subject: entry.kind === 'person' ? 0 : 1 },
        people: entry.people.map((person) => ({ memberId: ref(person.key) })),
        prizes: entry.prize ? [entry.prize] : [],
      }),
    ),
  ];
}

export function eventSteps(event: Happening): Thread {
  const { key, kind, name, startsOn } = event;
  return [
    step(
      'events.create',
      { kind, name, startsOn, audience: audienceOf(event), place: 'Hội trường tầng 3' },
      key,
    ),
    ...attendanceSteps(event),
    ...courseSteps(event),
    ...contestSteps(event),
  ];
}
