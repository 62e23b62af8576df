/** Opinions as operations give and take them; nothing here holds the name of who gave one. */
import { AppError } from '../../../shared/contract/errors';
import { daysBetween } from '../../../shared/domain/dateMath';
import { opinionCode, opinionState } from '../../../shared/domain/opinions';
import { addWorkingDays } from '../../../shared/domain/workingDays';
import { fold } from '../../../shared/text/fold';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { announcedHolidays } from '../settings/holidays/service';
import type { KindRecord } from './catalogueRepository';
import * as repo from './repository';

export type OpinionFields = Omit<ParsedInputOf<'opinions.update'>, 'id' | 'version' | 'giver'>;
export type GiverInput = ParsedInputOf<'opinions.update'>['giver'];
type Row = OutputOf<'opinions.get'>['opinion'];

export const toFields = (r: repo.OpinionRecord): OpinionFields => ({
  receivedOn: r.receivedOn,
  how: r.how,
  kindId: r.kindId,
  topicId: r.topicId,
  text: r.text,
  orgUnitId: r.orgUnitId,
  source: r.source,
  sourceUnitId: r.sourceUnitId,
  sentTo: r.sentTo,
  sentOn: r.sentOn,
  dueOn: r.dueByRule === 1 ? null : r.dueOn,
  dialogueId: r.dialogueId,
  link:
    r.linkEntity === null || r.linkId === null
      ? null
      : { entity: r.linkEntity, id: r.linkId, label: r.linkLabel ?? '' },
  note: r.note,
});

/** What the change log keeps: of a link only the name, of who gave it nothing. */
export const logged = ({ link, ...fields }: OpinionFields) => ({ ...fields, link: link?.label ?? null });

export const toRow = (r: repo.OpinionRecord, today: string): Row => {
  const state = opinionState(r, today);
  return {
    id: r.id,
    version: r.version,
    ...toFields(r),
    dueOn: r.dueOn,
    number: r.number,
    year: r.year,
    code: opinionCode(r),
    state,
    kind: r.kind,
    kindEn: r.kindEn,
    petition: r.petition === 1,
    topic: r.topic,
    topicEn: r.topicEn,
    orgUnit: r.orgUnit,
    sourceUnit: r.sourceUnit,
    named: r.source === 'person',
    dueByRule: r.dueByRule === 1,
    late: state === 'overdue' ? daysBetween(r.dueOn!, today) : null,
    answer: r.answer,
    answeredOn: r.answeredOn,
    days: r.answeredOn === null ? null : daysBetween(r.receivedOn, r.answeredOn),
    answeredLate: r.answeredOn !== null && r.dueOn !== null && r.answeredOn > r.dueOn,
    dialogue: r.dialogue,
    followUpId: r.followUpId,
    followUp:
      r.followUpId === null
        ? null
        : { owner: r.followUpOwner ?? '', state: r.followUpState ?? 'open', dueOn: r.followUpDueOn },
    files: r.files,
  };
};

/** An opinion that is not in the trash. Errors: NOT_FOUND. */
export function liveOpinion(ctx: Pick<Ctx, 'db'>, id: number): repo.OpinionRecord {
  const row = repo.opinionById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

const refuse = (
  code: 'OPINION_SOURCE' | 'NOT_FOUND' | 'DATE_ORDER' | 'OPINION_SENT',
  field: string,
): never => {
  throw new AppError(code, { fields: { [field]: code } });
};

/** Errors: OPINION_SENT when only one of whom and when is told, DATE_ORDER for a day before the one received. */
export function refuseSent(
  { sentTo, sentOn }: { sentTo: string | null; sentOn: string | null },
  receivedOn: string,
): void {
  if ((sentTo === null) !== (sentOn === null)) refuse('OPINION_SENT', sentTo === null ? 'sentTo' : 'sentOn');
  if (sentOn !== null && sentOn < receivedOn) refuse('DATE_ORDER', 'sentOn');
}

/**
 * Who gives it, as the source allows: nobody for an anonymous one, a part for a group, exactly one person otherwise.
 * Errors: OPINION_SOURCE, NOT_FOUND.
 */
export function giverColumns(
  ctx: Ctx,
  fields: OpinionFields,
  giver: GiverInput,
  kept: repo.Giver | null,
): repo.Giver {
  const said = giver === undefined && fields.source === 'person' && kept !== null;
  const memberId = said ? kept.memberId : (giver?.memberId ?? null);
  const personName = said ? kept.personName : memberId === null ? (giver?.name ?? null) : null;
  const nobody = memberId === null && personName === null;
  if (fields.source === 'person' ? nobody : !nobody) refuse('OPINION_SOURCE', 'giver');
  if ((fields.source === 'collective') !== (fields.sourceUnitId !== null))
    refuse('OPINION_SOURCE', 'sourceUnitId');
  if (memberId !== null && memberId !== kept?.memberId && !repo.memberExists(ctx.db, memberId))
    refuse('NOT_FOUND', 'giver');
  return { memberId, personName };
}

/** The day to answer by: typed, or so many working days after the day received. */
function dueOf(ctx: Ctx, fields: OpinionFields, kind: KindRecord): string | null {
  if (fields.dueOn !== null) return fields.dueOn;
  if (kind.workingDays === null) return null;
  return addWorkingDays(fields.receivedOn, kind.workingDays, announcedHolidays(ctx.db));
}

/** Columns of an opinion; its number stays as long as its year does. */
export function toColumns(
  ctx: Ctx,
  fields: OpinionFields,
  more: { kind: KindRecord; giver: repo.Giver; before: repo.OpinionRecord | null },
): repo.OpinionColumns {
  const { link, ...f } = fields;
  const { kind, giver, before } = more;
  refuseSent(f, f.receivedOn);
  if (f.dueOn !== null && f.dueOn < f.receivedOn) refuse('DATE_ORDER', 'dueOn');
  if (before?.answeredOn != null && before.answeredOn < f.receivedOn) refuse('DATE_ORDER', 'receivedOn');
  for (const field of ['orgUnitId', 'sourceUnitId'] as const) {
    const unit = f[field];
    if (unit !== null && unit !== before?.[field] && !repo.unitExists(ctx.db, unit))
      refuse('NOT_FOUND', field);
  }
  const year = Number(f.receivedOn.slice(0, 4));
  const number = before?.year === year ? before.number : repo.nextNumber(ctx.db, year);
  const sameRule = before !== null && before.dueByRule === 1 && before.kindId === f.kindId;
  const kept = sameRule && before.receivedOn === f.receivedOn && f.dueOn === null;
  return {
    ...f,
    ...giver,
    year,
    number,
    dueOn: kept ? before.dueOn : dueOf(ctx, fields, kind),
    dueByRule: f.dueOn === null ? 1 : 0,
    linkEntity: link?.entity ?? null,
    linkId: link?.id ?? null,
    linkLabel: link?.label ?? null,
    searchKey: fold(
      [opinionCode({ year, number }), f.text, f.sentTo, f.note, link?.label].filter(Boolean).join(' '),
    ),
  };
}
