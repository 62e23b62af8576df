/** Three years of Party development: those the register knows as admitted, and those still on their way. */
import type { InputOf } from '../../shared/contract';
import { addDays, addMonths } from '../../shared/domain/dateMath';
import { PARTY_STAGES } from '../../shared/domain/party';
import { joinedBefore, mixed, type Row } from './roles';
import type { Invoke } from './seed';

type Step = InputOf<'party.create'>['steps'][number];

const CELL = 'NQ-CB';
const COMMITTEE = 'QĐ-ĐU';

/** Months from admission at which each step is taken. */
const PACE = { nominated: -16, class: -11, reviewed: -2, admitted: 0, official: 12 } as const;

/** Steps around a day of admission, as far as they have been taken. */
function stepsAround(admitted: string, today: string, at: number): Step[] {
  return PARTY_STAGES.map((stage): Step => {
    const onDate = stage === 'admitted' ? admitted : addDays(addMonths(admitted, PACE[stage]), (at * 5) % 13);
    const number = String(((at * 17 + PACE[stage] * 3 + 80) % 90) + 4).padStart(2, '0');
    const paper =
      stage === 'reviewed' ? CELL : stage === 'admitted' || stage === 'official' ? COMMITTEE : null;
    return { stage, onDate, decisionNo: paper && `${number}-${paper}` };
  }).filter((step) => step.onDate <= today);
}

/** How many steps those still on their way have taken, counted from the day of nomination; months ago. */
const ON_THE_WAY: readonly (readonly [monthsAgo: number, steps: number])[] = [
  [2, 1],
  [3, 1],
  [5, 1],
  [6, 2],
  [7, 2],
  [8, 2],
  [9, 2],
  [10, 2],
  [14, 1],
  [15, 3],
  [16, 3],
  [17, 3],
  [20, 2],
  [22, 3],
];
const STOPPED = 3;

export async function seedParty(invoke: Invoke, year: number, today: string): Promise<void> {
  const everybody = (await invoke('members.list', { limit: 500 })).rows;
  const admitted = await seedAdmitted(invoke, everybody, year, today);
  const { rows } = await invoke('members.list', { limit: 500, party: false });
  const young = mixed(joinedBefore(rows, `${year - 3}`)).filter(
    (row) => (row.birthDate ?? '') > `${year - 38}` && !admitted.has(row.id),
  );
  await seedOpen(invoke, young, today);
  await seedStopped(invoke, young.slice(ON_THE_WAY.length), year);
}

/** One in so many was admitted without the union keeping a file. */
const WITHOUT_FILE = 12;

/** Those whose own record tells that they joined the Party in the last three years. */
async function seedAdmitted(
  invoke: Invoke,
  everybody: readonly Row[],
  year: number,
  today: string,
): Promise<Set<number>> {
  const { rows } = await invoke('dashboard.records', {
    id: 'members.partyJoined',
    ...{ from: `${year - 2}-01-01`, to: today, limit: 100 },
  });
  const known = new Set(joinedBefore(everybody, `${year}`).map((row) => row.id));
  const own = rows.filter((row) => known.has(row.id));
  for (const [at, { id: memberId }] of own.entries()) {
    if (at % WITHOUT_FILE === WITHOUT_FILE - 1) continue;
    const { values } = await invoke('members.reveal', { id: memberId, fields: ['partyDate'] });
    const day = String(values.partyDate ?? '');
    if (day.length !== 10) continue;
    await invoke('party.create', { memberId, steps: stepsAround(day, today, at) });
  }
  return new Set(own.map((row) => row.id));
}

const AFTER = [0, 4, 11, 13] as const;

async function seedOpen(invoke: Invoke, people: readonly Row[], today: string): Promise<void> {
  for (const [at, [ago, count]] of ON_THE_WAY.entries()) {
    const person = people[at];
    if (!person) return;
    const begun = addMonths(today, -ago);
    const steps = PARTY_STAGES.slice(0, count).map((stage, place): Step => {
      const onDate = addDays(addMonths(begun, AFTER[place] ?? 0), -((at * 3) % 9));
      return { stage, onDate, decisionNo: stage === 'reviewed' ? `${20 + at}-${CELL}` : null };
    });
    await invoke('party.create', {
      memberId: person.id,
      steps: steps.filter((step) => step.onDate <= today),
    });
  }
  const person = people[ON_THE_WAY.length + STOPPED];
  if (person)
    await invoke('party.create', {
      memberId: person.id,
      steps: stepsAround(addDays(today, -24), today, 7),
    });
}

async function seedStopped(invoke: Invoke, people: readonly Row[], year: number): Promise<void> {
  const reasons = ['Chuyển công tác sang đơn vị khác', 'Xin dừng vì lý do gia đình', 'Chưa đủ hồ sơ lý lịch'];
  for (const [at, reason] of reasons.entries()) {
    const person = people[at];
    if (!person) return;
    const { id, version } = await invoke('party.create', {
      memberId: person.id,
      steps: [{ stage: 'nominated', onDate: `${year - 2 + (at % 2)}-0${4 + at}-15` }],
    });
    const onDate = `${year - 1}-1${at}-0${5 + at}`;
    await invoke('party.stop', { id, version, stopped: { onDate, reason } });
  }
}
