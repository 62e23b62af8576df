/** Three invented years of awards: the unit's own decisions by name, those of the levels above as numbers. */
import type { InputOf, OutputOf } from '../../shared/contract';
import { randomFrom } from './people';
import { joinedBefore, mixed, type Row } from './roles';
import type { Invoke } from './seed';

type Form = OutputOf<'awards.forms'>['rows'][number];
type Item = InputOf<'awards.addRecipients'>['items'][number];

interface Own {
  code: string;
  day: string;
  number: number;
  occasion: string;
  people: number;
  groups: number;
  women?: boolean;
  money?: readonly [individual: number, collective: number];
}
/** Day of the year, number of the decision, how many are named. */
const OWN: readonly Own[] = [
  {
    code: 'GVN',
    day: '03-06',
    number: 9,
    occasion: 'Biểu dương phong trào nữ nhân ngày 8/3',
    people: 12,
    groups: 2,
    women: true,
    money: [200_000, 500_000],
  },
  {
    code: 'VHTT',
    day: '05-29',
    number: 21,
    occasion: 'Hội thao chào mừng Tháng Công nhân',
    people: 9,
    groups: 3,
    money: [150_000, 400_000],
  },
  {
    code: 'GK-CS',
    day: '11-18',
    number: 45,
    occasion: 'Tổng kết hoạt động công đoàn năm {năm}',
    people: 36,
    groups: 4,
    money: [300_000, 600_000],
  },
];

interface Above {
  code: string;
  day: string;
  number: string;
  counts: readonly [collective: number | null, individual: number | null];
}
/** Year by year, from two years ago; the first is the case of one collective and two individuals. */
const ABOVE: readonly (readonly Above[])[] = [
  [
    { code: 'BK-TLD', day: '03-12', number: '318/QĐ-TLĐ', counts: [1, 2] },
    { code: 'BK-CDN', day: '04-02', number: '77/QĐ-CĐYT', counts: [1, 0] },
  ],
  [
    { code: 'BK-LD', day: '02-10', number: '112/QĐ-LĐLĐ', counts: [1, 3] },
    { code: 'LDTT', day: '01-20', number: '15/QĐ-TTYT', counts: [null, 268] },
    { code: 'CSTDCS', day: '01-20', number: '16/QĐ-TTYT', counts: [null, 31] },
  ],
  [
    { code: 'BK-LD', day: '02-05', number: '96/QĐ-LĐLĐ', counts: [null, null] },
    { code: 'GK-CT', day: '07-24', number: '204/QĐ-CĐ', counts: [2, 5] },
    { code: 'LDTT', day: '01-15', number: '12/QĐ-TTYT', counts: [null, 281] },
  ],
];

/** Everything up to `today`; the last decision of the year stays a draft to be issued. */
export async function seedAwards(invoke: Invoke, year: number, today: string): Promise<void> {
  const { rows: forms } = await invoke('awards.forms', {});
  const { rows: women } = await invoke('members.list', { genders: ['female'], limit: 500 });
  const { rows: everyone } = await invoke('members.list', { limit: 500 });
  const { rows: groups } = await invoke('organisation.units', { kind: 'group' });
  for (const [i, above] of ABOVE.entries()) {
    const of = year - ABOVE.length + 1 + i;
    for (const one of above) await seedAbove(invoke, formOf(forms, one.code), one, of, today);
    for (const one of OWN) {
      const random = randomFrom(of * 100 + one.number);
      const people = draw(joinedBefore(one.women ? women : everyone, `${of}`), one.people, random);
      const units = draw(groups, one.groups, random);
      await seedOwn(invoke, formOf(forms, one.code), one, { people, units, year: of, today });
    }
  }
  await seedHousehold(invoke, formOf(forms, 'GDTB'), everyone, year, today);
}

function formOf(forms: readonly Form[], code: string): Form {
  const found = forms.find((form) => form.code === code);
  if (!found) throw new Error(`no form ${code}`);
  return found;
}

/** `n` different ones, always the same for the same generator. */
function draw<T extends { id: number }>(from: readonly T[], n: number, random: () => number): number[] {
  const left = from.map((row) => row.id);
  return Array.from(
    { length: Math.min(n, left.length) },
    () => left.splice(Math.floor(random() * left.length), 1)[0]!,
  );
}

async function seedAbove(invoke: Invoke, form: Form, one: Above, year: number, today: string): Promise<void> {
  const decidedOn = `${year}-${one.day}`;
  if (decidedOn > today) return;
  const [countCollective, countIndividual] = one.counts;
  const made = await invoke('awards.create', {
    formId: form.id,
    side: form.side,
    level: form.level,
    number: one.number,
    decidedOn,
    authority: form.grantor,
    awardYear: year - 1,
    countsOnly: true,
    countCollective,
    countIndividual,
    occasion: `Thành tích năm ${year - 1}`,
  });
  await invoke('awards.issue', made);
}

interface Named {
  people: readonly number[];
  units: readonly number[];
  year: number;
  today: string;
}

async function seedOwn(
  invoke: Invoke,
  form: Form,
  one: Own,
  { people, units, year, today }: Named,
): Promise<void> {
  const planned = `${year}-${one.day}`;
  const draft = one.code === 'GK-CS' && year === Number(today.slice(0, 4));
  if (planned > today && !draft) return;
  const decidedOn = planned > today ? today : planned;
  const { formId: _, ...proposed } = await invoke('awards.defaults', { formId: form.id, decidedOn });
  const made = await invoke('awards.create', {
    ...proposed,
    formId: form.id,
    number: `${String(one.number).padStart(2, '0')}/QĐ-CĐCS`,
    decidedOn,
    occasion: one.occasion.replace('{năm}', String(year)),
    moneyIndividual: one.money?.[0] ?? null,
    moneyCollective: one.money?.[1] ?? null,
    moneySource: 'nguồn tài chính công đoàn cơ sở',
  });
  const items: Item[] = [
    ...units.map((orgUnitId) => ({ kind: 'collective' as const, orgUnitId })),
    ...people.map((memberId) => ({ kind: 'individual' as const, memberId })),
  ];
  await invoke('awards.addRecipients', { id: made.id, items });
  await invoke('awards.orderRecipients', { id: made.id, by: 'department' });
  if (!draft) await invoke('awards.issue', made);
}

async function seedHousehold(
  invoke: Invoke,
  form: Form,
  members: readonly Row[],
  year: number,
  today: string,
): Promise<void> {
  const husbands = mixed(joinedBefore(members, `${year - 6}`))
    .filter((member) => member.gender === 'male')
    .slice(0, 2);
  const decidedOn = `${year - 1}-06-26`;
  const { formId: _, ...proposed } = await invoke('awards.defaults', { formId: form.id, decidedOn });
  const made = await invoke('awards.create', {
    ...proposed,
    formId: form.id,
    number: '28/QĐ-CĐCS',
    decidedOn: decidedOn > today ? today : decidedOn,
    occasion: 'Ngày Gia đình Việt Nam 28/6',
    moneyHousehold: 500_000,
  });
  const wives = ['Sùng Thị Mỷ', 'Nguyễn Hoàng Thiên Nghi'];
  const items = husbands.map((member, i) => ({
    kind: 'household' as const,
    memberId: member.id,
    spouseName: wives[i] ?? null,
    spouseHonorific: 'Bà',
  }));
  await invoke('awards.addRecipients', { id: made.id, items });
  await invoke('awards.issue', made);
}
