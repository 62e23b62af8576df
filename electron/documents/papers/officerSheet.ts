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

/** Lines of tables that fit on the page beside the heading, the facts and the signature. */
const ROOM = 19;
const SIZE = 11;

/** How many rows of each section are printed: all where they fit, else the longest are cut first. */
export function roomOf(lengths: readonly number[], room = ROOM): number[] {
  const kept = [...lengths];
  while (kept.reduce((sum, one) => sum + one, 0) > room) {
    const most = Math.max(...kept);
    kept[kept.indexOf(most)] = most - 1;
  }
  return kept;
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
  const kept = roomOf(data.sections.map((section) => section.rows.length));
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
        (text): Block => ({ kind: 'paragraph', text, size: 12, indent: false, align: 'left' }),
      ),
      ...data.sections.flatMap((section, at) => blocksOf(section, at, kept[at] ?? 0)),
      { kind: 'heading', text: `${data.sections.length + 1}. Tham gia phong trào` },
      { kind: 'paragraph', text: data.joined, size: 12, indent: false },
      {
        kind: 'signature',
        signer: data.signer,
        leftSigner: { authority: ['Cán bộ công đoàn'], name: null },
        placeDate: { place: data.unit.place, date: data.day },
      },
    ],
  };
}
