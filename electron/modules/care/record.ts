/** Between the contract's field names and the columns of visits and cases; who a visit or a case is for. */
import type { z } from 'zod';
import type { caseRow, recipientFields, visitFields, visitRow } from '../../../shared/contract/careFields';
import { AppError } from '../../../shared/contract/errors';
import { RELATION_WORDS, type Relation } from '../../../shared/domain/care';
import { voucherCode } from '../../../shared/domain/funds';
import { fold } from '../../../shared/text/fold';
import type { Ctx } from '../../ipc/context';
import { asOfSource } from '../members/history/service';
import type { ListedCase } from './casesRepository';
import * as repo from './repository';

type FieldsOf<T> = { [K in keyof T]: z.output<T[K] extends z.ZodType ? T[K] : never> };
export type Recipient = FieldsOf<typeof recipientFields>;
export type VisitFields = FieldsOf<typeof visitFields>;

/** "TH 112". */
export const slipCode = (number: number): string => `TH ${String(number).padStart(3, '0')}`;

const refuse = (field: string): never => {
  throw new AppError('CARE_PERSON', { fields: { [field]: 'CARE_PERSON' } });
};

/** The register as it stands on a day; today's also tells of people who joined later. */
function memberOf(ctx: Ctx, id: number, day: string): repo.MemberOn {
  const then = day === ctx.today() ? undefined : repo.memberOn(ctx.db, asOfSource(day), day, id);
  const found = then ?? repo.memberOn(ctx.db, 'member_live', day, id);
  if (!found) throw new AppError('NOT_FOUND', { fields: { memberId: 'NOT_FOUND' } });
  return found;
}

const NOBODY = { member_id: null, org_unit_id: null, department_id: null, department_name: null } as const;

/** Names and departments as they were on the day. Errors: CARE_PERSON, NOT_FOUND. */
export function recipientOn(ctx: Ctx, r: Recipient, day: string): repo.RecipientColumns {
  const { who, relation, address } = r;
  if (who === 'collective') {
    const unit = repo.unitNamed(ctx.db, r.orgUnitId ?? refuse('orgUnitId'));
    if (!unit) throw new AppError('NOT_FOUND', { fields: { orgUnitId: 'NOT_FOUND' } });
    return { ...NOBODY, who, org_unit_id: r.orgUnitId, name: unit, relation: 'self', address };
  }
  if (who === 'outsider' || (who === 'retired' && r.memberId === null))
    return { ...NOBODY, who, name: r.name ?? refuse('name'), relation: 'self', address };
  const member = memberOf(ctx, r.memberId ?? refuse('memberId'), day);
  const place = { department_id: member.department_id, department_name: member.department };
  const known = { ...place, who, member_id: member.id, org_unit_id: null, address };
  if (who !== 'family') return { ...known, name: member.full_name, relation: 'self' };
  const kin = relation === 'self' ? 'other' : relation;
  return { ...known, name: r.name ?? `${unnamed(kin)}${member.full_name}`, relation: kin };
}

/** "Cha, mẹ của ", before the member's name: what a relative is called whose own name is not known. */
function unnamed(relation: Relation): string {
  const word = RELATION_WORDS[relation];
  return `${word.charAt(0).toLocaleUpperCase('vi')}${word.slice(1)} của `;
}
const isUnnamed = (r: repo.RecipientColumns): boolean =>
  r.who === 'family' && r.name.startsWith(unnamed(r.relation));

/** The same person again has the same key beside the same member; '?' a relative without a name. */
export function personKey(r: repo.RecipientColumns): string {
  if (r.org_unit_id !== null) return `u${r.org_unit_id}`;
  if (r.member_id === null) return `n${fold(r.name)}`;
  if (r.who !== 'family') return 'self';
  return `${r.relation}/${isUnnamed(r) ? '?' : fold(r.name)}`;
}

/** A recipient under the contract's field names; the name only where it was typed. */
export const toRecipient = (r: repo.RecipientColumns): Recipient => ({
  who: r.who,
  memberId: r.member_id,
  orgUnitId: r.org_unit_id,
  name: isUnnamed(r) ? null : r.name,
  relation: r.relation,
  address: r.address,
});

/** A visit as an operation takes it. */
export const toVisitFields = (r: repo.VisitRecord, visitors: readonly repo.VisitorRecord[]): VisitFields => ({
  ...toRecipient(r),
  reasonId: r.reason_id,
  words: r.words,
  onDate: r.on_date,
  place: r.place,
  visitors: visitors.map(({ member_id, name, post }) => ({ memberId: member_id, name, post })),
  cash: r.cash,
  kindText: r.kind_text,
  kindValue: r.kind_value,
  source: r.source,
  sourceName: r.source_name,
  eventId: r.event_id,
  note: r.note,
  again: r.again,
});

export const toVisitRow = (
  r: repo.VisitRecord,
  visitors: readonly repo.VisitorRecord[],
  healthOn: boolean,
): z.output<typeof visitRow> => ({
  ...toVisitFields(r, visitors),
  name: r.name,
  event: r.event,
  visitors: visitors.map(({ member_id, name, post }) => ({ memberId: member_id, name, post })),
  id: r.id,
  version: r.version,
  code: slipCode(r.number),
  year: r.year,
  member: r.who === 'family' ? r.member : null,
  departmentId: r.department_id,
  department: r.department_name,
  reason: r.reason,
  reasonEn: r.reason_en,
  hasHealth: healthOn && r.health_detail !== null,
  voucher:
    r.paid === 1 && r.voucher_id !== null
      ? {
          id: r.voucher_id,
          code: r.voucher_number === null ? null : voucherCode('payment', r.voucher_number),
        }
      : null,
  exception: r.exception,
  printedAt: r.printed_at,
});

export const toCaseRow = (r: ListedCase): z.output<typeof caseRow> => ({
  id: r.id,
  version: r.version,
  kindId: r.kind_id,
  kind: r.kind,
  kindEn: r.kind_en,
  handover: r.handover === 1,
  title: r.title,
  who: r.who,
  memberId: r.member_id,
  orgUnitId: r.org_unit_id,
  name: r.name,
  member: r.who === 'family' ? r.member : null,
  relation: r.relation,
  department: r.department_name,
  openedOn: r.opened_on,
  state: r.state,
  closedOn: r.closed_on,
  total: r.total,
  step: r.step,
  stepPlannedOn: r.step_planned_on,
  stepsDone: r.steps_done,
  steps: r.steps,
  overdue: r.overdue === 1,
  papers: r.papers,
  missingHandover: r.missing_handover === 1,
});
