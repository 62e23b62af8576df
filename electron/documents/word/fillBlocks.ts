/** Fills the built-in templates as papers, so that the PDF says what the Word file says. */
import { isCapital, plainTag, type WordData } from '../../../shared/domain/wordTemplates';
import type { Block, Cell, Inline, Paper, PaperUnit, Signer, TableRow } from '../papers/paper';
import { plainText } from '../papers/text';
import { BLANK } from './fill';
import type { Sheet } from './sheet';

const OPEN = /^\{#(\w+)\}$/;
const INSIDE = /\{([#^])(\w+)\}(.*?)\{\/\2\}/gs;
const TAG = /\{(\w+)\}/g;

function wordsFor(data: WordData, tag: string): string {
  const value = data[plainTag(tag)];
  if (typeof value !== 'string' || value === '') return value === '' ? '' : BLANK;
  return isCapital(tag) ? value.toLocaleUpperCase('vi') : value;
}
const holds = (data: WordData, tag: string): boolean => {
  const value = data[plainTag(tag)];
  return typeof value === 'string' ? value !== '' : (value?.length ?? 0) > 0;
};

function fillText(text: string, data: WordData): string {
  return text
    .replace(INSIDE, (_, sign: string, tag: string, inner: string) =>
      holds(data, tag) === (sign === '#') ? inner : '',
    )
    .replace(TAG, (_, tag: string) => wordsFor(data, tag));
}
const fillInline = (text: Inline, data: WordData): Inline =>
  typeof text === 'string'
    ? fillText(text, data)
    : text.map((run) => ({ ...run, text: fillText(run.text, data) }));
const fillCell = (cell: Cell, data: WordData): Cell =>
  typeof cell === 'string' ? fillText(cell, data) : { ...cell, text: fillInline(cell.text, data) };
const fillSigner = (signer: Signer, data: WordData): Signer => ({
  authority: signer.authority.map((line) => fillText(line, data)).filter((line) => line !== BLANK),
  name: signer.name === null ? null : fillText(signer.name, data),
});

/** Rows of a list: the row between its opening and closing tag, once for each. */
function fillRow(row: TableRow, data: WordData): TableRow[] {
  const first = row.cells[0];
  const opened = typeof first === 'string' ? /^\{#(\w+)\}/.exec(first) : null;
  if (!opened) return [{ ...row, cells: row.cells.map((cell) => fillCell(cell, data)) }];
  const [, tag = ''] = opened;
  const cells = row.cells.map((cell) =>
    typeof cell === 'string' ? cell.replace(`{#${tag}}`, '').replace(`{/${tag}}`, '') : cell,
  );
  const items = data[tag];
  return (Array.isArray(items) ? (items as readonly WordData[]) : []).map((item) => ({
    ...row,
    cells: cells.map((cell) => fillCell(cell, { ...data, ...item })),
  }));
}

function fillBlock(block: Block, data: WordData): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: fillInline(block.text, data) };
    case 'heading':
      return { ...block, text: fillText(block.text, data) };
    case 'basis':
      return { ...block, lines: block.lines.map((line) => fillText(line, data)) };
    case 'table':
      return { ...block, rows: block.rows.flatMap((row) => fillRow(row, data)) };
    case 'signature':
      return {
        ...block,
        signer: fillSigner(block.signer, data),
        ...(block.leftSigner ? { leftSigner: fillSigner(block.leftSigner, data) } : {}),
      };
  }
}

/** Blocks with their fields, lists and conditions filled in. */
export function fillBlocks(blocks: readonly Block[], data: WordData): Block[] {
  const filled: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    const opened = block.kind === 'paragraph' ? OPEN.exec(plainText(block.text)) : null;
    if (!opened) {
      filled.push(fillBlock(block, data));
      continue;
    }
    const [, tag = ''] = opened;
    const end = blocks.findIndex(
      (one, i) => i > at && one.kind === 'paragraph' && plainText(one.text) === `{/${tag}}`,
    );
    const inner = blocks.slice(at + 1, end);
    const value = data[tag];
    if (Array.isArray(value))
      for (const item of value as readonly WordData[])
        filled.push(...fillBlocks(inner, { ...data, ...item }));
    else if (holds(data, tag)) filled.push(...fillBlocks(inner, data));
    at = end;
  }
  return filled;
}

export interface FilledHeading {
  unit: PaperUnit;
  /** "/TTr-CĐCS": room for the number is left before it. */
  number: string | null;
  date: string | null;
}

/** A built-in template filled in as a paper. */
export function filledPaper(sheet: Sheet, data: WordData, heading: FilledHeading): Paper {
  const numbered = sheet.numbered !== false;
  const { place } = heading.unit;
  const blocks = fillBlocks(sheet.blocks, data).map((block) =>
    block.kind === 'signature' && !numbered ? { ...block, placeDate: { place, date: heading.date } } : block,
  );
  return {
    heading: heading.unit,
    number: numbered ? (heading.number ?? '') : null,
    place: numbered ? place : null,
    date: numbered ? heading.date : null,
    title: sheet.title,
    subject: sheet.subject === null ? null : fillText(sheet.subject, data),
    ...(sheet.note ? { note: fillText(sheet.note, data) } : {}),
    orientation: sheet.orientation ?? 'portrait',
    blocks,
  };
}
