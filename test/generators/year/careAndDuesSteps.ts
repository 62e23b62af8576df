/** The operations that enter visits, cases, dues, the drive and what donors gave. */
import { type CareAndDues, CUT_OFF, DUE } from './careAndDues';
import { YEAR } from './facts';
import { departmentKey, ref, step, type Thread } from './step';

const all = <T>(rows: readonly T[], of: (row: T) => unknown): unknown[] => [...new Set(rows.map(of))];

/** A thread for each quarter of visits: each visit, then their voucher. */
function visitThreads({ visits, vouchers }: CareAndDues): Thread[] {
  return all(visits, (visit) => visit.voucher).map((voucher) => {
    const some = visits.filter((visit) => visit.voucher === voucher);
    const made = some.map(({ key, person, reason, onDate, cash, kindValue }) =>
      step(
        'care.createVisit',
        {
          ...{ memberId: ref(person.key), onDate, cash, kindValue, place: 'Nhà riêng' },
          ...{ reasonId: ref(`care.reasons[name=${reason}].id`), kindText: kindValue > 0 ? 'Giỏ quà' : null },
        },
        key,
      ),
    );
    const paid = vouchers
      .filter((one) => one.key === voucher)
      .map(({ onDate, fund, holding, category }) =>
        step('care.pay', {
          ...{ ids: some.map((visit) => ref(visit.key)), fundId: ref(`fund-${fund}`), onDate, holding },
          categoryId: ref(`categories.rows[code=${category}].id`),
        }),
      );
    const said = some
      .filter((visit) => visit.explained)
      .map((visit) => ({ id: ref(visit.key), exception: 'Chuyên môn chi' }));
    return [...made, ...paid, ...(said.length > 0 ? [step('care.setExceptions', { rows: said })] : [])];
  });
}

const caseThreads = ({ cases }: CareAndDues): Thread[] =>
  cases.map(({ kind, title, person, openedOn, closedOn, money }, at) => {
    const key = `case-${at + 1}`;
    const made = step(
      'care.createCase',
      {
        ...{ memberId: ref(person.key), kindId: ref(`care.kinds[name=${kind}].id`), title, openedOn },
        money: money.map((one) => ({ ...one, onDate: openedOn })),
      },
      key,
    );
    if (closedOn === null) return [made];
    const version = ref(`${key}.version`);
    return [made, step('care.setCaseState', { id: ref(key), version, state: 'finished', closedOn })];
  });

const duesThreads = ({ dues, vouchers }: CareAndDues): Thread[] =>
  dues.map(({ month, departments }) => {
    const { onDate, fund, holding } = vouchers.find((one) => one.key === `dues-${month}`)!;
    const lines = departments
      .filter((one) => one.people > 0)
      .map(({ department, people }) => ({
        ...{ departmentId: ref(departmentKey(department)), month, people, amount: people * DUE },
      }));
    return [step('dues.collect', { fundId: ref(`fund-${fund}`), onDate, holding, lines })];
  });

function driveThread({ drive, vouchers }: CareAndDues): Thread {
  const { onDate, fund, holding } = vouchers.find((one) => one.by === 'drive')!;
  const day = { onDate: `${YEAR}-10-10` };
  const fundId = ref(`fund-${fund}`);
  return [
    step(
      'drives.save',
      { name: 'Một ngày lương vì đồng nghiệp', launchedOn: `${YEAR}-09-15`, cutOff: CUT_OFF, fundId },
      'drive',
    ),
    step('drives.record', {
      id: ref('drive'),
      gifts: [
        ...drive.together.map(({ department, people }) => ({
          ...{ ...day, departmentId: ref(departmentKey(department)), people, amount: people * 100_000 },
        })),
        ...drive.single.map((person) => ({ ...day, memberId: ref(person.key), amount: 100_000 })),
        ...drive.outsiders.map((name) => ({ ...day, name, amount: 2_000_000 })),
      ],
    }),
    step('drives.book', { id: ref('drive'), fundId, onDate, holding }),
  ];
}

const donorThreads = ({ donors, gifts }: CareAndDues): Thread[] =>
  donors.map((name, donor) => [
    step(
      'donors.save',
      { name, kind: /^(Ông|Bà) /.test(name) ? 'person' : 'organisation' },
      `donor-${donor + 1}`,
    ),
    ...gifts
      .filter((gift) => gift.donor === donor)
      .map(({ onDate, amount, goods }) =>
        step('donors.saveGift', {
          ...{ donorId: ref(`donor-${donor + 1}`), onDate, amount, kind: goods ? 'goods' : 'money' },
          ...{ goods: goods ? 'Gạo, dầu ăn' : null, book: goods ? null : { fundId: ref('fund-help') } },
        }),
      ),
  ]);

/** What these parts need before: the lists of reasons and kinds, and the rate of the dues. */
export const careAndDuesSetUp = (): Thread => [
  step('care.catalogue', {}, 'care'),
  step('dues.saveRate', { kind: 'fixed', amount: DUE, partial: 'whole', validFrom: `${YEAR}-01` }),
];

export const careAndDuesThreads = (made: CareAndDues): Thread[] => [
  ...visitThreads(made),
  ...caseThreads(made),
  ...duesThreads(made),
  driveThread(made),
  ...donorThreads(made),
];
