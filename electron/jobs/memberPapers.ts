/** Job: lists and cards of members as PDF, drawn beside the main loop. */
import { join } from 'node:path';
import { type CardList, cardListPaper } from '../documents/papers/cardList';
import { memberCardsPdf } from '../documents/papers/memberCards';
import { memberListPaper } from '../documents/papers/memberList';
import type { Orientation, PaperUnit, Signer } from '../documents/papers/paper';
import { renderPdf } from '../documents/papers/renderPdf';
import { extraColumns, photosOf } from '../modules/members/papers/repository';
import { type ListOrder, type OutgoingRow, outgoingRows } from '../modules/members/papers/rows';
import { withdrawnGroups } from '../modules/members/privacy/consentRepository';
import type { MemberConditions } from '../modules/members/repository';
import type { ExportedMembers } from './exportMembers';
import type { JobTools } from './worker';

interface Base {
  conditions: MemberConditions;
  order: ListOrder;
  /** Day of the paper, ISO. */
  day: string;
  unit: PaperUnit;
  signer: Signer;
}
export type MemberPaperInput = Base &
  (
    | {
        kind: 'list';
        columns: string[];
        by: 'department' | 'group' | 'none';
        pageEach: boolean;
        orientation: 'auto' | Orientation;
        signature: boolean;
        title: string | null;
      }
    | { kind: 'cards' }
    | { kind: 'cardList'; list: CardList }
  );

export async function memberPapersJob(input: MemberPaperInput, tools: JobTools): Promise<ExportedMembers> {
  const db = tools.db();
  const fonts = { fontsDir: join(tools.resources, 'fonts') };
  const { day, unit, signer } = input;
  const extra = input.kind === 'list' && input.columns.some((key) => key.startsWith('extra:'));
  const all = outgoingRows(db, input.conditions, input.order, { extra, progress: tools.progress });
  const rows = input.kind === 'cardList' ? all.filter((row) => standsIn(row, input.list)) : all;
  const ids = rows.map((row) => row.id);
  tools.progress(0, null, 'drawing');
  if (input.kind === 'cards') {
    const withdrawn = withdrawnGroups(db);
    const photos = photosOf(
      db,
      ids.filter((id) => !withdrawn.get(id)?.includes('photo')),
    );
    const cards = rows.map((row) => ({
      fullName: row.fullName,
      birthDate: row.birthDate ?? null,
      department: row.department ?? null,
      group: row.group ?? null,
      unionJoinDate: row.unionJoinDate ?? null,
      cardNo: row.cardNo ?? null,
      cardDate: row.cardDate ?? null,
      photo: photos.get(row.id) ?? null,
    }));
    const data = { upperBody: unit.upperBody, body: unit.body, day, cards };
    const onPage = (done: number, total: number) => tools.progress(done, total, 'drawing');
    return { bytes: await memberCardsPdf(data, { ...fonts, onPage }), ids };
  }
  if (input.kind === 'cardList') {
    if (rows.length === 0) return { bytes: new Uint8Array(), ids };
    return {
      bytes: await renderPdf(cardListPaper({ unit, signer, day, list: input.list, people: rows }), fonts),
      ids,
    };
  }
  const paper = memberListPaper({
    ...input,
    columns: input.by === 'none' ? input.columns : input.columns.filter((key) => key !== input.by),
    extra: extra ? extraColumns(db) : [],
    groups: input.by === 'none' ? [{ name: null, people: rows }] : grouped(rows, input.by),
  });
  return { bytes: await renderPdf(paper, fonts), ids };
}

/** New cards are also for everybody who has none. */
function standsIn(row: OutgoingRow, list: CardList): boolean {
  if (list === 'new') return row.cardStatus === 'new' || (!row.cardNo && !row.cardStatus);
  return row.cardStatus === list;
}

const NAMELESS = { department: 'Chưa xếp khoa, phòng', group: 'Chưa xếp tổ công đoàn' } as const;
const order = new Intl.Collator('vi', { numeric: true });

/** Rows by department or union group in the order of their names, those without one last. */
function grouped(rows: readonly OutgoingRow[], by: 'department' | 'group') {
  const groups = new Map<string | null, OutgoingRow[]>();
  for (const row of rows) {
    const name = row[by] ?? null;
    const people = groups.get(name);
    if (people) people.push(row);
    else groups.set(name, [row]);
  }
  return [...groups]
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : order.compare(a, b)))
    .map(([name, people]) => ({ name: name ?? NAMELESS[by], people }));
}
