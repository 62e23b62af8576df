/** What the books of a year must show, by plain arithmetic on its vouchers. */
import { type Fund, type FundKey, type Voucher, YEAR, type Year } from './facts';
import { QUARTERS, type YearTotals } from './totals';

interface Entry {
  readonly fund: FundKey;
  readonly kind: 'receipt' | 'payment';
  readonly onDate: string;
  readonly holding: 'cash' | 'bank';
  readonly category: string | null;
  readonly amount: number;
  readonly correction: boolean;
}

/** What stands in the books: numbered vouchers, and the differences that correct some of them. */
export function entriesOf(vouchers: readonly Voucher[]): Entry[] {
  return vouchers.flatMap((voucher): Entry[] => {
    if (voucher.state !== 'numbered') return [];
    const { fund, kind, onDate, holding, category, amount, corrected } = voucher;
    const made: Entry = { fund, kind, onDate, holding, category, amount, correction: false };
    if (corrected === null) return [made];
    const difference = corrected.amount - amount;
    const opposite = kind === 'receipt' ? 'payment' : 'receipt';
    return [
      made,
      {
        ...made,
        kind: difference > 0 ? kind : opposite,
        onDate: corrected.onDate,
        amount: Math.abs(difference),
        correction: true,
      },
    ];
  });
}

const signed = (entry: Entry): number => (entry.kind === 'receipt' ? entry.amount : -entry.amount);
const add = (entries: readonly Entry[], of = signed): number =>
  entries.reduce((sum, entry) => sum + of(entry), 0);
/** Codes begin with T for income and C for spending; NB only changes its place. */
const isInternal = (category: string | null): boolean => category?.endsWith('-NB') ?? false;
const isIncome = (entry: Entry): boolean =>
  entry.category === null ? entry.kind === 'receipt' : entry.category.startsWith('T');

function fundTotals(year: Year, fund: Fund): YearTotals['funds'][string] {
  const entries = entriesOf(year.vouchers).filter((entry) => entry.fund === fund.key);
  const outer = entries.filter((entry) => !isInternal(entry.category));
  const cash = fund.openingCash + add(entries.filter((entry) => entry.holding === 'cash'));
  const bank = fund.openingBank + add(entries.filter((entry) => entry.holding === 'bank'));
  const statement: Record<string, number> = {};
  for (const entry of entries) {
    const code = entry.category ?? '';
    statement[code] = (statement[code] ?? 0) + (isIncome(entry) ? signed(entry) : -signed(entry));
  }
  const budget = fund.key === 'own' ? year.budget.map((line) => line.category) : [];
  for (const code of budget) statement[code] ??= 0;
  let opening = fund.openingCash + fund.openingBank;
  const quarters = QUARTERS.map(([from, to]) => {
    const inside = entries.filter(
      (entry) => entry.onDate >= `${YEAR}-${from}` && entry.onDate <= `${YEAR}-${to}`,
    );
    const received = add(inside, (entry) => (entry.kind === 'receipt' ? entry.amount : 0));
    const paid = add(inside, (entry) => (entry.kind === 'payment' ? entry.amount : 0));
    const row = [opening, received, paid, opening + received - paid];
    opening = row[3]!;
    return row;
  });
  return {
    figures: {
      ...{ cash, bank, vouchers: entries.length },
      income: add(outer.filter(isIncome)),
      spending: -add(outer.filter((entry) => !isIncome(entry))),
      drafts: year.vouchers.filter((one) => one.fund === fund.key && one.state === 'draft').length,
    },
    closedTo: year.closings.find((closing) => closing.fund === fund.key)?.to ?? null,
    statement,
    closing: { cash, bank },
    quarters,
  };
}

/** The lowest a fund ever holds in cash or at the bank at the end of a day. */
export function lowest(year: Year): number {
  let low = Number.POSITIVE_INFINITY;
  for (const fund of year.funds)
    for (const holding of ['cash', 'bank'] as const) {
      const own = entriesOf(year.vouchers).filter((one) => one.fund === fund.key && one.holding === holding);
      const days = [...new Set(own.map((one) => one.onDate))];
      const opening = holding === 'cash' ? fund.openingCash : fund.openingBank;
      for (const day of days) low = Math.min(low, opening + add(own.filter((one) => one.onDate <= day)));
    }
  return low;
}

export function expectedMoney(year: Year): Pick<YearTotals, 'funds' | 'vouchers' | 'checks'> {
  const entries = entriesOf(year.vouchers);
  const spent = year.vouchers.filter(
    (one) => one.state === 'numbered' && one.kind === 'payment' && !isInternal(one.category),
  );
  const bare = spent.filter((one) => !one.papers);
  return {
    funds: Object.fromEntries(year.funds.map((fund) => [fund.name, fundTotals(year, fund)])),
    vouchers: {
      total: year.vouchers.length + entries.filter((entry) => entry.correction).length,
      received: add(entries, (entry) => (entry.kind === 'receipt' ? entry.amount : 0)),
      paid: add(entries, (entry) => (entry.kind === 'payment' ? entry.amount : 0)),
    },
    checks: {
      noSource: bare.filter((one) => one.campaign === null).length,
      noPapers: bare.filter((one) => one.campaign !== null).length,
      noCategory: entries.filter((entry) => entry.category === null).length,
      draft: year.vouchers.filter((one) => one.state === 'draft').length,
      negative: 0,
    },
  };
}
