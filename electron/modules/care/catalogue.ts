/** The office's own lists: reasons of visits, norms, kinds of cases with their steps. */
import { AppError } from '../../../shared/contract/errors';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './catalogueRepository';

type Saved = OutputOf<'care.saveReason'>;
interface Own {
  id: number | null;
  version: number | null;
}

const reasonFields = (r: repo.ReasonRecord) => ({ name: r.name, nameEn: r.name_en, health: r.health === 1 });
const normFields = (r: repo.NormRecord) => ({
  reasonId: r.reason_id,
  relation: r.relation,
  cash: r.cash,
  kindText: r.kind_text,
  validFrom: r.valid_from,
  validTo: r.valid_to,
  source: r.source,
});
const kindFields = (r: repo.KindRecord) => ({
  name: r.name,
  nameEn: r.name_en,
  handover: r.handover === 1,
  steps: JSON.parse(r.steps) as string[],
});

function catalogue(_: ParsedInputOf<'care.catalogue'>, ctx: Ctx): OutputOf<'care.catalogue'> {
  const row = ({ id, version }: { id: number; version: number }) => ({ id, version });
  return {
    reasons: repo.reasons(ctx.db).map((r) => ({ ...row(r), ...reasonFields(r), code: r.code, used: r.used })),
    norms: repo.norms(ctx.db).map((r) => ({ ...row(r), ...normFields(r) })),
    kinds: repo.kinds(ctx.db).map((r) => ({ ...row(r), ...kindFields(r), used: r.used })),
  };
}

/** Adds a row or changes one, with its log and its undo. */
function save<T extends repo.CatalogueTable, F extends object>(
  ctx: Ctx,
  table: T,
  { id, version }: Own,
  fields: F,
  part: {
    columns: Parameters<typeof repo.insertRow<T>>[2];
    before(row: NonNullable<ReturnType<typeof repo.rowById<T>>>): object;
    operation: 'care.saveReason' | 'care.saveNorm' | 'care.saveKind';
    trash: 'care.trashReasons' | 'care.trashNorms' | 'care.trashKinds';
  },
): Saved {
  if (id === null) {
    const made = repo.insertRow(ctx.db, table, part.columns);
    recordChange(ctx, { entity: table, entityId: made, action: 'create', after: fields });
    ctx.undo(part.trash, { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = repo.rowById(ctx.db, table, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  const at = version ?? 0;
  if (!repo.updateRow(ctx.db, table, { ...part.columns, id, version: at }))
    throw new AppError('VERSION_CONFLICT');
  const before = part.before(row);
  recordChange(ctx, { entity: table, entityId: id, action: 'update', before, after: fields });
  ctx.undo(part.operation, { id, version: at + 1, ...before });
  return { id, version: at + 1 };
}

function refuseTwin(rows: readonly { id: number; name: string }[], id: number | null, name: string): void {
  if (rows.some((row) => row.id !== id && fold(row.name) === fold(name)))
    throw new AppError('DUPLICATE', { fields: { name: 'DUPLICATE' }, details: { name } });
}

function saveReason({ id, version, ...fields }: ParsedInputOf<'care.saveReason'>, ctx: Ctx): Saved {
  refuseTwin(repo.reasons(ctx.db), id, fields.name);
  const { name, nameEn, health } = fields;
  return save(ctx, 'care_reason', { id, version }, fields, {
    columns: { name, name_en: nameEn, health: health ? 1 : 0 },
    before: reasonFields,
    operation: 'care.saveReason',
    trash: 'care.trashReasons',
  });
}

function saveNorm({ id, version, ...fields }: ParsedInputOf<'care.saveNorm'>, ctx: Ctx): Saved {
  if (!repo.rowById(ctx.db, 'care_reason', fields.reasonId))
    throw new AppError('NOT_FOUND', { fields: { reasonId: 'NOT_FOUND' } });
  if (fields.validFrom && fields.validTo && `${fields.validTo}~` < fields.validFrom)
    throw new AppError('DATE_ORDER', { fields: { validTo: 'DATE_ORDER' } });
  return save(ctx, 'care_norm', { id, version }, fields, {
    columns: {
      reason_id: fields.reasonId,
      relation: fields.relation,
      cash: fields.cash,
      kind_text: fields.kindText,
      valid_from: fields.validFrom,
      valid_to: fields.validTo,
      source: fields.source,
    },
    before: normFields,
    operation: 'care.saveNorm',
    trash: 'care.trashNorms',
  });
}

function saveKind({ id, version, ...fields }: ParsedInputOf<'care.saveKind'>, ctx: Ctx): Saved {
  refuseTwin(repo.kinds(ctx.db), id, fields.name);
  const { name, nameEn, handover, steps } = fields;
  return save(ctx, 'care_kind', { id, version }, fields, {
    columns: { name, name_en: nameEn, handover: handover ? 1 : 0, steps: JSON.stringify(steps) },
    before: kindFields,
    operation: 'care.saveKind',
    trash: 'care.trashKinds',
  });
}

type Ids = { ids: number[] };
type What = 'Reasons' | 'Norms' | 'Kinds';

/** To the trash, unless something uses it, and back. */
function mover(table: repo.CatalogueTable, what: What) {
  return {
    trash({ ids }: Ids, ctx: Ctx): { count: number } {
      for (const id of ids) {
        if (repo.usesOf(ctx.db, table, id) > 0) throw new AppError('IN_USE');
        if (!repo.setRowDeleted(ctx.db, table, id, ctx.now())) throw new AppError('NOT_FOUND');
        recordChange(ctx, { entity: table, entityId: id, action: 'trash' });
      }
      ctx.undo(`care.restore${what}`, { ids });
      return { count: ids.length };
    },
    restore({ ids }: Ids, ctx: Ctx): { count: number } {
      let count = 0;
      for (const id of ids) {
        if (!repo.setRowDeleted(ctx.db, table, id, null)) continue;
        recordChange(ctx, { entity: table, entityId: id, action: 'restore' });
        count++;
      }
      ctx.undo(`care.trash${what}`, { ids });
      return { count };
    },
  };
}
const reasons = mover('care_reason', 'Reasons');
const norms = mover('care_norm', 'Norms');
const kinds = mover('care_kind', 'Kinds');

export const catalogueHandlers = {
  'care.catalogue': catalogue,
  'care.saveReason': saveReason,
  'care.trashReasons': reasons.trash,
  'care.restoreReasons': reasons.restore,
  'care.saveNorm': saveNorm,
  'care.trashNorms': norms.trash,
  'care.restoreNorms': norms.restore,
  'care.saveKind': saveKind,
  'care.trashKinds': kinds.trash,
  'care.restoreKinds': kinds.restore,
};
