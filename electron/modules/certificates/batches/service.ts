/** A batch at hand: the order of its ceremony, and certificates made void and given again. */
import { AppError } from '../../../../shared/contract/errors';
import { registerText } from '../../../../shared/domain/awards';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import * as register from '../../awards/service';
import {
  byRule,
  type ListedDecision,
  liveDecision,
  namedRecord,
  printedName,
  type RecipientRecord,
  recipientsInOrder,
  recipientWithDecision,
} from '../../awards/service';
import { settings } from '../repository';
import { paperHandlers } from './papers';
import { certificateOf } from './record';
import * as repo from './repository';
import { voidedHandlers } from './voided';

const ENTITY = 'certificate';
const REDONE = 'Hoàn tác cấp lại';
type Row = register.CertificateRow;

const numberOf = (row: Row): string => registerText(row.registerNo, row.registerYear) as string;

function story(input: ParsedInputOf<'certificates.story'>, ctx: Ctx): OutputOf<'certificates.story'> {
  const { recipient, decision } = recipientWithDecision(ctx, input.recipientId);
  const rows = register.certificatesOfRecipient(ctx.db, recipient.uid);
  const numbers = new Map(rows.map((row) => [row.id, numberOf(row)] as const));
  const prints = repo.printsOfRecipient(ctx.db, recipient.uid);
  return {
    recipientId: recipient.id,
    decisionId: decision.id,
    kind: recipient.kind,
    name: printedName(namedRecord(recipient)),
    number: decision.number,
    decidedOn: decision.decided_on,
    issued: decision.status === 'issued',
    reissue: settings(ctx.db).reissue,
    certificates: rows.map((row) => ({
      id: row.id,
      version: row.version,
      register: numberOf(row),
      copy: row.copy,
      givenOn: row.givenOn,
      replaces: row.replacesId === null ? null : (numbers.get(row.replacesId) ?? null),
      reason: row.reason,
      voidedOn: row.voidedOn,
      voidReason: row.voidReason,
      kept: row.content !== null,
      prints: prints
        .filter((print) => print.certificateId === row.id)
        .map(({ certificateId: _, ...print }) => print),
    })),
  };
}

/** Errors: DECISION_DRAFT, DATE_ORDER. */
function refuseDay(d: ListedDecision, on: string): void {
  if (d.status !== 'issued') throw new AppError('DECISION_DRAFT');
  if (on < d.first_day) throw new AppError('DATE_ORDER', { fields: { on: 'DATE_ORDER' } });
}

type State = { id: number; voidedOn: string | null; voidReason: string | null };
const stateOf = ({ id, voidedOn, voidReason }: Row): State => ({ id, voidedOn, voidReason });

/** Writes states; those made void first, since at most one is in force. */
function writeStates(ctx: Ctx, recipient: RecipientRecord, states: readonly State[]): void {
  const voidFirst = [...states].sort((a, b) => Number(a.voidedOn === null) - Number(b.voidedOn === null));
  for (const { id, voidedOn, voidReason } of voidFirst) {
    const before = register.certificateById(ctx.db, id);
    if (before?.voidedOn === voidedOn && before.voidReason === voidReason) continue;
    register.setVoid(ctx.db, id, voidedOn, voidReason);
    recordChange(ctx, {
      entity: ENTITY,
      entityId: id,
      action: 'update',
      before: before && { voidedOn: before.voidedOn, voidReason: before.voidReason },
      after: { voidedOn, voidReason },
    });
  }
  register.settleRecipient(ctx.db, recipient.uid);
}

function makeVoid(input: ParsedInputOf<'certificates.void'>, ctx: Ctx): OutputOf<'certificates.void'> {
  const { row, recipient, decision } = certificateOf(ctx, input.id);
  refuseDay(decision, input.on);
  if (row.voidedOn !== null) throw new AppError('CERTIFICATE_VOID');
  if (row.version !== input.version) throw new AppError('VERSION_CONFLICT');
  writeStates(ctx, recipient, [{ id: row.id, voidedOn: input.on, voidReason: input.reason }]);
  ctx.undo('certificates.setStates', { recipientId: recipient.id, rows: [stateOf(row)] });
  return { id: row.id, version: row.version + 1, voidedOn: input.on };
}

function reissue(input: ParsedInputOf<'certificates.reissue'>, ctx: Ctx): OutputOf<'certificates.reissue'> {
  const { recipient, decision } = recipientWithDecision(ctx, input.recipientId);
  refuseDay(decision, input.on);
  const rows = register.certificatesOfRecipient(ctx.db, recipient.uid);
  const old = rows.find((row) => row.voidedOn === null) ?? rows.at(-1);
  if (!old) throw new AppError('NOT_FOUND');
  if (old.voidedOn === null)
    writeStates(ctx, recipient, [{ id: old.id, voidedOn: input.on, voidReason: input.reason }]);
  const same = (input.number ?? settings(ctx.db).reissue) === 'same';
  const year = same ? old.registerYear : Number(input.on.slice(0, 4));
  const added = {
    recipientUid: recipient.uid,
    decisionId: decision.id,
    registerYear: year,
    registerNo: same ? old.registerNo : register.nextRegisterNumber(ctx.db, year),
    copy: same ? register.nextCopy(ctx.db, old.registerYear, old.registerNo) : 0,
    replacesId: old.id,
    reason: input.reason,
    givenOn: input.on,
  };
  const id = register.insertCertificate(ctx.db, added, ctx.now());
  register.settleRecipient(ctx.db, recipient.uid);
  const text = registerText(added.registerNo, added.registerYear) as string;
  const after = { register: text, copy: added.copy, replaces: numberOf(old), reason: input.reason };
  recordChange(ctx, { entity: ENTITY, entityId: id, action: 'create', after });
  const undone = { id, voidedOn: input.on, voidReason: REDONE };
  ctx.undo('certificates.setStates', { recipientId: recipient.id, rows: [stateOf(old), undone] });
  return { id, register: text, copy: added.copy, replaces: numberOf(old) };
}

function setStates(
  input: ParsedInputOf<'certificates.setStates'>,
  ctx: Ctx,
): OutputOf<'certificates.setStates'> {
  const { recipient } = recipientWithDecision(ctx, input.recipientId);
  const known = register.certificatesOfRecipient(ctx.db, recipient.uid);
  const wanted = new Map(input.rows.map((row) => [row.id, row] as const));
  if (![...wanted.keys()].every((id) => known.some((row) => row.id === id))) throw new AppError('NOT_FOUND');
  const after = known.map((row) => wanted.get(row.id) ?? stateOf(row));
  const halves = input.rows.some((row) => (row.voidedOn === null) !== (row.voidReason === null));
  if (halves || after.filter((row) => row.voidedOn === null).length > 1)
    throw new AppError('INVALID_INPUT', { fields: { rows: 'INVALID_INPUT' } });
  const before = known.filter((row) => wanted.has(row.id)).map(stateOf);
  writeStates(ctx, recipient, input.rows);
  ctx.undo('certificates.setStates', { recipientId: recipient.id, rows: before });
  return { count: input.rows.length };
}

function orderCeremony(
  input: ParsedInputOf<'certificates.orderCeremony'>,
  ctx: Ctx,
): OutputOf<'certificates.orderCeremony'> {
  const d = liveDecision(ctx, input.decisionId);
  const rows = recipientsInOrder(ctx, d.id);
  const before = rows.map((row) => row.id);
  const after = input.order ?? (input.by === null ? null : byRule(rows, input.by));
  const known = new Set(before);
  const whole = after === null || (after.length === known.size && new Set(after).size === known.size);
  if (!whole || after?.some((id) => !known.has(id)))
    throw new AppError('INVALID_INPUT', { fields: { order: 'INVALID_INPUT' } });
  const places = new Map(after?.map((id, i) => [id, i + 1] as const));
  for (const id of before) repo.setCeremony(ctx.db, id, places.get(id) ?? null);
  recordChange(ctx, {
    entity: 'award_decision',
    entityId: d.id,
    action: 'update',
    before: { ceremony: before },
    after: { ceremony: after },
  });
  const own = rows.some((row) => row.ceremony !== null);
  ctx.undo('certificates.orderCeremony', { decisionId: d.id, order: own ? before : null, by: null });
  return { count: before.length };
}

export const batchHandlers = {
  'certificates.story': story,
  'certificates.void': makeVoid,
  'certificates.reissue': reissue,
  'certificates.setStates': setStates,
  'certificates.orderCeremony': orderCeremony,
  ...paperHandlers,
  ...voidedHandlers,
};
