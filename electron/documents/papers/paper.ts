/**
 * A paper as data, drawn by two renderers: PDF (`renderPdf`) and Word (`renderDocx`).
 * Lengths are millimetres, font sizes points, dates ISO text (possibly of less precision).
 * What is printed is Vietnamese, whatever the language of the screen.
 */

/** A piece of text with one style. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
}

/** Text with or without styles inside. `\n` forces a line break. */
export type Inline = string | readonly Run[];

export type Align = 'left' | 'center' | 'right' | 'justify';
export type Orientation = 'portrait' | 'landscape';

/** Heading of a paper (phần đầu văn bản): who issues it and, on the right, the national title. */
export interface PaperHeading {
  /** Body above (cơ quan chủ quản), printed regular. */
  upperBody: string | null;
  /** Issuing body (cơ quan ban hành), printed bold; `\n` forces a line. */
  body: string;
  /** Print Quốc hiệu and tiêu ngữ. */
  national: boolean;
  /** Another line in their place. */
  right?: string;
}

/** A column; `'*'` columns share the width that is left. */
export interface Column {
  title: string;
  width: number | '*';
  align?: 'left' | 'center' | 'right';
}

/** A head cell may cover several columns (`span`) and several head rows (`rows`). */
export interface HeadCell {
  text: string;
  span?: number;
  rows?: number;
}

export interface CellBox {
  text: Inline;
  span?: number;
  align?: 'left' | 'center' | 'right';
  bold?: boolean;
  italic?: boolean;
  /** Second text at the right edge of the same cell, italic ("7 đại biểu"). */
  aside?: string;
}

export type Cell = string | CellBox;

/** `group`: a shaded bold row that stays with the next row. `total`: a shaded bold row at the foot. */
export interface TableRow {
  kind: 'row' | 'group' | 'total';
  cells: readonly Cell[];
  /** What the row adds to the total of its page. */
  counts?: number;
  /** Begins a page. */
  breakBefore?: boolean;
  /** Name of the group the row is in: printed again under the head when the row begins a page. */
  under?: string;
  /** What the row adds to the sums of its page, in `TableBlock.sums`. */
  adds?: { count: number; amount: number };
  /** The sum of the page is printed in this row: the last of the table before its totals. */
  pageSum?: boolean;
  /** Sums up to this row: at the foot of a page that ends with it, and at the head of the page after. */
  carry?: { foot: readonly Cell[]; head: readonly Cell[] };
}

/** Sums of a table that is read page by page. */
export interface PageSums {
  page: number;
  onPage: { count: number; amount: number };
  soFar: { count: number; amount: number };
}

export interface TableBlock {
  kind: 'table';
  /** What is printed at the foot of a page the table leaves, and under the head of the next one. */
  sums?: { foot(sums: PageSums): readonly Cell[]; head(sums: PageSums): readonly Cell[] };
  caption?: string;
  columns: readonly Column[];
  /** Head rows; without them one row is made of the column titles. */
  head?: readonly (readonly HeadCell[])[];
  rows: readonly TableRow[];
  /** Least height of a body row; 9.4 where people sign. */
  rowHeight?: number;
  size?: number;
}

export interface ParagraphBlock {
  kind: 'paragraph';
  text: Inline;
  align?: Align;
  /** First line indent of 12.7 mm; on unless centred or right. */
  indent?: boolean;
  bold?: boolean;
  italic?: boolean;
  size?: number;
  keepNext?: boolean;
}

export interface HeadingBlock {
  kind: 'heading';
  text: string;
  align?: 'left' | 'center';
  /** Begins a page, in Word. */
  pageBreak?: boolean;
}

/** Grounds of a decision (căn cứ): italic, each ends ";", the last ".". */
export interface BasisBlock {
  kind: 'basis';
  lines: readonly string[];
}

/** One who signs: authority lines in capitals (TM. BAN CHẤP HÀNH / CHỦ TỊCH) and the name. */
export interface Signer {
  authority: readonly string[];
  name: string | null;
}

/** Signature block, with Nơi nhận on the left or a second signer there. Never cut by a page foot. */
export interface SignatureBlock {
  kind: 'signature';
  signer: Signer;
  leftSigner?: Signer;
  /** Between the two; the three then share the width. */
  middleSigner?: Signer;
  /** Nơi nhận: lines without the leading dash. */
  recipients?: readonly string[];
  /** Place and date printed over the right signer, for papers without a number line. */
  placeDate?: { place: string | null; date: string | null };
}

export type Block = ParagraphBlock | HeadingBlock | BasisBlock | TableBlock | SignatureBlock;

/** An attached list (phụ lục, danh sách kèm theo): starts on its own page and counts its own pages. */
export interface Annex {
  title: string;
  /** Lines under the title, italic: "(Kèm theo Quyết định số …". */
  reference: readonly string[];
  orientation?: Orientation;
  blocks: readonly Block[];
}

export interface Paper {
  heading: PaperHeading;
  /** "27/QĐ-CĐCS"; null prints no number line. */
  number: string | null;
  place: string | null;
  /** null with a number leaves room to write the date by hand. */
  date: string | null;
  title: string;
  subject: string | null;
  /** Italic line under the title; a paper with a note has no rule there. */
  note?: string | null;
  orientation: Orientation;
  blocks: readonly Block[];
  annexes?: readonly Annex[];
  /** A register of many pages: a running head, "Trang 2/5", and under the rows of every page what they add up to. */
  running?: RunningLines;
}

export interface RunningLines {
  /** Left of the head of every page but the first. */
  head: string;
  /** Word after the totals of a page: "đoàn viên"; without it no totals are printed. */
  countWord?: string;
}

/** The unit a paper speaks for, as its names were on the day of the paper. */
export interface PaperUnit {
  upperBody: string | null;
  body: string;
  national: boolean;
  place: string | null;
}
