/** What vouchers, cash books and statements print, drawn in a worker. */
import { AppError } from '../../../shared/contract/errors';
import { formatDate } from '../../../shared/domain/dates';
import { recordChange } from '../../db/audit';
import type { CashBookData } from '../../documents/papers/cashBook';
import type { StatementLine } from '../../documents/papers/fundStatement';
import type { PaperUnit } from '../../documents/papers/paper';
import type { PrintedVoucher } from '../../documents/papers/vouchers';
import { XLSX_MIME } from '../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { FundPaper } from '../../jobs/fundPapers';
import { profileOn, termOn } from '../organisation/service';
import { book, statement } from './books';
import { codeOf, liveFund, liveVoucher } from './record';
import type { FundRecord } from './repository';
import { markPrinted } from './vouchersRepository';
import { wordsOf } from './words';

const MOST_VOUCHERS = 500;

function unitOn(ctx: Ctx, day: string): PaperUnit {
  const profile = profileOn(ctx, day);
  return {
    upperBody: profile?.upperName ?? null,
    body: profile?.shortName || (profile?.name ?? ''),
    national: true,
    place: profile?.place ?? null,
  };
}

/** Who signs: the names of the fund, the chair of the day where none is given. */
function signersOf(ctx: Ctx, fund: FundRecord, day: string): PrintedVoucher['signers'] {
  return {
    accountHolder: fund.account_holder ?? termOn(ctx, day)?.chairName ?? null,
    accountant: fund.accountant,
    preparer: fund.preparer ?? fund.accountant,
    treasurer: fund.treasurer,
  };
}

function printed(ctx: Ctx, id: number): PrintedVoucher | null {
  const row = liveVoucher(ctx, id);
  const code = codeOf(row);
  if (code === null) return null;
  const fund = liveFund(ctx, row.fund_id);
  return {
    kind: row.kind,
    code,
    date: row.on_date,
    person: row.person_name,
    address: row.address,
    reason: row.reason,
    amount: row.amount,
    inWords: wordsOf(ctx, row.amount),
    papers: row.papers,
    paperCount: row.paper_count,
    cancelReason: row.cancel_reason,
    bookNumber: fund.book_number,
    signers: signersOf(ctx, fund, row.on_date),
    body: profileOn(ctx, row.on_date)?.name ?? '',
  };
}

const draw = (ctx: Ctx, input: FundPaper): Promise<Uint8Array> =>
  ctx.jobs.run<Uint8Array>('fundPapers', input, { signal: ctx.job?.signal, progress: ctx.job?.progress });

async function printVouchers(
  input: ParsedInputOf<'funds.printVouchers'>,
  ctx: Ctx,
): Promise<OutputOf<'funds.printVouchers'>> {
  if (input.ids.length > MOST_VOUCHERS)
    throw new AppError('TOO_MANY_TO_PRINT', { details: { count: input.ids.length, most: MOST_VOUCHERS } });
  const vouchers = input.ids.flatMap((id) => printed(ctx, id) ?? []);
  if (vouchers.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const data = { vouchers, twoCopies: input.twoCopies, day: ctx.today() };
  const bytes = await draw(ctx, { paper: 'vouchers', data });
  ctx.write(() => {
    markPrinted(ctx.db, input.ids, ctx.now());
    for (const id of input.ids) recordChange(ctx, { entity: 'fund_voucher', entityId: id, action: 'print' });
  });
  const [first] = vouchers;
  const name =
    vouchers.length === 1
      ? `Phiếu ${first!.kind === 'receipt' ? 'thu' : 'chi'} ${first!.code} năm ${first!.date.slice(0, 4)}`
      : `Phiếu thu, chi (${vouchers.length} phiếu)`;
  return ctx.files.put(`${name}.pdf`, 'application/pdf', bytes);
}

const BOOKS = { cash: 'Sổ quỹ tiền mặt', bank: 'Sổ tiền gửi' } as const;

function bookData(input: ParsedInputOf<'funds.bookPaper'>, ctx: Ctx): CashBookData {
  const { format: _, ...days } = input;
  const fund = liveFund(ctx, input.fundId);
  const found = book(days, ctx);
  const signers = signersOf(ctx, fund, input.to);
  return {
    unit: unitOn(ctx, input.to),
    title: input.holding === null ? 'Sổ quỹ công đoàn' : BOOKS[input.holding],
    fundName: fund.name,
    from: input.from,
    to: input.to,
    opening: found.opening,
    rows: found.rows.map(({ voucher, balance }) => {
      const receipt = voucher.kind === 'receipt';
      const cancelled = voucher.status === 'cancelled';
      const person = voucher.personName === null ? '' : ` – ${voucher.personName}`;
      return {
        date: voucher.onDate,
        receipt: receipt ? voucher.code : null,
        payment: receipt ? null : voucher.code,
        text: cancelled ? `(Đã hủy) ${voucher.reason}` : `${voucher.reason}${person}`,
        received: receipt && !cancelled ? voucher.amount : null,
        paid: receipt || cancelled ? null : voucher.amount,
        balance,
      };
    }),
    treasurer: signers.treasurer,
    accountant: signers.accountant,
  };
}

async function bookPaper(
  input: ParsedInputOf<'funds.bookPaper'>,
  ctx: Ctx,
): Promise<OutputOf<'funds.bookPaper'>> {
  const data = bookData(input, ctx);
  const bytes = await draw(ctx, { paper: 'book', data, format: input.format });
  const days = [input.from, input.to].map((day) => formatDate(day).replace(/\//g, '-')).join(' đến ');
  const name = `${data.title} ${data.fundName} ${days}.${input.format}`;
  return ctx.files.put(name, input.format === 'xlsx' ? XLSX_MIME : 'application/pdf', bytes);
}

async function statementPaper(
  input: ParsedInputOf<'funds.statementPaper'>,
  ctx: Ctx,
): Promise<OutputOf<'funds.statementPaper'>> {
  const fund = liveFund(ctx, input.fundId);
  const found = statement(input, ctx);
  const today = ctx.today();
  const yearEnd = `${input.year}-12-31`;
  const running = today < yearEnd;
  const day = running ? today : yearEnd;
  const signers = signersOf(ctx, fund, day);
  const side = (direction: 'in' | 'out'): StatementLine[] =>
    found.lines
      .filter((line) => line.direction === direction && !line.internal)
      .map((line) => ({
        name: line.name ?? 'Chưa xếp mục',
        budget: line.budget,
        actual: line.actual,
        note: line.budgetNote,
      }));
  const data = {
    unit: unitOn(ctx, day),
    fundName: fund.name,
    year: input.year,
    opening: found.opening,
    closing: found.closing,
    income: side('in'),
    spending: side('out'),
    asOf: running ? `Số liệu đến ngày ${formatDate(today)}` : null,
    accountHolder: signers.accountHolder,
    accountant: signers.accountant,
    date: today,
    closingInWords: wordsOf(ctx, found.closing.cash + found.closing.bank),
  };
  const bytes = await draw(ctx, { paper: 'statement', data });
  return ctx.files.put(`Báo cáo thu chi ${fund.name} năm ${input.year}.pdf`, 'application/pdf', bytes);
}

export const paperHandlers = {
  'funds.printVouchers': printVouchers,
  'funds.bookPaper': bookPaper,
  'funds.statementPaper': statementPaper,
};
