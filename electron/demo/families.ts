/** Families of the invented hospital: couples who both work there, children with school results, and a few people entered twice. */
import type { OutputOf } from '../../shared/contract';
import { randomFrom } from './people';
import type { Invoke } from './seed';

type Row = OutputOf<'members.list'>['rows'][number];

const MIDDLE = ['Gia', 'Bảo', 'Minh', 'Khánh', 'Ngọc', 'Tuệ', 'Hải', 'Thảo'];
const GIRLS = ['Anh', 'Chi', 'Hân', 'Linh', 'My', 'Ngân', 'Thư', 'Vy'];
const BOYS = ['Bách', 'Đăng', 'Huy', 'Khang', 'Lâm', 'Nguyên', 'Phúc', 'Quân'];
const OUTSIDERS = [
  'Nông Văn Thành',
  'Đỗ Thị Hạnh',
  'Bùi Quốc Việt',
  'Mai Thị Lụa',
  'Lò Văn Inh',
  'Vũ Thị Nhàn',
];
const WORKS = ['Trường Tiểu học Suối Mơ', 'Công ty may Thanh Lâm', 'làm nông', 'Ủy ban nhân dân xã Suối Mơ'];
const RESULTS = ['excellent', 'good', 'good', 'fair', 'pass'] as const;
const PRIZES = [
  ['Giải Nhì học sinh giỏi môn Toán', 'province'],
  ['Giải Ba Tin học trẻ', 'district'],
  ['Giải Khuyến khích Văn', 'district'],
] as const;
const COUPLES = 14;
const OTHER_FAMILIES = 46;

const birthYear = (row: Row) => Number(row.birthDate?.slice(0, 4) ?? 0);

/** Marriages, children and school results; then three pairs of records of one person. */
export async function seedFamilies(invoke: Invoke, year: number): Promise<void> {
  const random = randomFrom(20261124);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const { rows } = await invoke('members.list', { limit: 500 });
  const people = rows.filter((row) => birthYear(row) > year - 52 && birthYear(row) < year - 26);
  const wives = people.filter((row) => row.gender === 'female');
  const husbands = people.filter((row) => row.gender === 'male');
  const taken = new Set<number>();
  const families: { parents: Row[]; married: number }[] = [];
  for (const wife of wives) {
    if (families.length === COUPLES) break;
    const husband = husbands.find(
      (one) => !taken.has(one.id) && Math.abs(birthYear(one) - birthYear(wife)) <= 4 && random() < 0.4,
    );
    if (!husband) continue;
    const married = Math.max(birthYear(wife) + 24, birthYear(husband) + 24);
    if (married >= year) continue;
    await invoke('members.saveMarriage', {
      memberId: wife.id,
      spouseId: husband.id,
      marriedOn: String(married),
    });
    taken.add(wife.id).add(husband.id);
    families.push({ parents: [husband, wife], married });
  }
  for (const person of people) {
    if (families.length === COUPLES + OTHER_FAMILIES) break;
    if (taken.has(person.id) || random() < 0.5) continue;
    const married = birthYear(person) + 24 + Math.floor(random() * 3);
    await invoke('members.saveMarriage', {
      memberId: person.id,
      spouseName: pick(OUTSIDERS),
      spouseWork: pick(WORKS),
      marriedOn: String(married),
    });
    families.push({ parents: [person], married });
  }
  for (const family of families) {
    const count = random() < 0.25 ? 1 : 2;
    for (let n = 0; n < count; n++) {
      const born = family.married + 1 + n * 3 + Math.floor(random() * 2);
      if (born >= year) continue;
      const girl = random() < 0.5;
      const surname = family.parents[0]!.fullName.split(' ')[0]!;
      const child = await invoke('members.saveChild', {
        parentIds: family.parents.map((parent) => parent.id),
        fullName: `${surname} ${pick(MIDDLE)} ${pick(girl ? GIRLS : BOYS)}`,
        gender: girl ? 'female' : 'male',
        birthDate:
          random() < 0.1
            ? String(born)
            : `${born}-0${1 + Math.floor(random() * 9)}-${10 + Math.floor(random() * 18)}`,
      }).catch(() => null);
      const age = year - 1 - born;
      if (child && age >= 6 && age <= 18) await seedSchool(invoke, child.id, age, year, pick, random);
    }
  }
  await seedTwice(
    invoke,
    people.filter((row) => !taken.has(row.id)),
  );
}

async function seedSchool(
  invoke: Invoke,
  childId: number,
  age: number,
  year: number,
  pick: <T>(list: readonly T[]) => T,
  random: () => number,
): Promise<void> {
  const level = age <= 10 ? 'primary' : age <= 14 ? 'lower' : 'upper';
  const prize = random() < 0.15 ? pick(PRIZES) : null;
  await invoke('members.saveSchoolResult', {
    childId,
    schoolYear: year - 1,
    level,
    className: `${age - 5}${pick(['A', 'B', 'C'])}`,
    school: `Trường ${{ primary: 'Tiểu học', lower: 'THCS', upper: 'THPT' }[level]} Suối Mơ`,
    result: pick(RESULTS),
    prize: prize?.[0] ?? null,
    prizeLevel: prize?.[1] ?? null,
  });
}

/** The same person entered again with less: as lists from two departments give them. */
async function seedTwice(invoke: Invoke, people: readonly Row[]): Promise<void> {
  const women = people.filter(
    (row) => row.gender === 'female' && row.birthDate?.length === 10 && row.position === null,
  );
  for (const at of [3, 9, 15]) {
    const [real, again] = [women[at], women[at + 40]];
    if (!real || !again || real.birthDate === null) continue;
    const { fields } = await invoke('members.get', { id: real.id });
    const other = await invoke('members.get', { id: again.id });
    const [year, month, day] = real.birthDate.split('-');
    await invoke('members.update', {
      ...other.fields,
      id: again.id,
      version: other.version,
      fullName: at === 9 ? real.fullName.replace(/ \S+ /, ' ') : real.fullName,
      birthDate: at === 3 ? (year ?? null) : at === 15 ? `${year}-${month}-${day}` : real.birthDate,
      jobTitle: fields.jobTitle,
      education: fields.education,
      hireDate: null,
      unionJoinDate: null,
      phone: at === 3 ? fields.phone : null,
      idNumber: null,
      idDate: null,
      idPlace: null,
      note: 'Ghi theo danh sách của tổ',
      change: { how: 'correct' },
    });
  }
}
