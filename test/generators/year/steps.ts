/**
 * The operations that enter a year. Phases follow each other; inside one, threads know nothing of each other, so that
 * their steps may come in any order as long as each thread keeps its own.
 */
import type { Random } from '../people';
import { careAndDuesSetUp, careAndDuesThreads } from './careAndDuesSteps';
import { eventSteps } from './eventSteps';
import { type Campaign, type Choice, type Person, type Voucher, YEAR, type Year } from './facts';
import { ownShare } from './money';
import { departmentKey, ref, step, type Thread, type YearStep } from './step';

export function setUp(year: Year): Thread {
  return [
    step('organisation.saveProfile', {
      ...{ name: 'Công đoàn cơ sở Bệnh viện đa khoa khu vực Suối Ngàn', shortName: 'CĐCS BVĐK Suối Ngàn' },
      ...{ symbol: 'CĐCS', upperName: 'Liên đoàn Lao động tỉnh Thanh Lâm', upperLevel: 'province' },
      ...{ employer: 'Bệnh viện đa khoa khu vực Suối Ngàn', place: 'Suối Ngàn', staffCount: 334 },
      validFrom: '2020-01-01',
    }),
    step('organisation.saveTerm', {
      ...{ startsOn: '2023-10-10', endsOn: '2028', chairName: 'Đặng Thị Ước', chairTitle: 'Chủ tịch' },
      onBehalfOf: 'TM. BAN CHẤP HÀNH',
    }),
    step('organisation.finishSetup', { done: true }),
    step('members.setSensitive', { group: 'hardship', enabled: true, purpose: 'Xét tặng quà' }),
    ...year.departments.map((one, at) =>
      step('organisation.createUnit', { kind: 'department', ...one }, departmentKey(at)),
    ),
  ];
}

function fundSteps(year: Year): Thread {
  const budget = year.budget.map(({ category, amount }) => ({ categoryId: categoryRef(category), amount }));
  return [
    step('funds.categories', {}, 'categories'),
    ...year.funds.map(({ key, ...fund }) =>
      step('funds.save', { ...fund, openedOn: `${YEAR}-01-01`, bookNumber: '01' }, `fund-${key}`),
    ),
    ...(budget.length > 0
      ? [step('funds.setBudget', { fundId: ref('fund-own'), year: YEAR, lines: budget })]
      : []),
  ];
}
const categoryRef = (code: string) => ref(`categories.rows[code=${code}].id`);

export function personSteps(person: Person): Thread {
  const { key, left, moved, department, joined, ...fields } = person;
  const made = step(
    'members.create',
    { ...fields, unionJoinDate: joined, departmentId: ref(departmentKey(department)) },
    key,
  );
  const leaves = left && [
    step('members.setStatus', {
      ...{ id: ref(key), version: ref(`${key}.version`), status: left.status, statusDate: left.on },
    }),
  ];
  const moves = moved && [
    step('members.recordMoves', {
      moves: [
        {
          ...{ memberId: ref(key), kind: 'department', onDate: moved.on },
          to: ref(departmentKey(moved.to)),
        },
      ],
    }),
  ];
  return [made, ...(leaves ?? []), ...(moves ?? [])];
}

function choiceStep(id: { $ref: string }, choice: Choice, as: string): YearStep {
  if (choice.by === 'children')
    return step('welfare.addChildren', { id, filter: { under: choice.under } }, as);
  if (choice.by === 'departments')
    return step(
      'welfare.addUnits',
      { id, orgUnitIds: choice.departments.map((at) => ref(departmentKey(at))) },
      as,
    );
  if (choice.by === 'outsiders')
    return step(
      'welfare.addOutsiders',
      {
        id,
        people: choice.names.map((name) => ({ name, category: choice.category, address: 'bản Nà Lốm' })),
      },
      as,
    );
  const { category } = choice;
  if (choice.by === 'members')
    return step(
      'welfare.addMembers',
      { id, filter: choice.filter, category, householdOnce: choice.householdOnce },
      as,
    );
  const ids = choice.people.map((person) => ref(person.key));
  // Whoever has left since was chosen by name all the same.
  return step(
    'welfare.addMembers',
    { id, filter: { ids, statuses: [] }, category, householdOnce: false },
    as,
  );
}

export function campaignSteps(year: Year, campaign: Campaign): Thread {
  const { key, name, occasion, onDate, values } = campaign;
  const id = ref(`campaign-${key}`);
  const steps = [
    step(
      'welfare.createCampaign',
      {
        ...{ name, occasion, year: YEAR, onDate, place: 'Hội trường tầng 3', preparer: 'Bùi Thị Uyển' },
        values: Object.entries(values).map(([category, worth]) => ({
          category: category as 'standard',
          ...worth,
        })),
        sources: [{ kind: 'own' as const, amount: ownShare(year, campaign) }, ...campaign.others],
      },
      id.$ref,
    ),
    ...campaign.choices.map((choice, at) => choiceStep(id, choice, `${key}-choice-${at + 1}`)),
  ];
  if (campaign.state === 'draft') return steps;
  const version = (at: string) => ref(`${at}.version`);
  steps.push(
    step('welfare.campaign', { id }, `${key}-listed`),
    step('welfare.setState', { id, version: version(`${key}-listed`), state: 'given' }, `${key}-given`),
    step('welfare.receive', { id, receivedOn: onDate }),
  );
  if (campaign.unsigned > 0) {
    const last = `${key}-choice-${campaign.choices.length}`;
    const recipientIds = Array.from({ length: campaign.unsigned }, (_, at) => ref(`${last}.ids[${at}]`));
    steps.push(step('welfare.receive', { id, recipientIds, receivedOn: null }));
  }
  for (const voucher of year.vouchers) if (voucher.campaign === key) steps.push(...voucherSteps(voucher));
  let before = `${key}-given`;
  if (campaign.exception !== null) {
    const { exception } = campaign;
    steps.push(step('welfare.setException', { id, version: version(before), exception }, `${key}-explained`));
    before = `${key}-explained`;
  }
  if (campaign.state === 'settled')
    steps.push(step('welfare.setState', { id, version: version(before), state: 'settled' }));
  return steps;
}

export function voucherSteps(voucher: Voucher): Thread {
  const { key, kind, onDate, holding, reason } = voucher;
  const fields = (amount: number) => ({
    ...{ fundId: ref(`fund-${voucher.fund}`), kind, onDate, holding, amount, reason },
    categoryId: voucher.category === null ? null : categoryRef(voucher.category),
    memberId: voucher.person ? ref(voucher.person.key) : null,
    papers: voucher.papers ? 'Hóa đơn, danh sách' : null,
    paperCount: voucher.papers ? 1 : null,
  });
  const source = voucher.campaign && {
    ...{ entity: 'welfare_campaign', id: ref(`campaign-${voucher.campaign}`), label: reason },
  };
  const steps = [
    step(
      'funds.createVoucher',
      {
        ...fields(voucher.typedAs ?? voucher.amount),
        numbered: voucher.state !== 'draft',
        source: source || null,
      },
      key,
    ),
  ];
  let version = ref(`${key}.version`);
  if (voucher.typedAs !== null) {
    steps.push(
      step('funds.updateVoucher', { id: ref(key), version, ...fields(voucher.amount) }, `${key}-mended`),
    );
    version = ref(`${key}-mended.version`);
  }
  if (voucher.state === 'cancelled')
    steps.push(step('funds.cancelVoucher', { id: ref(key), version, reason: 'Ghi trùng' }));
  return steps;
}

const correction = ({ key, corrected }: Voucher): Thread =>
  corrected
    ? [step('funds.correctVoucher', { id: ref(key), ...corrected, reason: `Điều chỉnh ${key}` })]
    : [];

/** The whole year, in phases of threads. */
export function yearPhases(year: Year): Thread[][] {
  return [
    [setUp(year), fundSteps(year), ...(year.care ? [careAndDuesSetUp()] : [])],
    year.people.map(personSteps),
    [
      ...year.couples.map(({ wife, husband }) => [
        step('members.saveMarriage', {
          ...{ memberId: ref(wife.key), spouseId: ref(husband.key), marriedOn: '2010' },
        }),
      ]),
      ...year.children.map(({ key, fullName, birthDate, parents }) => [
        step(
          'members.saveChild',
          { parentIds: parents.map((one) => ref(one.key)), fullName, birthDate },
          key,
        ),
      ]),
    ],
    [
      ...year.events.map(eventSteps),
      ...year.campaigns.map((campaign) => campaignSteps(year, campaign)),
      ...year.vouchers.filter(({ campaign, by }) => campaign === null && !by).map(voucherSteps),
      ...(year.care ? careAndDuesThreads(year.care) : []),
    ],
    [year.closings.map(({ fund, period }) => step('funds.close', { fundId: ref(`fund-${fund}`), period }))],
    year.vouchers.map(correction),
  ];
}

/** Phase after phase, thread after thread. */
export const inOrder = (phases: readonly Thread[][]): YearStep[] => phases.flat(2);

/** Phase after phase, the steps of its threads mixed. */
export function mixedUp(phases: readonly Thread[][], random: Random): YearStep[] {
  return phases.flatMap((threads) => {
    const turns = random.shuffle(threads.flatMap((thread, at) => thread.map(() => at)));
    const next = threads.map(() => 0);
    return turns.map((at) => threads[at]![next[at]!++]!);
  });
}

export const toLines = (steps: readonly YearStep[]): string =>
  `${steps.map((one) => JSON.stringify(one)).join('\n')}\n`;
