/** The lines of a list: read, put in order, changed, taken off, and what each received. */
import { AppError } from '../../../shared/contract/errors';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as lines from './linesRepository';
import { blankLine, openList, toLine, unsettled, worthOf } from './record';
import * as repo from './repository';

function recipients(input: ParsedInputOf<'welfare.recipients'>, ctx: Ctx): OutputOf<'welfare.recipients'> {
  if (!repo.campaignById(ctx.db, input.id)) throw new AppError('NOT_FOUND');
  const conditions: lines.LineConditions = {
    words: fold(input.search).split(' ').filter(Boolean),
    category: input.category,
    received: input.received,
    departmentIds: input.departmentIds,
    ids: input.ids,
  };
  return {
    total: lines.countLines(ctx.db, input.id, conditions),
    rows: lines.listLines(ctx.db, input.id, conditions, input).map(toLine),
  };
}

function liveLine(ctx: Ctx, id: number): lines.LineRecord {
  const row = lines.lineById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  return row;
}

const lineFields = (r: lines.LineRecord) => ({
  name: r.name,
  birthYear: r.birth_year,
  address: r.address,
  relation: r.relation,
  category: r.category,
  cash: r.cash,
  kindText: r.kind_text,
  kindValue: r.kind_value,
  note: r.note,
});

function update(
  input: ParsedInputOf<'welfare.updateRecipient'>,
  ctx: Ctx,
): OutputOf<'welfare.updateRecipient'> {
  const { id, version, ...fields } = input;
  const row = liveLine(ctx, id);
  openList(ctx, row.campaign_id);
  const outsider = row.member_id === null && row.child_id === null && row.org_unit_id === null;
  const who = outsider
    ? { ...blankLine(fields.name), birth_year: fields.birthYear }
    : { name: row.name, name_key: row.name_key, sort_key: row.sort_key, birth_year: row.birth_year };
  const saved = lines.updateLine(ctx.db, {
    id,
    version,
    name: who.name,
    name_key: who.name_key,
    sort_key: who.sort_key,
    birth_year: who.birth_year,
    address: fields.address,
    relation: fields.relation,
    category: fields.category,
    cash: fields.cash,
    kind_text: fields.kindText,
    kind_value: fields.kindValue,
    note: fields.note,
  });
  if (!saved) throw new AppError('VERSION_CONFLICT');
  const before = lineFields(row);
  recordChange(ctx, { entity: 'welfare_recipient', entityId: id, action: 'update', before, after: fields });
  ctx.undo('welfare.updateRecipient', { id, version: version + 1, ...before });
  return { id, version: version + 1 };
}

type Worth = ParsedInputOf<'welfare.setWorth'>['rows'][number];

function writeWorths(ctx: Ctx, rows: readonly Worth[]): OutputOf<'welfare.setWorth'> {
  const before = lines.linesById(
    ctx.db,
    rows.map((row) => row.id),
  );
  if (before.length !== rows.length) throw new AppError('NOT_FOUND');
  for (const id of new Set(before.map((row) => row.campaign_id))) openList(ctx, id);
  for (const [at, row] of rows.entries()) {
    const old = before[at]!;
    lines.setWorth(ctx.db, {
      id: row.id,
      category: row.category,
      cash: row.cash,
      kind_text: row.kindText,
      kind_value: row.kindValue,
    });
    const { category, cash, kindText, kindValue } = lineFields(old);
    recordChange(ctx, {
      entity: 'welfare_recipient',
      entityId: row.id,
      action: 'update',
      before: { category, cash, kindText, kindValue },
      after: { category: row.category, cash: row.cash, kindText: row.kindText, kindValue: row.kindValue },
    });
  }
  ctx.undo('welfare.setWorth', {
    rows: before.map((row) => {
      const { category, cash, kindText, kindValue } = lineFields(row);
      return { id: row.id, category, cash, kindText, kindValue };
    }),
  });
  return { count: rows.length };
}

/** Lines worth something else than planned for their category, and what they should be. */
export function offPlan(ctx: Ctx, campaignId: number): Worth[] {
  const values = repo.valuesOf(ctx.db, campaignId);
  if (values.length === 0) return [];
  return lines.allLines(ctx.db, campaignId).flatMap((line) => {
    const { category, cash, kind_text, kind_value } = worthOf(values, line.category);
    const same = cash === line.cash && kind_text === line.kind_text && kind_value === line.kind_value;
    return same ? [] : [{ id: line.id, category, cash, kindText: kind_text, kindValue: kind_value }];
  });
}

function applyValues(input: ParsedInputOf<'welfare.applyValues'>, ctx: Ctx): OutputOf<'welfare.applyValues'> {
  openList(ctx, input.id);
  const rows = offPlan(ctx, input.id);
  return rows.length === 0 ? { count: 0 } : writeWorths(ctx, rows);
}

function moveLines(ctx: Ctx, ids: readonly number[], at: string | null): number {
  const rows = lines.linesById(ctx.db, ids);
  if (rows.length !== ids.length) throw new AppError('NOT_FOUND');
  for (const id of new Set(rows.map((row) => row.campaign_id))) openList(ctx, id);
  let count = 0;
  for (const row of rows) {
    if (!lines.setLineDeleted(ctx.db, row.id, at)) continue;
    count++;
    recordChange(ctx, {
      entity: 'welfare_recipient',
      entityId: row.id,
      action: at === null ? 'restore' : 'trash',
      ...(at === null ? {} : { before: lineFields(row) }),
    });
  }
  return count;
}

function remove(
  input: ParsedInputOf<'welfare.removeRecipients'>,
  ctx: Ctx,
): OutputOf<'welfare.removeRecipients'> {
  const count = moveLines(ctx, input.ids, ctx.now());
  ctx.undo('welfare.restoreRecipients', { ids: input.ids });
  return { count };
}

function putBack(
  input: ParsedInputOf<'welfare.restoreRecipients'>,
  ctx: Ctx,
): OutputOf<'welfare.restoreRecipients'> {
  const count = moveLines(ctx, input.ids, null);
  ctx.undo('welfare.removeRecipients', { ids: input.ids });
  return { count };
}

/** `before` in the order asked for. */
function ordered(ctx: Ctx, input: ParsedInputOf<'welfare.arrange'>, before: readonly number[]): number[] {
  if (input.by !== null) return lines.idsBy(ctx.db, input.id, input.by);
  if (input.move !== null) {
    const { id, number } = input.move;
    if (!before.includes(id)) throw new AppError('NOT_FOUND');
    const rest = before.filter((one) => one !== id);
    rest.splice(number - 1, 0, id);
    return rest;
  }
  const known = new Set(before);
  const asked = input.ids.filter((id) => known.delete(id));
  return [...asked, ...before.filter((id) => known.has(id))];
}

function arrange(input: ParsedInputOf<'welfare.arrange'>, ctx: Ctx): OutputOf<'welfare.arrange'> {
  openList(ctx, input.id);
  const before = lines.allLines(ctx.db, input.id).map((line) => line.id);
  const after = ordered(ctx, input, before);
  for (const [at, id] of after.entries()) lines.setOrdinal(ctx.db, id, at + 1);
  recordChange(ctx, {
    entity: 'welfare_campaign',
    entityId: input.id,
    action: 'update',
    after: { order: input.by ?? 'own' },
  });
  ctx.undo('welfare.arrange', { id: input.id, by: null, ids: before });
  return { count: after.length };
}

type Receipt = ParsedInputOf<'welfare.setReceipts'>['rows'][number];

function writeReceipts(ctx: Ctx, rows: readonly Receipt[]): { count: number } {
  const before = rows.map((row) => liveLine(ctx, row.id));
  for (const id of new Set(before.map((row) => row.campaign_id))) unsettled(ctx, id);
  for (const [at, row] of rows.entries()) {
    const old = before[at]!;
    lines.setReceipt(ctx.db, row.id, row.receivedOn, row.receivedBy);
    recordChange(ctx, {
      entity: 'welfare_recipient',
      entityId: row.id,
      action: 'update',
      before: { receivedOn: old.received_on, receivedBy: old.received_by },
      after: { receivedOn: row.receivedOn, receivedBy: row.receivedOn === null ? null : row.receivedBy },
    });
  }
  if (rows.length > 0)
    ctx.undo('welfare.setReceipts', {
      rows: before.map((row) => ({ id: row.id, receivedOn: row.received_on, receivedBy: row.received_by })),
    });
  return { count: rows.length };
}

function receive(input: ParsedInputOf<'welfare.receive'>, ctx: Ctx): OutputOf<'welfare.receive'> {
  unsettled(ctx, input.id);
  const all = lines.allLines(ctx.db, input.id);
  const wanted = input.recipientIds === null ? null : new Set(input.recipientIds);
  const meant = all.filter((line) =>
    wanted ? wanted.has(line.id) : (line.received_on === null) === (input.receivedOn !== null),
  );
  if (wanted && meant.length !== wanted.size) throw new AppError('NOT_FOUND');
  return writeReceipts(
    ctx,
    meant.map((line) => ({ id: line.id, receivedOn: input.receivedOn, receivedBy: input.receivedBy })),
  );
}

export const lineHandlers = {
  'welfare.recipients': recipients,
  'welfare.updateRecipient': update,
  'welfare.setWorth': (input: ParsedInputOf<'welfare.setWorth'>, ctx: Ctx) => writeWorths(ctx, input.rows),
  'welfare.applyValues': applyValues,
  'welfare.removeRecipients': remove,
  'welfare.restoreRecipients': putBack,
  'welfare.arrange': arrange,
  'welfare.receive': receive,
  'welfare.setReceipts': (input: ParsedInputOf<'welfare.setReceipts'>, ctx: Ctx) =>
    writeReceipts(ctx, input.rows),
};
