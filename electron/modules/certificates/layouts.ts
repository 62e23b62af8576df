/** The shelf of layouts: those that come with the program, read once, and the office's own in the version in use. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors';
import type { RecipientKind } from '../../../shared/domain/awards';
import { flattenRecord, type Layout, type LayoutRecord, parseLayout } from '../../../shared/domain/layout';
import type { Ctx } from '../../ipc/context';
import { signerOn } from '../organisation/committees/service';
import { profileOn } from '../organisation/service';
import { type DesignRow, designById, designs, versionText } from './layoutsRepository';
import * as repo from './repository';

/** Whom a layout is made for; those for nobody are not certificates of merit. */
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
  { id: 'bang-khen-a3-ngang', nameEn: 'A3 landscape, formal', kinds: ['individual', 'collective'] },
  { id: 'chung-nhan-tap-huan-a4-ngang', nameEn: 'A4 landscape, training certificate', kinds: [] },
  { id: 'thu-cam-on-a4-doc', nameEn: 'A4 portrait, letter of thanks', kinds: [] },
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
  /** The office's own; null for one that comes with the program. */
  readonly own: { readonly id: number; readonly version: number; readonly draftAt: string | null } | null;
}

const shelves = new Map<string, ReadonlyMap<string, LayoutEntry>>();

/** The signer's line comes from the term: "TM. BAN CHẤP HÀNH" or "TM. BAN THƯỜNG VỤ". */
function withSignerLine(layout: Layout): Layout {
  const items = layout.items.map((item) =>
    item.type === 'text' && item.id === 'sign.for' ? { ...item, text: '{signer.for}' } : item,
  );
  return { ...layout, items };
}

const blankItemsOf = (layout: Layout) =>
  layout.items.flatMap((item) => (item.blank && item.id ? [item.id] : []));

function readShelf(folder: string): ReadonlyMap<string, LayoutEntry> {
  const files = new Set(readdirSync(folder));
  const entries = USES.filter(({ id }) => files.has(`${id}.json`)).map(({ id, nameEn, kinds }) => {
    const text = readFileSync(join(folder, `${id}.json`), 'utf8');
    const layout = withSignerLine(parseLayout(JSON.parse(text)));
    return [id, { layout, nameEn, kinds, blankItems: blankItemsOf(layout), own: null }] as const;
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

/** Own layouts are named by their row: own-12. */
export const ownId = (id: number): string => `own-${id}`;

/** Parsed once for each wording: what was made of a layout is kept with the object. */
const parsed = new Map<string, Layout>();
const PARSED_LIMIT = 60;

export function parsedOnce(hash: string, text: string): Layout {
  const known = parsed.get(hash);
  if (known) return known;
  if (parsed.size >= PARSED_LIMIT) parsed.clear();
  const made = parseLayout(JSON.parse(text));
  parsed.set(hash, made);
  return made;
}

/** An own layout in one of its versions. Errors: NOT_FOUND. */
export function ownEntry(ctx: Pick<Ctx, 'db'>, row: DesignRow, number = row.current): LayoutEntry {
  const text = versionText(ctx.db, row.id, number);
  if (!text) throw new AppError('NOT_FOUND');
  const layout = parsedOnce(text.hash, text.layout);
  return {
    layout: layout.name === row.name ? layout : { ...layout, name: row.name },
    nameEn: row.name,
    kinds: JSON.parse(row.kinds) as RecipientKind[],
    blankItems: blankItemsOf(layout),
    own: { id: row.id, version: row.version, draftAt: row.draftAt },
  };
}

function ownRow(ctx: Pick<Ctx, 'db'>, layoutId: string): DesignRow | undefined {
  const found = /^own-(\d{1,15})$/.exec(layoutId);
  return found ? designById(ctx.db, Number(found[1])) : undefined;
}

/** Every layout there is, the program's first. */
export function allLayouts(ctx: Pick<Ctx, 'db' | 'paths'>): LayoutEntry[] {
  const own = designs(ctx.db).map((row) => ownEntry(ctx, row));
  return [...layoutShelf(ctx.paths.resources).values(), ...own];
}

export function isLayout(ctx: Pick<Ctx, 'db' | 'paths'>, id: string): boolean {
  return layoutShelf(ctx.paths.resources).has(id) || ownRow(ctx, id) !== undefined;
}

/** Errors: NOT_FOUND. */
export function findLayout(ctx: Pick<Ctx, 'db' | 'paths'>, id: string): LayoutEntry {
  const shipped = layoutShelf(ctx.paths.resources).get(id);
  if (shipped) return shipped;
  const row = ownRow(ctx, id);
  if (!row) throw new AppError('NOT_FOUND', { fields: { layoutId: 'NOT_FOUND' } });
  return ownEntry(ctx, row);
}

/** The invented record a layout is shown with. */
export function sampleRecord(layout: Layout): LayoutRecord {
  return { 'signer.for': 'TM. BAN CHẤP HÀNH', ...flattenRecord(layout.sample) };
}

/** The invented record under the unit's own name, with its signer of today. */
export function ownSample(ctx: Pick<Ctx, 'db' | 'today'>, layout: Layout): LayoutRecord {
  const sample = sampleRecord(layout);
  const profile = profileOn(ctx, ctx.today());
  const signer = signerOn(ctx, ctx.today());
  const own: Record<string, string | null | undefined> = {
    'unit.long': profile?.name,
    'unit.parent': profile?.upperName,
    place: profile?.place,
    'unit.address': profile ? '' : null,
    'signer.for': signer.onBehalfOf?.toLocaleUpperCase('vi'),
    'signer.post': signer.title,
    'signer.name': signer.name,
  };
  const known = Object.entries(own).flatMap(([field, value]) =>
    value != null && sample[field] !== undefined ? [[field, value] as const] : [],
  );
  return { ...sample, ...Object.fromEntries(known) };
}

/** What a layout is called, as the log keeps it; null for none, its id once it is gone. */
export function layoutName(ctx: Pick<Ctx, 'db' | 'paths'>, id: string | null): string | null {
  if (id === null) return null;
  try {
    return findLayout(ctx, id).layout.name;
  } catch {
    return id;
  }
}

/** The layouts of a decision: its own choice, else the unit's, else the one that comes with the program. */
export function chosenLayouts(
  ctx: Pick<Ctx, 'db' | 'paths'>,
  decisionId: number | null,
): Record<RecipientKind, string> {
  const chosen: Record<RecipientKind, string> = { ...DEFAULT_LAYOUTS };
  const ids = decisionId === null ? [0] : [0, decisionId];
  for (const id of ids)
    for (const { kind, layoutId } of repo.layoutChoices(ctx.db, id))
      if (isLayout(ctx, layoutId)) chosen[kind] = layoutId;
  return chosen;
}
