/** The designer's own sums: moving, aligning, spreading, snapping, steps back, fields in words. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  addCopies,
  addItem,
  type Item,
  isLocked,
  itemOf,
  moveItems,
  removeItems,
  reorder,
  resizeItem,
  setItem,
  setPage,
} from '../../renderer/features/designer/model/edit';
import {
  align,
  boxesOf,
  distribute,
  pointsOf,
  snapPoints,
  targetsOf,
} from '../../renderer/features/designer/model/place';
import { reduce } from '../../renderer/features/designer/model/state';
import {
  readNumber,
  showNumber,
  shown,
  stored,
  TEXT_FIELDS,
} from '../../renderer/features/designer/model/words';
import { type Layout, parseLayout } from '../../shared/domain/layout';

const classic = parseLayout(
  JSON.parse(readFileSync('resources/layouts/giay-khen-a4-ngang-co-dien.json', 'utf8')),
);
const boxed = (id: string, x: number, y: number, w = 10, h = 10): Item => ({
  ...{ type: 'frame', id, x, y, w, h, colour: '#000000', sw: 0.3 },
});
const of = (...items: Item[]): Layout => ({ ...classic, items, symbols: {} });
const places = (layout: Layout) => layout.items.map((item) => [item.id, item.x, item.y]);

describe('changes', () => {
  it('move by tenths without dust, ornament and lines too', () => {
    let layout = classic;
    for (let i = 0; i < 7; i++) layout = moveItems(layout, ['name', 'frame.outer'], 0.1, 0);
    expect(itemOf(layout, 'name')).toMatchObject({ x: 36.7, y: 92.4 });
    expect(itemOf(layout, 'frame.outer')).toMatchObject({ x: 0.7, y: 0 });
    const line = of({ type: 'line', id: 'l', x: 1, y: 2, x2: 5, y2: 2, colour: 'ink', sw: 1 });
    expect(moveItems(line, ['l'], 1, 1).items[0]).toMatchObject({ x: 2, y: 3, x2: 6, y2: 3 });
    const box = { x: 1, y: 2, w: 4, h: 0 };
    expect(resizeItem(line, 'l', box, { ...box, w: 8 }).items[0]).toMatchObject({ x: 1, x2: 9 });
  });

  it('keep what was not touched, and take properties away', () => {
    const next = setItem(classic, 'title', { outline: undefined, size: 40 });
    expect(itemOf(next, 'title')).not.toHaveProperty('outline');
    expect(itemOf(next, 'name')).toBe(itemOf(classic, 'name'));
    expect(classic.items.filter(isLocked).length).toBeGreaterThan(10);
  });

  it('add, copy, remove and order', () => {
    const { layout, id } = addItem(of(boxed('frame-1', 0, 0)), boxed('', 5, 5));
    expect(id).toBe('frame-2');
    const copies = addCopies(layout, [itemOf(layout, id) as Item], 3);
    expect(itemOf(copies.layout, copies.ids[0] as string)).toMatchObject({ x: 8, y: 8 });
    const order = (now: Layout) => now.items.map((item) => item.id);
    expect(order(reorder(copies.layout, ['frame-1'], 'front'))).toEqual(['frame-2', 'frame-3', 'frame-1']);
    expect(order(reorder(copies.layout, ['frame-3'], 'backward'))).toEqual(['frame-1', 'frame-3', 'frame-2']);
    expect(order(removeItems(copies.layout, ['frame-1']))).toEqual(['frame-2', 'frame-3']);
  });

  it('name the paper by its size', () => {
    expect(setPage(classic, 297, 420).page).toMatchObject({ paper: 'A3', orientation: 'portrait' });
    expect(setPage(classic, 400, 300).page).toMatchObject({ paper: 'riêng', orientation: 'landscape' });
  });
});

describe('places', () => {
  const three = of(boxed('a', 0, 0), boxed('b', 13, 5, 20), boxed('c', 60, 9));
  const boxes = boxesOf(three);
  it('align within a frame', () => {
    const frame = { x: 0, y: 0, w: 100, h: 50 };
    expect(places(align(three, boxes, ['a', 'b'], frame, 'right'))).toEqual([
      ['a', 90, 0],
      ['b', 80, 5],
      ['c', 60, 9],
    ]);
    expect(places(align(three, boxes, ['c'], frame, 'middle'))[2]).toEqual(['c', 60, 20]);
  });
  it('spread so that the gaps are equal', () => {
    expect(places(distribute(three, boxes, ['c', 'a', 'b'], 'x'))).toEqual([
      ['a', 0, 0],
      ['b', 25, 5],
      ['c', 60, 9],
    ]);
  });
  it('snap to guides, the middle of the page and other items within reach only', () => {
    const guided = { ...three, guides: { x: [47], y: [] } };
    const targets = targetsOf(guided, boxes, new Set(['a']));
    const at = (x: number) => snapPoints(pointsOf({ x, y: 70, w: 10, h: 10 }), targets, 1);
    expect(at(46.4).x).toBe(47);
    expect(at(46.4).dx).toBeCloseTo(0.6, 9);
    expect(at(143.9)).toMatchObject({ x: 148.5 });
    expect(at(100).x).toBeNull();
  });
});

describe('steps', () => {
  const start = { past: [], present: classic, future: [], tag: null, chosen: ['name'] };
  const nudge = (tag: string) =>
    ({ type: 'change', change: (now: Layout) => moveItems(now, ['name'], 1, 0), tag }) as const;
  it('under one tag are one step, and redo goes when something new is done', () => {
    let state = reduce(reduce(reduce(start, nudge('n')), nudge('n')), nudge('m'));
    expect(state.past).toHaveLength(2);
    state = reduce(reduce(state, { type: 'undo' }), { type: 'undo' });
    expect(state.present).toBe(classic);
    expect(itemOf(reduce(state, { type: 'redo' }).present, 'name')).toMatchObject({ x: 38 });
    expect(reduce(state, nudge('x')).future).toEqual([]);
    const gone = reduce(state, { type: 'change', change: (now) => removeItems(now, ['name']), tag: null });
    expect(gone.chosen).toEqual([]);
  });
});

describe('words', () => {
  it('show every field by its name, and read it back', () => {
    for (const language of ['vi', 'en'] as const)
      for (const { field } of TEXT_FIELDS) {
        const template = `Tặng {${field}}, {lạ}`;
        expect(shown(template, language)).not.toContain(`{${field}}`);
        expect(stored(shown(template, language))).toBe(template);
      }
  });
  it.each([
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['−0,1', -0.1],
    [' 7 ', 7],
    ['7,', 7],
    ['', null],
    ['1e5', null],
    ['1,2,3', null],
  ])('%s is read as %s', (text, value) => expect(readNumber(text)).toBe(value));
  it('show numbers with a comma', () => {
    expect(showNumber(168.5, 'vi')).toBe('168,5');
    expect(showNumber(0.1 + 0.2, 'en')).toBe('0.3');
  });
});
