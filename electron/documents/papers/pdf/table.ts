/** Tables as boxes, one per row: repeated head, merged head cells, group and total rows, unsplit short tables. */
import { columnWidths, FIGURES } from '../figures';
import type { Cell, CellBox, HeadCell, PageSums, TableBlock, TableRow } from '../paper';
import { figure, printable, runsOf } from '../text';
import type { Area, Box, PageTotal, RepeatedHead } from './boxes';
import {
  ASCENT,
  breakLines,
  drawLine,
  type Line,
  type Measurer,
  mm,
  NATURAL_LINE,
  type Pen,
} from './measure';
import { paragraphBoxes } from './paragraph';

interface LaidCell {
  x: number;
  width: number;
  align: 'left' | 'center' | 'right';
  lines: Line[];
  aside: Line | null;
}

interface Grid {
  lefts: number[];
  size: number;
  pitch: number;
}

const padX = mm(FIGURES.table.padX);
const padY = mm(FIGURES.table.padY);

export function headRowsOf(table: TableBlock): readonly (readonly HeadCell[])[] {
  return table.head ?? [table.columns.map((column) => ({ text: column.title }))];
}

function gridOf(table: TableBlock, area: Area): Grid {
  const widths = columnWidths(table.columns, area.width / mm(1));
  const lefts = [area.left];
  for (const width of widths) lefts.push(lefts[lefts.length - 1]! + mm(width));
  const size = table.size ?? FIGURES.table.size;
  return { lefts, size, pitch: size * NATURAL_LINE };
}

function drawFrame(pen: Pen, x: number, y: number, width: number, height: number, fill?: string): void {
  if (fill) pen.rect(x, y, width, height).fill(fill);
  pen.fillColor('black').lineWidth(mm(FIGURES.rule)).rect(x, y, width, height).stroke('black');
}

function drawCellText(pen: Pen, cell: LaidCell, top: number, height: number, grid: Grid): void {
  const block = cell.lines.length * grid.pitch;
  const first = top + (height - block) / 2 + grid.size * ASCENT;
  const place = { x: cell.x + padX, width: cell.width - 2 * padX, size: grid.size };
  cell.lines.forEach((line, i) => {
    drawLine(pen, line, { ...place, baseline: first + i * grid.pitch, align: cell.align });
  });
  if (cell.aside) drawLine(pen, cell.aside, { ...place, baseline: first, align: 'right' });
}

/** Rows cell by cell with vertical merges: where each head cell begins and how many rows it covers. */
function placeHeadCells(rows: readonly (readonly HeadCell[])[], columns: number) {
  const taken = rows.map(() => new Array<boolean>(columns).fill(false));
  const placed: { row: number; col: number; rows: number; span: number; text: string }[] = [];
  rows.forEach((cells, row) => {
    let col = 0;
    for (const cell of cells) {
      while (taken[row]?.[col]) col += 1;
      const span = cell.span ?? 1;
      const deep = cell.rows ?? 1;
      for (let r = row; r < Math.min(row + deep, rows.length); r++)
        for (let c = col; c < col + span; c++) taken[r]![c] = true;
      placed.push({ row, col, rows: deep, span, text: cell.text });
      col += span;
    }
  });
  return placed;
}

function layHead(table: TableBlock, grid: Grid, measurer: Measurer): RepeatedHead {
  const rows = headRowsOf(table);
  const heights = rows.map(() => mm(FIGURES.table.rowHeight));
  const cells = placeHeadCells(rows, table.columns.length).map((cell) => {
    const x = grid.lefts[cell.col]!;
    const width = grid.lefts[cell.col + cell.span]! - x;
    const runs = runsOf(cell.text, { bold: true });
    const lines = breakLines(runs, { size: grid.size, width: width - 2 * padX }, measurer);
    const need = lines.length * grid.pitch + 2 * padY;
    const covered = heights.slice(cell.row, cell.row + cell.rows).reduce((a, b) => a + b, 0);
    const lowest = Math.min(cell.row + cell.rows, rows.length) - 1;
    if (need > covered) heights[lowest] = heights[lowest]! + need - covered;
    return { ...cell, laid: { x, width, align: 'center' as const, lines, aside: null } };
  });
  return {
    height: heights.reduce((a, b) => a + b, 0),
    draw: (pen, top) => {
      for (const cell of cells) {
        const y = top + heights.slice(0, cell.row).reduce((a, b) => a + b, 0);
        const height = heights.slice(cell.row, cell.row + cell.rows).reduce((a, b) => a + b, 0);
        drawFrame(pen, cell.laid.x, y, cell.laid.width, height, FIGURES.table.headFill);
        drawCellText(pen, cell.laid, y, height, grid);
      }
    },
  };
}

function cellBox(cell: Cell): CellBox {
  return typeof cell === 'string' ? { text: cell } : cell;
}

function layRow(table: TableBlock, row: TableRow, grid: Grid, measurer: Measurer): LaidCell[] {
  const strong = row.kind !== 'row';
  let col = 0;
  return row.cells.map((raw) => {
    const cell = cellBox(raw);
    const x = grid.lefts[col]!;
    const align = cell.align ?? table.columns[col]?.align ?? 'left';
    col = Math.min(col + (cell.span ?? 1), table.columns.length);
    const width = grid.lefts[col]! - x;
    const aside = cell.aside
      ? breakLines(
          [{ text: printable(cell.aside), italic: true }],
          { size: grid.size, width: Number.MAX_SAFE_INTEGER },
          measurer,
        )[0]!
      : null;
    const room = width - 2 * padX - (aside ? aside.width + padX * 2 : 0);
    const runs = runsOf(cell.text, { bold: cell.bold ?? strong, italic: cell.italic });
    return { x, width, align, aside, lines: breakLines(runs, { size: grid.size, width: room }, measurer) };
  });
}

/** The most of a page's height that one row takes before it is cut. */
const TALLEST_ROW = 0.4;

/** A very tall row becomes several, cut between lines. */
function slicesOf(cells: LaidCell[], mostLines: number): LaidCell[][] {
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
  if (lines <= mostLines) return [cells];
  const slices: LaidCell[][] = [];
  for (let from = 0; from < lines; from += mostLines) {
    slices.push(
      cells.map((cell) => ({
        ...cell,
        lines: cell.lines.slice(from, from + mostLines),
        aside: from === 0 ? cell.aside : null,
      })),
    );
  }
  return slices;
}

/** The head with the name of the group that goes on under it. */
function headUnder(
  table: TableBlock,
  under: string,
  grid: Grid,
  head: RepeatedHead,
  tools: RowTools,
): RepeatedHead {
  const text = `${under} (tiếp theo)`;
  const cells = [{ text, span: table.columns.length, align: 'left' as const }];
  return stacked(head, bandOf(table, cells, grid, head, tools));
}

/** A shaded row that is drawn when a page needs it. */
function bandOf(
  table: TableBlock,
  cells: readonly Cell[],
  grid: Grid,
  head: RepeatedHead,
  tools: RowTools,
): RepeatedHead {
  return rowBoxes(table, { kind: 'group', cells }, grid, head, tools)[0]!;
}

function stacked(upper: RepeatedHead, lower: RepeatedHead): RepeatedHead {
  return {
    height: upper.height + lower.height,
    draw: (pen, top) => {
      upper.draw(pen, top);
      lower.draw(pen, top + upper.height);
    },
  };
}

function rowBoxes(table: TableBlock, row: TableRow, grid: Grid, head: RepeatedHead, tools: RowTools): Box[] {
  const fill = row.kind === 'row' ? undefined : FIGURES.table.groupFill;
  const least = mm(
    row.kind === 'row' ? (table.rowHeight ?? FIGURES.table.rowHeight) : FIGURES.table.rowHeight,
  );
  const cells = layRow(table, row, grid, tools.measurer);
  const slices = slicesOf(cells, Math.floor((tools.pageHeight * TALLEST_ROW) / grid.pitch));
  return slices.map((slice, i) => {
    const lines = Math.max(1, ...slice.map((cell) => cell.lines.length));
    const height = Math.max(least, lines * grid.pitch + 2 * padY);
    return {
      height,
      gap: 0,
      head,
      keepNext: row.kind === 'group' && slices.length === 1,
      ...(row.counts && i === 0 ? { counts: row.counts } : {}),
      ...(row.breakBefore && i === 0 ? { breakBefore: true } : {}),
      ...(row.carry && i === slices.length - 1
        ? { foot: bandOf(table, row.carry.foot, grid, head, tools) }
        : {}),
      draw: (pen: Pen, top: number) => {
        for (const cell of slice) {
          drawFrame(pen, cell.x, top, cell.width, height, fill);
          drawCellText(pen, cell, top, height, grid);
        }
      },
    };
  });
}

/** Sums that are known only while the pages are drawn: at the foot of each, and under the head of the next. */
function pageLedger(
  table: TableBlock,
  sums: NonNullable<TableBlock['sums']>,
  grid: Grid,
  head: RepeatedHead,
  tools: RowTools,
) {
  const none = { count: 0, amount: 0 };
  const now: PageSums = { page: 1, onPage: none, soFar: none };
  const plus = (a: PageSums['onPage'], b: PageSums['onPage']) => ({
    count: a.count + b.count,
    amount: a.amount + b.amount,
  });
  const band = (cells: () => readonly Cell[]): RepeatedHead => ({
    height: bandOf(table, sums.head(now), grid, head, tools).height,
    draw: (pen, top) => bandOf(table, cells(), grid, head, tools).draw(pen, top),
  });
  const foot = band(() => sums.foot(now));
  const turned = () => {
    now.page += 1;
    now.onPage = none;
    return sums.head(now);
  };
  return {
    carried: band(turned),
    kept(row: TableRow, box: Box, first: boolean): Box {
      if (row.pageSum) return { ...box, draw: foot.draw, height: foot.height };
      if (!row.adds || !first) return box;
      const { adds } = row;
      const draw: Box['draw'] = (pen, top) => {
        box.draw(pen, top);
        now.onPage = plus(now.onPage, adds);
        now.soFar = plus(now.soFar, adds);
      };
      return { ...box, foot, draw };
    },
  };
}

interface RowTools {
  measurer: Measurer;
  pageHeight: number;
}

const captionGap = 8;
const tableGap = 5;

/** The boxes of a table; the last two rows before the totals stay with them. */
export function tableBoxes(table: TableBlock, area: Area, measurer: Measurer): Box[] {
  const grid = gridOf(table, area);
  const head = layHead(table, grid, measurer);
  const caption = table.caption
    ? paragraphBoxes(
        table.caption,
        { size: FIGURES.table.captionSize, align: 'center', bold: true, gap: captionGap, keepNext: true },
        area,
        measurer,
      )
    : [];
  const headBox: Box = { height: head.height, gap: tableGap, keepNext: true, draw: head.draw };
  const tools = { measurer, pageHeight: area.bottom - area.top };
  const heads = new Map<string, RepeatedHead>();
  const ledger = table.sums ? pageLedger(table, table.sums, grid, head, tools) : undefined;
  const top = ledger ? stacked(head, ledger.carried) : head;
  const headOf = ({ under }: TableRow): RepeatedHead => {
    if (under === undefined) return top;
    const known = heads.get(under) ?? headUnder(table, under, grid, top, tools);
    heads.set(under, known);
    return known;
  };
  const headAfter = (before: TableRow | undefined, row: TableRow): RepeatedHead =>
    before?.carry ? stacked(head, bandOf(table, before.carry.head, grid, head, tools)) : headOf(row);
  const body = table.rows.flatMap((row, i) => {
    const boxes = rowBoxes(table, row, grid, headAfter(table.rows[i - 1], row), tools);
    return ledger ? boxes.map((box, at) => ledger.kept(row, box, at === 0)) : boxes;
  });
  const totals = table.rows.filter((row) => row.kind === 'total').length;
  if (totals > 0) keepTail(body, totals + 2);
  const boxes = [...caption, headBox, ...body];
  const whole = boxes.reduce((sum, box) => sum + box.height, 0);
  if (whole < mm(FIGURES.table.unsplit)) keepTail(boxes, boxes.length);
  return boxes;
}

/** The row under the last counted one of a page: what the page holds, and all pages up to it. */
export function pageTotal(area: Area, measurer: Measurer, countWord: string): PageTotal {
  const size = FIGURES.table.size - 1;
  const height = mm(FIGURES.table.rowHeight);
  return {
    height,
    draw: (pen, top, { onPage, soFar }) => {
      const upTo = soFar > onPage ? `; cộng dồn: ${figure(soFar)} ${countWord}` : '';
      const text = `Cộng trang này: ${figure(onPage)} ${countWord}${upTo}`;
      const [line] = breakLines([{ text, italic: true }], { size, width: area.width }, measurer);
      drawFrame(pen, area.left, top, area.width, height);
      const baseline = top + (height - size * NATURAL_LINE) / 2 + size * ASCENT;
      drawLine(pen, line!, { x: area.left, width: area.width - padX, baseline, size, align: 'right' });
    },
  };
}

/** Chains the last `count` boxes; the very last one is left free for what follows. */
export function keepTail(boxes: Box[], count: number): void {
  for (let i = Math.max(0, boxes.length - count); i < boxes.length - 1; i++) boxes[i]!.keepNext = true;
}
