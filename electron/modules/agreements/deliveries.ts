/** What was delivered under an agreement: records of the office, or lines with their own day, money and source. */
import { AppError } from '../../../shared/contract/errors';
import { DELIVERED_ENTITIES } from '../../../shared/domain/agreements';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './deliveryRepository';
import { liveAgreement } from './record';
import { contentById } from './workRepository';

type Fields = Omit<ParsedInputOf<'agreements.saveDelivery'>, 'id' | 'version'>;

/** Found of each kind. */
const MOST = 4;
/** Decisions have no words of their own to be searched by; so many of the latest are looked through. */
const DECISIONS = 200;

const toFields = (r: repo.DeliveryRecord): Fields => ({
  agreementId: r.agreementId,
  contentId: r.contentId,
  record: r.entity === null ? null : { entity: r.entity, id: r.recordId! },
  label: r.label,
  onDate: r.onDate,
  amount: r.amount,
  flag: r.flag,
  source: r.source,
  note: r.note,
});
const logged = ({ record: _, agreementId: _a, ...fields }: Fields) => fields;

function liveDelivery(ctx: Pick<Ctx, 'db'>, id: number): repo.DeliveryRecord {
  const row = repo.deliveryById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  liveAgreement(ctx, row.agreementId);
  return row;
}

/** Columns of a line; a record brings its own name, day and money. Errors: NOT_FOUND, AGREEMENT_DELIVERY. */
function columnsOf(ctx: Ctx, f: Fields, held: repo.DeliveryRecord | null): repo.EditableDelivery {
  const { record, ...fields } = f;
  const own = { ...fields, entity: record?.entity ?? null, recordId: record?.id ?? null };
  if (record !== null) {
    const [found] = repo.recordsByIds(ctx.db, record.entity, [record.id]);
    const known = held?.entity === record.entity && held.recordId === record.id ? held : null;
    const told = found ?? known;
    if (!told) throw new AppError('NOT_FOUND', { fields: { record: 'NOT_FOUND' } });
    const label = told.label.slice(0, 300) || record.entity;
    const onDate = told.onDate ?? f.onDate ?? ctx.today();
    return { ...own, label, onDate, amount: told.amount, flag: told.flag };
  }
  if (f.label === null || f.onDate === null) {
    const missing = f.label === null ? 'label' : 'onDate';
    throw new AppError('AGREEMENT_DELIVERY', { fields: { [missing]: 'AGREEMENT_DELIVERY' } });
  }
  return { ...own, label: f.label, onDate: f.onDate };
}

function save(
  input: ParsedInputOf<'agreements.saveDelivery'>,
  ctx: Ctx,
): OutputOf<'agreements.saveDelivery'> {
  const { id, version, ...fields } = input;
  liveAgreement(ctx, fields.agreementId);
  if (fields.contentId !== null && contentById(ctx.db, fields.contentId)?.agreementId !== fields.agreementId)
    throw new AppError('NOT_FOUND', { fields: { contentId: 'NOT_FOUND' } });
  const row = id === null ? null : liveDelivery(ctx, id);
  if (row !== null && row.agreementId !== fields.agreementId) throw new AppError('NOT_FOUND');
  const columns = columnsOf(ctx, fields, row);
  if (repo.hasRecord(ctx.db, { ...columns, id: id ?? 0 }))
    throw new AppError('DUPLICATE', { fields: { record: 'DUPLICATE' }, details: { name: columns.label } });
  const after = logged({ ...fields, ...columns });
  if (row === null) {
    const made = repo.insertDelivery(ctx.db, columns, ctx.now());
    recordChange(ctx, { entity: 'agreement_delivery', entityId: made, action: 'create', after });
    ctx.undo('agreements.trashDeliveries', { ids: [made] });
    return { id: made, version: 1 };
  }
  const held = version ?? row.version;
  if (!repo.updateDelivery(ctx.db, { ...columns, id: row.id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = toFields(row);
  recordChange(ctx, {
    ...{ entity: 'agreement_delivery', entityId: row.id, action: 'update' },
    before: logged(before),
    after,
  });
  ctx.undo('agreements.saveDelivery', { id: row.id, version: held + 1, ...before });
  return { id: row.id, version: held + 1 };
}

function trash(
  input: ParsedInputOf<'agreements.trashDeliveries'>,
  ctx: Ctx,
): OutputOf<'agreements.trashDeliveries'> {
  for (const id of input.ids) {
    const before = logged(toFields(liveDelivery(ctx, id)));
    repo.setDeliveryDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'agreement_delivery', entityId: id, action: 'trash', before });
  }
  ctx.undo('agreements.restoreDeliveries', { ids: input.ids });
  return { count: input.ids.length };
}

/** One that was put under the agreement again meanwhile stays in the trash. */
function restore(
  input: ParsedInputOf<'agreements.restoreDeliveries'>,
  ctx: Ctx,
): OutputOf<'agreements.restoreDeliveries'> {
  const back = input.ids.filter((id) => {
    const row = repo.deliveryById(ctx.db, id);
    return row && !repo.hasRecord(ctx.db, row) && repo.setDeliveryDeleted(ctx.db, id, null);
  });
  for (const id of back) recordChange(ctx, { entity: 'agreement_delivery', entityId: id, action: 'restore' });
  ctx.undo('agreements.trashDeliveries', { ids: input.ids });
  return { count: back.length };
}

function findRecords(
  input: ParsedInputOf<'agreements.findRecords'>,
  ctx: Ctx,
): OutputOf<'agreements.findRecords'> {
  const words = fold(input.search).split(' ').filter(Boolean);
  if (words.length === 0) return { rows: [] };
  const rows = DELIVERED_ENTITIES.flatMap((entity) => {
    const found =
      entity === 'award_decision'
        ? repo
            .findRecords(ctx.db, entity, [], DECISIONS)
            .filter((one) => words.every((word) => fold(one.label).includes(word)))
            .slice(0, MOST)
        : repo.findRecords(ctx.db, entity, words, MOST);
    return found.map(({ flag: _, pending: _p, ...record }) => ({ entity, ...record }));
  });
  return { rows };
}

export const deliveryHandlers = {
  'agreements.of': (input: ParsedInputOf<'agreements.of'>, ctx: Ctx) => ({
    rows: repo.agreementsOfRecord(ctx.db, input.entity, input.id),
  }),
  'agreements.findRecords': findRecords,
  'agreements.saveDelivery': save,
  'agreements.trashDeliveries': trash,
  'agreements.restoreDeliveries': restore,
};
