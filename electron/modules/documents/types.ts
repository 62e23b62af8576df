/** Types of paper and the rules of numbering: the office's own dated data. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { documentCode } from '../../../shared/domain/documents';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { profileOn } from '../organisation/service';
import { liveType } from './numbers';
import * as repo from './typesRepository';

const fieldsOf = (r: repo.TypeRecord) => ({ name: r.name, nameEn: r.nameEn, symbol: r.symbol });

function types(_: ParsedInputOf<'documents.types'>, ctx: Ctx): OutputOf<'documents.types'> {
  return { rows: repo.types(ctx.db).map(({ deletedAt: _d, ...row }) => row) };
}

function saveType(input: ParsedInputOf<'documents.saveType'>, ctx: Ctx): OutputOf<'documents.saveType'> {
  const { id, version, ...fields } = input;
  if (repo.typeNamed(ctx.db, fields.name, id ?? 0))
    throw new AppError('DUPLICATE', { fields: { name: 'DUPLICATE' }, details: { name: fields.name } });
  if (id === null) {
    const made = repo.insertType(ctx.db, { ...fields, code: `own-${uuid()}` });
    recordChange(ctx, { entity: 'document_type', entityId: made, action: 'create', after: fields });
    ctx.undo('documents.trashTypes', { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = liveType(ctx, id);
  const held = version ?? row.version;
  if (!repo.updateType(ctx.db, { ...fields, id, version: held })) throw new AppError('VERSION_CONFLICT');
  const before = fieldsOf(row);
  recordChange(ctx, { entity: 'document_type', entityId: id, action: 'update', before, after: fields });
  ctx.undo('documents.saveType', { id, version: held + 1, ...before });
  return { id, version: held + 1 };
}

function trash(input: ParsedInputOf<'documents.trashTypes'>, ctx: Ctx): OutputOf<'documents.trashTypes'> {
  for (const id of input.ids) {
    const row = liveType(ctx, id);
    if (row.used > 0) throw new AppError('IN_USE');
    repo.setTypeDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'document_type', entityId: id, action: 'trash', before: fieldsOf(row) });
  }
  ctx.undo('documents.restoreTypes', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(
  input: ParsedInputOf<'documents.restoreTypes'>,
  ctx: Ctx,
): OutputOf<'documents.restoreTypes'> {
  const back = input.ids.filter((id) => repo.setTypeDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'document_type', entityId: id, action: 'restore' });
  ctx.undo('documents.trashTypes', { ids: input.ids });
  return { count: back.length };
}

const toRule = (r: repo.RuleRecord) => ({
  fromYear: r.fromYear,
  perType: r.perType === 1,
  pattern: r.pattern,
  insertions: r.insertions === 1,
});

/** The years a rule holds in end where the next one begins. */
const endOf = (all: readonly repo.RuleRecord[], fromYear: number): number =>
  Math.min(9999, ...all.map((rule) => rule.fromYear).filter((year) => year > fromYear));

function rules(_: ParsedInputOf<'documents.rules'>, ctx: Ctx): OutputOf<'documents.rules'> {
  const all = repo.rules(ctx.db);
  const unit = profileOn(ctx, ctx.today())?.symbol ?? 'CĐCS';
  const year = Number(ctx.today().slice(0, 4));
  return {
    rows: all.map((rule) => ({
      ...toRule(rule),
      example: documentCode(rule.pattern, { number: 5, type: 'QĐ', unit, year }),
      used: repo.numberedBetween(ctx.db, rule.fromYear, endOf(all, rule.fromYear)),
    })),
  };
}

/** Errors: IN_USE, when years that have numbers would go over from one row of numbers to many, or back. */
function refuseSplit(ctx: Ctx, fromYear: number, perType: 0 | 1): void {
  const until = endOf(repo.rules(ctx.db), fromYear);
  const now = repo.ruleOf(ctx.db, fromYear).perType;
  if (now !== perType && repo.numberedBetween(ctx.db, fromYear, until) > 0)
    throw new AppError('IN_USE', { fields: { perType: 'IN_USE' } });
}

function setRule(input: ParsedInputOf<'documents.setRule'>, ctx: Ctx): OutputOf<'documents.setRule'> {
  const rule: repo.RuleRecord = {
    ...input,
    perType: input.perType ? 1 : 0,
    insertions: input.insertions ? 1 : 0,
  };
  refuseSplit(ctx, rule.fromYear, rule.perType);
  const old = repo.rules(ctx.db).find((one) => one.fromYear === rule.fromYear);
  repo.setRule(ctx.db, rule);
  recordChange(ctx, {
    entity: 'document_rule',
    entityId: rule.fromYear,
    action: old ? 'update' : 'create',
    ...(old ? { before: toRule(old) } : {}),
    after: input,
  });
  if (old) ctx.undo('documents.setRule', toRule(old));
  else ctx.undo('documents.dropRule', { fromYear: rule.fromYear });
  return { count: 1 };
}

function dropRule(input: ParsedInputOf<'documents.dropRule'>, ctx: Ctx): OutputOf<'documents.dropRule'> {
  const all = repo.rules(ctx.db);
  const old = all.find((one) => one.fromYear === input.fromYear);
  if (!old) throw new AppError('NOT_FOUND');
  const before = all.find((one) => one.fromYear < input.fromYear);
  if (!before) throw new AppError('IN_USE');
  refuseSplit(ctx, input.fromYear, before.perType);
  repo.dropRule(ctx.db, input.fromYear);
  recordChange(ctx, {
    entity: 'document_rule',
    entityId: input.fromYear,
    action: 'update',
    before: toRule(old),
    after: toRule(before),
  });
  ctx.undo('documents.setRule', toRule(old));
  return { count: 1 };
}

export const typeHandlers = {
  'documents.types': types,
  'documents.saveType': saveType,
  'documents.trashTypes': trash,
  'documents.restoreTypes': restore,
  'documents.rules': rules,
  'documents.setRule': setRule,
  'documents.dropRule': dropRule,
};
