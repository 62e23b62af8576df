/**
 * The office's own layouts: made empty or from another, changed as a draft, saved as versions. A saved version is
 * never written again; going back only says which one is in use.
 */
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import type { RecipientKind } from '../../../shared/domain/awards';
import { type Layout, LayoutError, readLayout } from '../../../shared/domain/layout';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { DEFAULT_LAYOUTS, findLayout, layoutShelf, ownEntry, ownId } from './layouts';
import * as repo from './layoutsRepository';

const ENTITY = 'certificate_design';

/** Reads a layout and answers faults as errors of the contract. */
export function judged(ctx: Pick<Ctx, 'db'>, read: (has: (hash: string) => boolean) => Layout): Layout {
  try {
    return read((hash) => repo.hasPicture(ctx.db, hash));
  } catch (error) {
    if (!(error instanceof LayoutError)) throw error;
    throw new AppError(error.code, { details: { item: error.item, what: error.what } });
  }
}

/** Errors: those of a layout that is not taken. */
export const readSource = (ctx: Pick<Ctx, 'db'>, source: string): Layout =>
  judged(ctx, (has) => readLayout(source, has));

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function liveDesign(ctx: Pick<Ctx, 'db'>, id: number): repo.DesignRow {
  const row = repo.designById(ctx.db, id);
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

/** Every item gets an id, so that a designer can take hold of it and a blank can switch it off. */
function withIds(layout: Layout): Layout {
  const taken = new Set(layout.items.flatMap((item) => item.id ?? []));
  let next = 1;
  const items = layout.items.map((item) => {
    if (item.id) return item;
    while (taken.has(`${item.type}-${next}`)) next++;
    return { ...item, id: `${item.type}-${next++}` };
  });
  return { ...layout, items };
}

function writeVersion(
  ctx: Ctx,
  row: { id: number; name: string },
  layout: Layout,
  number: number,
  note: string | null,
): void {
  const text = JSON.stringify({ ...withIds(layout), id: ownId(row.id), name: row.name, version: number });
  repo.insertVersion(ctx.db, {
    designId: row.id,
    number,
    layout: text,
    hash: hashOf(text),
    note,
    actor: ctx.user.name,
    at: ctx.now(),
  });
}

/** Makes an own layout with its first version. */
export function addDesign(
  ctx: Ctx,
  made: { name: string; kinds: readonly RecipientKind[]; layout: Layout; note?: string },
): { id: number; layoutId: string } {
  const { name, kinds } = made;
  const id = repo.insertDesign(ctx.db, { uid: uuid(), name, kinds, now: ctx.now() });
  writeVersion(ctx, { id, name }, made.layout, 1, made.note ?? null);
  recordChange(ctx, { entity: ENTITY, entityId: id, action: 'create', after: { name, kinds } });
  ctx.undo('certificates.trashLayouts', { ids: [id] });
  return { id, layoutId: ownId(id) };
}

function get(input: ParsedInputOf<'certificates.layout'>, ctx: Ctx): OutputOf<'certificates.layout'> {
  const entry = findLayout(ctx, input.layoutId);
  if (!entry.own) {
    const { layout, nameEn, kinds } = entry;
    const text = JSON.stringify(withIds(layout));
    const shared = { layoutId: layout.id, name: layout.name, nameEn, kinds: [...kinds] };
    return { ...shared, layout: text, number: layout.version, own: null };
  }
  const row = liveDesign(ctx, entry.own.id);
  const number = input.number ?? row.current;
  const text = repo.versionText(ctx.db, row.id, number);
  if (!text) throw new AppError('NOT_FOUND');
  return {
    layoutId: input.layoutId,
    name: row.name,
    nameEn: row.name,
    kinds: [...entry.kinds],
    layout: text.layout,
    number,
    own: {
      id: row.id,
      version: row.version,
      current: row.current,
      draft: row.draft,
      draftAt: row.draftAt,
      versions: repo.versions(ctx.db, row.id),
    },
  };
}

/** Colours a new layout starts with: those of the classic one. */
function emptyLayout(ctx: Ctx, name: string, w: number, h: number): Layout {
  const model = layoutShelf(ctx.paths.resources).get(DEFAULT_LAYOUTS.individual)?.layout as Layout;
  const paper =
    [
      ['A3', 297, 420],
      ['A4', 210, 297],
      ['A5', 148, 210],
    ].find(([, a, b]) => a === Math.min(w, h) && b === Math.max(w, h))?.[0] ?? '';
  return {
    schema: model.schema,
    id: 'new',
    name,
    version: 1,
    page: {
      w,
      h,
      unit: 'mm',
      paper: paper === '' ? 'riêng' : String(paper),
      orientation: h > w ? 'portrait' : 'landscape',
    },
    safe: 5,
    palette: model.palette,
    fonts: model.fonts,
    ...(model.sample ? { sample: model.sample } : {}),
    symbols: {},
    items: [],
  };
}

function makeNew(
  input: ParsedInputOf<'certificates.newLayout'>,
  ctx: Ctx,
): OutputOf<'certificates.newLayout'> {
  const { name, kinds, w, h } = input;
  return addDesign(ctx, { name, kinds, layout: emptyLayout(ctx, name, w, h) });
}

function copy(
  input: ParsedInputOf<'certificates.copyLayout'>,
  ctx: Ctx,
): OutputOf<'certificates.copyLayout'> {
  const { layout, kinds } = findLayout(ctx, input.layoutId);
  const { backdrop: _, calibration: __, ...rest } = layout;
  return addDesign(ctx, { name: input.name, kinds, layout: rest });
}

function rename(
  input: ParsedInputOf<'certificates.renameLayout'>,
  ctx: Ctx,
): OutputOf<'certificates.renameLayout'> {
  const row = liveDesign(ctx, input.id);
  if (!repo.renameDesign(ctx.db, input)) throw new AppError('VERSION_CONFLICT');
  const before = { name: row.name, kinds: JSON.parse(row.kinds) as RecipientKind[] };
  const after = { name: input.name, kinds: input.kinds };
  recordChange(ctx, { entity: ENTITY, entityId: row.id, action: 'update', before, after });
  ctx.undo('certificates.renameLayout', { id: row.id, version: input.version + 1, ...before });
  return { id: row.id, version: input.version + 1 };
}

function keepDraft(
  input: ParsedInputOf<'certificates.keepDraft'>,
  ctx: Ctx,
): OutputOf<'certificates.keepDraft'> {
  const row = liveDesign(ctx, input.id);
  if (input.layout !== null) readSource(ctx, input.layout);
  const draftAt = input.layout === null ? null : ctx.now();
  repo.setDraft(ctx.db, row.id, input.layout, draftAt);
  if ((row.draft === null) !== (input.layout === null))
    recordChange(ctx, {
      entity: ENTITY,
      entityId: row.id,
      action: 'update',
      before: { draft: row.draftAt },
      after: { draft: draftAt },
    });
  ctx.undo('certificates.keepDraft', { id: row.id, layout: row.draft });
  return { draftAt };
}

function save(
  input: ParsedInputOf<'certificates.saveLayout'>,
  ctx: Ctx,
): OutputOf<'certificates.saveLayout'> {
  const row = liveDesign(ctx, input.id);
  const layout = readSource(ctx, input.layout);
  const number = repo.lastNumber(ctx.db, row.id) + 1;
  writeVersion(ctx, row, layout, number, input.note);
  if (!repo.setCurrent(ctx.db, { id: row.id, version: input.version, number }))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: ENTITY,
    entityId: row.id,
    action: 'update',
    before: { number: row.current },
    after: { number, ...(input.note ? { note: input.note } : {}) },
  });
  ctx.undo('certificates.useVersion', { id: row.id, number: row.current });
  return { id: row.id, version: input.version + 1, number };
}

function useVersion(
  input: ParsedInputOf<'certificates.useVersion'>,
  ctx: Ctx,
): OutputOf<'certificates.useVersion'> {
  const row = liveDesign(ctx, input.id);
  ownEntry(ctx, row, input.number);
  repo.setCurrent(ctx.db, { id: row.id, version: row.version, number: input.number });
  recordChange(ctx, {
    entity: ENTITY,
    entityId: row.id,
    action: 'update',
    before: { number: row.current },
    after: { number: input.number },
  });
  ctx.undo('certificates.useVersion', { id: row.id, number: row.current });
  return { number: input.number };
}

function trash(
  input: ParsedInputOf<'certificates.trashLayouts'>,
  ctx: Ctx,
): OutputOf<'certificates.trashLayouts'> {
  for (const id of input.ids) {
    const { name } = liveDesign(ctx, id);
    repo.setDesignDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: ENTITY, entityId: id, action: 'trash', before: { name } });
  }
  ctx.undo('certificates.restoreLayouts', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(
  input: ParsedInputOf<'certificates.restoreLayouts'>,
  ctx: Ctx,
): OutputOf<'certificates.restoreLayouts'> {
  const back = input.ids.filter((id) => repo.setDesignDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: ENTITY, entityId: id, action: 'restore' });
  ctx.undo('certificates.trashLayouts', { ids: input.ids });
  return { count: back.length };
}

export const layoutHandlers = {
  'certificates.layout': get,
  'certificates.newLayout': makeNew,
  'certificates.copyLayout': copy,
  'certificates.renameLayout': rename,
  'certificates.keepDraft': keepDraft,
  'certificates.saveLayout': save,
  'certificates.useVersion': useVersion,
  'certificates.trashLayouts': trash,
  'certificates.restoreLayouts': restore,
};
