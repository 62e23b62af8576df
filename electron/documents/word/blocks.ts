/** What a Word file says, for showing it in the window: paragraphs with their styles, and tables. Not its exact look. */
import { openWord, textOf } from './container';
import { named, readXml, type XmlNode } from './xml';

export interface WordRun {
  text: string;
  bold: boolean;
  italic: boolean;
}
export interface WordParagraph {
  align: 'left' | 'center' | 'right' | 'justify';
  runs: WordRun[];
}
export interface WordBlock {
  paragraph: WordParagraph | null;
  /** Rows of cells of paragraphs. */
  table: { ruled: boolean; rows: WordParagraph[][][] } | null;
}

const MAX_BLOCKS = 600;

export function blocksOf(bytes: Uint8Array): WordBlock[] {
  const document = readXml(textOf(openWord(bytes), 'word/document.xml'));
  const body = named(document, 'w:body')[0];
  if (!body) return [];
  return body.children
    .flatMap((child): WordBlock[] => {
      if (typeof child === 'string') return [];
      if (child.name === 'w:p') return [{ paragraph: paragraphOf(child), table: null }];
      return child.name === 'w:tbl' ? [{ paragraph: null, table: tableOf(child) }] : [];
    })
    .slice(0, MAX_BLOCKS);
}

function tableOf(table: XmlNode): NonNullable<WordBlock['table']> {
  const borders = named(table, 'w:tblPr').flatMap((one) => named(one, 'w:tblBorders'))[0];
  const inner = borders && named(borders, 'w:insideH')[0];
  return {
    ruled: inner?.attributes['w:val'] === 'single',
    rows: named(table, 'w:tr').map((row) =>
      named(row, 'w:tc').map((cell) => named(cell, 'w:p').map(paragraphOf)),
    ),
  };
}

const ALIGNS: Readonly<Record<string, WordParagraph['align']>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
};

function paragraphOf(node: XmlNode): WordParagraph {
  const style = named(node, 'w:pPr')[0];
  const align = style && named(style, 'w:jc')[0]?.attributes['w:val'];
  const runs = node.children.flatMap((child) => (typeof child === 'string' ? [] : runsIn(child)));
  return { align: ALIGNS[align ?? ''] ?? 'left', runs: runs.filter((run) => run.text !== '') };
}

function runsIn(node: XmlNode): WordRun[] {
  if (node.name === 'w:hyperlink' || node.name === 'w:ins' || node.name === 'w:smartTag')
    return node.children.flatMap((child) => (typeof child === 'string' ? [] : runsIn(child)));
  if (node.name !== 'w:r') return [];
  const style = named(node, 'w:rPr')[0];
  const on = (name: string) => {
    const mark = style && named(style, name)[0];
    return mark !== undefined && !/^(0|false)$/.test(mark.attributes['w:val'] ?? '');
  };
  const text = node.children.map((child) => (typeof child === 'string' ? '' : wordsOf(child))).join('');
  return [{ text, bold: on('w:b'), italic: on('w:i') }];
}

function wordsOf(node: XmlNode): string {
  if (node.name === 'w:t') return node.children.filter((child) => typeof child === 'string').join('');
  if (node.name === 'w:tab') return '\t';
  return node.name === 'w:br' ? '\n' : '';
}
