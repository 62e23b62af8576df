/** Invented gift campaigns: four Tết, the days of the year, one told of by a report only, one being made. */
import type { InputOf } from '../../shared/contract';
import { addDays } from '../../shared/domain/dateMath';
import { canChi } from '../../shared/domain/lunar';
import { dateOf, type OccasionCode, occasionOf } from '../../shared/domain/occasions';
import type { Invoke } from './seed';

type Fields = InputOf<'welfare.createCampaign'>;
type Filter = InputOf<'welfare.addMembers'>['filter'];

const SIGNERS = { preparer: 'Bùi Thị Quỳnh Uyển', treasurer: 'Lê Hoàng Ngọc Yến' };
const FAMILIES = ['Lò', 'Quàng', 'Cà', 'Tòng', 'Vàng', 'Giàng', 'Lường', 'Bạc'];
const MIDDLES = ['Văn', 'Thị', 'A', 'Y'];
const GIVEN = ['Ón', 'Pản', 'Sinh', 'Dua', 'Chựa', 'Hặc', 'Piêng', 'Muôn', 'Inh', 'Lả'];
const VILLAGES = ['bản Nà Lốm', 'bản Pom Khoang', 'bản Huổi Sản', 'tổ 4 thị trấn'];

/** People of the neighbourhood: poor households the union looks after. */
const neighbours = (count: number): InputOf<'welfare.addOutsiders'>['people'] =>
  Array.from({ length: count }, (_, at) => ({
    name: `${FAMILIES[at % 8]} ${MIDDLES[at % 4]} ${GIVEN[(at * 3 + Math.floor(at / 8)) % 10]}`,
    birthYear: String(1938 + ((at * 7) % 40)),
    address: VILLAGES[at % 4]!,
    relation: at % 3 === 0 ? 'Hộ nghèo trên địa bàn' : 'Bệnh nhân có hoàn cảnh khó khăn',
  }));

/** What every campaign of the year begins with. */
function onOccasion(occasion: OccasionCode, year: number, name: string, before = 3): Fields {
  const day = dateOf(occasionOf(occasion)!, year)!;
  return { name, occasion, year, onDate: addDays(day, -before), place: 'Hội trường tầng 3', ...SIGNERS };
}

async function givenOut(
  invoke: Invoke,
  fields: Fields,
  people: { filter?: Filter; category?: InputOf<'welfare.addMembers'>['category'] },
): Promise<number> {
  const { id } = await invoke('welfare.createCampaign', fields);
  if (people.filter)
    await invoke('welfare.addMembers', {
      id,
      filter: people.filter,
      category: people.category ?? 'standard',
      householdOnce: false,
    });
  return id;
}

/** Sources that add up, and receipts; `unsigned` lines at the end are left open. */
async function handOut(invoke: Invoke, id: number, fields: Fields, unsigned = 0): Promise<void> {
  const { totals, version: at } = await invoke('welfare.campaign', { id });
  const [first, ...rest] = fields.sources ?? [];
  const others = rest.reduce((sum, source) => sum + source.amount, 0);
  const sources = [{ ...(first ?? { kind: 'own' as const }), amount: totals.total - others }, ...rest];
  const { version } = await invoke('welfare.updateCampaign', { ...fields, sources, id, version: at });
  await invoke('welfare.setState', { id, version, state: 'given' });
  await invoke('welfare.receive', { id, receivedOn: fields.onDate });
  if (unsigned === 0) return;
  const { rows } = await invoke('welfare.recipients', {
    id,
    offset: totals.gifts - unsigned,
    limit: unsigned,
  });
  await invoke('welfare.receive', { id, recipientIds: rows.map((row) => row.id), receivedOn: null });
}

/** 344 gifts worth 181 million: 326 of 500.000 đ and 18 of 1.000.000 đ. */
async function seedTet(invoke: Invoke, year: number): Promise<number> {
  const fields: Fields = {
    ...onOccasion('tet', year, `Quà Tết ${canChi(year)} ${year}`, 10),
    programme: 'Tết Sum vầy',
    decision: `Quyết định số 03/QĐ-CĐCS ngày 12 tháng 01 năm ${year}`,
    budget: 185_000_000,
    orientation: 'landscape',
    values: [
      { category: 'standard', cash: 500_000 },
      { category: 'hard', cash: 1_000_000 },
      { category: 'very_hard', cash: 1_000_000 },
      { category: 'outsider', cash: 500_000 },
    ],
    sources: [
      { kind: 'own', amount: 0 },
      { kind: 'above', name: 'Liên đoàn Lao động tỉnh Thanh Lâm', amount: 60_000_000 },
      { kind: 'employer', name: 'Trung tâm Y tế khu vực Suối Mơ', amount: 57_000_000 },
    ],
  };
  const id = await givenOut(invoke, fields, { filter: {}, category: 'byHardship' });
  const before = await invoke('welfare.campaign', { id });
  await invoke('welfare.addOutsiders', { id, people: neighbours(344 - before.totals.gifts) });
  const { rows } = await invoke('welfare.recipients', { id, limit: 500 });
  const dear = rows.filter((row) => row.cash === 1_000_000);
  const changed = [
    ...dear.slice(18).map((row) => ({ id: row.id, category: 'standard' as const, cash: 500_000 })),
    ...rows
      .filter((row) => row.cash === 500_000 && row.who === 'outsider')
      .slice(0, Math.max(0, 18 - dear.length))
      .map((row) => ({ id: row.id, category: row.category, cash: 1_000_000 })),
  ];
  if (changed.length > 0) await invoke('welfare.setWorth', { rows: changed });
  await handOut(invoke, id, fields);
  return id;
}

async function linkTo(
  invoke: Invoke,
  id: number,
  label: string,
  reason: string,
  year: number,
): Promise<void> {
  const { rows } = await invoke('funds.vouchers', { search: reason, kind: 'payment', year, limit: 5 });
  const free = rows.find((row) => row.source === null && row.number !== null);
  if (free)
    await invoke('funds.linkVoucher', { id: free.id, source: { entity: 'welfare_campaign', id, label } });
}

/** Tết of earlier years, for part of the people: who was passed over shows later. */
async function seedEarlier(invoke: Invoke, year: number): Promise<void> {
  const { ids } = await invoke('members.ids', {});
  for (const back of [3, 2, 1]) {
    const fields: Fields = {
      ...onOccasion('tet', year - back, `Quà Tết ${canChi(year - back)} ${year - back}`, 10),
      values: [{ category: 'standard', cash: 300_000 }],
      sources: [{ kind: 'own', amount: 0 }],
    };
    const some = ids.filter((_, at) => at % 9 !== 4 && (at + back) % 5 !== 0);
    const id = await givenOut(invoke, fields, { filter: { ids: some, statuses: [] } });
    await handOut(invoke, id, fields);
    const { version } = await invoke('welfare.campaign', { id });
    const exception = 'Chi trước khi dùng sổ, chứng từ lưu ở phòng Kế toán';
    await invoke('welfare.setException', { id, version, exception });
  }
}

/** Everything up to `today` (ISO date) is given out; next year's Tết is being made. */
export async function seedWelfare(invoke: Invoke, year: number, today: string): Promise<void> {
  await seedEarlier(invoke, year);
  const tet = await seedTet(invoke, year);
  await linkTo(invoke, tet, `Quà Tết ${year}`, 'Quà Tết', year);
  const { version } = await invoke('welfare.campaign', { id: tet });
  await invoke('welfare.setState', { id: tet, version, state: 'settled' });
  await seedDays(invoke, year, today);
  await invoke('welfare.createCampaign', {
    ...onOccasion('tet', year, 'Quà Tết của các tổ công đoàn', 5),
    kind: 'count',
    values: [],
    sources: [],
    count: { wording: 'hàng trăm', source: `Báo cáo hoạt động quý I năm ${year} của các tổ công đoàn` },
  });
  await invoke('welfare.copyCampaign', { id: tet, year: year + 1 });
}

async function seedDays(invoke: Invoke, year: number, today: string): Promise<void> {
  const own = (cash: number, category: NonNullable<Fields['values']>[number]['category']) => ({
    values: [{ category, cash }],
    sources: [{ kind: 'own' as const, amount: 0 }],
  });
  const women: Filter = { genders: ['female'] };
  const days: [Fields, Filter | null, NonNullable<Fields['values']>[number]['category'], number][] = [
    [
      {
        ...onOccasion('doctors_day', year, `Quà ngày Thầy thuốc Việt Nam ${year}`),
        ...own(100_000, 'standard'),
      },
      {},
      'standard',
      0,
    ],
    [
      { ...onOccasion('womens_day', year, `Quà 8/3 năm ${year}`), ...own(50_000, 'women') },
      women,
      'women',
      0,
    ],
    [
      { ...onOccasion('childrens_day', year, `Quà 1/6 năm ${year}`), ...own(150_000, 'child') },
      null,
      'child',
      0,
    ],
    [
      { ...onOccasion('invalids_day', year, `Quà 27/7 năm ${year}`), ...own(500_000, 'policy') },
      null,
      'policy',
      0,
    ],
    [
      {
        ...onOccasion('vn_womens_day', year, `Quà 20/10 năm ${year}`),
        values: [{ category: 'women', kindText: 'Hộp quà', kindValue: 80_000 }],
        sources: [{ kind: 'employer', amount: 0 }],
      },
      women,
      'women',
      12,
    ],
  ];
  for (const [fields, filter, category, unsigned] of days) {
    if (fields.onDate > today) continue;
    const id = await givenOut(invoke, fields, filter ? { filter, category } : {});
    if (category === 'child') await invoke('welfare.addChildren', { id, filter: {} });
    if (category === 'policy')
      await invoke('welfare.addOutsiders', {
        id,
        people: neighbours(9).map((person) => ({
          ...person,
          category: 'policy' as const,
          relation: 'Gia đình liệt sĩ',
        })),
      });
    await handOut(invoke, id, fields, unsigned);
    if (category === 'child') await linkTo(invoke, id, fields.name, 'Quà 1/6', year);
    if (fields.occasion === 'womens_day') await linkTo(invoke, id, fields.name, 'ngày 8/3', year);
    if (fields.occasion === 'vn_womens_day') {
      const { version } = await invoke('welfare.campaign', { id });
      await invoke('welfare.setException', {
        id,
        version,
        exception: 'Chuyên môn mua hộp quà và trao trực tiếp',
      });
    }
    if (category === 'standard') await linkTo(invoke, id, fields.name, 'Thầy thuốc', year);
  }
}
