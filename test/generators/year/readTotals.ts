/** Reads what a year adds up to from a store, through the operations the screens call. */
import type { InputOf, OperationName, OutputOf } from '../../../shared/contract';
import { isIndicatorId } from '../../../shared/domain/indicators';
import { mapped, tally } from './expected';
import { YEAR } from './facts';
import { readCare } from './readCare';
import { QUARTERS, type YearTotals } from './totals';

export type Ask = <N extends OperationName>(operation: N, input: InputOf<N>) => Promise<OutputOf<N>>;
type EventRow = OutputOf<'events.list'>['rows'][number];

const SPAN = { from: `${YEAR}-01-01`, to: `${YEAR}-12-31` };

async function members(ask: Ask): Promise<YearTotals['members']> {
  const { figures, departments, gender } = await ask('dashboard.figures', SPAN);
  const names = [
    ...(['members.active', 'members.female', 'members.male', 'members.joined', 'members.left'] as const),
    'members.without.cardNo',
  ];
  const bars = (rows: typeof gender) =>
    mapped(
      rows.filter((row) => row.value > 0),
      (row) => row.label ?? row.key,
      (row) => row.value,
    );
  const { rows } = await ask('members.list', { statuses: [], limit: 500 });
  return {
    figures: mapped(
      names,
      (name) => name,
      (name) => figures[name]?.value ?? Number.NaN,
    ),
    byStatus: tally(rows, (row) => row.status),
    byDepartment: bars(departments),
    byGender: mapped(
      gender.filter((row) => row.value > 0),
      (row) => row.key,
      (row) => row.value,
    ),
  };
}

function textOf({ participation, wording }: EventRow): string {
  if (participation === null) return wording ?? '';
  const { value, whole, unit } = participation;
  return `${value}${whole === null ? '' : `/${whole}`} ${unit}`;
}

async function figureOf(ask: Ask, id: string): Promise<number | null> {
  if (!isIndicatorId(id)) throw new Error(`no indicator ${id}`);
  return (await ask('dashboard.indicator', { id, ...SPAN })).value;
}

async function events(ask: Ask): Promise<YearTotals['events']> {
  const { rows } = await ask('events.list', { year: YEAR, limit: 500 });
  const { figures, months } = await ask('dashboard.figures', SPAN);
  const byKind: Record<string, { events: number; turns: number | null }> = {};
  for (const kind of new Set(rows.map((row) => row.kind)))
    byKind[kind] = {
      events: (await figureOf(ask, `events.kind.${kind}`)) ?? Number.NaN,
      turns: await figureOf(ask, `events.turnsOf.${kind}`),
    };
  const departments: Record<string, Record<string, string>> = {};
  const groups: Record<string, string> = {};
  for (const { id, name } of rows) {
    const attendance = await ask('events.attendance', { id });
    if (attendance.frozen && attendance.audience !== 'invited')
      departments[name] = mapped(
        attendance.departments.filter((one) => one.eligible > 0),
        (one) => one.name ?? '',
        (one) => `${one.present}/${one.eligible}`,
      );
    const plan = await ask('events.plan', { id });
    if (plan.groups.length > 0) groups[name] = `${plan.people} ${plan.came} ${plan.turns}`;
  }
  return {
    figures: mapped(
      ['events.all', 'events.turns', 'events.unrecorded'],
      (name) => name,
      (name) => figures[name]?.value ?? Number.NaN,
    ),
    byKind,
    months: months.map(({ events, turns }) => ({ events, turns })),
    participation: mapped(rows, (row) => row.name, textOf),
    departments,
    groups,
  };
}

async function training(ask: Ask): Promise<YearTotals['training']> {
  const { totals, rows } = await ask('training.list', { year: YEAR, kind: 'training' });
  const { events, topics, turns, people, certificates } = totals;
  return {
    events,
    topics,
    tenths: rows.reduce((sum, row) => sum + (row.tenths ?? 0), 0),
    turns,
    people,
    certificates,
  };
}

async function contests(ask: Ask): Promise<YearTotals['contests']> {
  const { rows } = await ask('events.list', { year: YEAR, kinds: ['contest'], limit: 100 });
  const found: Record<string, Record<string, number>> = {};
  for (const { id, name } of rows) {
    const { entries, people, prizes, money } = (await ask('contests.get', { eventId: id })).totals;
    found[name] = { entries, people, prizes, money };
  }
  return found;
}

async function welfare(ask: Ask): Promise<YearTotals['welfare']> {
  const found = await ask('welfare.figures', SPAN);
  const { campaigns, gifts, total, mean, unsigned, unsignedCampaigns, withoutVoucher } = found;
  const { rows } = await ask('welfare.campaigns', { year: YEAR, limit: 100 });
  const tet = rows.find((row) => row.occasion === 'tet');
  const shares = tet ? (await ask('welfare.board', { year: YEAR, id: tet.id })).rows : [];
  return {
    figures: { campaigns, gifts, total, mean: mean ?? 0, unsigned, unsignedCampaigns, withoutVoucher },
    sources: mapped(
      found.sources,
      (source) => source.kind,
      (source) => source.amount,
    ),
    occasions: mapped(
      found.occasions,
      (one) => one.occasion ?? '',
      (one) => one.total,
    ),
    preparing: found.preparing,
    campaigns: mapped(
      rows,
      (row) => row.name,
      ({ totals, vouchers }) => {
        const { gifts, cash, kindValue, total, received, sources } = totals;
        return { gifts, cash, kindValue, total, received, sources, vouchers };
      },
    ),
    shares: mapped(
      shares.filter((row) => row.gifts > 0),
      (row) => row.name ?? '',
      (row) => `${row.gifts} ${row.total}`,
    ),
  };
}

async function funds(ask: Ask): Promise<YearTotals['funds']> {
  const codes = new Map((await ask('funds.categories', {})).rows.map((row) => [row.id, row.code]));
  const found: Record<string, YearTotals['funds'][string]> = {};
  for (const fund of (await ask('funds.list', { year: YEAR })).rows) {
    const { cash, bank, income, spending, vouchers, drafts, closedTo, id: fundId } = fund;
    const statement = await ask('funds.statement', { fundId, year: YEAR });
    const quarters: number[][] = [];
    for (const [from, to] of QUARTERS) {
      const book = await ask('funds.book', { fundId, from: `${YEAR}-${from}`, to: `${YEAR}-${to}` });
      quarters.push([book.opening, book.received, book.paid, book.closing]);
    }
    found[fund.name] = {
      figures: { cash, bank, vouchers, income, spending, drafts },
      closedTo,
      statement: mapped(
        statement.lines,
        (line) => codes.get(line.categoryId ?? 0) ?? '',
        (line) => line.actual,
      ),
      closing: statement.closing,
      quarters,
    };
  }
  return found;
}

export async function readTotals(ask: Ask): Promise<YearTotals> {
  const { total, received, paid } = await ask('funds.vouchers', { year: YEAR, limit: 1 });
  const checks = await ask('funds.checks', { year: YEAR });
  return {
    members: await members(ask),
    events: await events(ask),
    training: await training(ask),
    contests: await contests(ask),
    welfare: await welfare(ask),
    funds: await funds(ask),
    ...(await readCare(ask)),
    vouchers: { total, received, paid },
    checks: mapped(
      checks.rows,
      (row) => row.check,
      (row) => row.count,
    ),
  };
}
