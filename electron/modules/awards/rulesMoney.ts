/**
 * Award money: what coefficients and the base wage of the day come to is proposed beside what was typed, never written
 * over it; a decision is paid once.
 */
import { AppError } from '../../../shared/contract/errors';
import { awardMoney } from '../../../shared/domain/awardMoney';
import { RECIPIENT_KINDS } from '../../../shared/domain/awards';
import { dateBounds } from '../../../shared/domain/dates';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { categoryOf, createVoucher, vouchersFor } from '../funds/service';
import { formById } from './formsRepository';
import { recipientsOf } from './repository';
import * as repo from './rulesRepository';
import { type RowKind, restoreRows, saveRow, trashRows } from './rulesRows';
import { awardsHandlers, liveDecision } from './service';

const ENTITY = 'award_decision';
/** Category of payments: khen thưởng. */
const CATEGORY = 'C-KT';

type WageFields = Omit<ParsedInputOf<'awardMoney.saveWage'>, 'id' | 'version'>;
const WAGE: RowKind<WageFields> = {
  table: 'base_wage',
  fields: ['amount', 'validFrom', 'source', 'toCheck', 'note'],
  read: (row: repo.WageRecord) => ({
    ...{ amount: row.amount, validFrom: row.valid_from, source: row.source },
    ...{ toCheck: row.to_check === 1, note: row.note },
  }),
  write: (f) => ({ ...f, toCheck: f.toCheck ? 1 : 0 }),
  save: 'awardMoney.saveWage',
  trash: 'awardMoney.trashWages',
  restore: 'awardMoney.restoreWages',
};

type CoefficientFields = Omit<ParsedInputOf<'awardMoney.saveCoefficient'>, 'id' | 'version'>;
const COEFFICIENT: RowKind<CoefficientFields> = {
  table: 'award_coefficient',
  fields: ['formCode', 'recipient', 'hundredths', 'validFrom', 'validTo', 'source', 'toCheck'],
  read: (row: repo.CoefficientRecord) => ({
    ...{
      formCode: row.form_code,
      recipient: row.recipient,
      hundredths: row.hundredths,
      validFrom: row.valid_from,
    },
    ...{ validTo: row.valid_to, source: row.source, toCheck: row.to_check === 1 },
  }),
  write: (f) => ({ ...f, toCheck: f.toCheck ? 1 : 0 }),
  save: 'awardMoney.saveCoefficient',
  trash: 'awardMoney.trashCoefficients',
  restore: 'awardMoney.restoreCoefficients',
};

function rates(_: ParsedInputOf<'awardMoney.rates'>, ctx: Ctx): OutputOf<'awardMoney.rates'> {
  const today = ctx.today();
  const base = repo.wageOn(ctx.db, today);
  const holds = (row: { validFrom: string; validTo: string | null }) =>
    row.validFrom <= today && (row.validTo === null || dateBounds(row.validTo).last >= today);
  return {
    wages: repo
      .wages(ctx.db)
      .map((row) => ({ ...WAGE.read(row as never), id: row.id, version: row.version })),
    coefficients: repo.coefficients(ctx.db).map((row) => {
      const fields = COEFFICIENT.read(row as never);
      return {
        ...{ ...fields, id: row.id, version: row.version, form: row.form, formEn: row.form_en },
        today: base && holds(fields) ? awardMoney(row.hundredths, base.amount) : null,
      };
    }),
  };
}

function saveCoefficient(
  input: ParsedInputOf<'awardMoney.saveCoefficient'>,
  ctx: Ctx,
): OutputOf<'awardMoney.saveCoefficient'> {
  if (input.validTo !== null && dateBounds(input.validTo).last < input.validFrom)
    throw new AppError('DATE_ORDER', { fields: { validTo: 'DATE_ORDER' } });
  return saveRow(ctx, COEFFICIENT, input);
}

const paymentsOf = (ctx: Ctx, id: number) =>
  vouchersFor(ctx, ENTITY, id).filter((voucher) => voucher.kind === 'payment');

function propose(input: ParsedInputOf<'awardMoney.propose'>, ctx: Ctx): OutputOf<'awardMoney.propose'> {
  const d = liveDecision(ctx, input.decisionId);
  const form = formById(ctx.db, d.form_id)!;
  const day = d.decided_on?.length === 10 ? d.decided_on : ctx.today();
  const base = repo.wageOn(ctx.db, day);
  const rows = repo.coefficientsOn(ctx.db, form.code, day);
  const named = recipientsOf(ctx.db, d.id);
  return {
    day,
    baseWage: base ? { amount: base.amount, validFrom: base.valid_from, toCheck: base.to_check === 1 } : null,
    kinds: RECIPIENT_KINDS.flatMap((kind) => {
      const row = rows.find((one) => one.recipient === kind);
      if (!row) return [];
      return {
        ...{ kind, hundredths: row.hundredths, toCheck: row.to_check === 1, source: row.source },
        proposed: base ? awardMoney(row.hundredths, base.amount) : null,
        typed: d[`money_${kind}`],
        own: named.filter((one) => one.kind === kind && one.amount !== null).length,
      };
    }),
    total: awardsHandlers['awards.get']({ id: d.id }, ctx).moneyTotal,
    vouchers: paymentsOf(ctx, d.id).map(({ id, code, amount, onDate }) => ({ id, code, amount, onDate })),
  };
}

function pay(input: ParsedInputOf<'awardMoney.pay'>, ctx: Ctx): OutputOf<'awardMoney.pay'> {
  const d = liveDecision(ctx, input.decisionId);
  if (d.status !== 'issued') throw new AppError('AWARD_DRAFT');
  const made = paymentsOf(ctx, d.id);
  if (made.length > 0)
    throw new AppError('AWARD_PAID', { details: { code: made.map(({ code }) => code ?? '…').join(', ') } });
  const amount = awardsHandlers['awards.get']({ id: d.id }, ctx).moneyTotal;
  if (amount === null || amount === 0) throw new AppError('AWARD_NO_MONEY');
  const label = [d.form, d.number].filter(Boolean).join(' · ').slice(0, 200);
  const voucher = createVoucher(ctx, {
    fundId: input.fundId,
    kind: 'payment',
    onDate: input.onDate,
    holding: input.holding,
    categoryId: categoryOf(ctx, CATEGORY, input.onDate),
    amount,
    reason: `Tiền thưởng kèm ${d.form}${d.number ? ` theo quyết định ${d.number}` : ''}`.slice(0, 300),
    personName: input.personName,
    papers: d.number ? `Quyết định ${d.number} và danh sách ký nhận`.slice(0, 300) : 'Danh sách ký nhận',
    source: { entity: ENTITY, id: d.id, label },
    numbered: input.numbered,
  });
  if (input.numbered) ctx.undo('funds.takeBack', { ids: [voucher.id], trash: true });
  else ctx.undo('funds.trashVouchers', { ids: [voucher.id] });
  return { ...voucher, amount };
}

function sums(input: ParsedInputOf<'awardMoney.sums'>, ctx: Ctx): OutputOf<'awardMoney.sums'> {
  const rows: OutputOf<'awardMoney.sums'>['rows'] = [];
  for (const { source, id, level: _, ...item } of repo.moneyOfYear(ctx.db, input.year)) {
    let row = rows.find((one) => one.source === source);
    if (!row) {
      row = { source, decisions: 0, amount: 0, paid: 0, items: [] };
      rows.push(row);
    }
    row.decisions += 1;
    row.amount += item.amount;
    row.paid += item.paid;
    row.items.push({ decisionId: id, ...item });
  }
  const all = (of: 'amount' | 'paid') => rows.reduce((sum, row) => sum + row[of], 0);
  return { rows, total: all('amount'), paid: all('paid') };
}

/** The unit's own decisions whose award money is not all paid by numbered vouchers, for the checks of the funds. */
export const awardsUnpaid = (ctx: Ctx, year: number | null) =>
  repo
    .moneyOfYear(ctx.db, year)
    .filter((row) => row.level === 'unit' && row.paid < row.amount)
    .map(({ id, form, number }) => ({
      key: `${ENTITY}:${id}`,
      label: ['Tiền thưởng', form, number].filter(Boolean).join(' · '),
      path: `/awards/${id}`,
      explained: null,
    }));

export const awardMoneyHandlers: HandlersOf<'awardMoney'> = {
  'awardMoney.rates': rates,
  'awardMoney.saveWage': (input, ctx) => saveRow(ctx, WAGE, input),
  'awardMoney.trashWages': trashRows(WAGE),
  'awardMoney.restoreWages': restoreRows(WAGE),
  'awardMoney.saveCoefficient': saveCoefficient,
  'awardMoney.trashCoefficients': trashRows(COEFFICIENT),
  'awardMoney.restoreCoefficients': restoreRows(COEFFICIENT),
  'awardMoney.propose': propose,
  'awardMoney.pay': pay,
  'awardMoney.sums': sums,
};
