/** A file of operations: checked as a whole, run line by line, stopped with plain words, gone on with. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withFiles } from '../../electron/batch/files';
import { runSteps } from '../../electron/batch/run';
import { readSteps } from '../../electron/batch/steps';
import { faultLine, stopped } from '../../electron/batch/words';
import { openTestCore, type TestCore } from '../helpers/core';

let t: TestCore;
let folder: string;
beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  folder = mkdtempSync(join(tmpdir(), 'so-file-'));
});
afterEach(async () => {
  await t.close();
  rmSync(folder, { recursive: true, force: true });
});

const lines = (...steps: unknown[]) => steps.map((step) => JSON.stringify(step)).join('\n');
const run = (text: string, results: string | null = null, cutOff: 'again' | 'skip' | null = null) => {
  const { steps, faults } = readSteps(text);
  expect(faults).toEqual([]);
  return runSteps(steps, {
    results,
    cutOff,
    invoke: (step, input) => t.raw(step.op, withFiles(input, t.core.files)),
  });
};
const faultsOf = (text: string) => readSteps(text).faults.map(faultLine);

const FUND = { name: 'Quỹ công đoàn cơ sở', openedOn: '2025-01-01', openingCash: 5_000_000 };
const voucher = (amount: number, more: object = {}) => ({
  op: 'funds.createVoucher',
  input: {
    fundId: { $ref: 'fund' },
    kind: 'receipt',
    onDate: '2025-02-03',
    amount,
    reason: 'Thu đoàn phí',
    categoryId: { $ref: 'kinds.rows[code=T-DP].id' },
    ...more,
  },
});

describe('what can be known beforehand is said before anything is written', () => {
  it('names the line of each fault', () => {
    const text = [
      '# Năm 2025',
      '',
      '{"op":"funds.save"',
      '{"op":"funds.wash","input":{}}',
      lines({ op: 'funds.save', input: { ...FUND, openedOn: '2025-02-30' }, as: 'fund' }),
      lines({ op: 'funds.save', input: { ...FUND, openedOn: '2025-02-03', colour: 'red' }, as: 'fund' }),
      lines({ op: 'funds.book', input: { fundId: { $ref: 'other' }, from: '2025-01-01', to: '2025-12-31' } }),
      lines({ op: 'members.importOpen', input: { token: '@/không/có.xlsx' } }),
      lines({ op: 'funds.list', year: 2025 }),
    ].join('\n');
    expect(faultsOf(text)).toEqual([
      'Dòng 3: Dòng này không phải JSON. Mỗi việc là một đối tượng JSON trên một dòng.',
      'Dòng 4 (funds.wash): Không có việc “funds.wash”. Xem tên các việc: npm run op -- --list',
      'Dòng 5 (funds.save): Ô “openedOn” chưa đúng.',
      'Dòng 6 (funds.save): Nội dung có tên lạ: colour.',
      'Dòng 6 (funds.save): Tên “fund” đã đặt ở dòng 5. Đặt tên khác.',
      'Dòng 7 (funds.book): Tham chiếu “other” chưa có ở dòng nào phía trên.',
      'Dòng 8 (members.importOpen): Không thấy tệp /không/có.xlsx.',
      'Dòng 9: Dòng này phải có "op" (tên việc), có thể có "input" (nội dung) và "as" (tên gọi kết quả), ngoài ra không có gì khác.',
    ]);
  });

  it('leaves references open, in fields that take texts or one of several shapes too', () => {
    const text = lines(
      { op: 'members.create', input: { fullName: 'Lò Thị Ón' }, as: 'on' },
      { op: 'members.get', input: { id: { $ref: 'on' } }, as: 'record' },
      {
        op: 'members.recordMoves',
        input: {
          moves: [
            {
              memberId: { $ref: 'on' },
              kind: 'jobTitle',
              to: { $ref: 'record.fields.fullName' },
              onDate: '2025',
            },
          ],
        },
      },
    );
    expect(faultsOf(text)).toEqual([]);
    expect(faultsOf(text.replace('"$ref":"on"}}', '"$ref":"on"},"x":1}'))).toEqual([
      'Dòng 2 (members.get): Nội dung có tên lạ: x.',
    ]);
    expect(faultsOf(lines({ op: 'members.get', input: { id: { $ref: 'a b' } } }))).toEqual([
      'Dòng 1 (members.get): Tham chiếu phải viết {"$ref": "tên"} hoặc {"$ref": "tên.trường"}.',
    ]);
  });
});

describe('a file is run', () => {
  const START = [
    { op: 'funds.save', input: FUND, as: 'fund' },
    { op: 'funds.categories', as: 'kinds' },
  ];

  it('with ids, other fields and rows of earlier answers', async () => {
    const outcome = await run(
      lines(
        ...START,
        { ...voucher(2_868_500), as: 'phiếu-1' },
        {
          op: 'funds.cancelVoucher',
          input: { id: { $ref: 'phiếu-1' }, version: { $ref: 'phiếu-1.version' }, reason: 'Ghi nhầm' },
        },
        voucher(1_000_000),
        { op: 'funds.vouchers', input: {}, as: 'all' },
        { op: 'funds.voucher', input: { id: { $ref: 'all.rows[0].id' } } },
      ),
    );
    expect(outcome).toMatchObject({ fault: null, before: 0 });
    expect(outcome.done).toHaveLength(7);
    const { rows } = await t.invoke('funds.list', { year: 2025 });
    expect(rows[0]).toMatchObject({ cash: 6_000_000, income: 1_000_000 });
  });

  it.each([
    ['funds.updateVoucher', { ...voucher(1).input, id: { $ref: 'kept' }, version: { $ref: 'kept.version' } }],
    ['funds.cancelVoucher', { id: { $ref: 'kept' }, version: { $ref: 'kept.version' }, reason: 'Nhầm' }],
    ['funds.takeBack', { ids: [{ $ref: 'kept' }] }],
    [
      'dues.collect',
      {
        fundId: { $ref: 'fund' },
        onDate: '2025-03-31',
        lines: [{ month: '2025-03', memberId: { $ref: 'on' }, amount: 50_000 }],
      },
    ],
  ])('but %s never changes a closed book', async (op, input) => {
    const begin = [
      ...START,
      { ...voucher(500_000), as: 'kept' },
      { op: 'members.create', input: { fullName: 'Lò Thị Ón', unionJoinDate: '2020' }, as: 'on' },
      { op: 'funds.close', input: { fundId: { $ref: 'fund' }, period: '2025-Q1' } },
    ];
    const outcome = await run(lines(...begin, { op, input }));
    expect(outcome.done).toHaveLength(begin.length);
    expect(faultLine(outcome.fault!)).toMatch(/^Dòng 6 .*31\/03\/2025/);
    const { rows } = await t.invoke('funds.list', { year: 2025 });
    expect(rows[0]).toMatchObject({ cash: 5_500_000, income: 500_000 });
    expect((await t.invoke('funds.vouchers', {})).total).toBe(1);
  });

  it('and stops at a refusal, which leaves nothing; a later run goes on from there', async () => {
    const results = join(folder, 'results.jsonl');
    const rest = [voucher(700_000), voucher(300_000)];
    const closed = { op: 'funds.close', input: { fundId: { $ref: 'fund' }, period: '2025-Q1' } };
    const bad = lines(...START, voucher(500_000), closed, ...rest);
    const first = await run(bad, results);
    expect(first.done).toHaveLength(4);
    expect(faultLine(first.fault!)).toMatch(/^Dòng 5 \(funds\.createVoucher\): .*31\/03\/2025/);
    expect(stopped(first.done, 2, results)).toBe(
      'Đã làm xong 4 dòng, đến hết dòng 4; những dòng ấy đã ở trong sổ. Dòng bị dừng không để lại gì; còn 2 dòng chưa làm. Sửa dòng trên rồi chạy lại đúng lệnh này để làm tiếp.',
    );
    expect((await t.invoke('funds.vouchers', {})).total).toBe(1);

    const mended = bad.replace('"amount":700000', '"amount":700001').replaceAll('2025-02-03', '2025-04-03');
    const changed = await run(mended, results);
    expect(changed.fault).toMatchObject({
      line: 3,
      text: 'Dòng 3 đã làm ở lần chạy trước nhưng nay khác đi. Chỉ sửa được các dòng chưa làm.',
    });
    const kept = [...bad.split('\n').slice(0, 4), ...mended.split('\n').slice(4)].join('\n');
    const second = await run(kept, results);
    expect(second).toMatchObject({ fault: null, before: 4 });
    expect(second.done).toHaveLength(2);
    expect(await t.invoke('funds.vouchers', {})).toMatchObject({ total: 3, received: 1_500_001 });
  });

  it('and tells of an answer that has not what is asked of it, by its name', async () => {
    const outcome = await run(
      lines(...START, { op: 'funds.trash', input: { ids: [{ $ref: 'kinds.rows[code=XX].id' }] } }),
    );
    expect(faultLine(outcome.fault!)).toBe(
      'Dòng 3 (funds.trash): Kết quả dòng trước không có “kinds.rows[code=XX].id”.',
    );
  });

  it('and after a cut asks whether the line under way is in the store, then goes on', async () => {
    const results = join(folder, 'cut.jsonl');
    const text = lines(...START, voucher(1_000), voucher(2_000));
    await run(text, results);
    const kept = readFileSync(results, 'utf8').split('\n');
    const cut = () => writeFileSync(results, `${kept.slice(0, 7).join('\n')}\n${kept[7]!.slice(0, 9)}`);
    cut();
    const asked = await run(text, results);
    expect(faultLine(asked.fault!)).toMatch(/^Dòng 4 \(funds\.createVoucher\): Lần chạy trước bị ngắt/);
    expect((await t.invoke('funds.vouchers', {})).total).toBe(2);
    expect(await run(text, results, 'skip')).toMatchObject({ fault: null, before: 4, done: [] });
    expect((await t.invoke('funds.vouchers', {})).total).toBe(2);
    cut();
    expect(await run(text, results, 'again')).toMatchObject({ fault: null, before: 3 });
    expect((await t.invoke('funds.vouchers', {})).total).toBe(3);
  });
});
