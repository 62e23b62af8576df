/** The catalogue of award forms (hình thức, danh hiệu): dated data the office may correct. */
import type { z } from 'zod';
import type { awardForm } from '../../../shared/contract/awards';
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './formsRepository';

type FormFields = Omit<ParsedInputOf<'awards.saveForm'>, 'id' | 'version'>;

/** A form that is not in the trash. Errors: NOT_FOUND on the field `formId`. */
export function liveForm(ctx: Pick<Ctx, 'db'>, id: number): repo.FormRecord {
  const row = repo.formById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND', { fields: { formId: 'NOT_FOUND' } });
  return row;
}

const bit = (value: boolean): 0 | 1 => (value ? 1 : 0);

function toColumns(f: FormFields): repo.EditableForm {
  return {
    code: f.code,
    name: f.name,
    name_en: f.nameEn,
    kind: f.kind,
    side: f.side,
    level: f.level,
    theme: f.theme,
    for_individual: bit(f.forIndividual),
    for_collective: bit(f.forCollective),
    for_household: bit(f.forHousehold),
    grantor: f.grantor,
    reason_template: f.reasonTemplate,
    valid_from: f.validFrom,
    valid_to: f.validTo,
    to_check: bit(f.toCheck),
    source: f.source,
  };
}

function toRow(r: repo.FormRecord): z.output<typeof awardForm> {
  return {
    id: r.id,
    version: r.version,
    code: r.code,
    name: r.name,
    nameEn: r.name_en,
    kind: r.kind,
    side: r.side,
    level: r.level,
    theme: r.theme,
    forIndividual: r.for_individual === 1,
    forCollective: r.for_collective === 1,
    forHousehold: r.for_household === 1,
    grantor: r.grantor,
    reasonTemplate: r.reason_template,
    validFrom: r.valid_from,
    validTo: r.valid_to,
    toCheck: r.to_check === 1,
    source: r.source,
    decisions: r.decisions,
  };
}

function saveForm(input: ParsedInputOf<'awards.saveForm'>, ctx: Ctx): OutputOf<'awards.saveForm'> {
  const { id, version, ...fields } = input;
  if (fields.validFrom !== null && fields.validTo !== null && fields.validTo < fields.validFrom)
    throw new AppError('DATE_ORDER', { fields: { validTo: 'DATE_ORDER' } });
  if (id === null) {
    const newId = repo.insertForm(ctx.db, toColumns(fields));
    recordChange(ctx, { entity: 'award_form', entityId: newId, action: 'create', after: fields });
    ctx.undo('awards.trashForms', { ids: [newId] });
    return { id: newId, version: 1 };
  }
  const { decisions: _, version: now, ...before } = toRow(liveForm(ctx, id));
  if (!repo.updateForm(ctx.db, { ...toColumns(fields), id, version: version ?? now }))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'award_form', entityId: id, action: 'update', before, after: fields });
  ctx.undo('awards.saveForm', { ...before, version: now + 1 });
  return { id, version: now + 1 };
}

function trashForms(input: ParsedInputOf<'awards.trashForms'>, ctx: Ctx): OutputOf<'awards.trashForms'> {
  for (const id of input.ids) {
    const row = liveForm(ctx, id);
    if (row.decisions > 0)
      throw new AppError('IN_USE', { details: { name: row.name, count: row.decisions } });
    repo.setFormDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'award_form', entityId: id, action: 'trash', before: toRow(row) });
  }
  ctx.undo('awards.restoreForms', { ids: input.ids });
  return { count: input.ids.length };
}

function restoreForms(
  input: ParsedInputOf<'awards.restoreForms'>,
  ctx: Ctx,
): OutputOf<'awards.restoreForms'> {
  let count = 0;
  for (const id of input.ids) {
    if (!repo.setFormDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: 'award_form', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('awards.trashForms', { ids: input.ids });
  return { count };
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

const fieldsOf = (row: repo.FormRecord): FormFields => {
  const { id: _, version: __, decisions: ___, ...fields } = toRow(row);
  return fields;
};

function renewForm(input: ParsedInputOf<'awards.renewForm'>, ctx: Ctx): OutputOf<'awards.renewForm'> {
  const row = liveForm(ctx, input.id);
  const ended = { ...fieldsOf(row), validTo: dayBefore(input.validFrom) };
  if ((row.valid_from ?? '') >= input.validFrom)
    throw new AppError('DATE_ORDER', { fields: { validFrom: 'DATE_ORDER' } });
  if (!repo.updateForm(ctx.db, { ...toColumns(ended), id: row.id, version: input.version }))
    throw new AppError('VERSION_CONFLICT');
  const after = {
    ...fieldsOf(row),
    ...{ name: input.name ?? row.name, source: input.source, validFrom: input.validFrom, validTo: null },
  };
  const newId = repo.insertForm(ctx.db, toColumns(after), repo.ordinalOf(ctx.db, row.id));
  recordChange(ctx, {
    entity: 'award_form',
    entityId: row.id,
    action: 'update',
    before: fieldsOf(row),
    after: ended,
  });
  recordChange(ctx, { entity: 'award_form', entityId: newId, action: 'create', after });
  ctx.undo('awards.dropRenewedForm', { id: row.id, newId, validTo: row.valid_to });
  return { id: newId, version: 1 };
}

function dropRenewedForm(
  input: ParsedInputOf<'awards.dropRenewedForm'>,
  ctx: Ctx,
): OutputOf<'awards.dropRenewedForm'> {
  const old = liveForm(ctx, input.id);
  const made = liveForm(ctx, input.newId);
  trashForms({ ids: [made.id] }, ctx);
  const back = { ...fieldsOf(old), validTo: input.validTo };
  repo.updateForm(ctx.db, { ...toColumns(back), id: old.id, version: old.version });
  recordChange(ctx, {
    entity: 'award_form',
    entityId: old.id,
    action: 'update',
    before: fieldsOf(old),
    after: back,
  });
  ctx.undo('awards.renewForm', {
    ...{ id: old.id, version: old.version + 1, validFrom: made.valid_from ?? ctx.today() },
    ...{ name: made.name, source: made.source },
  });
  return { id: old.id, version: old.version + 1 };
}

export const formHandlers = {
  'awards.renewForm': renewForm,
  'awards.dropRenewedForm': dropRenewedForm,
  'awards.forms': (input: ParsedInputOf<'awards.forms'>, ctx: Ctx): OutputOf<'awards.forms'> => ({
    rows: repo.forms(ctx.db, input.on).map(toRow),
  }),
  'awards.saveForm': saveForm,
  'awards.trashForms': trashForms,
  'awards.restoreForms': restoreForms,
};
