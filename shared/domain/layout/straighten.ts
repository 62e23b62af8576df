/** A photographed sheet set straight: from a place on the sheet to where it is in the photo. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Top left, top right, bottom right, bottom left. */
export type Corners = readonly [Point, Point, Point, Point];

/** Turns at the corners, twice the area of each triangle. */
const turns = (corners: readonly Point[]): number[] =>
  corners.map((here, i) => {
    const [before, after] = [corners[(i + 3) % 4], corners[(i + 1) % 4]] as [Point, Point];
    return (here.x - before.x) * (after.y - here.y) - (here.y - before.y) * (after.x - here.x);
  });

/** Whether four corners go round clockwise without one inside the others: only then they are those of a sheet. */
export const isSheet = (corners: readonly Point[]): corners is Corners =>
  corners.length === 4 && turns(corners).every((turn) => turn > 1e-4);

/** Maps the unit square of the sheet onto four corners as a camera sees it. */
export function seenFrom([a, b, c, d]: Corners): (u: number, v: number) => Point {
  const [x1, x2, x3] = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x];
  const [y1, y2, y3] = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y];
  const size = x1 * y2 - x2 * y1;
  const g = (x3 * y2 - x2 * y3) / size;
  const h = (x1 * y3 - x3 * y1) / size;
  return (u, v) => {
    const far = g * u + h * v + 1;
    return {
      x: ((b.x - a.x + g * b.x) * u + (d.x - a.x + h * d.x) * v + a.x) / far,
      y: ((b.y - a.y + g * b.y) * u + (d.y - a.y + h * d.y) * v + a.y) / far,
    };
  };
}
