/** A photographed sheet: corners map onto corners, straight lines stay straight, what is no sheet is refused. */
import { describe, expect, it } from 'vitest';
import { type Corners, type DisplayPage, isSheet, nearEdge, seenFrom } from '../../shared/domain/layout';

const CORNERS: Corners = [
  { x: 0.12, y: 0.08 },
  { x: 0.9, y: 0.15 },
  { x: 0.97, y: 0.92 },
  { x: 0.05, y: 0.85 },
];

describe('four corners', () => {
  it('come from the corners of the sheet', () => {
    const seen = seenFrom(CORNERS);
    for (const [i, [u, v]] of [
      [0, 0] as const,
      [1, 0] as const,
      [1, 1] as const,
      [0, 1] as const,
    ].entries()) {
      expect(seen(u, v).x).toBeCloseTo(CORNERS[i as 0].x, 9);
      expect(seen(u, v).y).toBeCloseTo(CORNERS[i as 0].y, 9);
    }
  });

  it('the middle of the sheet is where its diagonals cross in the photo', () => {
    const [a, b, c, d] = CORNERS;
    const { x, y } = seenFrom(CORNERS)(0.5, 0.5);
    expect((c.x - a.x) * (y - a.y) - (c.y - a.y) * (x - a.x)).toBeCloseTo(0, 9);
    expect((d.x - b.x) * (y - b.y) - (d.y - b.y) * (x - b.x)).toBeCloseTo(0, 9);
  });

  it('are refused when crossed, in a line, or turned over', () => {
    expect(isSheet(CORNERS)).toBe(true);
    expect(isSheet([CORNERS[1], CORNERS[0], CORNERS[2], CORNERS[3]])).toBe(false);
    expect(isSheet([...CORNERS].reverse())).toBe(false);
    expect(isSheet([CORNERS[0], CORNERS[1], { x: 0.5, y: 0.12 }, CORNERS[3]])).toBe(false);
  });
});

describe('ink near the edge', () => {
  const line = { x: 60, baseline: 100, width: 80, text: 'Bà Hoa', runs: [] };
  const page = (dx: number): DisplayPage => ({
    ...{ w: 297, h: 210, safe: 5, symbols: {}, fonts: [], problems: [] },
    items: [
      {
        ...{ kind: 'text', id: 'name', size: 32, tracking: 0, colour: '#000000', lines: [line] },
        box: { x: 40, y: 87, w: 217, h: 13 },
      },
      { kind: 'code', x: 270, y: 180, module: 0.5, rects: [0, 0, 7, 7, 30, 30, 10, 10], colour: '#000000' },
    ],
    calibration: { dx, dy: 0, scale: 1 },
  });

  it('is told by item, adjusted as it will be printed', () => {
    expect(nearEdge(page(0))).toEqual([]);
    expect(nearEdge(page(3))).toEqual([{ id: 'qr', distance: 4 }]);
    expect(nearEdge(page(-58)).map((one) => one.id)).toEqual(['name']);
  });
});
