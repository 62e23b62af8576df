/** The invented hospital's history: moves, new titles, people who left, discipline and absence. */
import { DEPARTMENTS } from './people';
import { departmentOf, joinedBefore, mixed, postsOf, type Row, titlesOf, worksIn } from './roles';
import type { Invoke } from './seed';

/** People who are not active any more, with what became of them. */
const FORMER = [
  {
    fullName: 'Hà Thị Mến',
    birthDate: '1969-02-11',
    gender: 'female',
    kind: 'retired',
    years: 1,
    month: '03-01',
  },
  {
    fullName: 'Quàng Văn Păn',
    birthDate: '1964-08-30',
    gender: 'male',
    kind: 'retired',
    years: 2,
    month: '09-01',
  },
  {
    fullName: 'Đoàn Thị Lụa',
    birthDate: '1968-12-05',
    gender: 'female',
    kind: 'retired',
    years: 3,
    month: '01-01',
  },
  {
    fullName: 'Giàng A Chỉnh',
    birthDate: '1986-04-17',
    gender: 'male',
    kind: 'transferredOut',
    years: 1,
    month: '06-15',
    place: 'CĐCS Bệnh viện Đa khoa tỉnh Thanh Lâm',
  },
  {
    fullName: 'Mai Thị Thùy Dương',
    birthDate: '1990-10-02',
    gender: 'female',
    kind: 'transferredOut',
    years: 2,
    month: '02-01',
    place: 'CĐCS Sở Y tế tỉnh Thanh Lâm',
  },
  {
    fullName: 'Tạ Quốc Khải',
    birthDate: '1992-06-21',
    gender: 'male',
    kind: 'left',
    years: 1,
    month: '10-31',
  },
  {
    fullName: 'Cầm Văn Hặc',
    birthDate: '1971-03-09',
    gender: 'male',
    kind: 'died',
    years: 2,
    month: '11-12',
  },
] as const;

/** Through operations, like an officer's own entries. Needs the departments and members to be there. */
export async function seedHistory(invoke: Invoke, year: number, today: string): Promise<void> {
  const units = (await invoke('organisation.units', {})).rows;
  const departments = DEPARTMENTS.map((one) => units.find((unit) => unit.name === one.name)!.id);
  const groups = units.filter((unit) => unit.kind === 'group').map((unit) => unit.id);
  const { rows } = await invoke('members.list', { limit: 500 });
  const moved = await seedMoves(invoke, rows, { departments, groups }, year);
  await seedHeads(
    invoke,
    rows.filter((row) => !moved.has(row.id)),
    year,
  );
  await seedFormer(invoke, departments, groups, year);
  await seedLeave(invoke, rows, year, today);
  await seedDisciplines(invoke, rows, year);
}

/** Moves people to another department their title fits, long after they came. Answers who was moved. */
async function seedMoves(
  invoke: Invoke,
  rows: readonly Row[],
  places: { departments: readonly number[]; groups: readonly number[] },
  year: number,
): Promise<Set<number>> {
  const people = mixed(joinedBefore(rows, `${year - 3}`)).filter((_, at) => at % 22 === 7);
  const moves = people.flatMap((row, at) => {
    const from = departmentOf(row);
    const fitting = DEPARTMENTS.map((_, to) => to).filter((to) => to !== from && worksIn(to, row.jobTitle));
    const to = fitting[(at * 5) % Math.max(1, fitting.length)];
    if (to === undefined) return [];
    const onDate = `${year - 2 + (at % 3)}-0${1 + (at % 9)}-01`;
    const decision = {
      decisionNo: `${112 + at}/QĐ-TTYT`,
      decisionDate: onDate,
      reason: 'Điều động nội bộ',
    };
    const move = { memberId: row.id, onDate };
    return [
      { ...move, kind: 'department' as const, to: places.departments[to]!, ...decision },
      { ...move, kind: 'group' as const, to: places.groups[to]! },
    ];
  });
  const nurse = rows.find((row) => row.jobTitle === 'Điều dưỡng' && departmentOf(row) === 0)!;
  await invoke('members.recordMoves', { moves });
  await invoke('members.recordMoves', {
    moves: [
      {
        memberId: nurse.id,
        kind: 'department',
        to: places.departments[3]!,
        onDate: `${year + 1}-01-01`,
        decisionNo: '305/QĐ-TTYT',
      },
    ],
  });
  return new Set([nurse.id, ...moves.map((move) => move.memberId)]);
}

/** Every department has its head, the larger ones a deputy and a head nurse: of those who came years before. */
async function seedHeads(invoke: Invoke, rows: readonly Row[], year: number): Promise<void> {
  const elders = mixed(joinedBefore(rows, `${year - 6}`));
  const anybody = mixed(joinedBefore(rows, `${year - 1}`));
  const taken = new Set<number>();
  for (const department of DEPARTMENTS.keys())
    for (const [at, { post, titles }] of postsOf(department).entries()) {
      const best = (from: readonly Row[], fit: readonly string[]) => {
        const free = from.filter((row) => departmentOf(row) === department && !taken.has(row.id));
        return fit.flatMap((title) => free.filter((row) => row.jobTitle === title))[0];
      };
      const elder = best(elders, titles);
      const person =
        elder ?? best(anybody, titles) ?? (at === 0 ? best(anybody, titlesOf(department)) : undefined);
      if (!person) continue;
      taken.add(person.id);
      await invoke('members.saveFact', {
        memberId: person.id,
        kind: 'position',
        value: post,
        onDate: `${elder ? year - 1 - (department % 4) : year}-0${1 + ((department + at) % 9)}-15`,
        decisionNo: `${40 + department * 3 + at}/QĐ-SYT`,
      });
    }
}

async function seedFormer(
  invoke: Invoke,
  departments: readonly number[],
  groups: readonly number[],
  year: number,
): Promise<void> {
  for (const [at, { fullName, birthDate, gender, ...went }] of FORMER.entries()) {
    const place = (at * 3) % departments.length;
    const { id } = await invoke('members.create', {
      fullName,
      birthDate,
      gender,
      departmentId: departments[place]!,
      groupId: groups[place]!,
      unionJoinDate: `${Number(birthDate.slice(0, 4)) + 25}-05`,
    });
    await invoke('members.saveFact', {
      memberId: id,
      kind: went.kind,
      onDate: `${year - went.years}-${went.month}`,
      place: 'place' in went ? went.place : null,
      decisionNo: went.kind === 'died' ? null : `${61 + at}/QĐ-TTYT`,
    });
  }
}

const LEAVE = [
  { kind: 'maternity', from: '03-02', to: '08-31', ago: 0, days: null, note: null },
  { kind: 'sick', from: '05-11', to: '05-22', ago: 0, days: 10, note: 'Có giấy ra viện' },
  { kind: 'study', from: '09-08', to: null, ago: 1, days: null, note: 'Chuyên khoa I' },
  { kind: 'unpaid', from: '07-06', to: '07-31', ago: 0, days: null, note: null },
] as const;

/** Whom an absence can befall: maternity young women, specialist studies young doctors. */
const MAY: Partial<Record<(typeof LEAVE)[number]['kind'], (row: Row, age: number) => boolean>> = {
  maternity: (row, age) => row.gender === 'female' && age >= 24 && age <= 40,
  study: (row, age) => row.jobTitle === 'Bác sĩ' && age <= 45,
};

async function seedLeave(invoke: Invoke, rows: readonly Row[], year: number, today: string): Promise<void> {
  const people = mixed(joinedBefore(rows, `${year - 2}`));
  const away = new Set<number>();
  for (const { kind, from, to, ago, days, note } of LEAVE) {
    const fromDate = `${year - ago}-${from}`;
    if (fromDate > today) continue;
    const age = (row: Row) => year - Number(row.birthDate?.slice(0, 4) ?? 0);
    const fit = people.filter((row) => !away.has(row.id) && (MAY[kind]?.(row, age(row)) ?? true));
    for (const row of fit.filter((_, at) => at % 3 === 1).slice(0, 3)) {
      away.add(row.id);
      const toDate = to && `${year - ago}-${to}`;
      await invoke('members.saveAbsence', { memberId: row.id, kind, fromDate, toDate, days, note });
    }
  }
}

async function seedDisciplines(invoke: Invoke, rows: readonly Row[], year: number): Promise<void> {
  const [first, second] = mixed(joinedBefore(rows, `${year - 4}`)).slice(60);
  await invoke('members.saveDiscipline', {
    memberId: first!.id,
    side: 'employer',
    form: 'reprimand',
    onDate: `${year - 1}-04-18`,
    effectUntil: `${year}-04-17`,
    decisionNo: '57/QĐ-TTYT',
    reason: 'Bỏ trực không báo',
  });
  await invoke('members.saveDiscipline', {
    memberId: second!.id,
    side: 'employer',
    form: 'warning',
    onDate: `${year}-02-26`,
    effectUntil: `${year + 1}-02-25`,
    decisionNo: '21/QĐ-TTYT',
    reason: 'Vi phạm quy chế chuyên môn',
  });
}
