/**
 * An invented hospital's whole year, entered from a file of operations: what lists, boards and papers show equals what
 * its facts add up to, whatever the order it is entered in.
 */
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSteps } from '../../electron/batch/run';
import { readSteps } from '../../electron/batch/steps';
import { amountInWords } from '../../shared/text/amountInWords';
import { formatCount } from '../../shared/text/numbers';
import { Random } from '../generators/people';
import { expectedTotals } from '../generators/year/expected';
import { lowest } from '../generators/year/expectedMoney';
import { activeOn, giftsOf, YEAR } from '../generators/year/facts';
import { readTotals } from '../generators/year/readTotals';
import { inOrder, mixedUp, toLines, yearPhases } from '../generators/year/steps';
import { inventYear } from '../generators/year/year';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

const year = inventYear();
const expected = expectedTotals(year);
let t: TestCore;

const bytesOf = (file: { token: string }) =>
  new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
const plainCount = (value: number) => formatCount(value);

async function paperText(file: { token: string }): Promise<string> {
  const pages = await readPdf(bytesOf(file));
  return pages
    .flatMap((page) => page.texts.map((item) => item.text))
    .join(' ')
    .replace(/\s+/g, ' ');
}

async function sheetCells(file: { token: string }): Promise<unknown[]> {
  return Object.values(read(bytesOf(file)).Sheets).flatMap((sheet) =>
    utils.sheet_to_json<unknown[]>(sheet, { header: 1 }).flat(),
  );
}

async function enter(store: TestCore, text: string): Promise<void> {
  const { steps, faults } = readSteps(text);
  expect(faults).toEqual([]);
  const { fault, done } = await runSteps(steps, {
    invoke: (step, input) => store.core.router.dispatch(step.op, input, { user: store.core.user }),
  });
  expect(fault).toBeNull();
  expect(done).toHaveLength(steps.length);
}

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-03-02T03:00:00Z') });
  await enter(t, toLines(inOrder(yearPhases(year))));
}, 240_000);
afterAll(() => t.close());

it('is a year of 320 members, 60 events, 900 gifts and 400 vouchers', () => {
  expect(year.people).toHaveLength(320);
  expect(year.events).toHaveLength(60);
  expect(year.campaigns.flatMap((campaign) => giftsOf(year, campaign))).toHaveLength(900);
  expect(expected.vouchers.total).toBe(400);
  expect(lowest(year)).toBeGreaterThanOrEqual(0);
});

describe('the year shows what it adds up to', () => {
  it('on the lists and boards of every part', async () => {
    const totals = await readTotals((operation, input) => t.invoke(operation, input));
    for (const part of Object.keys(expected) as (keyof typeof expected)[])
      expect.soft({ [part]: totals[part] }).toEqual({ [part]: expected[part] });
  }, 120_000);

  it('on the lists to sign, with totals carried from page to page and in words', async () => {
    const { rows } = await t.invoke('welfare.campaigns', { year: YEAR, limit: 100 });
    const printed = rows.filter((row) =>
      ['tet', 'childrens_day', 'vn_womens_day'].includes(row.occasion ?? ''),
    );
    expect(printed).toHaveLength(3);
    for (const { id, name } of printed) {
      const { gifts, total } = expected.welfare.campaigns[name]!;
      const text = await paperText(await t.job('welfare.signatureList', { id }));
      expect(text).toContain(`Tổng cộng (${String(gifts).padStart(2, '0')} suất) ${plainCount(total!)}`);
      expect(text).toContain(`Bằng chữ: ${amountInWords(total!)}`);
      const cells = await sheetCells(await t.job('welfare.signatureList', { id, format: 'xlsx' }));
      expect(cells, name).toContain(total);
    }
  }, 120_000);

  it('in the cash books and the statements, on paper and in the workbook', async () => {
    const { rows } = await t.invoke('funds.list', { year: YEAR });
    for (const { id: fundId, name } of rows.slice(0, 2)) {
      const { figures, quarters, closing } = expected.funds[name]!;
      const received = quarters.reduce((sum, quarter) => sum + quarter[1]!, 0);
      const paid = quarters.reduce((sum, quarter) => sum + quarter[2]!, 0);
      const left = quarters.at(-1)![3]!;
      const days = { fundId, from: `${YEAR}-01-01`, to: `${YEAR}-12-31` };
      const book = await paperText(await t.job('funds.bookPaper', days));
      for (const sum of [received, paid, left, quarters[0]![0]!]) expect(book).toContain(plainCount(sum));
      const cells = await sheetCells(await t.job('funds.bookPaper', { ...days, format: 'xlsx' }));
      expect(cells).toEqual(expect.arrayContaining([received, paid, left]));
      const statement = await paperText(await t.job('funds.statementPaper', { fundId, year: YEAR }));
      for (const sum of [figures.income!, figures.spending!, closing.cash!, closing.bank!])
        expect(statement).toContain(plainCount(sum));
      expect(statement).toContain(`Số dư bằng chữ: ${amountInWords(left)}`);
    }
  }, 120_000);

  it('in the list of members given to the union above', async () => {
    const cells = await sheetCells(
      await t.job('members.exportList', { columns: ['fullName', 'gender', 'department'], format: 'xlsx' }),
    );
    const active = year.people.filter((person) => activeOn(person, `${YEAR}-12-31`));
    for (const person of active) expect(cells).toContain(person.fullName);
  });

  it('and stays closed: a voucher of the closed half-year is refused, whoever sends it', async () => {
    const before = await readTotals((operation, input) => t.invoke(operation, input));
    const { id } = (await t.invoke('funds.list', { year: YEAR })).rows[0]!;
    const { steps } = readSteps(
      JSON.stringify({
        op: 'funds.createVoucher',
        input: { fundId: id, kind: 'payment', onDate: `${YEAR}-06-30`, amount: 1_000, reason: 'Quá hạn' },
      }),
    );
    const { fault } = await runSteps(steps, {
      invoke: (step, input) => t.core.router.dispatch(step.op, input, { user: t.core.user }),
    });
    expect(fault?.text).toMatch(/đã khóa đến hết ngày 30\/06\/2025/);
    expect((await readTotals((operation, input) => t.invoke(operation, input))).funds).toEqual(before.funds);
  });
});

it('adds up to the same when everything is entered in another order', async () => {
  const other = await openTestCore({ clock: () => new Date('2026-03-02T03:00:00Z') });
  try {
    await enter(other, toLines(mixedUp(yearPhases(year), new Random(7))));
    expect(await readTotals((operation, input) => other.invoke(operation, input))).toEqual(expected);
  } finally {
    await other.close();
  }
}, 300_000);
