/** Who a decision names: adding, correcting, ordering, and what should be looked at before it is issued. */
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import type { recipientRow } from '../../../shared/contract/awards';
import { AppError } from '../../../shared/contract/errors';
import { fillReason, honorificOf, RECIPIENT_KINDS, registerText } from '../../../shared/domain/awards';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { currentCertificates } from './certificateRegister';
import { type FormRecord, formById } from './formsRepository';
import { type RecipientFields, recipientColumns, recipientFields, registerOf } from './record';
import * as repo from './repository';

type View = z.output<typeof recipientRow>;
type Warning = View['warnings'][number];
type NewRecipient = ParsedInputOf<'awards.addRecipients'>['items'][number];

/** A decision that may be changed. Errors: NOT_FOUND, CLOSED. */
function openDecision(ctx: Ctx, id: number): repo.ListedDecision {
  const row = repo.decisionById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  if (row.status === 'issued') throw new AppError('CLOSED');
  return row;
}

const sameAs = (r: repo.RecipientRecord): string =>
  r.member_id === null ? `${r.kind}: ${r.name_key}` : `${r.kind}:${r.member_id}`;

function warningsOf(r: repo.CheckedRecipient, times: number, form: FormRecord | undefined): Warning[] {
  const found: Warning[] = [];
  const add = (code: Warning['code'], detail: string | null = null) => found.push({ code, detail });
  if (times > 1) add('duplicate');
  if (form && form[`for_${r.kind}`] === 0) add('formNotFor', form.name);
  if (r.kind !== 'collective' && r.honorific === null) add('noHonorific');
  if (r.member_gone === 1 || (r.member_status !== null && r.member_status !== 'active'))
    add('notActive', r.member_status);
  if (r.member_name !== null && r.member_name !== r.name) add('nameDiffers', r.member_name);
  return found;
}

/** Every recipient of a decision in ceremony order; an issued decision has nothing left to look at. */
export function viewsOf(ctx: Pick<Ctx, 'db'>, d: repo.ListedDecision): View[] {
  const rows = repo.checkedRecipients(ctx.db, d.id);
  const form = formById(ctx.db, d.form_id);
  const times = new Map<string, number>();
  for (const row of rows) times.set(sameAs(row), (times.get(sameAs(row)) ?? 0) + 1);
  const numbers = new Map(
    currentCertificates(ctx.db, d.id).map((row) => [
      row.recipientId,
      registerText(row.registerNo, row.registerYear),
    ]),
  );
  return rows.map((row, i) => {
    const template = row.reason ?? d.reason_template;
    return {
      ...recipientFields(row),
      id: row.id,
      version: row.version,
      ordinal: i + 1,
      reasonText:
        d.status === 'issued'
          ? row.reason_text
          : template === null
            ? null
            : fillReason(template, d.award_year),
      register: (d.status === 'issued' ? numbers.get(row.id) : null) ?? registerOf(row),
      withdrawnOn: row.withdrawn_on,
      warnings: d.status === 'issued' ? [] : warningsOf(row, times.get(sameAs(row)) ?? 1, form),
    };
  });
}

function recipients(input: ParsedInputOf<'awards.recipients'>, ctx: Ctx): OutputOf<'awards.recipients'> {
  const d = repo.decisionById(ctx.db, input.id);
  if (!d) throw new AppError('NOT_FOUND');
  const words = fold(input.search).split(' ').filter(Boolean);
  const fits = (view: View) => {
    const text = fold([view.name, view.spouseName, view.unitName].filter(Boolean).join(' '));
    return (
      (input.kind === null || view.kind === input.kind) &&
      (!input.flagged || view.warnings.length > 0) &&
      words.every((word) => text.includes(word))
    );
  };
  const rows = viewsOf(ctx, d).filter(fits);
  return { total: rows.length, rows: rows.slice(input.offset, input.offset + input.limit) };
}

/** What is left out of a new recipient, from the registers of members and units. */
function complete(
  ctx: Ctx,
  item: NewRecipient,
  at: number,
): { fields: RecipientFields; sortName: string | null } {
  const member = item.memberId === null ? undefined : repo.memberFacts(ctx.db, item.memberId);
  const spouse = item.spouseId === null ? undefined : repo.memberFacts(ctx.db, item.spouseId);
  if ((item.memberId !== null && !member) || (item.spouseId !== null && !spouse))
    throw new AppError('NOT_FOUND');
  const unit = item.orgUnitId === null ? undefined : repo.orgUnitName(ctx.db, item.orgUnitId);
  if (item.orgUnitId !== null && unit === undefined) throw new AppError('NOT_FOUND');
  const name = item.name ?? (item.kind === 'collective' ? unit : member?.fullName) ?? null;
  if (name === null)
    throw new AppError('INVALID_INPUT', { fields: { [`items.${at}.name`]: 'INVALID_INPUT' } });
  const fields: RecipientFields = {
    ...item,
    name,
    honorific: item.honorific ?? honorificOf(member?.gender ?? null),
    spouseName: item.spouseName ?? spouse?.fullName ?? null,
    spouseHonorific: item.spouseHonorific ?? honorificOf(spouse?.gender ?? null),
    post: item.post ?? member?.post ?? null,
    unitName: item.unitName ?? (item.kind === 'collective' ? null : (member?.unit ?? null)),
  };
  return { fields, sortName: member?.sortName ?? null };
}

function add(input: ParsedInputOf<'awards.addRecipients'>, ctx: Ctx): OutputOf<'awards.addRecipients'> {
  const d = openDecision(ctx, input.id);
  if (d.counts_only === 1) throw new AppError('INVALID_INPUT', { fields: { countsOnly: 'INVALID_INPUT' } });
  const present = repo.recipientsOf(ctx.db, d.id);
  const members = new Set(present.map((row) => `${row.kind}:${row.member_id}`));
  const units = new Set(present.map((row) => row.org_unit_id));
  let ordinal = present.at(-1)?.ordinal ?? 0;
  const added: number[] = [];
  let skipped = 0;
  for (const [at, item] of input.items.entries()) {
    const known =
      item.memberId !== null
        ? members.has(`${item.kind}:${item.memberId}`)
        : item.orgUnitId !== null && units.has(item.orgUnitId);
    if (known) {
      skipped++;
      continue;
    }
    const { fields, sortName } = complete(ctx, item, at);
    if (item.memberId !== null) members.add(`${item.kind}:${item.memberId}`);
    if (item.orgUnitId !== null) units.add(item.orgUnitId);
    const id = repo.insertRecipient(ctx.db, {
      ...recipientColumns(fields, sortName),
      uid: uuid(),
      decision_id: d.id,
      ordinal: ++ordinal,
    });
    recordChange(ctx, { entity: 'award_recipient', entityId: id, action: 'create', after: fields });
    added.push(id);
  }
  if (added.length > 0) ctx.undo('awards.removeRecipients', { ids: added });
  return { ids: added, skipped };
}

function update(
  input: ParsedInputOf<'awards.updateRecipient'>,
  ctx: Ctx,
): OutputOf<'awards.updateRecipient'> {
  const { id, version, ...fields } = input;
  const before = repo.recipientById(ctx.db, id);
  if (!before) throw new AppError('NOT_FOUND');
  openDecision(ctx, before.decision_id);
  if (!repo.updateRecipient(ctx.db, { ...recipientColumns(fields), id, version }))
    throw new AppError('VERSION_CONFLICT');
  const previous = recipientFields(before);
  recordChange(ctx, {
    entity: 'award_recipient',
    entityId: id,
    action: 'update',
    before: previous,
    after: fields,
  });
  ctx.undo('awards.updateRecipient', { id, version: version + 1, ...previous });
  return { id, version: version + 1 };
}

function remove(
  input: ParsedInputOf<'awards.removeRecipients'>,
  ctx: Ctx,
): OutputOf<'awards.removeRecipients'> {
  const rows = input.ids.map((id) => {
    const row = repo.recipientById(ctx.db, id);
    if (!row) throw new AppError('NOT_FOUND');
    return row;
  });
  const decisionId = rows[0]!.decision_id;
  openDecision(ctx, decisionId);
  if (rows.some((row) => row.decision_id !== decisionId))
    throw new AppError('INVALID_INPUT', { fields: { ids: 'INVALID_INPUT' } });
  for (const row of rows) {
    repo.removeRecipient(ctx.db, row.id);
    recordChange(ctx, { entity: 'award_recipient', entityId: row.id, action: 'trash', before: row });
  }
  const back = rows.map((row) => ({
    ...recipientFields(row),
    id: row.id,
    uid: row.uid,
    ordinal: row.ordinal,
    registerYear: row.register_year,
    registerNo: row.register_no,
  }));
  ctx.undo('awards.putRecipients', { decisionId, rows: back });
  return { count: rows.length };
}

function put(input: ParsedInputOf<'awards.putRecipients'>, ctx: Ctx): OutputOf<'awards.putRecipients'> {
  const d = openDecision(ctx, input.decisionId);
  for (const { id, uid, ordinal, registerYear, registerNo, ...fields } of input.rows) {
    repo.putRecipient(ctx.db, {
      ...recipientColumns(fields),
      id,
      uid,
      ordinal,
      decision_id: d.id,
      register_year: registerNo === null ? null : registerYear,
      register_no: registerYear === null ? null : registerNo,
    });
    recordChange(ctx, { entity: 'award_recipient', entityId: id, action: 'restore', after: fields });
  }
  ctx.undo('awards.removeRecipients', { ids: input.rows.map((row) => row.id) });
  return { count: input.rows.length };
}

/** Kinds as in a ceremony; inside a kind by department then given name, or by name alone. */
export function byRule(rows: readonly repo.RecipientRecord[], by: 'name' | 'department'): number[] {
  const rank = (row: repo.RecipientRecord) => RECIPIENT_KINDS.indexOf(row.kind);
  const unit = (row: repo.RecipientRecord) => (by === 'department' ? fold(row.unit_name ?? '') : '');
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...rows]
    .sort(
      (a, b) =>
        rank(a) - rank(b) || compare(unit(a), unit(b)) || compare(a.sort_key, b.sort_key) || a.id - b.id,
    )
    .map((row) => row.id);
}

function order(input: ParsedInputOf<'awards.orderRecipients'>, ctx: Ctx): OutputOf<'awards.orderRecipients'> {
  const d = openDecision(ctx, input.id);
  const rows = repo.recipientsOf(ctx.db, d.id);
  const before = rows.map((row) => row.id);
  const after = input.order ?? (input.by === null ? before : byRule(rows, input.by));
  const complete = after.length === before.length && new Set(after).size === after.length;
  const known = new Set(before);
  if (!complete || !after.every((id) => known.has(id)))
    throw new AppError('INVALID_INPUT', { fields: { order: 'INVALID_INPUT' } });
  after.forEach((id, i) => {
    repo.setOrdinal(ctx.db, id, i + 1);
  });
  recordChange(ctx, {
    entity: 'award_decision',
    entityId: d.id,
    action: 'update',
    before: { order: before },
    after: { order: after },
  });
  ctx.undo('awards.orderRecipients', { id: d.id, order: before, by: null });
  return { count: after.length };
}

export const recipientHandlers = {
  'awards.recipients': recipients,
  'awards.addRecipients': add,
  'awards.updateRecipient': update,
  'awards.removeRecipients': remove,
  'awards.putRecipients': put,
  'awards.orderRecipients': order,
};
