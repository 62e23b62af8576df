/** Cases of help: opened with the steps of their kind, led to the handover, finished or stopped. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { voucherCode } from '../../../shared/domain/funds';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { refuseEarmark } from '../dues/service';
import { wordsOf } from '../funds/service';
import { groupState, requireOn } from '../members/privacy/service';
import * as repo from './casesRepository';
import { rowById } from './catalogueRepository';
import { recipientOn, toCaseRow, toRecipient } from './record';

const CASE = 'care_case';
type Fields = Omit<ParsedInputOf<'care.createCase'>, 'circumstances'>;
type Step = ParsedInputOf<'care.saveSteps'>['steps'][number];

export function caseConditions(
  input: Omit<repo.CaseConditions, 'words' | 'today'> & { search: string },
  ctx: Ctx,
): repo.CaseConditions {
  const { kindId, state, from, to, source, memberId, check } = input;
  const words = fold(input.search).split(' ').filter(Boolean);
  return { words, kindId, state, from, to, source, memberId, check, today: ctx.today() };
}

function list(input: ParsedInputOf<'care.cases'>, ctx: Ctx): OutputOf<'care.cases'> {
  const conditions = caseConditions(input, ctx);
  const { offset, limit } = input;
  return {
    ...repo.caseSums(ctx.db, conditions),
    rows: repo.listCases(ctx.db, conditions, { offset, limit }).map(toCaseRow),
  };
}

const moneyFields = (rows: readonly repo.MoneyRecord[]) =>
  rows.map((row) => ({
    source: row.source,
    name: row.name,
    amount: row.amount,
    onDate: row.on_date,
    kindText: row.kind_text,
    voucherId: row.voucher_id,
    earmarkId: row.earmark_id,
    exception: row.exception,
    note: row.note,
  }));

/** Money that went through the union's book, told of by no voucher and not explained. */
export const isUnpaid = (row: repo.MoneyRecord): boolean =>
  (row.source === 'own' || row.earmark_id !== null) &&
  row.kind_text === null &&
  row.voucher_id === null &&
  row.exception === null;

const stepFields = (rows: readonly repo.StepRecord[]) =>
  rows.map((row) => ({
    id: row.id,
    name: row.name,
    plannedOn: row.planned_on,
    doneOn: row.done_on,
    note: row.note,
  }));

/** A case with everything on it, also one in the trash. Errors: NOT_FOUND. */
export function wholeCase(input: ParsedInputOf<'care.case'>, ctx: Ctx): OutputOf<'care.case'> {
  const today = ctx.today();
  const row = repo.listedCase(ctx.db, input.id, today);
  if (!row) throw new AppError('NOT_FOUND');
  const money = repo.moneyOf(ctx.db, row.id);
  const bySource = new Map<repo.MoneyRecord['source'], number>();
  for (const one of money) bySource.set(one.source, (bySource.get(one.source) ?? 0) + one.amount);
  const steps = repo.stepsOf(ctx.db, row.id);
  return {
    row: toCaseRow(row),
    deletedAt: row.deleted_at,
    address: row.address,
    object: row.object,
    budget: row.budget,
    decision: row.decision,
    note: row.note,
    closeReason: row.close_reason,
    hasCircumstances: groupState(ctx).hardship ? row.circumstances !== null : null,
    steps: stepFields(steps).map((step, at) => ({
      ...step,
      papers: steps[at]!.papers,
      overdue:
        row.state === 'open' && step.doneOn === null && step.plannedOn !== null && step.plannedOn < today,
    })),
    money: moneyFields(money).map((one, at) => {
      const { voucher_kind: kind, voucher_number: number, earmark } = money[at]!;
      const code = kind === null || number === null ? null : voucherCode(kind, number);
      return { ...one, voucherCode: code, earmark, unpaid: isUnpaid(money[at]!) };
    }),
    bySource: [...bySource].map(([source, amount]) => ({ source, amount })),
    inWords: wordsOf(ctx, row.total),
  };
}

/** A case that is not in the trash. Errors: NOT_FOUND. */
export function liveCase(ctx: Pick<Ctx, 'db'>, id: number): repo.CaseRecord {
  const row = repo.caseById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  return row;
}

/** Errors: NOT_FOUND, CARE_PERSON, FIELD_OFF. */
function columnsOf(
  ctx: Ctx,
  f: Fields,
  told: string | null | undefined,
  before: repo.CaseRecord | null,
): repo.EditableCase {
  if (!rowById(ctx.db, 'care_kind', f.kindId))
    throw new AppError('NOT_FOUND', { fields: { kindId: 'NOT_FOUND' } });
  const kept = before?.circumstances ?? null;
  const circumstances = told === undefined ? kept : told;
  if (circumstances !== kept) requireOn(ctx, ['hardshipNote']);
  for (const { earmarkId } of f.money) refuseEarmark(ctx, earmarkId);
  const recipient = recipientOn(ctx, f, f.openedOn);
  const known = [f.title, recipient.name, recipient.department_name, recipient.address, f.object, f.decision];
  return {
    ...recipient,
    kind_id: f.kindId,
    title: f.title,
    opened_on: f.openedOn,
    circumstances,
    object: f.object,
    budget: f.budget,
    decision: f.decision,
    note: f.note,
    search_key: fold([...known, ...f.money.map(({ name }) => name)].filter(Boolean).join(' ')),
  };
}

const moneyColumns = (rows: Fields['money']) =>
  rows.map(({ source, name, amount, onDate, kindText, voucherId, earmarkId, exception, note }) => ({
    source,
    name,
    amount,
    on_date: onDate,
    kind_text: kindText,
    voucher_id: voucherId,
    earmark_id: earmarkId,
    exception,
    note,
  }));

const toFields = (ctx: Ctx, r: repo.CaseRecord): Fields => ({
  ...toRecipient(r),
  kindId: r.kind_id,
  title: r.title,
  openedOn: r.opened_on,
  object: r.object,
  budget: r.budget,
  decision: r.decision,
  note: r.note,
  money: moneyFields(repo.moneyOf(ctx.db, r.id)),
});

function create(input: ParsedInputOf<'care.createCase'>, ctx: Ctx): OutputOf<'care.createCase'> {
  const { circumstances, ...fields } = input;
  const columns = columnsOf(ctx, fields, circumstances, null);
  const id = repo.insertCase(ctx.db, { ...columns, uid: uuid() }, ctx.now());
  const names = JSON.parse(rowById(ctx.db, 'care_kind', fields.kindId)!.steps) as string[];
  const blank = { id: null, planned_on: null, done_on: null, note: null };
  repo.putSteps(
    ctx.db,
    id,
    names.map((name) => ({ ...blank, name })),
  );
  repo.putMoney(ctx.db, id, moneyColumns(fields.money));
  recordChange(ctx, {
    entity: CASE,
    entityId: id,
    action: 'create',
    after: { ...input, name: columns.name },
  });
  ctx.undo('care.trashCases', { ids: [id] });
  return { id, version: 1 };
}

function update(input: ParsedInputOf<'care.updateCase'>, ctx: Ctx): OutputOf<'care.updateCase'> {
  const { id, version, circumstances, ...fields } = input;
  const row = liveCase(ctx, id);
  const before = toFields(ctx, row);
  const columns = columnsOf(ctx, fields, circumstances, row);
  if (!repo.updateCase(ctx.db, { ...columns, id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  repo.putMoney(ctx.db, id, moneyColumns(fields.money));
  const told = circumstances === undefined ? {} : { circumstances: row.circumstances };
  const now = circumstances === undefined ? {} : { circumstances };
  recordChange(ctx, {
    entity: CASE,
    entityId: id,
    action: 'update',
    before: { ...before, ...told },
    after: { ...fields, name: columns.name, ...now },
  });
  ctx.undo('care.updateCase', { id, version: version + 1, ...before, ...told });
  return { id, version: version + 1 };
}

const stepColumns = (steps: readonly Step[]): repo.NewStep[] =>
  steps.map(({ id, name, plannedOn, doneOn, note }) => ({
    id,
    name,
    planned_on: plannedOn,
    done_on: doneOn,
    note,
  }));

function saveSteps(input: ParsedInputOf<'care.saveSteps'>, ctx: Ctx): OutputOf<'care.saveSteps'> {
  const { id, version, steps } = input;
  liveCase(ctx, id);
  const before = stepFields(repo.stepsOf(ctx.db, id));
  if (!repo.touchCase(ctx.db, id, version, ctx.now())) throw new AppError('VERSION_CONFLICT');
  repo.putSteps(ctx.db, id, stepColumns(steps));
  recordChange(ctx, {
    entity: CASE,
    entityId: id,
    action: 'update',
    before: { steps: before },
    after: { steps },
  });
  ctx.undo('care.saveSteps', { id, version: version + 1, steps: before });
  return { id, version: version + 1 };
}

function setState(input: ParsedInputOf<'care.setCaseState'>, ctx: Ctx): OutputOf<'care.setCaseState'> {
  const { id, version, state, reason } = input;
  const row = liveCase(ctx, id);
  const closedOn = state === 'open' ? null : (input.closedOn ?? ctx.today());
  if (closedOn !== null && closedOn < row.opened_on)
    throw new AppError('DATE_ORDER', { fields: { closedOn: 'DATE_ORDER' } });
  const after = { state, closedOn, reason: state === 'open' ? null : reason };
  if (!repo.setCaseState(ctx.db, { id, version, ...after }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = { state: row.state, closedOn: row.closed_on, reason: row.close_reason };
  recordChange(ctx, { entity: CASE, entityId: id, action: 'update', before, after });
  ctx.undo('care.setCaseState', { id, version: version + 1, ...before });
  return { id, version: version + 1 };
}

function trash(input: ParsedInputOf<'care.trashCases'>, ctx: Ctx): OutputOf<'care.trashCases'> {
  for (const id of input.ids) {
    const row = liveCase(ctx, id);
    repo.setCaseDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: CASE, entityId: id, action: 'trash', before: toFields(ctx, row) });
  }
  ctx.undo('care.restoreCases', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'care.restoreCases'>, ctx: Ctx): OutputOf<'care.restoreCases'> {
  let count = 0;
  for (const id of input.ids) {
    if (!repo.setCaseDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: CASE, entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('care.trashCases', { ids: input.ids });
  return { count };
}

export const caseHandlers = {
  'care.cases': list,
  'care.case': wholeCase,
  'care.createCase': create,
  'care.updateCase': update,
  'care.saveSteps': saveSteps,
  'care.setCaseState': setState,
  'care.trashCases': trash,
  'care.restoreCases': restore,
};
