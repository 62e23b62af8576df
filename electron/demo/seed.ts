/** Fills a throw-away store with an invented hospital: 320 members, three years of events and awards. */
import type { InputOf, OperationName, OutputOf } from '../../shared/contract';
import { todayInVietnam } from '../../shared/domain/dateMath';
import type { Core } from '../core';
import { seedAgreements } from './agreements';
import { seedAttachments } from './attachments';
import { seedAwardRules } from './awardRules';
import { seedAwards } from './awards';
import { seedBatches } from './batches';
import { seedBlanks } from './blanks';
import { seedCalendar } from './calendar';
import { seedCare } from './care';
import { seedCommittees } from './committees';
import { seedDocuments } from './documents';
import { seedDues } from './dues';
import { seedEventPlans } from './eventPlans';
import { seedEvents } from './events';
import { seedFamilies } from './families';
import { seedFigures } from './figures';
import { seedFunds } from './funds';
import { seedHistory } from './history';
import { seedImports } from './imports';
import { seedInspection } from './inspection';
import { seedLayouts } from './layouts';
import { seedMovements } from './movements';
import { seedOpinions } from './opinions';
import { seedOrganisation, seedRenaming, seedSections } from './organisation';
import { seedPapers } from './papers';
import { seedParty } from './party';
import { DEPARTMENTS, inventPeople } from './people';
import { seedPlans } from './plans';
import { hardshipAt, ownValues, seedConsents, seedPrivateFields } from './privacy';
import { seedProof } from './proof';
import { seedProposals } from './proposals';

/** The chair, who is among the people too. */
const CHAIR = 'Hoàng Minh Tuệ';

import { seedReports } from './reports';
import { seedReview } from './review';
import { seedSignedList } from './signedList';
import { seedTargetsOfTerms } from './targets';
import { seedTraining } from './training';
import { seedViews } from './views';
import { seedWelfare } from './welfare';

/** Runs one operation and gives its data; an error envelope stops the seeding. */
export type Invoke = <N extends OperationName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;

/** Everything goes through operations, as an officer's own entries would. `today` is an ISO date. */
export async function seedDemo(core: Core, today = todayInVietnam(new Date())): Promise<void> {
  const invoke: Invoke = async (name, input) => {
    const reply = await core.router.dispatch(name, input, {
      user: { name: 'Văn phòng công đoàn', role: 'chair' },
    });
    if (!reply.ok)
      throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.fields ?? {})}`);
    return reply.data as never;
  };
  const year = Number(today.slice(0, 4));
  await seedUnit(invoke, year);
  const departments = await seedDepartments(invoke, year);
  await seedPrivateFields(invoke);
  await seedMembers(invoke, departments, year);
  await seedHistory(invoke, year, today);
  await seedFamilies(invoke, year);
  await seedCommittees(invoke, year);
  await seedOrganisation(invoke, year);
  await seedViews(invoke);
  await seedEvents(invoke, year, today);
  await seedEventPlans(invoke, year, today);
  await seedAttachments(core, invoke);
  await seedTraining(invoke, year);
  await seedAwards(invoke, year, today);
  await seedMovements(invoke, year, today);
  await seedProposals(invoke, year, today);
  await seedAwardRules(invoke, year);
  await seedLayouts(invoke);
  await seedBlanks(core, invoke);
  await seedProof(invoke);
  await seedBatches(invoke, today);
  await seedPapers(invoke, today);
  await seedFunds(invoke, year, today);
  await seedDues(invoke, year, today);
  await seedWelfare(invoke, year, today);
  await seedCare(invoke, year, today);
  await seedFigures(invoke, year, today);
  await seedDocuments(invoke, year, today);
  await seedParty(invoke, year, today);
  await seedAgreements(invoke, year, today);
  await seedTargetsOfTerms(invoke, year, today);
  await seedPlans(invoke, year, today);
  await seedReports(invoke, year, today);
  await seedInspection(core, invoke, year, today);
  await seedOpinions(invoke, year, today);
  await seedReview(core, invoke, year, today);
  await seedSignedList(core, invoke);
  await seedCalendar(invoke, today);
  await seedImports(core, invoke);
  await seedConsents(invoke, year, today);
}

async function seedUnit(invoke: Invoke, year: number): Promise<void> {
  await invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
    shortName: 'CĐCS TTYT khu vực Suối Mơ',
    symbol: 'CĐCS',
    upperName: 'Liên đoàn Lao động tỉnh Thanh Lâm',
    upperLevel: 'province',
    employer: 'Trung tâm Y tế khu vực Suối Mơ',
    place: 'Suối Mơ',
    staffCount: 334,
    validFrom: '2025-07-01',
  });
  await invoke('organisation.saveTerm', {
    name: null,
    startsOn: `${year - 1}-10-28`,
    endsOn: String(year + 4),
    chairName: CHAIR,
    chairTitle: 'Chủ tịch',
    onBehalfOf: 'TM. BAN CHẤP HÀNH',
  });
  await invoke('organisation.finishSetup', { done: true });
}

async function seedDepartments(
  invoke: Invoke,
  year: number,
): Promise<{ department: number; group: number }[]> {
  const made: { department: number; group: number }[] = [];
  const sectionOf = await seedSections(invoke);
  for (const [i, d] of DEPARTMENTS.entries()) {
    const department = await invoke('organisation.createUnit', {
      kind: 'department',
      name: d.formerName ?? d.name,
      shortName: d.shortName,
    });
    if (d.formerName) await seedRenaming(invoke, department.id, d, year);
    const group = await invoke('organisation.createUnit', {
      kind: 'group',
      name: `Tổ công đoàn số ${String(i + 1).padStart(2, '0')}`,
      departmentId: department.id,
      parentId: sectionOf(i + 1),
    });
    made.push({ department: department.id, group: group.id });
  }
  return made;
}

async function seedMembers(
  invoke: Invoke,
  departments: { department: number; group: number }[],
  year: number,
): Promise<void> {
  const people = inventPeople(320, year);
  people[40] = {
    ...people[40]!,
    fullName: CHAIR,
    department: 1,
    gender: 'male',
    birthDate: `${year - 49}-05-13`,
    jobTitle: 'Bác sĩ chuyên khoa I',
    education: 'Sau đại học',
    hireDate: `${year - 24}-06-25`,
    unionJoinDate: `${year - 23}-07-07`,
  };
  const { rows: own } = await invoke('members.extraFields', {});
  for (const [at, { department, ...person }] of people.entries()) {
    const place = departments[department]!;
    await invoke('members.create', {
      ...person,
      ...hardshipAt(at),
      departmentId: place.department,
      groupId: place.group,
      extra: ownValues(own, at),
    });
  }
}
