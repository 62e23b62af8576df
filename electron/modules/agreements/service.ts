/** Agreements: recorded, followed through their years, closed with a review. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { mayState } from '../../../shared/domain/agreements';
import { dateBounds } from '../../../shared/domain/dateMath';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { type CalendarSource, calendarEntry } from '../calendar/service';
import { deliveryHandlers } from './deliveries';
import { deliveriesOf } from './deliveryRepository';
import { paperHandlers } from './papers';
import {
  commitmentsIn,
  deliveryRows,
  type Fields,
  flagsOf,
  liveAgreement,
  logged,
  moneyOf,
  toColumns,
  toFields,
  toRow,
  worldOf,
} from './record';
import * as repo from './repository';
import { liveScale, scaleHandlers } from './scales';
import { sheetOf } from './sheet';
import { workHandlers } from './work';

export { membersInAgreements } from './repository';

/** In force first, then those that wait for their review. */
const ORDER: readonly string[] = ['running', 'ended', 'upcoming', 'draft', 'closed'];

function list(input: ParsedInputOf<'agreements.list'>, ctx: Ctx): OutputOf<'agreements.list'> {
  const all = repo.agreements(ctx.db);
  const world = worldOf(
    ctx,
    all.map((row) => row.id),
  );
  const rows = all.map((row) => toRow(ctx, world, row));
  const words = fold(input.search).split(' ').filter(Boolean);
  const found = new Set(repo.agreementsWith(ctx.db, words).map((row) => row.id));
  const asked = rows
    .filter(
      (row) =>
        found.has(row.id) &&
        (input.state === null || row.state === input.state) &&
        (!input.overdue || row.overdue > 0),
    )
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return {
    total: asked.length,
    waiting: rows.filter(waits).length,
    rows: asked.slice(input.offset, input.offset + input.limit),
  };
}
type Row = OutputOf<'agreements.list'>['rows'][number];
const waits = (row: Row): boolean =>
  row.state === 'ended' || row.reminder !== null || (row.overdue > 0 && row.state !== 'closed');

/** Errors: NOT_FOUND, DATE_ORDER, AGREEMENT_CIRCLE. */
function refuse(ctx: Ctx, id: number | null, f: Fields, held: Fields | null): void {
  if (dateBounds(f.endsOn).last < dateBounds(f.startsOn).first)
    throw new AppError('DATE_ORDER', { fields: { endsOn: 'DATE_ORDER' } });
  if (f.eventId !== null && f.eventId !== held?.eventId && !repo.isLiveEvent(ctx.db, f.eventId))
    throw new AppError('NOT_FOUND', { fields: { eventId: 'NOT_FOUND' } });
  if (f.scaleId !== null && f.scaleId !== held?.scaleId) liveScale(ctx, f.scaleId);
  for (const { memberId } of f.parties) {
    const known = held?.parties.some((party) => party.memberId === memberId);
    if (memberId !== null && !known && repo.memberName(ctx.db, memberId) === null)
      throw new AppError('NOT_FOUND', { fields: { parties: 'NOT_FOUND' } });
  }
  let before = f.predecessorId;
  if (before !== null && before !== held?.predecessorId) liveAgreement(ctx, before);
  for (const seen = new Set<number>(); before !== null && !seen.has(before); ) {
    if (before === id)
      throw new AppError('AGREEMENT_CIRCLE', { fields: { predecessorId: 'AGREEMENT_CIRCLE' } });
    seen.add(before);
    before = repo.agreementById(ctx.db, before)?.predecessorId ?? null;
  }
}

/** A member's own name is not kept beside the member. */
const partyColumns = (parties: Fields['parties']) =>
  parties.map((party) => ({
    ...party,
    own: party.own ? (1 as const) : (0 as const),
    signer: party.memberId === null ? party.signer : null,
  }));

function save(input: ParsedInputOf<'agreements.save'>, ctx: Ctx): OutputOf<'agreements.save'> {
  const { id, version, ...fields } = input;
  const row = id === null ? null : liveAgreement(ctx, id);
  const before = row && toFields(ctx, row);
  refuse(ctx, id, fields, before);
  if (row === null || before === null) {
    const made = repo.insertAgreement(ctx.db, { ...toColumns(fields), uid: uuid() }, ctx.now());
    repo.writeParties(ctx.db, made, partyColumns(fields.parties));
    recordChange(ctx, { entity: 'agreement', entityId: made, action: 'create', after: logged(fields) });
    ctx.undo('agreements.trash', { ids: [made] });
    return { id: made, version: 1 };
  }
  const held = version ?? row.version;
  if (!repo.updateAgreement(ctx.db, { ...toColumns(fields), id: row.id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  repo.writeParties(ctx.db, row.id, partyColumns(fields.parties));
  recordChange(ctx, {
    ...{ entity: 'agreement', entityId: row.id, action: 'update' },
    before: logged(before),
    after: logged(fields),
  });
  ctx.undo('agreements.save', { id: row.id, version: held + 1, ...before });
  return { id: row.id, version: held + 1 };
}

function trash(input: ParsedInputOf<'agreements.trash'>, ctx: Ctx): OutputOf<'agreements.trash'> {
  for (const id of input.ids) {
    const before = logged(toFields(ctx, liveAgreement(ctx, id)));
    repo.setAgreementDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'agreement', entityId: id, action: 'trash', before });
  }
  ctx.undo('agreements.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'agreements.restore'>, ctx: Ctx): OutputOf<'agreements.restore'> {
  const back = input.ids.filter((id) => repo.setAgreementDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: 'agreement', entityId: id, action: 'restore' });
  ctx.undo('agreements.trash', { ids: input.ids });
  return { count: back.length };
}

function close(input: ParsedInputOf<'agreements.close'>, ctx: Ctx): OutputOf<'agreements.close'> {
  const { id, version, stated, ...told } = input;
  const row = liveAgreement(ctx, id);
  if (told.closedOn !== null && told.closedOn < row.firstDay)
    throw new AppError('DATE_ORDER', { fields: { closedOn: 'DATE_ORDER' } });
  const lines = deliveryRows(ctx, deliveriesOf(ctx.db, [id]));
  const same = stated?.amount === row.statedSum && stated?.flag === row.statedFlag;
  if (stated !== null && !same && !mayState(stated, moneyOf(lines).total, flagsOf(lines)))
    throw new AppError('AGREEMENT_STATED', { fields: { stated: 'AGREEMENT_STATED' } });
  const after = { ...told, statedSum: stated?.amount ?? null, statedFlag: stated?.flag ?? null };
  if (!repo.setClosing(ctx.db, { ...after, id, version }, ctx.now())) throw new AppError('VERSION_CONFLICT');
  const { closedOn, summary, proposals, statedSum, statedFlag } = row;
  const before = { closedOn, summary, proposals, statedSum, statedFlag };
  const action =
    (closedOn === null) === (after.closedOn === null) ? 'update' : closedOn === null ? 'close' : 'reopen';
  recordChange(ctx, { entity: 'agreement', entityId: id, action, before, after });
  ctx.undo('agreements.close', {
    ...{ id, version: version + 1, closedOn, summary, proposals },
    stated: statedSum === null || statedFlag === null ? null : { amount: statedSum, flag: statedFlag },
  });
  return { id, version: version + 1 };
}

/** What waits: agreements near their end, ended without a review, and commitments past their day. */
export function agreementsDue(ctx: Ctx): {
  ending: number;
  nextEnd: string | null;
  toClose: number;
  overdue: number;
} {
  const all = repo.agreements(ctx.db);
  const world = worldOf(
    ctx,
    all.map((row) => row.id),
  );
  const rows = all.map((row) => ({ ...toRow(ctx, world, row), lastDay: row.lastDay }));
  const ending = rows.filter((row) => row.reminder !== null);
  return {
    ending: ending.length,
    nextEnd: ending.map((row) => row.lastDay).sort()[0] ?? null,
    toClose: rows.filter((row) => row.state === 'ended').length,
    overdue: rows
      .filter((row) => row.state === 'running' || row.state === 'ended')
      .reduce((sum, row) => sum + row.overdue, 0),
  };
}

/** Last days of agreements and deadlines of commitments still open. */
export const agreementDeadlines: CalendarSource = ({ db }, span) => {
  const all = repo.agreements(db).filter((row) => row.signedOn !== null && row.closedOn === null);
  const world = worldOf(
    { db, today: () => span.today },
    all.map((row) => row.id),
  );
  const within = (day: string | null): day is string => day !== null && day >= span.from && day <= span.to;
  return all.flatMap((row) => {
    const about = { entity: 'agreement', id: row.id };
    const due = commitmentsIn(world, row, span.today).flatMap((one) =>
      one.standing.deadlines.flatMap(({ dueOn, state }) =>
        within(dueOn) && (state === 'open' || state === 'overdue')
          ? calendarEntry(
              'agreement',
              one.name.slice(0, 120),
              { from: dueOn },
              {
                ...about,
                late: state === 'overdue',
              },
            )
          : [],
      ),
    );
    const end = within(row.lastDay)
      ? [calendarEntry('agreementEnd', row.title, { from: row.lastDay }, about)]
      : [];
    return [...due, ...end];
  });
};

/** What a member signed or answers for, in that member's story. */
export const agreementTimeline = (ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] =>
  repo.agreementsOfMember(ctx.db, memberId).map((row) => ({
    kind: 'agreement' as const,
    date: row.date,
    title: row.title,
    detail: row.detail,
    recordId: row.id,
  }));

export const agreementsHandlers: HandlersOf<'agreements'> = {
  'agreements.list': list,
  'agreements.get': (input, ctx) => sheetOf(ctx, input.id),
  'agreements.save': save,
  'agreements.trash': trash,
  'agreements.restore': restore,
  'agreements.close': close,
  ...workHandlers,
  ...deliveryHandlers,
  ...scaleHandlers,
  ...paperHandlers,
};
