/** Own layouts: copied, drafted, saved as versions, printed, taken out and in as files, hostile files refused. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Layout } from '../../shared/domain/layout';
import type { TextItem } from '../../shared/domain/layout/schema';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

const CLASSIC = 'giay-khen-a4-ngang-co-dien';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let t: TestCore;

beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
});
afterEach(async () => t.close());

const upload = (name: string, bytes: Uint8Array | string) =>
  t.core.files.registerUpload(name, Buffer.from(bytes as string)).token;
const outgoing = (token: string) => readFileSync(t.core.files.outgoing(token).path);
const copy = (name = 'Giấy khen của đơn vị') =>
  t.invoke('certificates.copyLayout', { layoutId: CLASSIC, name });
const open = async (layoutId: string) => {
  const got = await t.invoke('certificates.layout', { layoutId });
  return { got, layout: JSON.parse(got.layout) as Layout };
};
const edit = (layout: Layout, id: string, change: Partial<TextItem>): string =>
  JSON.stringify({
    ...layout,
    items: layout.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
  });
const code = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'taken';
  } catch (error) {
    return String((error as Error).message);
  }
};

test('a copy is drafted, saved, taken back to a version, trashed and restored', async () => {
  const { id, layoutId } = await copy();
  expect(layoutId).toBe(`own-${id}`);
  const { got, layout } = await open(layoutId);
  expect(got.own).toMatchObject({ current: 1, draft: null });
  expect(layout.items.every((item) => item.id)).toBe(true);
  const moved = edit(layout, 'name', { x: 70, font: 'GreatVibes' });
  await t.invoke('certificates.keepDraft', { id, layout: moved });
  expect((await open(layoutId)).got.own?.draft).toBe(moved);
  expect((await open(layoutId)).layout.items.find((item) => item.id === 'name')).not.toMatchObject({ x: 70 });
  const reply = await t.raw('certificates.saveLayout', {
    id,
    version: got.own!.version,
    layout: moved,
    note: 'Tên sang trái',
  });
  expect(reply).toMatchObject({ ok: true, data: { number: 2 } });
  const after = await open(layoutId);
  expect(after.got.own).toMatchObject({ current: 2, draft: null });
  expect(after.got.own?.versions.map((row) => [row.number, row.note])).toEqual([
    [2, 'Tên sang trái'],
    [1, null],
  ]);
  expect(after.layout.items.find((item) => item.id === 'name')).toMatchObject({ x: 70 });
  await expect(
    t.invoke('certificates.saveLayout', { id, version: got.own!.version, layout: moved }),
  ).rejects.toThrow('VERSION_CONFLICT');
  if (reply.ok) await t.raw(reply.undo!.operation, reply.undo!.input);
  expect((await open(layoutId)).got.own?.current).toBe(1);
  await t.invoke('certificates.useVersion', { id, number: 2 });
  await t.invoke('certificates.setLayout', { kind: 'individual', layoutId });
  expect((await t.invoke('certificates.layouts', {})).chosen.individual).toBe(layoutId);
  await t.invoke('certificates.trashLayouts', { ids: [id] });
  expect((await t.invoke('certificates.layouts', {})).chosen.individual).toBe(CLASSIC);
  await expect(t.invoke('certificates.layout', { layoutId })).rejects.toThrow('NOT_FOUND');
  await t.invoke('certificates.restoreLayouts', { ids: [id] });
  expect((await t.invoke('certificates.layouts', {})).chosen.individual).toBe(layoutId);
});

test('a new layout of any size, with a line, a frame, a picture and a QR code, is drawn where it says', async () => {
  const { layoutId } = await t.invoke('certificates.newLayout', {
    name: 'Bằng 400 × 300',
    kinds: ['individual'],
    w: 400,
    h: 300,
  });
  const { layout } = await open(layoutId);
  const { hash } = await t.invoke('certificates.addPicture', { token: upload('ảnh.png', PNG) });
  const source = JSON.stringify({
    ...layout,
    items: [
      { type: 'frame', id: 'f', x: 10, y: 12, w: 380, h: 276, colour: '#B5121B', sw: 1, radius: 4 },
      { type: 'line', id: 'l', x: 100, y: 50, x2: 300, y2: 50, colour: 'gold', sw: 0.4 },
      { type: 'image', id: 'p', picture: hash, x: 20, y: 20, w: 30, h: 30 },
      { type: 'qr', id: 'q', text: 'SCD1|{register.no}', x: 20, y: 250, w: 25 },
      {
        ...{ type: 'text', id: 't', text: 'Tặng {name}', x: 50, y: 100, w: 300, h: 20 },
        ...{ font: 'Tinos-Bold', size: 40, colour: '#000000', align: 'left', valign: 'top' },
      },
    ],
  });
  const drawn = await t.invoke('certificates.draw', { source });
  expect(drawn.blocks.map((block) => block.id)).toEqual(['f', 'l', 'p', 'q', 't']);
  const { file } = await t.job('certificates.proof', { source });
  const bytes = outgoing(file.token);
  const [page] = await readPdf(bytes);
  expect([page!.w, page!.h].map((side) => Math.round(side * 100) / 100)).toEqual([400, 300]);
  const first = page!.texts[0]!;
  expect(first.text.startsWith('Tặng')).toBe(true);
  expect(Math.abs(first.x - 50)).toBeLessThan(0.1);
  expect(bytes.toString('latin1')).toContain('/Subtype /Image');
});

test('seen with the longest name of the store', async () => {
  const long = 'Công Tằng Tôn Nữ Hoàng Nguyễn Thị Bích Phượng Uyên Thảo Nguyên';
  for (const fullName of ['Nguyễn Thị An', long])
    await t.invoke('members.create', { fullName, gender: 'female' });
  const { got } = await open(CLASSIC);
  const drawn = await t.invoke('certificates.draw', { source: got.layout, show: { kind: 'longest' } });
  expect(drawn.name).toBe(long);
});

test('a layout goes out as a file and comes in as the same layout, with its picture', async () => {
  const { id, layoutId } = await copy();
  const { got, layout } = await open(layoutId);
  const { hash } = await t.invoke('certificates.addPicture', { token: upload('a.png', PNG) });
  const source = JSON.stringify({
    ...layout,
    items: [...layout.items, { type: 'image', id: 'stamp', picture: hash, x: 30, y: 30, w: 20, h: 20 }],
  });
  await t.invoke('certificates.saveLayout', { id, version: got.own!.version, layout: source });
  const file = await t.job('certificates.exportLayout', { layoutId });
  expect(file.name).toBe('Giấy khen của đơn vị (bản 2).json');
  const text = outgoing(file.token).toString('utf8');
  const other = await openTestCore();
  try {
    const token = other.core.files.registerUpload(file.name, Buffer.from(text)).token;
    const taken = await other.invoke('certificates.importLayout', { token });
    expect(taken.name).toBe('Giấy khen của đơn vị');
    const back = JSON.parse((await other.invoke('certificates.layout', { layoutId: taken.layoutId })).layout);
    expect(back.items).toEqual(JSON.parse((await open(layoutId)).got.layout).items);
    expect((await other.invoke('certificates.pictures', { hashes: [hash] })).rows).toHaveLength(1);
  } finally {
    await other.close();
  }
  const changed = text.replace('"x":30', '"x":31');
  expect(await code(t.invoke('certificates.importLayout', { token: upload('b.json', changed) }))).toContain(
    'LAYOUT_HASH',
  );
});

describe('a hostile or broken file is refused, and says why', () => {
  const bare = () =>
    JSON.parse(readFileSync(`resources/layouts/${CLASSIC}.json`, 'utf8')) as Layout & Record<string, unknown>;
  const nested = (depth: number): unknown =>
    depth === 0 ? { type: 'path', d: 'M0,0H1' } : { type: 'group', items: [nested(depth - 1)] };
  const text = {
    type: 'text',
    id: 'x',
    text: 'a',
    x: 10,
    y: 10,
    w: 50,
    h: 9,
    font: 'Tinos',
    size: 12,
    colour: 'ink',
  };
  const withItem = (item: unknown) => JSON.stringify({ ...bare(), items: [item] });
  const bomb = () => {
    const symbols: Record<string, unknown> = { s0: [{ type: 'path', d: 'M0,0H1' }] };
    for (let i = 1; i < 8; i++)
      symbols[`s${i}`] = [{ type: 'repeat', ref: `s${i - 1}`, x: 0, y: 0, n: 1000, dx: 1 }];
    return JSON.stringify({ ...bare(), symbols, items: [{ type: 'use', ref: 's7', x: 0, y: 0 }] });
  };
  const cases: readonly [string, string, () => string | Uint8Array][] = [
    ['no JSON', 'LAYOUT_BROKEN', () => 'PK\u0003\u0004'],
    ['another JSON', 'LAYOUT_BROKEN', () => '{"a":1}'],
    ['a bare null', 'LAYOUT_BROKEN', () => 'null'],
    [
      'a prototype',
      'LAYOUT_BROKEN',
      () => withItem({ ...text }).replace('"x":10', '"__proto__":{"a":1},"x":10'),
    ],
    ['deep nesting', 'LAYOUT_DEEP', () => withItem(nested(40))],
    [
      'very deep nesting',
      'LAYOUT_DEEP',
      () => `{"schema":"so-cong-doan/layout@1","items":${'['.repeat(60_000)}${']'.repeat(60_000)}}`,
    ],
    ['an unknown kind', 'LAYOUT_KIND', () => withItem({ ...text, type: 'script' })],
    ['no number', 'LAYOUT_VALUE', () => withItem({ ...text, x: null })],
    ['an endless number', 'LAYOUT_VALUE', () => withItem(text).replace('"x":10', '"x":1e999')],
    ['far outside', 'LAYOUT_VALUE', () => withItem({ ...text, x: 99_999 })],
    ['an unknown property', 'LAYOUT_VALUE', () => withItem({ ...text, onclick: 'alert(1)' })],
    ['bad path data', 'LAYOUT_PATH', () => withItem({ type: 'path', d: 'M0,0L5' })],
    ['a path with letters', 'LAYOUT_PATH', () => withItem({ type: 'path', d: 'M0,0<script>' })],
    ['a font that is not shipped', 'LAYOUT_FONT', () => withItem({ ...text, font: 'Comic Sans' })],
    ['a remote colour', 'LAYOUT_COLOUR', () => withItem({ ...text, colour: 'url(http://a.vn/b)' })],
    ['an unknown field', 'LAYOUT_FIELD', () => withItem({ ...text, text: '{password}' })],
    [
      'a picture from afar',
      'LAYOUT_VALUE',
      () => withItem({ type: 'image', x: 1, y: 1, w: 1, h: 1, picture: 'http://a.vn/b.png' }),
    ],
    [
      'a picture not there',
      'LAYOUT_PICTURE',
      () => withItem({ type: 'image', x: 1, y: 1, w: 1, h: 1, picture: 'a'.repeat(64) }),
    ],
    ['the same id twice', 'LAYOUT_TWICE', () => JSON.stringify({ ...bare(), items: [text, text] })],
    [
      'symbols in a ring',
      'LAYOUT_LOOP',
      () => JSON.stringify({ ...bare(), symbols: { a: [{ type: 'use', ref: 'a', x: 0, y: 0 }] }, items: [] }),
    ],
    ['a billion copies', 'LAYOUT_LARGE', bomb],
    ['bytes that are no text', 'LAYOUT_BROKEN', () => new Uint8Array([0xff, 0xfe, 0x00, 0x01])],
  ];
  test.each(cases)('%s', async (_, expected, make) => {
    const before = (await t.invoke('certificates.layouts', {})).rows.length;
    const token = upload('mẫu.json', make());
    expect(await code(t.invoke('certificates.importLayout', { token }))).toContain(expected);
    expect((await t.invoke('certificates.layouts', {})).rows).toHaveLength(before);
  });

  test('a picture that is not what its name says', async () => {
    const wrong = Buffer.from('<svg onload="alert(1)"/>').toString('base64');
    const content = { kinds: [], layout: bare(), pictures: { ['b'.repeat(64)]: wrong } };
    const sha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    const file = JSON.stringify({ schema: 'so-cong-doan/layout-file@1', sha256, ...content });
    expect(await code(t.invoke('certificates.importLayout', { token: upload('m.json', file) }))).toContain(
      'LAYOUT_PICTURE',
    );
  });
});

test('words of line breaking are changed, used in drawing, and taken back', async () => {
  const { got, layout } = await open(CLASSIC);
  const item = layout.items.find((one) => one.id === 'achievement') as TextItem;
  const only: TextItem = {
    ...item,
    text: 'Đã hiến máu tình nguyện nhiều lần',
    size: 20,
    w: 84,
    h: 40,
    fit: { mode: 'wrap-shrink', min: 20, maxLines: 2 },
  };
  const source = JSON.stringify({ ...layout, items: [only] });
  const lines = async () => {
    const { blocks } = await t.invoke('certificates.draw', { source });
    const drawn = blocks[0]!.items.find((one) => (one as { kind: string }).kind === 'text');
    return (drawn as { lines: { text: string }[] }).lines.map((line) => line.text);
  };
  const shipped = await lines();
  const { rules, version } = await t.invoke('certificates.words', {});
  const [head] = shipped;
  const broken = `${head?.split(' ').at(-1)} ${shipped[1]?.split(' ')[0]}`;
  const reply = await t.raw('certificates.saveWords', {
    version,
    rules: { ...rules, compounds: [...rules.compounds, broken], prices: { ...rules.prices, compound: 900 } },
  });
  expect(reply.ok).toBe(true);
  expect(await lines()).not.toEqual(shipped);
  expect((await t.invoke('certificates.words', {})).changed).toBe(true);
  if (reply.ok) await t.raw(reply.undo!.operation, reply.undo!.input);
  expect(await lines()).toEqual(shipped);
  expect(got.own).toBeNull();
});

test('a printed paper names its layout and version', async () => {
  await t.invoke('organisation.saveProfile', {
    name: 'CĐCS Sao Mai',
    shortName: 'CĐCS Sao Mai',
    symbol: 'CĐCS',
  });
  const forms = (await t.invoke('awards.forms', {})).rows;
  const made = await t.invoke('awards.create', {
    formId: forms.find((row) => row.code === 'GK-CS')!.id,
    number: '45/QĐ-CĐCS',
    decidedOn: '2026-11-20',
    awardYear: 2026,
    signerName: 'Hoàng Minh Tuệ',
  });
  await t.invoke('awards.addRecipients', {
    id: made.id,
    items: [{ kind: 'individual', name: 'Điểu Thị Ngọc Ẩn', honorific: 'Bà' }],
  });
  await t.invoke('awards.issue', {
    id: made.id,
    version: (await t.invoke('awards.get', { id: made.id })).version,
  });
  const { layoutId } = await copy();
  await t.invoke('certificates.setLayout', { decisionId: made.id, kind: 'individual', layoutId });
  await t.job('certificates.print', { decisionId: made.id });
  expect((await t.invoke('certificates.runs', {})).rows[0]?.layouts).toEqual([
    { name: 'Giấy khen của đơn vị', number: 1 },
  ]);
});
