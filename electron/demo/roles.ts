/** Who works where in the invented hospital, and who may lead what; and people whose story begins early enough. */
import type { OutputOf } from '../../shared/contract';
import { DEPARTMENTS } from './people';

export type Row = OutputOf<'members.list'>['rows'][number];
type Title = readonly [title: string, education: string, share: number];

const NURSE = ['Điều dưỡng', 'Cao đẳng'] as const;
const DOCTOR = ['Bác sĩ', 'Đại học'] as const;
const SPECIALIST = ['Bác sĩ chuyên khoa I', 'Sau đại học'] as const;
const MIDWIFE = ['Hộ sinh', 'Cao đẳng'] as const;
const LABORATORY = ['Kỹ thuật viên xét nghiệm', 'Cao đẳng'] as const;
const PHARMACIST = ['Dược sĩ', 'Đại học'] as const;
const ASSISTANT = ['Y sĩ', 'Trung cấp'] as const;
const ACCOUNTANT = ['Kế toán viên', 'Đại học'] as const;
const OFFICIAL = ['Chuyên viên', 'Đại học'] as const;
const ORDERLY = ['Hộ lý', 'Trung cấp'] as const;

const WARD: readonly Title[] = [
  [...NURSE, 0.52],
  [...DOCTOR, 0.2],
  [...SPECIALIST, 0.1],
  [...ASSISTANT, 0.1],
  [...ORDERLY, 0.08],
];
const MATERNITY: readonly Title[] = [
  [...MIDWIFE, 0.55],
  [...NURSE, 0.13],
  [...DOCTOR, 0.16],
  [...SPECIALIST, 0.1],
  [...ORDERLY, 0.06],
];
const DIAGNOSTICS: readonly Title[] = [
  [...LABORATORY, 0.62],
  [...DOCTOR, 0.16],
  [...SPECIALIST, 0.1],
  [...NURSE, 0.12],
];
const PREVENTION: readonly Title[] = [
  [...ASSISTANT, 0.35],
  [...DOCTOR, 0.25],
  [...SPECIALIST, 0.1],
  [...LABORATORY, 0.15],
  [...OFFICIAL, 0.15],
];
const STATION: readonly Title[] = [
  [...ASSISTANT, 0.4],
  [...NURSE, 0.2],
  [...DOCTOR, 0.2],
  [...MIDWIFE, 0.2],
];
const OFFICE: readonly Title[] = [
  [...OFFICIAL, 0.85],
  [...ORDERLY, 0.15],
];
const PLANNING: readonly Title[] = [
  [...DOCTOR, 0.35],
  [...SPECIALIST, 0.2],
  [...OFFICIAL, 0.25],
  [...NURSE, 0.2],
];
const POPULATION: readonly Title[] = [
  [...OFFICIAL, 0.6],
  [...ASSISTANT, 0.4],
];

/** Titles of each department of DEPARTMENTS with their shares. */
const TITLES: readonly (readonly Title[])[] = [
  WARD,
  WARD,
  WARD,
  MATERNITY,
  WARD,
  DIAGNOSTICS,
  [[...PHARMACIST, 1]],
  PREVENTION,
  PREVENTION,
  OFFICE,
  PLANNING,
  [[...NURSE, 1]],
  [[...ACCOUNTANT, 1]],
  POPULATION,
  STATION,
  STATION,
  STATION,
  STATION,
];

/** The title whose share of the department's posts covers `roll`, in [0, 1), fit for the person. */
export function titleIn(
  department: number,
  roll: number,
  person: { female: boolean; age: number },
): { jobTitle: string; education: string } {
  let below = 0;
  let found: Title = TITLES[department]![0]!;
  for (const title of TITLES[department]!) {
    found = title;
    below += title[2];
    if (roll < below) break;
  }
  const [jobTitle, education] =
    found[0] === MIDWIFE[0] && !person.female
      ? ASSISTANT
      : found[0] === SPECIALIST[0] && person.age < 32
        ? DOCTOR
        : found;
  return { jobTitle, education };
}

export const departmentOf = (row: Pick<Row, 'department'>): number =>
  DEPARTMENTS.findIndex((one) => one.name === row.department);

/** Whether somebody of this title can work in a department. */
export const worksIn = (department: number, jobTitle: string | null): boolean =>
  TITLES[department]!.some(([title]) => title === jobTitle);

/** Titles of a department, the most common first. */
export const titlesOf = (department: number): readonly string[] =>
  TITLES[department]!.map(([title]) => title);

const DOCTORS: readonly string[] = [SPECIALIST[0], DOCTOR[0]];
const NURSES: readonly string[] = [NURSE[0], MIDWIFE[0], LABORATORY[0]];

/** Posts of a department, the highest first, with the titles of those who may hold them, the best first. */
export function postsOf(department: number): readonly { post: string; titles: readonly string[] }[] {
  const kind = DEPARTMENTS[department]!.name.split(' ')[0];
  const staff = TITLES[department]!.map(([title]) => title).filter((title) => title !== ORDERLY[0]);
  const lead = staff.includes(SPECIALIST[0]) ? DOCTORS : staff.includes(DOCTOR[0]) ? [DOCTOR[0]] : staff;
  if (kind === 'Trạm') return [{ post: 'Trưởng trạm', titles: [...lead, ASSISTANT[0]] }];
  if (kind === 'Phòng') {
    const head = { post: 'Trưởng phòng', titles: lead };
    return DEPARTMENTS[department]!.size > 10 ? [head, { post: 'Phó Trưởng phòng', titles: staff }] : [head];
  }
  const posts = [
    { post: 'Trưởng khoa', titles: lead },
    { post: 'Phó Trưởng khoa', titles: lead },
  ];
  const nurses = NURSES.filter((title) => staff.includes(title));
  const third = staff.includes(NURSE[0]) ? 'Điều dưỡng trưởng' : 'Kỹ thuật viên trưởng';
  return nurses.length > 0 ? [...posts, { post: third, titles: nurses }] : posts;
}

/** Those who were members before a day (ISO), known to be. */
export const joinedBefore = (rows: readonly Row[], day: string): Row[] =>
  rows.filter((row) => row.unionJoinDate !== null && row.unionJoinDate < day);

/** The same people in an order that has nothing to do with their names; always the same one. */
export const mixed = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => ((a.id * 7919) % 1009) - ((b.id * 7919) % 1009) || a.id - b.id);
