/**
 * The calibration sheet (tờ căn chỉnh máy in) of any page size, as a layout: rulers on four sides, crosshairs 25 mm
 * from the edges, two gauges, lines and tints, and places to write down what was measured.
 */
import type { Layout, LayoutItem } from '../../../shared/domain/layout';
import { gaugeLength, MARK } from '../../../shared/domain/layout/calibrate';

type Align = 'left' | 'center' | 'right';

interface Words {
  x: number;
  /** Baseline. */
  y: number;
  size: number;
  align?: Align;
  font?: 'Arimo' | 'Arimo-Bold' | 'Tinos';
}

/** Dashed line that office printers can still reach. */
const EDGE = 5;
/** Where the ticks of the rulers stand, and where the rulers begin. */
const RULER = { at: 6.5, from: 12, label: 4 } as const;
const REACH = 8;
const PAPERS = [
  ['A3', 297, 420],
  ['A4', 210, 297],
  ['A5', 148, 210],
] as const;
const PALETTE = {
  red: '#B5121B',
  gold: '#B58A2A',
  goldLight: '#DDBF76',
  tint: '#F6E9CB',
  ink: '#000000',
  grey: '#808080',
};

const n = (value: number) => String(Math.round(value * 1000) / 1000);
const comma = (value: number) => n(value).replace('.', ',');
const segment = (x: number, y: number, x2: number, y2: number) => `M${n(x)},${n(y)}L${n(x2)},${n(y2)}`;
const stroke = (d: string, sw: number, colour = 'ink'): Extract<LayoutItem, { type: 'path' }> => ({
  type: 'path',
  d,
  stroke: colour,
  sw,
  cap: 'butt',
});

function words(text: string, at: Words): LayoutItem {
  const align = at.align ?? 'left';
  const w = 400;
  const x = align === 'left' ? at.x : align === 'center' ? at.x - w / 2 : at.x - w;
  const font = at.font ?? 'Arimo';
  const place = { x, y: at.y - 10, w, h: 10, align, valign: 'bottom' as const };
  return { type: 'text', text, font, size: at.size, colour: 'ink', ...place };
}

function circle(x: number, y: number, r: number): string {
  return `M${n(x - r)},${n(y)}A${n(r)},${n(r)} 0 1,1 ${n(x + r)},${n(y)}A${n(r)},${n(r)} 0 1,1 ${n(x - r)},${n(y)}Z`;
}

function crosshair(x: number, y: number): LayoutItem[] {
  let ticks = '';
  for (let i = -4; i <= 4; i++) {
    ticks += segment(x + i, y - 0.8, x + i, y + 0.8) + segment(x - 0.8, y + i, x + 0.8, y + i);
  }
  const arms = segment(x - REACH, y, x + REACH, y) + segment(x, y - REACH, x, y + REACH);
  return [stroke(arms, 0.25), stroke(circle(x, y, 5) + circle(x, y, 2), 0.15), stroke(ticks, 0.15)];
}

const tickLength = (mm: number) => (mm % 10 === 0 ? 4 : mm % 5 === 0 ? 2.6 : 1.6);

/** Ticks of every millimetre on two opposite sides; numbers every 20 mm. */
function rulers(w: number, h: number): LayoutItem[] {
  let ticks = '';
  const items: LayoutItem[] = [];
  const { at, from, label } = RULER;
  for (let x = from; x <= w - from; x++) {
    const long = tickLength(x);
    ticks += segment(x, at, x, at + long) + segment(x, h - at, x, h - at - long);
    if (x % 20 > 0 || x > w - MARK) continue;
    items.push(words(String(x), { x, y: at + long + label - 1.2, size: 6.5, align: 'center' }));
    items.push(words(String(x), { x, y: h - at - long - 1.2, size: 6.5, align: 'center' }));
  }
  for (let y = from; y <= h - from; y++) {
    const long = tickLength(y);
    ticks += segment(at, y, at + long, y) + segment(w - at, y, w - at - long, y);
    if (y % 20 > 0 || y > h - MARK) continue;
    items.push(words(String(y), { x: at + long + 1, y: y + 0.8, size: 6.5 }));
    items.push(words(String(y), { x: w - at - long - 1, y: y + 0.8, size: 6.5, align: 'right' }));
  }
  return [stroke(ticks, 0.15), ...items];
}

function marks(w: number, h: number): LayoutItem[] {
  const label = (name: string, x: number, y: number) => `${name} (${comma(x)}; ${comma(y)})`;
  const out = MARK + 9.5;
  const corner = (name: string, x: number, y: number): LayoutItem[] => {
    const right = x > w / 2;
    const at = { x: right ? w - out : out, y: y > h / 2 ? y + 5.5 : y - 4, size: 7 };
    return [...crosshair(x, y), words(label(name, x, y), { ...at, align: right ? 'right' : 'left' })];
  };
  const centre = label('O', w / 2, h / 2);
  return [
    ...corner('A', MARK, MARK),
    ...corner('B', w - MARK, MARK),
    ...corner('C', MARK, h - MARK),
    ...corner('D', w - MARK, h - MARK),
    ...crosshair(w / 2, h / 2),
    words(centre, { x: w / 2 + 9.5, y: h / 2 - 3, size: 7 }),
  ];
}

/** Two rulers of a known length, at a right angle, where there is room. */
function gauges(w: number, h: number): LayoutItem[] {
  const long = gaugeLength(w, h);
  if (long === 0) return [];
  const x = w / 2 - Math.min(42, long / 2);
  const y = Math.min(h / 2 + 55, h - 30);
  const line = segment(x, y, x + long, y) + segment(x, y, x, y - long);
  let ticks = '';
  for (let i = 0; i <= long; i++) {
    const out = tickLength(i);
    ticks += segment(x + i, y, x + i, y - out) + segment(x, y - i, x - out, y - i);
  }
  const text = `Đo hai đoạn này: mỗi đoạn phải đúng ${long},0 mm`;
  return [
    stroke(line, 0.25),
    stroke(ticks, 0.15),
    words(text, { x: x + long / 2, y: y + 5, size: 7.5, align: 'center' }),
  ];
}

function heading(w: number, h: number, paper: string): LayoutItem[] {
  const size = `${comma(w)} × ${comma(h)} mm`;
  const text = `${paper} ${size} · in ở 100 %, không “vừa trang” · mép đứt đỏ cách mép giấy 5 mm`;
  const small = w < 250 ? 7 : 8.5;
  return [
    words('TỜ CĂN CHỈNH MÁY IN', { x: w / 2, y: 25.5, size: 14, align: 'center', font: 'Arimo-Bold' }),
    words(w < 200 ? size : text, { x: w / 2, y: 32, size: small, align: 'center' }),
    words('Cạnh trên vào máy trước: (\u00a0\u00a0\u00a0) có \u00a0(\u00a0\u00a0\u00a0) không', {
      x: w / 2,
      y: 39,
      size: 7.5,
      align: 'center',
    }),
  ];
}

function column(x: number, y: number, title: string, lines: readonly string[]): LayoutItem[] {
  return [
    words(title, { x, y, size: 9, font: 'Arimo-Bold' }),
    ...lines.map((text, i) =>
      words(text.trimStart(), { x: text.startsWith(' ') ? x + 3 : x, y: y + 5 + i * 4.6, size: 7.5 }),
    ),
  ];
}

const HOW = [
  '1. In lên giấy thường, đúng khay và',
  ' đúng chiều đặt giấy sẽ dùng cho phôi.',
  '2. Đo từ mép giấy đến tâm các điểm',
  ' (đến 0,1 mm), ghi vào ô bên phải.',
  '3. Nhập số đo vào chương trình.',
  '4. In lại: tâm các điểm phải trùng',
  ' tọa độ ghi cạnh chúng.',
  '5. Làm riêng cho từng máy in, khay, phôi.',
];

function measured(x: number, y: number, gauge: number): LayoutItem[] {
  const rows = ['Mép trái → A', 'Mép trái → B', 'Mép trên → A', 'Mép trên → C'];
  const all = [...rows, `Đoạn ${gauge} ngang`, `Đoạn ${gauge} dọc`];
  const dots = (at: number, from: number, to: number): LayoutItem => ({
    ...stroke(segment(x + from, y + at + 0.9, x + to, y + at + 0.9), 0.25),
    dash: [0.3, 0.9],
  });
  const end = 7.3 + all.length * 7 + 1.5;
  return [
    words('Số đo (mm)', { x, y, size: 9, font: 'Arimo-Bold' }),
    ...all.flatMap((text, i) => [
      words(text, { x, y: y + 7.3 + i * 7, size: 7.5 }),
      dots(7.3 + i * 7, 26, 52),
    ]),
    words('Máy in:', { x, y: y + end, size: 7.5 }),
    dots(end, 11, 33),
    words('Khay:', { x: x + 35, y: y + end, size: 7.5 }),
    dots(end, 43, 55),
    words('Phôi:', { x, y: y + end + 6.2, size: 7.5 }),
    dots(end + 6.2, 9, 33),
    words('Ngày:', { x: x + 35, y: y + end + 6.2, size: 7.5 }),
    dots(end + 6.2, 43, 55),
  ];
}

const sums = (w: number, h: number) => [
  `tỷ lệ ngang = (đo B − đo A) / ${comma(w - 2 * MARK)}`,
  `tỷ lệ dọc = (đo C − đo A) / ${comma(h - 2 * MARK)}`,
  'dx = 25 − đo A ngang / tỷ lệ',
  'dy = 25 − đo A dọc / tỷ lệ',
  '(dương: dịch sang phải, xuống dưới; bước 0,1 mm)',
];

/** Lines of growing width in the colours of certificates, and patches of their tints. */
function inks(x: number, y: number): LayoutItem[] {
  const colours = [
    ['gold', 0, 16],
    ['red', 18, 34],
    ['ink', 36, 46],
  ] as const;
  const lines = [0.1, 0.2, 0.3, 0.4, 0.5].flatMap((sw, i) => {
    const at = y + 6 + i * 4;
    return [
      ...colours.map(([colour, from, to]) => stroke(segment(x + from, at, x + to, at), sw, colour)),
      words(`${comma(sw)} mm`, { x: x + 48, y: at + 0.9, size: 6.5 }),
    ];
  });
  const patches = ['red', 'gold', 'goldLight', 'tint', 'ink', 'grey'].map((fill, i): LayoutItem => {
    const left = x + i * 9;
    return {
      type: 'path',
      d: `M${n(left)},${n(y + 26)}H${n(left + 8)}V${n(y + 32)}H${n(left)}Z`,
      fill,
    };
  });
  return [words('Nét và màu', { x, y, size: 9, font: 'Arimo-Bold' }), ...lines, ...patches];
}

const letters = (x: number, y: number): LayoutItem[] => [
  words('Ấ Ằ Ẫ Ợ Ữ đ Đ – 6 pt: Nguyễn Thị Hồng Đào, H’Nguyệt Niê Kđăm', { x, y, size: 6, font: 'Tinos' }),
  words('8 pt: Nguyễn Thị Hồng Đào, H’Nguyệt Niê Kđăm', { x, y: y + 4.2, size: 8, font: 'Tinos' }),
  words('10 pt: Nguyễn Thị Hồng Đào', { x, y: y + 9.2, size: 10, font: 'Tinos' }),
];

/** Pieces beside the marks, as far as the sheet has room for them. */
function furniture(w: number, h: number): LayoutItem[] {
  const side = Math.min(w / 2 + 60, w - 88.8);
  if (h < 200 || w < 200) return [];
  return [
    ...column(34, 45.5, 'Cách dùng', HOW),
    ...measured(side, 45.5, gaugeLength(w, h)),
    ...column(side, Math.max(h / 2 + 13.5, 118.5), 'Phần mềm tính', sums(w, h)),
    ...inks(34, h - 69),
    ...letters(side, h - 58),
  ];
}

/** What the size is called: "A4 ngang", "Cỡ riêng". */
export function paperName(w: number, h: number): string {
  const found = PAPERS.find(([, a, b]) => a === Math.min(w, h) && b === Math.max(w, h));
  return found ? `${found[0]} ${w >= h ? 'ngang' : 'dọc'}` : 'Cỡ riêng';
}

/** The sheet in millimetres. */
export function calibrationSheet(w: number, h: number): Layout {
  const paper = paperName(w, h);
  const dashed = `M${n(EDGE)},${n(EDGE)}H${n(w - EDGE)}V${n(h - EDGE)}H${n(EDGE)}Z`;
  return {
    schema: 'so-cong-doan/layout@1',
    id: 'to-can-chinh',
    name: `Tờ căn chỉnh máy in ${paper === 'Cỡ riêng' ? `${comma(w)} × ${comma(h)} mm` : paper}`,
    version: 1,
    page: {
      w,
      h,
      unit: 'mm',
      paper: paper.split(' ')[0] as string,
      orientation: h > w ? 'portrait' : 'landscape',
    },
    safe: EDGE,
    palette: PALETTE,
    fonts: {},
    symbols: {},
    items: [
      { ...stroke(dashed, 0.25, 'red'), dash: [2, 1.2] },
      ...rulers(w, h),
      ...marks(w, h),
      ...gauges(w, h),
      ...heading(w, h, paper),
      ...furniture(w, h),
    ] as LayoutItem[],
  };
}
