/** Agreements as operations give and take them: how each stands today, its commitments, and the money under it. */
import { AppError } from '../../../shared/contract/errors';
import {
  agreementState,
  agreementYear,
  type DeliveredEntity,
  type MoneySum,
  mayState,
  reminderReached,
  sayMoney,
  standingOf,
  sumMoney,
} from '../../../shared/domain/agreements';
import { dateBounds, daysBetween } from '../../../shared/domain/dateMath';
import { fold } from '../../../shared/text/fold';
import type { Vagueness } from '../../../shared/text/numbers';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as deliveries from './deliveryRepository';
import * as repo from './repository';
import * as work from './workRepository';

export type Fields = Omit<ParsedInputOf<'agreements.save'>, 'id' | 'version'>;
export type Sheet = OutputOf<'agreements.get'>;
export type Row = OutputOf<'agreements.list'>['rows'][number];
export type Delivery = Sheet['deliveries'][number];
export type Commitment = Sheet['contents'][number]['commitments'][number];
type Reading = Pick<Ctx, 'db' | 'today'>;

/** An agreement that is not in the trash. Errors: NOT_FOUND. */
export function liveAgreement(ctx: Pick<Ctx, 'db'>, id: number): repo.AgreementRecord {
  const row = repo.agreementById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

const toParty = ({ agreementId: _, own, ...party }: repo.PartyRecord): Fields['parties'][number] => ({
  ...party,
  own: own === 1,
});
export const partiesOf = (ctx: Pick<Ctx, 'db'>, id: number) => repo.partiesOf(ctx.db, [id]).map(toParty);

export const toFields = (ctx: Pick<Ctx, 'db'>, r: repo.AgreementRecord): Fields => ({
  title: r.title,
  number: r.number,
  signedOn: r.signedOn,
  place: r.place,
  eventId: r.eventId,
  startsOn: r.startsOn,
  endsOn: r.endsOn,
  predecessorId: r.predecessorId,
  scaleId: r.scaleId,
  note: r.note,
  parties: partiesOf(ctx, r.id),
});

/** What the change log keeps: of the parties their names and who signs. */
export const logged = ({ parties, ...fields }: Fields) => ({
  ...fields,
  parties: parties
    .map((party) => [party.name, party.signer, party.signerPost].filter(Boolean).join(', '))
    .join('; '),
});

export function toColumns({ parties, ...fields }: Fields): repo.EditableAgreement {
  const said = [fields.title, fields.number, fields.place, ...parties.map((party) => party.name)];
  return {
    ...fields,
    firstDay: dateBounds(fields.startsOn).first,
    lastDay: dateBounds(fields.endsOn).last,
    searchKey: fold(said.filter(Boolean).join(' ')),
  };
}

export const commitmentFields = (r: work.CommitmentRecord) => ({
  contentId: r.contentId,
  name: r.name,
  party: r.party,
  memberId: r.memberId,
  personName: r.personName,
  yearly: r.yearly === 1,
  dueOn: r.dueOn,
  measure: r.measure,
  unit: r.unit,
  target: r.target,
  targetText: r.targetText,
  droppedOn: r.droppedOn,
  dropReason: r.dropReason,
  note: r.note,
});
export const progressFields = (r: work.ProgressRecord) => ({
  commitmentId: r.commitmentId,
  onDate: r.onDate,
  figure: r.figure,
  flag: r.flag,
  result: r.result,
  done: r.done === 1,
});

function toCommitment(
  r: work.CommitmentRecord,
  progress: readonly work.ProgressRecord[],
  period: repo.AgreementRecord,
  today: string,
): Commitment {
  const own = progress.filter((one) => one.commitmentId === r.id);
  const fields = commitmentFields(r);
  return {
    id: r.id,
    version: r.version,
    ...fields,
    person: r.person,
    standing: standingOf(
      fields,
      own.map((one) => ({ ...one, done: one.done === 1 })),
      period,
      today,
    ),
    progress: own.map((one) => {
      const { commitmentId: _, ...shown } = progressFields(one);
      return { id: one.id, version: one.version, ...shown, files: one.files };
    }),
  };
}

/** The same money is told once: a voucher that paid for a record adds nothing beside it. */
function countedTwice(ctx: Reading, lines: readonly deliveries.DeliveryRecord[]): Map<number, string> {
  const vouchers = lines.filter((line) => line.entity === 'fund_voucher');
  if (vouchers.length === 0) return new Map();
  const paid = deliveries.paidFor(
    ctx.db,
    vouchers.map((line) => line.recordId!),
  );
  return new Map(
    vouchers.flatMap((voucher) => {
      const holder = lines.find((line) =>
        paid.some(
          (one) =>
            one.voucherId === voucher.recordId && one.entity === line.entity && one.id === line.recordId,
        ),
      );
      return holder ? [[voucher.id, holder.label] as const] : [];
    }),
  );
}

/** The lines of an agreement; of a record its name, day and money as they stand now. */
export function deliveryRows(ctx: Reading, lines: readonly deliveries.DeliveryRecord[]): Delivery[] {
  const live = new Map<string, deliveries.OfficeRecord>();
  for (const entity of new Set(lines.flatMap((line) => line.entity ?? []))) {
    const ids = lines.filter((line) => line.entity === entity).map((line) => line.recordId!);
    for (const record of deliveries.recordsByIds(ctx.db, entity, ids))
      live.set(`${entity}-${record.id}`, record);
  }
  const twice = countedTwice(ctx, lines);
  return lines
    .map((line): Delivery => {
      const record = live.get(`${line.entity}-${line.recordId}`);
      return {
        id: line.id,
        version: line.version,
        contentId: line.contentId,
        record: line.entity === null ? null : { entity: line.entity, id: line.recordId! },
        gone: line.entity !== null && record === undefined,
        label: record?.label ?? line.label,
        onDate: record?.onDate ?? line.onDate,
        amount: record ? record.amount : line.amount,
        flag: record ? record.flag : line.flag,
        source: line.source,
        note: line.note,
        ahead: record?.pending === 1 || dateBounds(record?.onDate ?? line.onDate).first > ctx.today(),
        countedIn: twice.get(line.id) ?? null,
      };
    })
    .sort((a, b) => (a.onDate === b.onDate ? a.id - b.id : a.onDate < b.onDate ? -1 : 1));
}

const MONEY: readonly (DeliveredEntity | null)[] = [
  null,
  'welfare_campaign',
  'care_case',
  'donor_gift',
  'drive',
  'fund_voucher',
];
/** Lines whose day has come. */
export const deliveredIn = (rows: readonly Delivery[]): number => rows.filter((row) => !row.ahead).length;
/** Lines that add money, or would if it were known. A line of its own without money tells of something else. */
export const moneyLines = (rows: readonly Delivery[]): Delivery[] =>
  rows.filter(
    (row) =>
      row.countedIn === null &&
      !row.ahead &&
      (row.record === null ? row.amount !== null || row.flag !== 'exact' : MONEY.includes(row.record.entity)),
  );
export const flagsOf = (rows: readonly Delivery[]): Vagueness[] =>
  moneyLines(rows)
    .filter((row) => row.amount !== null)
    .map((row) => row.flag);
export const moneyOf = (rows: readonly Delivery[]): MoneySum => sumMoney(moneyLines(rows));

/** Everything read of some agreements at once. */
export interface World {
  parties: readonly repo.PartyRecord[];
  contents: readonly work.ContentRecord[];
  commitments: readonly work.CommitmentRecord[];
  progress: readonly work.ProgressRecord[];
  deliveries: readonly deliveries.DeliveryRecord[];
  reminders: readonly number[];
}
export function worldOf(ctx: Reading, ids: readonly number[]): World {
  const contents = work.contentsOf(ctx.db, ids);
  const commitments = work.commitmentsOf(
    ctx.db,
    contents.map((one) => one.id),
  );
  return {
    parties: repo.partiesOf(ctx.db, ids),
    contents,
    commitments,
    progress: work.progressOf(
      ctx.db,
      commitments.map((one) => one.id),
    ),
    deliveries: deliveries.deliveriesOf(ctx.db, ids),
    reminders: repo.reminders(ctx.db),
  };
}

/** The commitments of an agreement in the order of its contents. */
export function commitmentsIn(world: World, row: repo.AgreementRecord, today: string): Commitment[] {
  return world.contents
    .filter((content) => content.agreementId === row.id)
    .flatMap((content) =>
      world.commitments
        .filter((one) => one.contentId === content.id)
        .map((one) => toCommitment(one, world.progress, row, today)),
    );
}

/** Kept for good, or for this year and every year before. */
export const isKept = ({ standing }: Commitment): boolean =>
  standing.state === 'done' || standing.keptYear !== null;

/** An agreement as lists show it. */
export function toRow(ctx: Reading, world: World, r: repo.AgreementRecord): Row {
  const today = ctx.today();
  const commitments = commitmentsIn(world, r, today);
  const lines = deliveryRows(
    ctx,
    world.deliveries.filter((one) => one.agreementId === r.id),
  );
  const state = agreementState(r, today);
  const count = (key: Commitment['standing']['state']) =>
    commitments.filter((one) => one.standing.state === key).length;
  return {
    id: r.id,
    version: r.version,
    title: r.title,
    number: r.number,
    parties: world.parties.filter((party) => party.agreementId === r.id).map((party) => party.name),
    signedOn: r.signedOn,
    startsOn: r.startsOn,
    endsOn: r.endsOn,
    closedOn: r.closedOn,
    state,
    ...(agreementYear(r, today) ?? { at: null, of: null }),
    left: daysBetween(today, r.lastDay),
    reminder: state === 'running' ? reminderReached(r.lastDay, today, world.reminders) : null,
    contents: world.contents.filter((content) => content.agreementId === r.id).length,
    commitments: commitments.length,
    kept: commitments.filter(isKept).length,
    overdue: count('overdue'),
    delivered: deliveredIn(lines),
    money: moneyOf(lines),
  };
}

/** The figure the closing review states, whether it is true today, and how the sum is said. */
export function statedOf(r: repo.AgreementRecord, lines: readonly Delivery[]) {
  const stated =
    r.statedSum === null || r.statedFlag === null ? null : { amount: r.statedSum, flag: r.statedFlag };
  const sum = moneyOf(lines);
  const flags = flagsOf(lines);
  return {
    stated,
    statedTrue: stated === null || mayState(stated, sum.total, flags),
    said: sayMoney(sum, flags, stated),
  };
}
