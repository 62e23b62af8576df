/** Invented visits of a year, and three cases of help: a house, a repair, a family helped for long. */
import type { InputOf } from '../../shared/contract';
import { addDays } from '../../shared/domain/dateMath';
import { nextMonth } from '../../shared/domain/dues';
import { joinedBefore, mixed } from './roles';
import type { Invoke } from './seed';

type Visit = InputOf<'care.createVisit'>;
type Made = { id: number; onDate: string; own: boolean };
const HALF_MONTH = 9;
/** Reason, words on the slip, đồng, of the family or of the member. */
const WHY = [
  ['illness', 'điều trị nội trú 07 ngày', 300_000, 'member'],
  ['maternity', 'sinh con thứ hai', 500_000, 'member'],
  ['funeral', null, 500_000, 'parent'],
  ['illness', 'phẫu thuật, nằm viện 05 ngày', 500_000, 'member'],
  ['wedding', null, 300_000, 'member'],
  ['illness', 'nằm viện tuyến tỉnh', 300_000, 'parent'],
  ['accident', 'tai nạn trên đường đi làm', 500_000, 'member'],
  ['funeral', null, 500_000, 'parentInLaw'],
] as const;
const PARENTS = ['Lường Văn Pọm', 'Quàng Thị Ún', 'Cà Văn Hịa', 'Tòng Thị Lún', 'Vàng A Sử', 'Bạc Thị Lả'];

async function reasonIds(invoke: Invoke): Promise<Record<string, number>> {
  const { reasons } = await invoke('care.catalogue', {});
  const begin = {
    illness: 'Ốm',
    maternity: 'Thai',
    funeral: 'Việc hiếu',
    wedding: 'Việc hỉ',
    accident: 'Tai',
  };
  return Object.fromEntries(
    Object.entries(begin).map(([code, text]) => [code, reasons.find((row) => row.name.startsWith(text))!.id]),
  );
}

async function seedNorms(invoke: Invoke, reasons: Record<string, number>, year: number): Promise<void> {
  const source = `Quy chế chi tiêu nội bộ của công đoàn cơ sở năm ${year - 1}`;
  const from = { validFrom: String(year - 1), source };
  await invoke('care.saveNorm', { reasonId: reasons.illness!, cash: 300_000, ...from });
  await invoke('care.saveNorm', { reasonId: reasons.maternity!, cash: 500_000, ...from });
  await invoke('care.saveNorm', { reasonId: reasons.funeral!, cash: 500_000, ...from });
  await invoke('care.saveNorm', { reasonId: reasons.wedding!, cash: 300_000, ...from });
  await invoke('care.saveNorm', { reasonId: reasons.accident!, cash: 500_000, ...from });
}

/** About forty visits up to `today`; those of the last weeks have no voucher yet. */
export async function seedCare(invoke: Invoke, year: number, today: string): Promise<void> {
  const { rows } = await invoke('members.list', { limit: 500 });
  const people = mixed(joinedBefore(rows, `${year}-01-01`));
  const reasons = await reasonIds(invoke);
  await seedNorms(invoke, reasons, year);
  const { rows: officers } = await invoke('organisation.officers', {});
  const goers = officers.flatMap(({ memberId }) => (memberId === null ? [] : [memberId])).slice(0, 5);
  const made: Made[] = [];
  for (let at = 0; at < 40; at++) {
    const onDate = addDays(`${year}-01-08`, at * HALF_MONTH - Math.floor(at / 3));
    if (onDate > today) break;
    const [reason, words, cash, relation] = WHY[at % WHY.length]!;
    const own = relation === 'member';
    const person = people[(at * 7) % people.length]!;
    const visit: Visit = {
      who: own ? 'member' : 'family',
      memberId: person.id,
      name: own ? null : PARENTS[at % PARENTS.length]!,
      relation: own ? 'self' : relation,
      reasonId: reasons[reason]!,
      onDate,
      words,
      cash,
      place: reason === 'illness' ? 'Bệnh viện Đa khoa tỉnh Thanh Lâm' : null,
      source: at % 11 === 5 ? 'employer' : 'own',
      visitors: goers.length === 0 ? [] : [{ memberId: goers[at % goers.length]! }],
    };
    const fromFund = visit.source === 'own';
    made.push({ id: (await invoke('care.createVisit', visit)).id, onDate, own: fromFund });
  }
  await payVisits(invoke, made, year, today);
  await seedCases(invoke, people.slice(60, 63), year, today);
}

/**
 * From April one voucher at the end of each month pays the visits of the union's own money; those of the quarter that
 * is closed and those the employer paid are explained; the visits of the last weeks wait.
 */
async function payVisits(invoke: Invoke, made: readonly Made[], year: number, today: string): Promise<void> {
  const unpaidFrom = addDays(today, -30);
  const old = made.filter(({ onDate }) => onDate < unpaidFrom);
  const paid = old.filter(({ own, onDate }) => own && onDate >= `${year}-04-01`);
  const { rows: funds } = await invoke('funds.list', {});
  const fundId = funds.find((fund) => fund.name === 'Quỹ công đoàn cơ sở')!.id;
  for (const month of new Set(paid.map(({ onDate }) => onDate.slice(0, 7)))) {
    const visits = paid.filter(({ onDate }) => onDate.startsWith(month));
    const last = addDays(`${nextMonth(month)}-01`, -1);
    await invoke('care.pay', {
      ids: visits.map(({ id }) => id),
      fundId,
      onDate: last < today ? last : today,
      reason: `Chi thăm hỏi đoàn viên tháng ${Number(month.slice(5))}`,
    });
  }
  const rows = old
    .filter((visit) => !paid.includes(visit))
    .map(({ id, own }) => ({
      id,
      exception: own
        ? 'Chi từ tạm ứng thăm hỏi, quyết toán chung trong quý I'
        : 'Đơn vị sử dụng lao động chi, chứng từ lưu tại phòng Tài chính kế toán',
    }));
  await invoke('care.setExceptions', { rows });
}

async function seedCases(
  invoke: Invoke,
  people: readonly { id: number; fullName: string }[],
  year: number,
  today: string,
): Promise<void> {
  const { kinds } = await invoke('care.catalogue', {});
  const kindOf = (text: string) => kinds.find((row) => row.name.includes(text))!.id;
  const given = (name: string) => name.split(' ').at(-1)!;
  const [house, repair, family] = people as [{ id: number; fullName: string }, ...typeof people];
  if (!house || !repair || !family) return;
  const built = await invoke('care.createCase', {
    kindId: kindOf('xây mới'),
    title: `Mái ấm công đoàn gia đình đoàn viên ${given(house.fullName)}`,
    memberId: house.id,
    openedOn: `${year}-02-10`,
    address: 'Bản Nà Lốm, xã Suối Mơ',
    object: 'Nhà cấp bốn 60 m², mái tôn, nền lát gạch',
    decision: `Quyết định số 18/QĐ-LĐLĐ ngày 20/3/${year}`,
    budget: 150_000_000,
    circumstances: 'Nhà tạm dột nát, nuôi mẹ già và hai con nhỏ, không có đất canh tác.',
    money: [
      {
        source: 'above',
        name: 'Liên đoàn Lao động tỉnh Thanh Lâm',
        amount: 50_000_000,
        onDate: `${year}-04-02`,
      },
      {
        source: 'sponsor',
        name: 'Công ty Dược phẩm Thảo Nguyên',
        amount: 40_000_000,
        onDate: `${year}-04-20`,
      },
      { source: 'own', amount: 10_000_000, onDate: `${year}-04-25` },
      { source: 'family', amount: 50_000_000, kindText: 'ngày công, vật liệu' },
    ],
  });
  await walk(
    invoke,
    built.id,
    [`${year}-02-15`, `${year}-03-05`, `${year}-03-20`, `${year}-05-10`, `${year}-08-25`],
    today,
  );
  const mended = await invoke('care.createCase', {
    kindId: kindOf('sửa chữa'),
    title: `Sửa nhà sau lũ cho đoàn viên ${given(repair.fullName)}`,
    memberId: repair.id,
    openedOn: `${year}-07-20`,
    object: 'Thay mái, láng nền',
    budget: 30_000_000,
    money: [
      {
        source: 'above',
        name: 'Liên đoàn Lao động tỉnh Thanh Lâm',
        amount: 20_000_000,
        onDate: `${year}-08-15`,
      },
    ],
  });
  await walk(
    invoke,
    mended.id,
    [`${year}-07-22`, `${year}-07-30`, `${year}-08-10`, `${year}-09-30`, `${year}-12-10`],
    `${year}-08-20`,
  );
  await invoke('care.createCase', {
    kindId: kindOf('Đỡ đầu'),
    title: `Đỡ đầu con đoàn viên ${given(family.fullName)}`,
    who: 'family',
    memberId: family.id,
    relation: 'child',
    name: `Lò Gia Bảo ${given(family.fullName)}`,
    openedOn: `${year}-09-05`,
    object: 'Hỗ trợ học phí mỗi tháng 500.000 đồng',
    money: [{ source: 'own', amount: 1_500_000, onDate: `${year}-11-05` }],
  });
}

/** Plans the steps on these days; those up to `until` are done. */
async function walk(invoke: Invoke, id: number, days: readonly string[], until: string): Promise<void> {
  const { row, steps } = await invoke('care.case', { id });
  const planned = steps.map((step, at) => {
    const day = days[at] ?? null;
    return {
      id: step.id,
      name: step.name,
      plannedOn: day,
      doneOn: day !== null && day <= until ? day : null,
    };
  });
  await invoke('care.saveSteps', { id, version: row.version, steps: planned });
}
