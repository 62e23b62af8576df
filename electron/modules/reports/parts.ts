/** Parts of a report: added, written by hand, moved, counted again, taken out. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { templateOfEdited } from '../../../shared/domain/sentences';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { factsOfReport, openReport } from './record';
import type { PartRecord, ReportRecord } from './repository';
import * as repo from './repository';
import { countFigures, keptOf, tagsOfPart, textOf, written } from './writing';

const ENTITY = 'report_part';
export const logged = (part: Pick<PartRecord, 'kind' | 'level' | 'template' | 'name' | 'figures'>) => ({
  text: part.kind === 'table' ? part.template : textOf(part),
  level: part.level,
});

/** A part of a report that can be written in. Errors: NOT_FOUND, REPORT_CLOSED. */
export function openPart(ctx: Ctx, id: number): { part: PartRecord; report: ReportRecord } {
  const part = repo.partById(ctx.db, id);
  if (!part || part.deletedAt !== null) throw new AppError('NOT_FOUND');
  return { part, report: openReport(ctx, part.reportId) };
}

const NOT_SHOWN = /[\u0000-\u0009\u000b-\u001f\u007f]/g;
const tidy = (text: string): string =>
  text.normalize('NFC').replaceAll('\r\n', '\n').replace(NOT_SHOWN, ' ').trim();

export function addPart(input: ParsedInputOf<'reports.addPart'>, ctx: Ctx): OutputOf<'reports.addPart'> {
  const { reportId, afterId, kind, name } = input;
  const report = openReport(ctx, reportId);
  if ((kind === 'heading') !== (input.level !== null))
    throw new AppError('INVALID_INPUT', { fields: { level: 'INVALID_INPUT' } });
  const after = afterId === null ? null : openPart(ctx, afterId).part;
  if (after && after.reportId !== reportId) throw new AppError('NOT_FOUND');
  const template = tidy(input.template);
  const figures = JSON.stringify(countFigures({ kind, template }, factsOfReport(ctx, report)));
  const ordinal = after ? after.ordinal + 1 : 0;
  const row = {
    ...{ uid: uuid(), reportId, ordinal, kind, level: input.level, template, name, figures, copied: 0 },
    original: input.sentence ? template : null,
  };
  repo.shiftParts(ctx.db, reportId, ordinal);
  const id = repo.insertPart(ctx.db, row, ctx.now());
  recordChange(ctx, { entity: ENTITY, entityId: id, action: 'create', after: logged(row) });
  ctx.undo('reports.trashParts', { ids: [id] });
  return { id, version: 1 };
}

/** The template somebody's words make: what was printed from records stays linked. */
function rewrittenBy(part: PartRecord, input: { text: string | null; template: string | null }): string {
  if (input.template !== null) return tidy(input.template);
  if (input.text === null) return part.template;
  const { runs, unknown } = written(part);
  const text = tidy(input.text);
  if (text === runs.map((run) => run.text).join('')) return part.template;
  return part.kind === 'table' ? text : templateOfEdited(text, unknown ? [] : runs);
}

/** Errors: VERSION_CONFLICT. */
export function writePart(
  ctx: Ctx,
  part: PartRecord,
  change: { template: string; level: number | null; copied: number; version: number },
): void {
  const report = openReport(ctx, part.reportId);
  const facts = factsOfReport(ctx, report);
  const figures = countFigures({ kind: part.kind, template: change.template }, facts, keptOf(part));
  const row = { ...part, ...change, figures: JSON.stringify(figures) };
  if (!repo.updatePart(ctx.db, row, ctx.now())) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: ENTITY,
    entityId: part.id,
    action: 'update',
    before: logged(part),
    after: logged(row),
  });
  ctx.undo('reports.savePart', {
    id: part.id,
    version: change.version + 1,
    template: part.template,
    level: part.level,
    copied: part.copied === 1,
  });
}

export function savePart(input: ParsedInputOf<'reports.savePart'>, ctx: Ctx): OutputOf<'reports.savePart'> {
  const { part } = openPart(ctx, input.id);
  const level = part.kind === 'heading' ? (input.level ?? part.level) : null;
  const template = rewrittenBy(part, input);
  writePart(ctx, part, { template, level, copied: input.copied ? 1 : 0, version: input.version });
  return { id: part.id, version: input.version + 1 };
}

export function movePart(input: ParsedInputOf<'reports.movePart'>, ctx: Ctx): OutputOf<'reports.movePart'> {
  const { part, report } = openPart(ctx, input.id);
  const all = repo.partsOf(ctx.db, report.id);
  const at = all.findIndex((one) => one.id === part.id);
  const others = all.filter((one) => one.id !== part.id);
  const after = others.findIndex((one) => one.id === input.afterId);
  if (input.afterId !== null && after < 0) throw new AppError('NOT_FOUND');
  others.splice(after + 1, 0, part);
  others.forEach((one, place) => {
    repo.setOrdinal(ctx.db, one.id, place);
  });
  recordChange(ctx, {
    entity: ENTITY,
    entityId: part.id,
    action: 'move',
    before: { place: at + 1 },
    after: { place: after + 2 },
  });
  ctx.undo('reports.movePart', { id: part.id, afterId: all[at - 1]?.id ?? null });
  return { count: 1 };
}

export function trashParts(input: { ids: number[] }, ctx: Ctx): { count: number } {
  for (const id of input.ids) {
    const { part } = openPart(ctx, id);
    repo.setPartDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: ENTITY, entityId: id, action: 'trash', before: logged(part) });
  }
  ctx.undo('reports.restoreParts', { ids: input.ids });
  return { count: input.ids.length };
}

export function restoreParts(input: { ids: number[] }, ctx: Ctx): { count: number } {
  let count = 0;
  for (const id of input.ids) {
    const part = repo.partById(ctx.db, id);
    if (!part || part.deletedAt === null) continue;
    openReport(ctx, part.reportId);
    repo.setPartDeleted(ctx.db, id, null);
    recordChange(ctx, { entity: ENTITY, entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('reports.trashParts', { ids: input.ids });
  return { count };
}

/** Counts figures again; the words beside them stay. */
export function recalculate(
  input: ParsedInputOf<'reports.recalculate'>,
  ctx: Ctx,
): OutputOf<'reports.recalculate'> {
  const report = openReport(ctx, input.id);
  const facts = factsOfReport(ctx, report);
  const meant = repo
    .partsOf(ctx.db, report.id)
    .filter((part) => input.partIds === null || input.partIds.includes(part.id));
  const before: { id: number; figures: string }[] = [];
  for (const part of meant) {
    const figures = JSON.stringify(countFigures(part, facts));
    if (tagsOfPart(part).length === 0 || figures === part.figures) continue;
    before.push({ id: part.id, figures: part.figures });
    repo.setFigures(ctx.db, part.id, figures);
    recordChange(ctx, {
      entity: ENTITY,
      entityId: part.id,
      action: 'update',
      before: logged(part),
      after: logged({ ...part, figures }),
    });
  }
  if (before.length > 0) ctx.undo('reports.putFigures', { id: report.id, parts: before });
  return { count: before.length };
}

export function putFigures(
  input: ParsedInputOf<'reports.putFigures'>,
  ctx: Ctx,
): OutputOf<'reports.putFigures'> {
  const report = openReport(ctx, input.id);
  const parts = new Map(repo.partsOf(ctx.db, report.id).map((part) => [part.id, part]));
  const before: { id: number; figures: string }[] = [];
  for (const { id, figures } of input.parts) {
    const part = parts.get(id);
    if (!part || !isFigures(figures)) throw new AppError('INVALID_INPUT');
    before.push({ id, figures: part.figures });
    repo.setFigures(ctx.db, id, figures);
    recordChange(ctx, {
      entity: ENTITY,
      entityId: id,
      action: 'update',
      before: logged(part),
      after: logged({ ...part, figures }),
    });
  }
  ctx.undo('reports.putFigures', { id: report.id, parts: before });
  return { count: before.length };
}

function isFigures(text: string): boolean {
  try {
    const value = JSON.parse(text) as unknown;
    return (
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).every(
        (one: { text?: unknown; value?: unknown } | null) =>
          one !== null &&
          typeof one === 'object' &&
          (one.text === null || typeof one.text === 'string') &&
          (one.value === null || typeof one.value === 'number'),
      )
    );
  } catch {
    return false;
  }
}
