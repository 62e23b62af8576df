/**
 * Layouts of papers that are not certificates of merit: certificates of attendance, each course with its own choice,
 * and letters of thanks, each kind of letter with its own.
 */

import { AppError } from '../../../shared/contract/errors';
import type { PaperKind } from '../../../shared/contract/layouts';
import { fieldsOf } from '../../../shared/domain/layout';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { allLayouts, findLayout, type LayoutEntry, layoutName } from './layouts';
import * as repo from './repository';

/** The fields that only the other paper has: a layout showing one is not offered. */
const FOREIGN: Record<PaperKind, readonly string[]> = {
  training: ['to', 'body'],
  thanksGift: ['course', 'topicsL', 'topicsR', 'session'],
  thanksCase: ['course', 'topicsL', 'topicsR', 'session'],
};
/** What is printed on while nothing is chosen; null is the Word template. */
const DEFAULTS: Record<PaperKind, string | null> = {
  training: 'chung-nhan-tap-huan-a4-ngang',
  thanksGift: null,
  thanksCase: null,
};

function suits({ layout, kinds }: LayoutEntry, paper: PaperKind): boolean {
  const foreign = new Set(FOREIGN[paper]);
  const shown = layout.items.flatMap((item) => (item.type === 'text' ? fieldsOf(item.text) : []));
  return kinds.length === 0 && !shown.some((field) => foreign.has(field));
}

const layoutsFor = (ctx: Ctx, paper: PaperKind) => allLayouts(ctx).filter((entry) => suits(entry, paper));

/** The layout a paper is printed on; null is the Word template. One that went to the trash is as if not chosen. */
export function paperLayoutOf(ctx: Ctx, paper: PaperKind, eventId: number | null = null): LayoutEntry | null {
  const chosen = repo.paperLayout(ctx.db, paper, eventId);
  const found = layoutsFor(ctx, paper).find(({ layout }) => layout.id === chosen);
  const id = DEFAULTS[paper];
  return found ?? (id === null ? null : findLayout(ctx, id));
}

function list(
  { paper, eventId }: ParsedInputOf<'certificates.paperLayouts'>,
  ctx: Ctx,
): OutputOf<'certificates.paperLayouts'> {
  const rows = layoutsFor(ctx, paper).map(({ layout, nameEn }) => ({
    id: layout.id,
    name: layout.name,
    nameEn,
  }));
  const chosen = paperLayoutOf(ctx, paper, eventId)?.layout.id ?? null;
  return { rows, chosen, word: DEFAULTS[paper] === null };
}

function choose(
  { paper, eventId, layoutId }: ParsedInputOf<'certificates.setPaperLayout'>,
  ctx: Ctx,
): OutputOf<'certificates.setPaperLayout'> {
  if (layoutId !== null && !layoutsFor(ctx, paper).some(({ layout }) => layout.id === layoutId))
    throw new AppError('NOT_FOUND', { fields: { layoutId: 'NOT_FOUND' } });
  const before = repo.paperLayout(ctx.db, paper, eventId);
  repo.setPaperLayout(ctx.db, paper, eventId, layoutId);
  recordChange(ctx, {
    entity: 'certificate_layout',
    entityId: null,
    action: 'update',
    before: { paper, layout: layoutName(ctx, before) },
    after: { paper, layout: layoutName(ctx, layoutId) },
  });
  ctx.undo('certificates.setPaperLayout', { paper, eventId, layoutId: before });
  return { chosen: paperLayoutOf(ctx, paper, eventId)?.layout.id ?? null };
}

export const paperLayoutHandlers = {
  'certificates.paperLayouts': list,
  'certificates.setPaperLayout': choose,
};
