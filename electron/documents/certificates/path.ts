/** SVG path data (absolute M L H V C Q A Z) as PDF path operators. */

const TOKEN = /([MLHVCQAZ])|(-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/g;

/** A number as PDF wants it: at most four decimals, no exponent. */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 1e4) / 1e4;
  return String(rounded === 0 ? 0 : rounded);
}

const join = (values: readonly number[], operator: string) =>
  `${values.map(pdfNumber).join(' ')} ${operator}\n`;

const ARGUMENTS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };

/** Where the pen is, and where the subpath began. */
interface Pen {
  x: number;
  y: number;
  startX: number;
  startY: number;
}

/** One command with its arguments; moves the pen. */
function step(pen: Pen, command: string, a: readonly number[]): string {
  const [x0, y0] = [pen.x, pen.y];
  const at = (i: number) => a[i] as number;
  switch (command) {
    case 'M':
      [pen.x, pen.y, pen.startX, pen.startY] = [at(0), at(1), at(0), at(1)];
      return join(a, 'm');
    case 'L':
      [pen.x, pen.y] = [at(0), at(1)];
      return join(a, 'l');
    case 'H':
      pen.x = at(0);
      return join([pen.x, pen.y], 'l');
    case 'V':
      pen.y = at(0);
      return join([pen.x, pen.y], 'l');
    case 'C':
      [pen.x, pen.y] = [at(4), at(5)];
      return join(a, 'c');
    case 'Q': {
      const near = (from: number, to: number) => from + (2 / 3) * (to - from);
      [pen.x, pen.y] = [at(2), at(3)];
      const first = [near(x0, at(0)), near(y0, at(1))];
      return join([...first, near(pen.x, at(0)), near(pen.y, at(1)), pen.x, pen.y], 'c');
    }
    case 'A':
      [pen.x, pen.y] = [at(5), at(6)];
      return arc(x0, y0, a as unknown as ArcArguments);
    default:
      [pen.x, pen.y] = [pen.startX, pen.startY];
      return 'h\n';
  }
}

/** Operators of a whole path, without painting. */
export function pathOperators(d: string): string {
  const tokens = Array.from(d.matchAll(TOKEN));
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0 };
  let out = '';
  let command = '';
  for (let i = 0; i < tokens.length; ) {
    const letter = tokens[i]?.[1];
    if (letter) {
      command = letter;
      i++;
    } else if (command === 'Z' || command === '') throw new Error('bad path data');
    const count = ARGUMENTS[command] as number;
    const values = tokens.slice(i, i + count).map((token) => Number(token[0]));
    if (values.length < count || values.some(Number.isNaN)) throw new Error('bad path data');
    i += count;
    out += step(pen, command, values);
    if (command === 'M') command = 'L';
  }
  return out;
}

type ArcArguments = readonly [number, number, number, number, number, number, number];

/** An SVG arc as Bézier curves of at most a quarter turn each (SVG 1.1, F.6). */
function arc(x0: number, y0: number, [rx0, ry0, turn, large, sweep, x, y]: ArcArguments): string {
  let [rx, ry] = [Math.abs(rx0), Math.abs(ry0)];
  if (rx === 0 || ry === 0) return join([x, y], 'l');
  const phi = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(x0 - x) / 2, (y0 - y) / 2];
  const [px, py] = [cos * dx + sin * dy, -sin * dx + cos * dy];
  const excess = (px * px) / (rx * rx) + (py * py) / (ry * ry);
  if (excess > 1) {
    rx *= Math.sqrt(excess);
    ry *= Math.sqrt(excess);
  }
  const below = rx * rx * py * py + ry * ry * px * px;
  const root = below === 0 ? 0 : Math.sqrt(Math.max(0, (rx * rx * ry * ry - below) / below));
  const factor = large === sweep ? -root : root;
  const [qx, qy] = [(factor * rx * py) / ry, (-factor * ry * px) / rx];
  const [cx, cy] = [cos * qx - sin * qy + (x0 + x) / 2, sin * qx + cos * qy + (y0 + y) / 2];
  const from = Math.atan2((py - qy) / ry, (px - qx) / rx);
  let sweepAngle = Math.atan2((-py - qy) / ry, (-px - qx) / rx) - from;
  if (sweep && sweepAngle < 0) sweepAngle += 2 * Math.PI;
  if (!sweep && sweepAngle > 0) sweepAngle -= 2 * Math.PI;
  const pieces = Math.max(1, Math.ceil(Math.abs(sweepAngle) / (Math.PI / 2) - 1e-9));
  const turnEach = sweepAngle / pieces;
  const t = (4 / 3) * Math.tan(turnEach / 4);
  const place = (u: number, v: number): [number, number] => [
    cx + cos * rx * u - sin * ry * v,
    cy + sin * rx * u + cos * ry * v,
  ];
  let out = '';
  for (let i = 0; i < pieces; i++) {
    const [a, b] = [from + i * turnEach, from + (i + 1) * turnEach];
    const end: [number, number] = i === pieces - 1 ? [x, y] : place(Math.cos(b), Math.sin(b));
    out += join(
      [
        ...place(Math.cos(a) - t * Math.sin(a), Math.sin(a) + t * Math.cos(a)),
        ...place(Math.cos(b) + t * Math.sin(b), Math.sin(b) - t * Math.cos(b)),
        ...end,
      ],
      'c',
    );
  }
  return out;
}
