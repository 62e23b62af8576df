/** Import beyond one plain list: remembered mappings, supplements, several lists, encodings, dates, own fields, undo after edits. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { toTcvn3, toVni, toWindows1258 } from '../generators/oldEncodings';
import { openTestCore, type TestCore } from '../helpers/core';

type Cell = string | number | null;
type Sheets = Record<string, Cell[][]>;

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore();
});
afterEach(() => t.close());

let files = 0;
function pick(name: string, bytes: Uint8Array): string {
  const path = join(t.dir, `${files++}-${name}`);
  writeFileSync(path, bytes);
  return t.core.files.registerPicked(path).token;
}
const workbook = async (sheets: Sheets, name = 'ds.xlsx') =>
  pick(
    name,
    await writeXlsx({ sheets: Object.entries(sheets).map(([sheet, rows]) => ({ name: sheet, rows })) }),
  );

type Preview = InputOf<'members.importPreview'>;
async function preview(token: string, change: Partial<Preview> = {}) {
  const opened = await t.job('members.importOpen', { token });
  const mapping = opened.layouts.flatMap(({ layout, columns }) =>
    columns.map(({ index, field, encoding, dates }) => ({
      layout,
      index,
      field,
      encoding,
      ...(dates ? { dateOrder: dates.order } : {}),
    })),
  );
  const seen = await t.job('members.importPreview', { importId: opened.importId, mapping, ...change });
  return { opened, mapping, seen };
}
async function write(token: string, change: Partial<Preview> = {}) {
  const { opened, seen } = await preview(token, change);
  const { sums } = await t.job('members.importCommit', { importId: opened.importId });
  return { importId: opened.importId, opened, seen, sums };
}
const people = async () => (await t.invoke('members.list', { statuses: [], limit: 500 })).rows;
const one = async (name: string) => {
  const row = (await people()).find((person) => person.fullName === name);
  return { ...row!, got: await t.invoke('members.get', { id: row!.id }) };
};
const switchOn = (group: 'party' | 'money') =>
  t.invoke('members.setSensitive', { group, enabled: true, purpose: 'Thử nhập danh sách' });

const HEADER = ['STT', 'Họ và tên', 'Ngày sinh', 'Khoa, phòng', 'Số thẻ', 'Điện thoại'];
const LIST: Cell[][] = [
  HEADER,
  [1, 'Nguyễn Thị Ánh', '14/07/1989', 'Khoa Nội', 'CD100001', '0912345671'],
  [2, 'Trần Văn Bắc', '02/03/1979', 'Khoa Ngoại', 'CD100002', '0912345672'],
  [3, 'Lê Thị Cúc', '25/12/1991', 'Khoa Nội', 'CD100003', '0912345673'],
];

describe('remembered mappings', () => {
  it('knows a file of the same shape again, even with other rows and in another column', async () => {
    const odd: Cell[][] = [
      ['TT', 'Họ và tên', 'Mốc A', 'Mốc B'],
      [1, 'Nguyễn Thị Ánh', '14/07/1989', 'Bác sĩ'],
      [2, 'Trần Văn Bắc', '02/03/1979', 'Y tá'],
    ];
    const first = await preview(await workbook({ DS: odd }, 'lan-dau.xlsx'));
    expect(first.opened.layouts[0]!.remembered).toBeNull();
    expect(first.opened.columns.map((column) => column.field)).toEqual([null, 'fullName', null, null]);
    const mapping = first.mapping.map((entry) =>
      entry.index === 2
        ? { ...entry, field: 'hireDate' }
        : entry.index === 3
          ? { ...entry, field: 'jobTitle' }
          : entry,
    );
    await write(await workbook({ DS: odd }, 'lan-dau.xlsx'), { mapping });
    const moved = odd.map((row) => [null, ...row]);
    const again = await preview(await workbook({ DS: moved.slice(0, 2) }, 'lan-sau.xlsx'));
    expect(again.opened.layouts[0]!.remembered).toMatchObject({
      name: expect.stringMatching(/lan-dau\.xlsx$/),
      exact: true,
    });
    expect(again.opened.columns.map((column) => column.field)).toEqual([
      null,
      null,
      'fullName',
      'hireDate',
      'jobTitle',
    ]);
    const afresh = await t.job('members.importOpen', { token: await workbook({ DS: odd }), recall: false });
    expect(afresh.columns[2]!.field).toBeNull();
  });

  it('takes over what it can from a file much like it, and lets a mapping be renamed and put away', async () => {
    await write(await workbook({ DS: LIST }));
    const [kept] = (await t.invoke('members.importMappings', {})).rows;
    await t.invoke('members.renameImportMapping', {
      id: kept!.id,
      version: kept!.version,
      name: 'Mẫu phòng Tổ chức',
    });
    const wider = LIST.map((row, at) => [...row, at === 0 ? 'Ghi chú' : 'mới về']);
    const opened = (await preview(await workbook({ DS: wider }))).opened;
    expect(opened.layouts[0]!.remembered).toMatchObject({ name: 'Mẫu phòng Tổ chức', exact: false });
    expect(opened.columns.at(-1)!.field).toBe('note');
    await t.invoke('members.trashImportMappings', { ids: [kept!.id] });
    expect((await preview(await workbook({ DS: LIST }))).opened.layouts[0]!.remembered).toBeNull();
    expect((await t.invoke('trash.list', {})).rows.map((row) => row.entity)).toContain('import_mapping');
    await t.invoke('members.restoreImportMappings', { ids: [kept!.id] });
    expect((await preview(await workbook({ DS: LIST }))).opened.layouts[0]!.remembered).not.toBeNull();
  });
});

describe('supplementary files', () => {
  it('leaves values where cells are empty, empties them by the marker, and shows both before writing', async () => {
    await write(await workbook({ DS: LIST }));
    const more: Cell[][] = [
      HEADER,
      [1, 'Nguyễn Thị Ánh', '14/07/1989', null, 'CD100001', '(xóa)'],
      [2, 'Trần Văn Bắc', null, null, 'CD100002', '0988888888'],
      [3, 'Người Chưa Có', '01/01/1990', 'Khoa Mắt', 'CD100009', '0977777777'],
    ];
    const { opened, seen } = await preview(await workbook({ DS: more }), { addPeople: false });
    expect(seen.counts).toEqual({ new: 0, changed: 2, same: 0, suspect: 1 });
    expect(seen.undecided).toBe(0);
    expect(seen.remarks).toContainEqual({ field: 'phone', kind: 'cleared', count: 1 });
    const { rows } = await t.invoke('members.importRows', { importId: opened.importId });
    expect(rows[0]!.changes).toEqual([{ field: 'phone', before: '0912345671', after: null }]);
    expect(rows[2]).toMatchObject({ verdict: 'suspect', decision: 'skip', reason: { code: 'absent' } });
    const { sums } = await t.job('members.importCommit', { importId: opened.importId });
    expect(sums).toMatchObject({ created: 0, updated: 2, skipped: 1 });
    expect((await one('Nguyễn Thị Ánh')).got.fields).toMatchObject({ phone: null, birthDate: '1989-07-14' });
    expect((await one('Nguyễn Thị Ánh')).department).toBe('Khoa Nội');
    expect((await one('Trần Văn Bắc')).phone).toBe('0988888888');
    await t.invoke('members.importUndo', { importId: opened.importId });
    expect((await one('Nguyễn Thị Ánh')).phone).toBe('0912345671');
    expect((await one('Trần Văn Bắc')).phone).toBe('0912345672');
  });

  it('merges every row that fits one person only with one step', async () => {
    for (const row of LIST.slice(1))
      await t.invoke('members.create', { fullName: String(row[1]), birthDate: String(row[2]).slice(-4) });
    const { opened, seen } = await preview(await workbook({ DS: LIST }));
    expect(seen).toMatchObject({ undecided: 3, oneCandidate: 3 });
    const left = await t.invoke('members.importDecide', {
      importId: opened.importId,
      lines: 'one',
      decision: 'merge',
    });
    expect(left).toEqual({ undecided: 0, oneCandidate: 0 });
    const { sums } = await t.job('members.importCommit', { importId: opened.importId });
    expect(sums).toMatchObject({ created: 0, merged: 3 });
    expect((await people()).map((person) => person.birthDate).sort()).toEqual([
      '1979-03-02',
      '1989-07-14',
      '1991-12-25',
    ]);
  });
});

describe('several lists in one file', () => {
  const [, a, b, c] = LIST as [Cell[], Cell[], Cell[], Cell[]];
  const without = (row: Cell[]) => row.filter((_, at) => at !== 3);

  it('reads two lists under each other whose columns differ', async () => {
    const { seen, sums, opened } = await write(
      await workbook({
        DS: [
          ['DANH SÁCH'],
          ['Khoa Nội'],
          without(HEADER),
          without(a),
          without(c),
          [null, 'Tổng cộng: 2 người'],
          [],
          ['Khoa Ngoại'],
          ['TT', 'Số thẻ đoàn viên', 'Họ tên', 'SĐT', 'Năm sinh'],
          [1, 'CD100002', 'Trần Văn Bắc', '0912345672', '1979'],
        ],
      }),
    );
    expect(opened.tables.map(({ title, people: n, chosen, layout }) => [title, n, chosen, layout])).toEqual([
      ['Khoa Nội', 2, true, 0],
      ['Khoa Ngoại', 1, true, 1],
    ]);
    expect(seen.total).toBe(3);
    expect(sums.created).toBe(3);
    expect(
      (await people()).map(({ fullName, department, cardNo }) => [fullName, department, cardNo]),
    ).toEqual([
      ['Nguyễn Thị Ánh', 'Khoa Nội', 'CD100001'],
      ['Trần Văn Bắc', 'Khoa Ngoại', 'CD100002'],
      ['Lê Thị Cúc', 'Khoa Nội', 'CD100003'],
    ]);
  });

  it('reads two lists side by side', async () => {
    const { sums } = await write(
      await workbook({
        DS: [
          [...HEADER, null, ...HEADER],
          [...a, null, ...b],
          [...c, null, null],
        ],
      }),
    );
    expect(sums.created).toBe(3);
    expect((await one('Trần Văn Bắc')).cardNo).toBe('CD100002');
  });

  it('reads a sheet for each department in one go, and leaves last year’s list alone', async () => {
    const lastYear = LIST.map((row, at) => (at === 0 ? row : [...row.slice(0, 5), '0900000000']));
    const { opened, sums } = await write(
      await workbook({
        'Khoa Nội': [without(HEADER), without(a), without(c)],
        'Khoa Ngoại': [without(HEADER), without(b)],
        'Năm 2024': lastYear,
      }),
    );
    expect(opened.tables.map(({ sheet, why, chosen }) => [sheet, why, chosen])).toEqual([
      ['Khoa Nội', 'repeats', false],
      ['Khoa Ngoại', 'repeats', false],
      ['Năm 2024', 'main', true],
    ]);
    expect(sums.created).toBe(3);
    const token = await workbook({
      'Khoa Nội': [without(HEADER), without(a), without(c)],
      'Khoa Ngoại': [without(HEADER), without(b), without(c)],
    });
    const seen = await preview(token);
    expect(seen.opened.tables.map(({ why, chosen, title }) => [why, chosen, title])).toEqual([
      ['main', true, 'Khoa Nội'],
      ['same-columns', true, 'Khoa Ngoại'],
    ]);
    const { rows } = await t.invoke('members.importRows', { importId: seen.opened.importId });
    expect(rows.map(({ sheet, line }) => [sheet, line % 10_000_000])).toEqual([
      ['Khoa Nội', 2],
      ['Khoa Nội', 3],
      ['Khoa Ngoại', 2],
      ['Khoa Ngoại', 3],
    ]);
    expect(rows[3]).toMatchObject({ verdict: 'suspect', candidates: [{ line: 3, sheet: 'Khoa Nội' }] });
  });

  it('reads only the lists that are ticked', async () => {
    const token = await workbook({ Nội: [HEADER, a], Ngoại: [HEADER, b] });
    const { seen } = await preview(token, { tables: [1] });
    expect(seen.total).toBe(1);
  });
});

describe('encodings and dates by column', () => {
  const names = [
    'Nguyễn Thị Ánh Tuyết',
    'Trần Đức Bằng',
    'Lê Thị Hường',
    'Đỗ Văn Dũng',
    'Vũ Thị Lượng',
    'Phạm Quốc Khởi',
    'Hoàng Thị Mỹ',
    'Bùi Đình Phượng',
    'Đặng Thuỳ Trâm',
  ];
  const latin1 = (text: string) => Buffer.from(toWindows1258(text)).toString('latin1');

  it.each([
    ['tcvn3', toTcvn3],
    ['vni', toVni],
    ['windows-1258', latin1],
  ] as const)(
    'tells a column in %s beside columns in Unicode, and shows how each encoding reads it',
    async (encoding, encode) => {
      const rows = names.map((name, at) => [at + 1, encode(name), `0${at + 1}/02/198${at}`, 'Khoa Sản']);
      const { opened } = await preview(
        await workbook({ DS: [['STT', 'Họ và tên', 'Ngày sinh', 'Khoa phòng'], ...rows] }),
      );
      const column = opened.columns[1]!;
      expect(column.encoding).toBe(encoding);
      expect(opened.columns[3]!.encoding).toBe('unicode');
      expect(column.readings.find((reading) => reading.encoding === encoding)?.text).toBe(
        column.samples.find(
          (sample) => sample === column.readings.find((r) => r.encoding === encoding)?.text,
        ) ?? column.readings.find((r) => r.encoding === encoding)?.text,
      );
      const read = await t.invoke('members.importRows', { importId: opened.importId });
      expect(read.rows.map((row) => row.values.fullName)).toEqual(names);
    },
  );

  it('reads a column by the encoding somebody chose', async () => {
    const rows: Cell[][] = [
      ['Họ và tên', 'Chức danh'],
      ['Lê Văn An', toVni('Điều dưỡng')],
      ['Tô Thị Na', 'Y tá'],
    ];
    const { mapping, opened } = await preview(await workbook({ DS: rows }));
    expect(opened.columns[1]!.encoding).toBe('unicode');
    const changed = mapping.map((entry) =>
      entry.index === 1 ? { ...entry, encoding: 'vni' as const } : entry,
    );
    await t.job('members.importPreview', { importId: opened.importId, mapping: changed });
    const read = await t.invoke('members.importRows', { importId: opened.importId });
    expect(read.rows.map((row) => row.values.jobTitle)).toEqual(['Điều dưỡng', 'Y tá']);
  });

  it('decides the order of day and month by the whole column, says what it went by, and takes another choice', async () => {
    const dates = (values: string[]): Cell[][] => [
      ['Họ và tên', 'Ngày sinh'],
      ...values.map((value, at) => [names[at]!, value]),
    ];
    const told = async (values: string[]) =>
      (await preview(await workbook({ DS: dates(values) }))).opened.columns[1]!.dates;
    expect(await told(['02/25/1980', '03/04/1981'])).toMatchObject({
      order: 'mdy',
      evidence: 'agree',
      sample: '03/04/1981',
      dmy: '1981-04-03',
      mdy: '1981-03-04',
    });
    expect(await told(['25/02/1980', '03/04/1981'])).toMatchObject({ order: 'dmy', evidence: 'agree' });
    expect(await told(['05/02/1980', '03/04/1981'])).toMatchObject({ order: 'dmy', evidence: 'none' });
    expect(await told(['25/02/1980', '03/25/1981'])).toMatchObject({ evidence: 'disagree' });
    const { mapping, opened } = await preview(await workbook({ DS: dates(['05/02/1980', '03/04/1981']) }));
    const changed = mapping.map((entry) =>
      entry.index === 1 ? { ...entry, dateOrder: 'mdy' as const } : entry,
    );
    await t.job('members.importPreview', { importId: opened.importId, mapping: changed });
    const read = await t.invoke('members.importRows', { importId: opened.importId });
    expect(read.rows.map((row) => row.values.birthDate)).toEqual(['1980-05-02', '1981-03-04']);
  });

  it('repairs 12-digit numbers that were kept as numbers, and says how many', async () => {
    const rows: Cell[][] = [
      ['Họ và tên', 'Số CCCD'],
      ['Lê Văn An', 35165983988],
      ['Tô Thị Na', 1165983988],
      ['Hồ Văn Bá', '001165983999'],
    ];
    const { opened, seen } = await preview(await workbook({ DS: rows }));
    expect(seen.remarks).toContainEqual({ field: 'idNumber', kind: 'zero-restored', count: 2 });
    const noted = await t.invoke('members.importRows', {
      importId: opened.importId,
      remark: 'zero-restored',
    });
    expect(noted.rows.map((row) => row.values.idNumber)).toEqual(['035165983988', '001165983988']);
  });
});

describe('own fields and fields that are switched off', () => {
  it('leaves a sensitive column out until its group is switched on', async () => {
    const rows: Cell[][] = [
      ['Họ và tên', 'Hệ số lương'],
      ['Lê Văn An', 2.34],
      ['Tô Thị Na', 3.66],
    ];
    const { opened } = await preview(await workbook({ DS: rows }));
    expect(opened.columns[1]).toMatchObject({ field: null, off: 'salaryCoefficient' });
    const refused = await t.raw('members.importPreview', {
      importId: opened.importId,
      mapping: [
        { index: 0, field: 'fullName' },
        { index: 1, field: 'salaryCoefficient' },
      ],
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'FIELD_OFF' } });
    await switchOn('money');
    await write(await workbook({ DS: rows }));
    const { id } = await one('Tô Thị Na');
    const { values } = await t.invoke('members.reveal', { id, fields: ['salaryCoefficient'] });
    expect(values.salaryCoefficient).toBe(3.66);
  });

  it('writes own fields of every kind, changes them, and takes them back', async () => {
    const add = (label: string, kind: 'text' | 'number' | 'date' | 'choice', choices: string[] = []) =>
      t.invoke('members.saveExtraField', { label, kind, choices });
    const size = await add('Cỡ áo', 'choice', ['S', 'M', 'L']);
    const years = await add('Số năm trực', 'number');
    const day = await add('Ngày thi', 'date');
    const head = ['Họ và tên', 'Ngày sinh', 'Cỡ áo', 'Số năm trực', 'Ngày thi'];
    const first = await write(
      await workbook({ DS: [head, ['Lê Văn An', '01/02/1980', 'm', '4,5', '03/2024']] }),
    );
    expect(first.opened.columns.map((column) => column.field)).toEqual([
      'fullName',
      'birthDate',
      `extra:${size.id}`,
      `extra:${years.id}`,
      `extra:${day.id}`,
    ]);
    expect((await one('Lê Văn An')).extra).toEqual({ [size.id]: 'M', [years.id]: 4.5, [day.id]: '2024-03' });
    const second = await preview(
      await workbook({ DS: [head, ['Lê Văn An', '01/02/1980', 'XXL', '6', '(xóa)']] }),
    );
    const { rows } = await t.invoke('members.importRows', { importId: second.opened.importId });
    expect(rows[0]).toMatchObject({ verdict: 'suspect', reason: { code: 'problem.choice-unknown' } });
    const third = await write(await workbook({ DS: [head, ['Lê Văn An', '01/02/1980', 'L', '6', '(xóa)']] }));
    expect(third.sums.updated).toBe(1);
    expect((await one('Lê Văn An')).extra).toEqual({ [size.id]: 'L', [years.id]: 6 });
    await t.invoke('members.importUndo', { importId: third.importId });
    expect((await one('Lê Văn An')).extra).toEqual({ [size.id]: 'M', [years.id]: 4.5, [day.id]: '2024-03' });
  });
});

describe('taking an import back after later edits', () => {
  it('gives untouched fields back, keeps those edited since, and says which and why', async () => {
    await write(await workbook({ DS: LIST }));
    const changed = LIST.map((row, at) =>
      at === 0
        ? [...row, 'Chức danh']
        : [...row.slice(0, 3), 'Khoa Sản', row[4] ?? null, `098000000${at}`, 'Hộ sinh'],
    );
    const extra = [4, 'Phạm Thị Dung', '09/09/1990', 'Khoa Sản', 'CD100004', '0912345674', 'Hộ sinh'];
    const gone = [5, 'Đỗ Văn Em', '08/08/1988', 'Khoa Sản', 'CD100005', '0912345675', 'Bác sĩ'];
    const { importId, sums } = await write(await workbook({ DS: [...changed, extra, gone] }));
    expect(sums).toMatchObject({ created: 2, updated: 3 });
    const anh = await one('Nguyễn Thị Ánh');
    await t.invoke('members.update', {
      id: anh.id,
      version: anh.got.version,
      ...anh.got.fields,
      phone: '0999999999',
      email: 'anh@example.vn',
    });
    const dung = await one('Phạm Thị Dung');
    await t.invoke('members.update', {
      id: dung.id,
      version: dung.got.version,
      ...dung.got.fields,
      note: 'đã gặp',
    });
    const plan = await t.invoke('members.importUndoPreview', { importId });
    expect(plan).toMatchObject({ removed: 1, reverted: 3, kept: 2 });
    expect(
      plan.rows.map(({ fullName, added, reasons }) => [
        fullName,
        added,
        reasons.map(({ code, fields }) => [code, fields]),
      ]),
    ).toEqual([
      ['Phạm Thị Dung', true, [['edited', []]]],
      ['Nguyễn Thị Ánh', false, [['edited', ['phone']]]],
    ]);
    expect(await t.invoke('members.importUndo', { importId })).toEqual({ removed: 1, reverted: 3, kept: 2 });
    const after = await one('Nguyễn Thị Ánh');
    expect(after.got.fields).toMatchObject({ phone: '0999999999', email: 'anh@example.vn', jobTitle: null });
    expect(after.department).toBe('Khoa Nội');
    expect((await one('Trần Văn Bắc')).got.fields).toMatchObject({ phone: '0912345672', jobTitle: null });
    expect((await people()).map((person) => person.fullName)).toEqual([
      'Nguyễn Thị Ánh',
      'Trần Văn Bắc',
      'Lê Thị Cúc',
      'Phạm Thị Dung',
    ]);
    expect((await t.invoke('organisation.units', {})).rows.map((unit) => unit.name).sort()).toEqual([
      'Khoa Ngoại',
      'Khoa Nội',
      'Khoa Sản',
    ]);
    expect((await t.invoke('members.importHistory', {})).rows.map(({ state }) => state)).toEqual([
      'undone',
      'committed',
    ]);
  });

  it('keeps who is in the trash by now, and opens again without the others', async () => {
    const { importId } = await write(await workbook({ DS: LIST }));
    const ids = (await people()).map((person) => person.id);
    await t.invoke('members.trash', { ids: [ids[2]!] });
    const plan = await t.invoke('members.importUndoPreview', { importId });
    expect(plan.rows.map(({ fullName, reasons }) => [fullName, reasons[0]!.code])).toEqual([
      ['Lê Thị Cúc', 'trashed'],
    ]);
    await t.invoke('members.importUndo', { importId });
    t = await t.reopen();
    expect(await people()).toEqual([]);
    expect((await t.invoke('trash.list', {})).rows.filter((row) => row.entity === 'member')).toHaveLength(1);
  });

  it('leaves known people as they were when it is cancelled while they get their changes', async () => {
    await write(await workbook({ DS: LIST }));
    const changed = LIST.map((row, at) => (at === 0 ? row : [...row.slice(0, 5), `098000000${at}`]));
    const { opened } = await preview(
      await workbook({
        DS: [...changed, [4, 'Phạm Thị Dung', '09/09/1990', 'Khoa Sản', 'CD100004', '0912345674']],
      }),
    );
    const stop = new AbortController();
    let steps = 0;
    await expect(
      t.job(
        'members.importCommit',
        { importId: opened.importId },
        {
          signal: stop.signal,
          onProgress: () => {
            steps += 1;
            stop.abort();
          },
        },
      ),
    ).rejects.toThrow('CANCELLED');
    expect(steps).toBeGreaterThan(0);
    expect((await people()).map(({ phone }) => phone)).toEqual(['0912345671', '0912345672', '0912345673']);
    const { sums } = await t.job('members.importCommit', { importId: opened.importId });
    expect(sums).toMatchObject({ created: 1, updated: 3 });
  });
});
