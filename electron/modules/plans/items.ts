/** Items of work plans as operations give and take them. */
import { AppError } from '../../../shared/contract/errors';
import { addDays, daysBetween } from '../../../shared/domain/dateMath';
import { PLAN_SOON_DAYS, type PlanLink } from '../../../shared/domain/plans';
import { fold } from '../../../shared/text/fold';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './repository';

export { notCopied } from './repository';

export type Fields = Omit<ParsedInputOf<'plans.save'>, 'id' | 'version'>;
type Row = OutputOf<'plans.list'>['rows'][number];

export const soonOf = (ctx: Pick<Ctx, 'today'>): string => addDays(ctx.today(), PLAN_SOON_DAYS);

export const toFields = (r: repo.ItemRecord): Fields => ({
  ...{ year: r.year, month: r.month, onDate: r.onDate, text: r.text },
  ...{ committeeId: r.ownerCommitteeId, memberId: r.ownerMemberId, personName: r.ownerName },
  ...{ origin: r.origin, note: r.note, status: r.status, result: r.result, doneOn: r.doneOn },
  link:
    r.linkEntity === null || r.linkId === null
      ? null
      : { entity: r.linkEntity as PlanLink, id: r.linkId, label: r.linkLabel ?? '' },
});
/** What the change log keeps of an item: of its record only the name. */
export const logged = ({ link, ...fields }: Fields) => ({ ...fields, link: link?.label ?? null });

const waits = (r: repo.ItemRecord): boolean => r.status === 'todo' || r.status === 'doing';

export const toRow = (r: repo.ItemRecord, today: string): Row => ({
  ...{ id: r.id, version: r.version },
  ...toFields(r),
  ...{ committee: r.committee, person: r.person, due: r.due, files: r.files },
  owner: [r.committee, r.person].filter(Boolean).join(' – ') || null,
  late: waits(r) && r.due < today ? daysBetween(r.due, today) : null,
  copiedOn: r.copiedOn === 1,
});

/** Items of a year, as they are read by other views of it. */
export const itemsOf = (ctx: Pick<Ctx, 'db' | 'today'>, year: number): repo.ItemRecord[] =>
  repo.items(ctx.db, { year, words: [], check: null, today: ctx.today(), soon: soonOf(ctx) });

/** An item that is not in the trash. Errors: NOT_FOUND. */
export function liveItem(ctx: Pick<Ctx, 'db'>, id: number): repo.ItemRecord {
  const row = repo.itemById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

/** The owners' names. Errors: NOT_FOUND. */
function ownerNames(ctx: Ctx, fields: Pick<Fields, 'committeeId' | 'memberId' | 'personName'>): string[] {
  const committee = fields.committeeId === null ? null : repo.committeeName(ctx.db, fields.committeeId);
  const member = fields.memberId === null ? fields.personName : repo.memberName(ctx.db, fields.memberId);
  if (committee === undefined || member === undefined) throw new AppError('NOT_FOUND');
  return [committee, member].filter((name) => name !== null);
}

/** Columns of an item; a member's own name is not kept beside the member. Errors: PLAN_DAY, PLAN_DONE_ON, NOT_FOUND. */
export function toColumns(ctx: Ctx, fields: Fields, copiedFromId: number | null): repo.WrittenItem {
  const { committeeId, memberId, personName, link, onDate, year, month } = fields;
  const monthText = `${year}-${String(month).padStart(2, '0')}`;
  if (onDate !== null && !onDate.startsWith(monthText))
    throw new AppError('PLAN_DAY', { fields: { onDate: 'PLAN_DAY' } });
  const doneOn = fields.status === 'done' ? (fields.doneOn ?? ctx.today()) : null;
  if (doneOn !== null && doneOn > ctx.today())
    throw new AppError('PLAN_DONE_ON', { fields: { doneOn: 'PLAN_DONE_ON' } });
  return {
    ...{ year, month, onDate, text: fields.text, status: fields.status, result: fields.result, doneOn },
    ...{ ownerCommitteeId: committeeId, ownerMemberId: memberId },
    ownerName: memberId === null ? personName : null,
    ...{ linkEntity: link?.entity ?? null, linkId: link?.id ?? null, linkLabel: link?.label ?? null },
    ...{ origin: fields.origin, note: fields.note, copiedFromId },
    searchKey: fold(
      [fields.text, ...ownerNames(ctx, fields), fields.result, link?.label, fields.origin]
        .filter(Boolean)
        .join(' '),
    ),
  };
}
