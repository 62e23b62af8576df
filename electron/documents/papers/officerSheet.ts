/** A union officer on one page (phiếu cán bộ công đoàn): posts, training, awards, discipline, movements joined. */
import type { Block, Paper, PaperUnit, Signer } from './paper';
import { longDate } from './text';

export interface OfficerSection {
  title: string;
  head: readonly string[];
  widths: readonly (number | '*')[];
  /** The latest first. */
  rows: readonly (readonly string[])[];
  /** Said when there are none. */
  none: string;
}
export interface OfficerSheetData {
  unit: PaperUnit;
  signer: Signer;
  /** Day of the paper, ISO. */
  day: string;
  name: string;
  /** "Ngày sinh: 14/07/1989" … */
  facts: readonly string[];
  sections: readonly OfficerSection[];
  /** How far the officer joins in, in words. */
  joined: string;
}

/** Lines that fit on the page beside the heading, the facts and the signature; a table's head and an empty section take one each. */
const ROOM = 12.8;
/** Says how many rows were left out. */
const CUT_LINE = 1;
const SIZE = 10.5;
const TEXT_WIDTH = 165;
const MM_PER_LETTER = 1.85;

/** How many rows of each section are printed, of what each row takes: all where they fit, else the longest section is cut first. */
export function roomOf(costs: readonly (readonly number[])[], room: number): number[] {
  const kept = costs.map((rows) => rows.length);
  const used = () =>
    costs.reduce((sum, rows, at) => {
      const cut = kept[at]! < rows.length ? CUT_LINE : 0;
      return sum + cut + rows.slice(0, kept[at]).reduce((a, b) => a + b, 0);
    }, 0);
  while (used() > room && Math.max(...kept) > 0) {
    const most = Math.max(...kept);
    kept[kept.indexOf(most)] = most - 1;
  }
  return kept;
}

/** Columns that say something. */
function told({ head, widths, rows, ...section }: OfficerSection): OfficerSection {
  const columns = head.flatMap((_, at) => (rows.some((cells) => cells[at]) ? [at] : []));
  const pick = <T>(cells: readonly T[]): T[] => columns.map((at) => cells[at]!);
  return { ...section, head: pick(head), widths: pick(widths), rows: rows.map(pick) };
}

/** Lines each row takes; the second line of a row is closer than a row of its own. */
function costsOf({ widths, rows }: OfficerSection): number[] {
  const fixed = widths.reduce<number>((sum, width) => sum + (width === '*' ? 0 : width), 0);
  const open = widths.filter((width) => width === '*').length || 1;
  return rows.map((cells) => {
    const lines = cells.map((cell, at) => {
      const width = widths[at];
      const room = typeof width === 'number' ? width : (TEXT_WIDTH - fixed) / open;
      return Math.ceil((cell.length * MM_PER_LETTER) / (room - 3));
    });
    return 0.4 + 0.6 * Math.max(1, ...lines);
  });
}

function blocksOf(section: OfficerSection, at: number, kept: number): Block[] {
  const heading: Block = { kind: 'heading', text: `${at + 1}. ${section.title}` };
  if (section.rows.length === 0)
    return [heading, { kind: 'paragraph', text: section.none, italic: true, size: SIZE, indent: false }];
  const left = section.rows.length - kept;
  return [
    heading,
    {
      kind: 'table',
      columns: section.head.map((title, i) => ({ title, width: section.widths[i] ?? '*' })),
      rows: section.rows.slice(0, kept).map((cells) => ({ kind: 'row', cells })),
      size: SIZE,
    },
    ...(left > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: `Trước đó còn ${left} dòng trong sổ.`,
            italic: true,
            size: SIZE,
            indent: false,
          },
        ]
      : []),
  ];
}

export function officerSheet(data: OfficerSheetData): Paper {
  const sections = data.sections.map(told);
  const kept = roomOf(sections.map(costsOf), ROOM - sections.length);
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: 'Phiếu cán bộ công đoàn',
    subject: data.name,
    note: `(Tính đến ${longDate(data.day)})`,
    orientation: 'portrait',
    blocks: [
      ...data.facts.map(
        (text): Block => ({ kind: 'paragraph', text, size: 11.5, indent: false, align: 'left' }),
      ),
      ...sections.flatMap((section, at) => blocksOf(section, at, kept[at] ?? 0)),
      { kind: 'heading', text: `${data.sections.length + 1}. Tham gia phong trào` },
      { kind: 'paragraph', text: data.joined, size: 11, indent: false },
      {
        kind: 'signature',
        signer: data.signer,
        leftSigner: { authority: ['Cán bộ công đoàn'], name: data.name },
        placeDate: { place: data.unit.place, date: data.day },
      },
    ],
  };
}
