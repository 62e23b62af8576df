/** Committees and posts of the invented hospital: two terms, a vacancy, a by-election, leaders of groups. */
import type { OutputOf } from '../../shared/contract';
import { joinedBefore, mixed } from './roles';
import type { Invoke } from './seed';

type Person = OutputOf<'members.list'>['rows'][number];

/** Seats of the committees of the present term. */
const SEATS = { executive: 11, standing: 3, inspection: 3, women: 5 } as const;

export async function seedCommittees(invoke: Invoke, year: number): Promise<void> {
  const people = (await invoke('members.list', { limit: 400 })).rows;
  const elders = mixed(joinedBefore(people, String(year - 6)));
  const terms = (await invoke('organisation.get', {})).terms;
  const present = terms[0]!;
  const chair = people.find((person) => person.fullName === present.chairName) ?? elders[0]!;
  const others = elders.filter((person) => person.id !== chair.id);
  const last = await invoke('organisation.saveTerm', {
    startsOn: `${year - 6}-11-05`,
    endsOn: String(year - 1),
    chairName: others[11]!.fullName,
  });
  await seedLastTerm(invoke, last.id, `${year - 6}-11-05`, others.slice(8, 19));
  await seedPresentTerm(invoke, { id: present.id, year }, chair, others);
  await seedGroups(invoke, year);
}

async function seedLastTerm(
  invoke: Invoke,
  termId: number,
  fromDate: string,
  people: readonly Person[],
): Promise<void> {
  const { id } = await invoke('organisation.saveCommittee', {
    termId,
    kind: 'executive',
    name: 'Ban chấp hành',
    seats: people.length,
    decisionNo: '118/QĐ-CĐYT',
    decisionDate: fromDate,
  });
  for (const [i, person] of people.entries())
    await invoke('organisation.savePost', {
      committeeId: id,
      memberId: person.id,
      ...(i === 3 ? LEADERS[0]! : i < 2 ? LEADERS[1]! : PLAIN),
      fromDate,
      how: 'congress',
    });
}

const LEADERS = [
  { role: 'chair', title: 'Chủ tịch' },
  { role: 'vice', title: 'Phó Chủ tịch' },
  { role: 'standing', title: 'Ủy viên thường vụ' },
] as const;
const PLAIN = { role: 'member', title: 'Ủy viên' } as const;

async function seedPresentTerm(
  invoke: Invoke,
  term: { id: number; year: number },
  chair: Person,
  others: readonly Person[],
): Promise<void> {
  const start = `${term.year - 1}-10-28`;
  const made = async (kind: keyof typeof SEATS, name: string) =>
    (
      await invoke('organisation.saveCommittee', {
        termId: term.id,
        kind,
        name,
        seats: SEATS[kind],
        decisionNo: kind === 'executive' ? '246/QĐ-LĐLĐ' : '03/QĐ-CĐCS',
        decisionDate: `${term.year - 1}-11-0${kind === 'executive' ? 5 : 8}`,
      })
    ).id;
  const put = async (
    committeeId: number,
    person: Person,
    post: { role: 'chair' | 'vice' | 'standing' | 'member'; title: string },
    more: { fromDate?: string; how?: 'congress' | 'byElection' | 'committee' | 'exOfficio' } = {},
  ) =>
    invoke('organisation.savePost', {
      committeeId,
      memberId: person.id,
      ...post,
      fromDate: more.fromDate ?? start,
      how: more.how ?? 'congress',
    });
  const executive = await made('executive', 'Ban chấp hành');
  await put(executive, chair, LEADERS[0]);
  await put(executive, others[0]!, LEADERS[1]);
  for (const person of others.slice(1, 9)) await put(executive, person, PLAIN);
  const leaver = await put(executive, others[9]!, PLAIN);
  await invoke('organisation.endPosts', {
    items: [{ ...leaver, endedOn: `${term.year}-03-16`, endReason: 'Chuyển công tác' }],
  });
  const standing = await made('standing', 'Ban thường vụ');
  for (const [i, person] of [chair, others[0]!, others[1]!].entries())
    await put(standing, person, LEADERS[i]!, { how: 'committee' });
  const inspection = await made('inspection', 'Ủy ban kiểm tra');
  await put(inspection, others[2]!, { role: 'chair', title: 'Chủ nhiệm' }, { how: 'committee' });
  await put(inspection, others[3]!, PLAIN, { how: 'committee' });
  const later = { how: 'byElection', fromDate: `${term.year}-04-20` } as const;
  await put(inspection, others[19]!, PLAIN, later);
  const women = await made('women', 'Ban nữ công');
  const ladies = others.filter((person) => person.gender === 'female');
  await put(women, ladies[0]!, { role: 'chair', title: 'Trưởng ban' }, { how: 'exOfficio' });
  await put(women, ladies[1]!, { role: 'vice', title: 'Phó ban' }, { how: 'committee' });
  for (const person of ladies.slice(2, 5)) await put(women, person, PLAIN, { how: 'committee' });
}

/** A leader in every group but the last, a deputy in every second one. */
async function seedGroups(invoke: Invoke, year: number): Promise<void> {
  const { rows: groups } = await invoke('organisation.units', { kind: 'group' });
  for (const [i, group] of groups.slice(0, -1).entries()) {
    const inGroup = { groupIds: [group.id], limit: 100 };
    const then = await invoke('members.list', { ...inGroup, asOf: `${year - 1}-12-01` });
    const still = new Set((await invoke('members.list', inGroup)).rows.map((row) => row.id));
    const rows = mixed(joinedBefore(then.rows, `${year - 1}`)).filter((row) => still.has(row.id));
    for (const [at, person] of rows.slice(0, i % 2 === 0 ? 2 : 1).entries())
      await invoke('organisation.savePost', {
        orgUnitId: group.id,
        memberId: person.id,
        role: at === 0 ? 'head' : 'deputy',
        title: at === 0 ? 'Tổ trưởng' : 'Tổ phó',
        fromDate: `${year - 1}-12-01`,
        how: 'committee',
      });
  }
}
