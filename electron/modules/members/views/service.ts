/** Rules of saved filters (bộ lọc), of the columns of each view, and of what the editor of conditions offers. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../../shared/contract/errors';
import { savedFilter, viewLayout } from '../../../../shared/contract/memberViews';
import { MASKED_FIELDS } from '../../../../shared/domain/privateFields';
import { fold } from '../../../../shared/text/fold';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { toConditions } from '../conditions';
import { countMembers, ownerOf, sameNames } from '../repository';
import { bulkHandlers } from './bulk';
import { conditionFields as allFields } from './conditionSources';
import * as repo from './repository';

function conditionFields(
  _: ParsedInputOf<'members.conditionFields'>,
  ctx: Ctx,
): OutputOf<'members.conditionFields'> {
  return {
    fields: allFields(ctx).map((field) => ({
      key: field.key,
      type: field.type,
      section: field.section,
      label: field.label,
      choices: field.choices ? field.choices.map((choice) => ({ ...choice })) : null,
      off: field.off ?? false,
    })),
  };
}

function fieldValues(input: ParsedInputOf<'members.fieldValues'>, ctx: Ctx): OutputOf<'members.fieldValues'> {
  const field = allFields(ctx).find((one) => one.key === input.field);
  if (field?.off) throw new AppError('FIELD_OFF');
  const masked = MASKED_FIELDS.some((one) => one === input.field);
  if (field?.type !== 'text' || field.folded || masked) return { values: [] };
  const words = fold(input.search);
  const values = repo
    .commonTexts(ctx.db, field.distinct ?? field.value)
    .filter((text) => words === '' || fold(text).includes(words));
  return { values: values.slice(0, input.limit) };
}

function countOf(input: ParsedInputOf<'members.countOf'>, ctx: Ctx): OutputOf<'members.countOf'> {
  return { count: countMembers(ctx.db, toConditions(input, ctx)) };
}

function views(_: ParsedInputOf<'members.views'>, ctx: Ctx): OutputOf<'members.views'> {
  const layouts = repo
    .layouts(ctx.db)
    .map((row) => [row.view, viewLayout.safeParse(JSON.parse(row.layout_json)).data] as const)
    .filter(([, layout]) => layout !== undefined);
  return {
    rows: repo.liveViews(ctx.db).map((row) => ({
      id: row.id,
      version: row.version,
      name: row.name,
      filter: filterOf(row),
    })),
    layouts: Object.fromEntries(layouts) as OutputOf<'members.views'>['layouts'],
  };
}

/** A filter saved by a program with other fields still opens: what cannot be read is left out. */
function filterOf(row: repo.ViewRecord) {
  const read = savedFilter.safeParse(JSON.parse(row.filter_json));
  return read.success ? read.data : savedFilter.parse({});
}

function saveView(input: ParsedInputOf<'members.saveView'>, ctx: Ctx): OutputOf<'members.saveView'> {
  const key = fold(input.name);
  if (repo.viewNamed(ctx.db, key, input.id))
    throw new AppError('DUPLICATE', { fields: { name: 'DUPLICATE' } });
  toConditions({ ...input.filter, ids: null, asOf: null }, ctx);
  const filter = JSON.stringify(input.filter);
  if (input.id === null) {
    const id = repo.insertView(ctx.db, { uid: uuid(), name: input.name, key, filter, now: ctx.now() });
    recordChange(ctx, {
      entity: 'member_view',
      entityId: id,
      action: 'create',
      after: { name: input.name, filter: input.filter },
    });
    ctx.undo('members.trashViews', { ids: [id] });
    return { id, version: 1 };
  }
  const before = repo.viewById(ctx.db, input.id);
  if (!before || before.deleted_at !== null) throw new AppError('NOT_FOUND');
  const { id, version, name } = input;
  if (!repo.updateView(ctx.db, { id: input.id, version, name, key, filter }))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'member_view',
    entityId: id,
    action: 'update',
    before: { name: before.name, filter: filterOf(before) },
    after: { name, filter: input.filter },
  });
  ctx.undo('members.saveView', { id, version: version + 1, name: before.name, filter: filterOf(before) });
  return { id: input.id, version: version + 1 };
}

function orderViews(input: ParsedInputOf<'members.orderViews'>, ctx: Ctx): OutputOf<'members.orderViews'> {
  const before = repo.liveViews(ctx.db).map((view) => view.id);
  const known = new Set(before);
  if (input.ids.some((id) => !known.has(id))) throw new AppError('NOT_FOUND');
  const ids = [...new Set([...input.ids, ...before])];
  ids.forEach((id, at) => {
    repo.placeView(ctx.db, id, at + 1);
  });
  recordChange(ctx, { entity: 'member_view', entityId: null, action: 'update', before, after: ids });
  ctx.undo('members.orderViews', { ids: before });
  return { count: ids.length };
}

function trashViews(input: ParsedInputOf<'members.trashViews'>, ctx: Ctx): OutputOf<'members.trashViews'> {
  for (const id of input.ids) {
    if (!repo.viewById(ctx.db, id) || !repo.setViewDeleted(ctx.db, id, ctx.now()))
      throw new AppError('NOT_FOUND');
    recordChange(ctx, { entity: 'member_view', entityId: id, action: 'trash' });
  }
  ctx.undo('members.restoreViews', { ids: input.ids });
  return { count: input.ids.length };
}

function restoreViews(
  input: ParsedInputOf<'members.restoreViews'>,
  ctx: Ctx,
): OutputOf<'members.restoreViews'> {
  for (const id of input.ids) {
    const view = repo.viewById(ctx.db, id);
    if (!view || view.deleted_at === null) throw new AppError('NOT_FOUND');
    if (repo.viewNamed(ctx.db, fold(view.name), id)) throw new AppError('DUPLICATE');
    repo.setViewDeleted(ctx.db, id, null);
    recordChange(ctx, { entity: 'member_view', entityId: id, action: 'restore' });
  }
  ctx.undo('members.trashViews', { ids: input.ids });
  return { count: input.ids.length };
}

function saveLayout(input: ParsedInputOf<'members.saveLayout'>, ctx: Ctx): OutputOf<'members.saveLayout'> {
  repo.saveLayout(ctx.db, input.view, input.layout && JSON.stringify(input.layout));
  return { view: input.view };
}

function checkNew(input: ParsedInputOf<'members.checkNew'>, ctx: Ctx): OutputOf<'members.checkNew'> {
  const key = fold(input.fullName);
  const same = key === '' ? [] : sameNames(ctx.db, key, 0);
  const twin = (birth: string | null) => birth !== null && birth === input.birthDate;
  const owner = (column: 'card_no' | 'id_number', value: string | null) =>
    value === null ? null : (ownerOf(ctx.db, column, value, null)?.full_name ?? null);
  return {
    sameName: [...same].sort((a, b) => Number(twin(b.birthDate)) - Number(twin(a.birthDate))).slice(0, 5),
    sameBirth: same.some((one) => twin(one.birthDate)),
    cardOwner: owner('card_no', input.cardNo),
    idOwner: owner('id_number', input.idNumber),
  };
}

export const viewHandlers = {
  'members.conditionFields': conditionFields,
  'members.fieldValues': fieldValues,
  'members.countOf': countOf,
  'members.views': views,
  'members.saveView': saveView,
  'members.orderViews': orderViews,
  'members.trashViews': trashViews,
  'members.restoreViews': restoreViews,
  'members.saveLayout': saveLayout,
  'members.checkNew': checkNew,
  ...bulkHandlers,
};
