/** Layouts that come with the program, read once, with what a union's papers need filled in from its term. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors';
import type { RecipientKind } from '../../../shared/domain/awards';
import { flattenRecord, type Layout, type LayoutRecord, parseLayout } from '../../../shared/domain/layout';
import type { Ctx } from '../../ipc/context';
import * as repo from './repository';

/** Whom a layout is made for; the first of a kind is its default. Others are not certificates of merit. */
const USES: readonly { id: string; nameEn: string; kinds: readonly RecipientKind[] }[] = [
  {
    id: 'giay-khen-a4-ngang-co-dien',
    nameEn: 'A4 landscape, classic red and gold',
    kinds: ['individual', 'collective'],
  },
  { id: 'giay-khen-a4-ngang-tap-the', nameEn: 'A4 landscape, collective', kinds: ['collective'] },
  { id: 'giay-khen-a4-ngang-gia-dinh', nameEn: 'A4 landscape, household (two names)', kinds: ['household'] },
  { id: 'giay-khen-a4-ngang-hien-dai', nameEn: 'A4 landscape, modern', kinds: ['individual', 'collective'] },
  { id: 'giay-khen-a4-doc', nameEn: 'A4 portrait, rice ears and lotus', kinds: ['individual', 'collective'] },
  {
    id: 'giay-khen-a4-ngang-in-phoi',
    nameEn: 'A4 landscape, onto a printed blank',
    kinds: ['individual', 'collective'],
  },
];

export const DEFAULT_LAYOUTS: Record<RecipientKind, string> = {
  individual: 'giay-khen-a4-ngang-co-dien',
  collective: 'giay-khen-a4-ngang-tap-the',
  household: 'giay-khen-a4-ngang-gia-dinh',
};

export interface LayoutEntry {
  readonly layout: Layout;
  readonly nameEn: string;
  readonly kinds: readonly RecipientKind[];
  /** Items a pre-printed blank leaves to be printed. */
  readonly blankItems: readonly string[];
}

const shelves = new Map<string, ReadonlyMap<string, LayoutEntry>>();

/** The signer's line comes from the term: "TM. BAN CHẤP HÀNH" or "TM. BAN THƯỜNG VỤ". */
function withSignerLine(layout: Layout): Layout {
  const items = layout.items.map((item) =>
    item.type === 'text' && item.id === 'sign.for' ? { ...item, text: '{signer.for}' } : item,
  );
  return { ...layout, items };
}

function readShelf(folder: string): ReadonlyMap<string, LayoutEntry> {
  const files = new Set(readdirSync(folder));
  const entries = USES.filter(({ id }) => files.has(`${id}.json`)).map(({ id, nameEn, kinds }) => {
    const text = readFileSync(join(folder, `${id}.json`), 'utf8');
    const layout = withSignerLine(parseLayout(JSON.parse(text)));
    const blankItems = layout.items.flatMap((item) => (item.blank && item.id ? [item.id] : []));
    return [id, { layout, nameEn, kinds, blankItems }] as const;
  });
  return new Map(entries);
}

/** Layouts by id, in the order a gallery shows them. `resources` is the folder of resources. */
export function layoutShelf(resources: string): ReadonlyMap<string, LayoutEntry> {
  const known = shelves.get(resources);
  if (known) return known;
  const made = readShelf(join(resources, 'layouts'));
  shelves.set(resources, made);
  return made;
}

const papers = new Map<string, Layout>();

/** A built-in layout that is not one of a certificate of merit, by its file's name. */
export function paperLayout(resources: string, id: string): Layout {
  const path = join(resources, 'layouts', `${id}.json`);
  const known = papers.get(path);
  if (known) return known;
  const made = withSignerLine(parseLayout(JSON.parse(readFileSync(path, 'utf8'))));
  papers.set(path, made);
  return made;
}

/** Errors: NOT_FOUND. */
export function layoutById(resources: string, id: string): LayoutEntry {
  const found = layoutShelf(resources).get(id);
  if (!found) throw new AppError('NOT_FOUND', { fields: { layoutId: 'NOT_FOUND' } });
  return found;
}

/** The invented record a layout is shown with. */
export function sampleRecord(layout: Layout): LayoutRecord {
  return { 'signer.for': 'TM. BAN CHẤP HÀNH', ...flattenRecord(layout.sample) };
}

/** The layouts of a decision: its own choice, else the unit's, else the one that comes with the program. */
export function chosenLayouts(
  ctx: Pick<Ctx, 'db' | 'paths'>,
  decisionId: number | null,
): Record<RecipientKind, string> {
  const shelf = layoutShelf(ctx.paths.resources);
  const chosen: Record<RecipientKind, string> = { ...DEFAULT_LAYOUTS };
  const ids = decisionId === null ? [0] : [0, decisionId];
  for (const id of ids)
    for (const { kind, layoutId } of repo.layoutChoices(ctx.db, id))
      if (shelf.has(layoutId)) chosen[kind] = layoutId;
  return chosen;
}
