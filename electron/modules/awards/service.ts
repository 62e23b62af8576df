/**
 * Rules of award decisions (quyết định khen thưởng). Issuing gives register numbers and keeps the names and wording
 * as they are; from then on a decision is CLOSED until it is reopened, and its numbers stay with their people.
 */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { addKnown, certificatesOf, fillReason, movementReason, quoted } from '../../../shared/domain/awards';
import { numberIn } from '../../../shared/domain/documents';
import { amountInWords } from '../../../shared/text/amountInWords';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { enterTyped, nextCode, takenElsewhere } from '../documents/service';
import { signerOn } from '../organisation/committees/service';
import { profileOn } from '../organisation/service';
import { forgetContents, registerCertificate } from './certificateRegister';
import { fileHandlers } from './files';
import { formHandlers, liveForm } from './forms';
import { awardsOf, membersNamed } from './memberAwardsRepository';
import { liveMovement } from './movementRecord';
import { movementById } from './movementsRepository';
import { recipientHandlers, viewsOf } from './recipients';
import { countsOf, type DecisionFields, moneyOf, toColumns, toFields, toRow } from './record';
import { byYear, register, table } from './register';
import * as repo from './repository';

export {
  type CertificateRow,
  certificateById,
  certificatesOfRecipient,
  currentCertificates,
  insertCertificate,
  keepContent,
  nextCopy,
  nextRegisterNumber,
  settleRecipient,
  setVoid,
} from './certificateRegister';
export { byRule } from './recipients';
export { moneyOf, namedRecord, postAndUnit, printedName, registerOf } from './record';
export type { ListedDecision, RecipientRecord } from './repository';

/** Names kept when a decision is issued. */
export interface DecisionSnapshot {
  form: string;
  formEn: string | null;
  unitName: string;
  unitShortName: string;
  upperName: string | null;
  place: string | null;
}

/** Names of the unit and the form for a decision: kept ones if it is issued, else those of its day. */
export function namesOf(ctx: Pick<Ctx, 'db' | 'today'>, d: repo.ListedDecision): DecisionSnapshot {
  if (d.snapshot !== null) return JSON.parse(d.snapshot) as DecisionSnapshot;
  const profile = profileOn(ctx, d.decided_on ?? ctx.today());
  return {
    form: d.form,
    formEn: d.form_en,
    unitName: profile?.name ?? '',
    unitShortName: profile?.shortName ?? '',
    upperName: profile?.upperName ?? null,
    place: profile?.place ?? null,
  };
}

/** A decision that is not in the trash. Errors: NOT_FOUND. */
export function liveDecision(ctx: Pick<Ctx, 'db'>, id: number): repo.ListedDecision {
  const row = repo.decisionById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  return row;
}

/** Recipients of a decision in ceremony order, for printing. */
export const recipientsInOrder = (ctx: Pick<Ctx, 'db'>, id: number): repo.RecipientRecord[] =>
  repo.recipientsInCeremony(ctx.db, id);

/** One recipient with its decision. Errors: NOT_FOUND. */
export function recipientWithDecision(
  ctx: Pick<Ctx, 'db'>,
  id: number,
): { recipient: repo.RecipientRecord; decision: repo.ListedDecision } {
  const recipient = repo.recipientById(ctx.db, id);
  if (!recipient) throw new AppError('NOT_FOUND');
  return { recipient, decision: liveDecision(ctx, recipient.decision_id) };
}

function list(input: ParsedInputOf<'awards.list'>, ctx: Ctx): OutputOf<'awards.list'> {
  const conditions = {
    words: fold(input.search).split(' ').filter(Boolean),
    year: input.year,
    side: input.side,
    levels: input.levels,
    status: input.status,
  };
  return {
    ...repo.totals(ctx.db, conditions),
    rows: repo.listDecisions(ctx.db, conditions, input).map(toRow),
  };
}

function moneyTotal(ctx: Ctx, d: repo.ListedDecision): number | null {
  if (d.counts_only === 0) return addKnown(repo.recipientsOf(ctx.db, d.id).map((row) => moneyOf(d, row)));
  const times = (count: number | null, each: number | null) =>
    count === null || each === null ? null : count * each;
  return addKnown([
    times(d.count_collective, d.money_collective),
    times(d.count_individual, d.money_individual),
    times(d.count_household, d.money_household),
  ]);
}

function get(input: ParsedInputOf<'awards.get'>, ctx: Ctx): OutputOf<'awards.get'> {
  const row = repo.decisionById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  const money = moneyTotal(ctx, row);
  return {
    id: row.id,
    version: row.version,
    uid: row.uid,
    deletedAt: row.deleted_at,
    status: row.status,
    issuedAt: row.issued_at,
    form: row.form,
    formEn: row.form_en,
    fields: toFields(row),
    movement: row.movement_id === null ? null : (movementById(ctx.db, row.movement_id)?.name ?? null),
    counts: countsOf(row),
    moneyTotal: money,
    moneyInWords: money ? amountInWords(money) : null,
    reasonText: row.reason_template === null ? null : fillReason(row.reason_template, row.award_year),
    warnings: viewsOf(ctx, row).filter((view) => view.warnings.length > 0).length,
    sameNumber: row.number === null ? null : (repo.numberTaken(ctx.db, row, row.id) ?? null),
  };
}

/** The number after the highest of the unit's own decisions this year; null while there is none. */
function nextNumber(ctx: Ctx, year: number, symbol: string): string | null {
  const used = repo.ownNumbers(ctx.db, year).map((number) => Number.parseInt(number, 10));
  const highest = Math.max(0, ...used.filter(Number.isFinite));
  return highest === 0 ? null : `${String(highest + 1).padStart(2, '0')}/QĐ-${symbol}`;
}

/** The next number of the register of documents where the unit keeps one, after those of its own decisions and drafts. */
function proposedNumber(ctx: Ctx, day: string, side: string, symbol: string): string | null {
  const registered = side === 'union' ? nextCode(ctx, 'decision', day) : null;
  const own = nextNumber(ctx, Number(day.slice(0, 4)), symbol);
  if (registered === null || own === null) return registered ?? own;
  return (numberIn(registered) ?? 0) >= (numberIn(own) ?? 0) ? registered : own;
}

function defaults(input: ParsedInputOf<'awards.defaults'>, ctx: Ctx): OutputOf<'awards.defaults'> {
  const day = input.decidedOn ?? ctx.today();
  const form = input.formId === null ? null : liveForm(ctx, input.formId);
  const movement = input.movementId === null ? null : liveMovement(ctx, input.movementId);
  const year = Number(day.slice(0, 4));
  const own = form === null || form.level === 'unit';
  const profile = profileOn(ctx, day);
  const signer = own ? signerOn(ctx, day) : null;
  return {
    formId: form?.id ?? null,
    side: form?.side ?? 'union',
    level: form?.level ?? 'unit',
    number: own ? proposedNumber(ctx, day, form?.side ?? 'union', profile?.symbol ?? 'CĐCS') : null,
    authority: own ? (profile ? `Ban Chấp hành ${profile.name}` : null) : (form?.grantor ?? null),
    signerFor: signer?.onBehalfOf ?? null,
    signerTitle: signer?.title ?? null,
    signerName: signer?.name ?? null,
    reasonTemplate: movement === null ? (form?.reason_template ?? null) : movementReason(movement.name),
    movementId: movement?.id ?? null,
    occasion: movement === null ? null : `Tổng kết phong trào thi đua ${quoted(movement.name)}`,
    awardYear: year,
  };
}

/** Refuses a number that another decision of the same level and year has. */
function refuseNumber(ctx: Ctx, f: DecisionFields, exceptId: number | null): void {
  if (f.number === null) return;
  const { first_day, level, number } = toColumns(f, '');
  const own = level === 'unit' && f.side === 'union' && f.decidedOn?.length === 10;
  const paper = { type: 'decision', code: f.number, onDate: first_day };
  const link = exceptId === null ? null : { entity: 'award_decision' as const, id: exceptId };
  if (
    repo.numberTaken(ctx.db, { first_day, level, number }, exceptId) !== undefined ||
    (own && takenElsewhere(ctx, { ...paper, link }))
  )
    throw new AppError('NUMBER_TAKEN', { fields: { number: 'NUMBER_TAKEN' } });
}

function create(input: ParsedInputOf<'awards.create'>, ctx: Ctx): OutputOf<'awards.create'> {
  const form = liveForm(ctx, input.formId);
  refuseNumber(ctx, input, null);
  const id = repo.insertDecision(ctx.db, { ...toColumns(input, form.name), uid: uuid() }, ctx.now());
  recordChange(ctx, { entity: 'award_decision', entityId: id, action: 'create', after: input });
  ctx.undo('awards.trash', { ids: [id] });
  return { id, version: 1 };
}

function update(input: ParsedInputOf<'awards.update'>, ctx: Ctx): OutputOf<'awards.update'> {
  const { id, version, ...fields } = input;
  const before = liveDecision(ctx, id);
  if (before.status === 'issued') throw new AppError('CLOSED');
  const form = liveForm(ctx, fields.formId);
  refuseNumber(ctx, fields, id);
  const named = certificatesOf({
    collective: before.named_collective,
    individual: before.named_individual,
    household: before.named_household,
  });
  if (fields.countsOnly && named) throw new AppError('IN_USE', { fields: { countsOnly: 'IN_USE' } });
  if (!repo.updateDecision(ctx.db, { ...toColumns(fields, form.name), id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const previous = toFields(before);
  recordChange(ctx, {
    entity: 'award_decision',
    entityId: id,
    action: 'update',
    before: previous,
    after: fields,
  });
  ctx.undo('awards.update', { id, version: version + 1, ...previous });
  return { id, version: version + 1 };
}

function trash(input: ParsedInputOf<'awards.trash'>, ctx: Ctx): OutputOf<'awards.trash'> {
  for (const id of input.ids) {
    const before = repo.decisionById(ctx.db, id);
    if (!before || !repo.setDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
    recordChange(ctx, { entity: 'award_decision', entityId: id, action: 'trash', before: toFields(before) });
  }
  ctx.undo('awards.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'awards.restore'>, ctx: Ctx): OutputOf<'awards.restore'> {
  let count = 0;
  for (const id of input.ids) {
    if (!repo.setDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: 'award_decision', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('awards.trash', { ids: input.ids });
  return { count };
}

/** What a decision must have before it is issued: its own ones a number, a day and a signer; every one somebody. */
function refuseUnready(ctx: Ctx, d: repo.ListedDecision): void {
  const fields: Record<string, string> = {};
  if (d.level === 'unit') {
    if (d.number === null) fields.number = 'INVALID_INPUT';
    if (d.decided_on?.length !== 10) fields.decidedOn = 'INVALID_INPUT';
    if (d.signer_name === null) fields.signerName = 'INVALID_INPUT';
  }
  if (Object.keys(fields).length > 0) throw new AppError('INVALID_INPUT', { fields });
  refuseNumber(ctx, toFields(d), d.id);
  if (d.counts_only === 0 && certificatesOf(countsOf(d)) === 0) throw new AppError('NOTHING_TO_PRINT');
}

/** A decision of the unit's own stands in the register of documents under the number it is issued with. */
function enterInRegister(ctx: Ctx, d: repo.ListedDecision): void {
  if (d.level !== 'unit' || d.side !== 'union' || d.number === null || d.decided_on === null) return;
  enterTyped(ctx, {
    type: 'decision',
    code: d.number,
    date: d.decided_on,
    subject: [d.form, d.occasion].filter(Boolean).join(' – ').slice(0, 500),
    signer: d.signer_name,
    link: {
      entity: 'award_decision',
      id: d.id,
      label: [d.form, d.number].filter(Boolean).join(' · ').slice(0, 200),
    },
  });
}

function issue(input: ParsedInputOf<'awards.issue'>, ctx: Ctx): OutputOf<'awards.issue'> {
  const d = liveDecision(ctx, input.id);
  if (d.status === 'issued') throw new AppError('CLOSED');
  refuseUnready(ctx, d);
  const snapshot = JSON.stringify(namesOf(ctx, d));
  const change = { id: d.id, version: input.version, status: 'issued' as const, at: ctx.now(), snapshot };
  if (!repo.setStatus(ctx.db, change)) throw new AppError('VERSION_CONFLICT');
  const year = Number(d.first_day.slice(0, 4));
  const wording = d.reason_template;
  let registered = 0;
  for (const row of repo.recipientsOf(ctx.db, d.id)) {
    const template = row.reason ?? wording;
    const kept = row.register_year === year && row.register_no !== null;
    if (!kept) registered++;
    const no = kept ? (row.register_no as number) : repo.nextRegisterNumber(ctx.db, year);
    const reasonText = template === null ? null : fillReason(template, d.award_year);
    repo.fixRecipient(ctx.db, { id: row.id, reasonText, year, no });
    registerCertificate(ctx, d, { uid: row.uid, year, no });
  }
  forgetContents(ctx, d.id);
  enterInRegister(ctx, d);
  recordChange(ctx, {
    entity: 'award_decision',
    entityId: d.id,
    action: 'close',
    after: { number: d.number, recipients: certificatesOf(countsOf(d)) },
  });
  ctx.undo('awards.reopen', { id: d.id, version: input.version + 1, reason: null });
  return { id: d.id, version: input.version + 1, registered };
}

function reopen(input: ParsedInputOf<'awards.reopen'>, ctx: Ctx): OutputOf<'awards.reopen'> {
  const d = liveDecision(ctx, input.id);
  const change = { id: d.id, version: input.version, status: 'draft' as const, at: null, snapshot: null };
  if (d.status !== 'issued' || !repo.setStatus(ctx.db, change)) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'award_decision',
    entityId: d.id,
    action: 'reopen',
    before: { number: d.number, issuedAt: d.issued_at },
    after: { reason: input.reason },
  });
  ctx.undo('awards.issue', { id: d.id, version: input.version + 1 });
  return { id: d.id, version: input.version + 1 };
}

/** Awards of one member's story; shown by the members area. */
export function awardTimeline(ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] {
  return awardsOf(ctx.db, memberId).map((row) => ({
    kind: 'award',
    date: row.date,
    title: [row.form, row.number].filter(Boolean).join(' · '),
    titleEn: row.formEn && [row.formEn, row.number].filter(Boolean).join(' · '),
    detail: row.reason,
    recordId: row.id,
  }));
}

/** Members an import's undo must keep, because a decision names them. */
export const awardMemberUse = membersNamed;

export const awardsHandlers: HandlersOf<'awards'> = {
  'awards.years': (_, ctx) => ({ rows: repo.years(ctx.db) }),
  'awards.defaults': defaults,
  'awards.list': list,
  'awards.get': get,
  'awards.create': create,
  'awards.update': update,
  'awards.trash': trash,
  'awards.restore': restore,
  'awards.issue': issue,
  'awards.reopen': reopen,
  'awards.table': table,
  'awards.register': register,
  'awards.byYear': byYear,
  ...formHandlers,
  ...recipientHandlers,
  ...fileHandlers,
};
