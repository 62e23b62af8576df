/** Tables of a Word file: repeated head, merged cells, rows that stay together. */
import {
  HeightRule,
  type Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { columnWidths, FIGURES } from '../figures';
import type { Cell, CellBox, HeadCell, TableRow as Row, TableBlock } from '../paper';
import { printable } from '../text';
import { paragraph, points, RULE, SINGLE, twips } from './units';

const T = FIGURES.table;
const BORDERS = {
  top: RULE,
  bottom: RULE,
  left: RULE,
  right: RULE,
  insideHorizontal: RULE,
  insideVertical: RULE,
};
const MARGINS = { top: twips(T.padY), bottom: twips(T.padY), left: twips(T.padX), right: twips(T.padX) };

interface Look {
  size: number;
  widths: number[];
}

function shading(fill: string | undefined) {
  return fill ? { type: ShadingType.CLEAR, color: 'auto', fill: fill.slice(1) } : undefined;
}

function headRow(cells: readonly HeadCell[], look: Look): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    height: { value: twips(T.rowHeight), rule: HeightRule.ATLEAST },
    children: cells.map(
      (cell) =>
        new TableCell({
          columnSpan: cell.span,
          rowSpan: cell.rows,
          verticalAlign: VerticalAlignTable.CENTER,
          shading: shading(T.headFill),
          children: [
            paragraph(cell.text, {
              size: look.size,
              align: 'center',
              bold: true,
              options: { spacing: SINGLE, keepNext: true },
            }),
          ],
        }),
    ),
  });
}

function cellParagraph(
  cell: CellBox,
  style: { align: CellBox['align']; bold: boolean },
  tools: CellTools,
): Paragraph {
  return paragraph(cell.text, {
    size: tools.size,
    align: style.align ?? 'left',
    bold: style.bold,
    italic: cell.italic,
    aside: cell.aside && printable(cell.aside),
    options: {
      spacing: SINGLE,
      keepNext: tools.keepNext,
      tabStops: cell.aside ? [{ type: TabStopType.RIGHT, position: tools.tab }] : undefined,
    },
  });
}

interface CellTools {
  size: number;
  keepNext: boolean;
  tab: number;
}

function bodyRow(table: TableBlock, row: Row, keepNext: boolean, look: Look): TableRow {
  const strong = row.kind !== 'row';
  const least = strong ? T.rowHeight : (table.rowHeight ?? T.rowHeight);
  let column = 0;
  const children = row.cells.map((raw: Cell) => {
    const cell = typeof raw === 'string' ? { text: raw } : raw;
    const span = cell.span ?? 1;
    const width = look.widths.slice(column, column + span).reduce((a, b) => a + b, 0);
    const align = cell.align ?? table.columns[column]?.align ?? 'left';
    column += span;
    const tools = { size: look.size, keepNext, tab: twips(width - 2 * T.padX) };
    return new TableCell({
      columnSpan: span > 1 ? span : undefined,
      verticalAlign: VerticalAlignTable.CENTER,
      shading: shading(strong ? T.groupFill : undefined),
      children: [cellParagraph(cell, { align, bold: cell.bold ?? strong }, tools)],
    });
  });
  return new TableRow({
    cantSplit: true,
    height: { value: twips(least), rule: HeightRule.ATLEAST },
    children,
  });
}

/** Short tables whole; group rows with the next row; totals (and what follows, if `tailKept`) with two rows. */
function keptRows(table: TableBlock, tailKept: boolean): boolean[] {
  const count = table.rows.length;
  const totals = table.rows.filter((row) => row.kind === 'total').length;
  const tail = totals > 0 || tailKept ? totals + 2 : 0;
  const short = (count + 1) * T.rowHeight < T.unsplit;
  return table.rows.map((row, i) => {
    if (i === count - 1) return tailKept;
    return short || row.kind === 'group' || i >= count - tail;
  });
}

/** `tailKept`: the last rows stay with the paragraph after the table. */
export function docxTable(table: TableBlock, textWidth: number, tailKept: boolean): (Paragraph | Table)[] {
  const look = { size: table.size ?? T.size, widths: columnWidths(table.columns, textWidth) };
  const head = table.head ?? [table.columns.map((column) => ({ text: column.title }))];
  const kept = keptRows(table, tailKept);
  const caption = table.caption
    ? [
        paragraph(table.caption, {
          size: T.captionSize,
          align: 'center',
          bold: true,
          options: { keepNext: true, spacing: { ...SINGLE, before: points(8), after: points(4) } },
        }),
      ]
    : [];
  return [
    ...caption,
    new Table({
      width: { size: twips(textWidth), type: WidthType.DXA },
      columnWidths: look.widths.map(twips),
      layout: TableLayoutType.FIXED,
      borders: BORDERS,
      margins: MARGINS,
      rows: [
        ...head.map((cells) => headRow(cells, look)),
        ...table.rows.map((row, i) => bodyRow(table, row, kept[i] === true, look)),
      ],
    }),
  ];
}
