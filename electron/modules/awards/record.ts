/** Between the contract's field names and the columns of decisions and recipients. */
import type { z } from 'zod';
import type { decisionFields, decisionRow } from '../../../shared/contract/awards';
import { type AwardCounts, type RecipientKind, registerText } from '../../../shared/domain/awards';
import { dateBounds } from '../../../shared/domain/dates';
import { fold } from '../../../shared/text/fold';
import { sortKey, textSortKey } from '../../../shared/text/name';
import type { ParsedInputOf } from '../../ipc/context';
import type { EditableDecision, EditableRecipient, ListedDecision, RecipientRecord } from './repository';

export type DecisionFields = { [K in keyof typeof decisionFields]: z.output<(typeof decisionFields)[K]> };
export type RecipientFields = Omit<ParsedInputOf<'awards.updateRecipient'>, 'id' | 'version'>;

/** The days a decision may be of; without a date, the year it is for. */
export function decisionDays(f: Pick<DecisionFields, 'decidedOn' | 'awardYear'>): {
  first: string;
  last: string;
} {
  return dateBounds(f.decidedOn ?? String(f.awardYear));
}

/** Columns of a form; `form` is the name of its form of award, for searching. */
export function toColumns(f: DecisionFields, form: string): EditableDecision {
  const days = decisionDays(f);
  return {
    number: f.number,
    number_key: fold([f.number, form, f.occasion, f.authority].filter(Boolean).join(' ')),
    decided_on: f.decidedOn,
    first_day: days.first,
    last_day: days.last,
    side: f.side,
    level: f.level,
    form_id: f.formId,
    movement_id: f.movementId,
    authority: f.authority,
    signer_for: f.signerFor,
    signer_title: f.signerTitle,
    signer_name: f.signerName,
    occasion: f.occasion,
    reason_template: f.reasonTemplate,
    award_year: f.awardYear,
    money_individual: f.moneyIndividual,
    money_collective: f.moneyCollective,
    money_household: f.moneyHousehold,
    money_source: f.moneySource,
    basis: f.basis,
    note: f.note,
    counts_only: f.countsOnly ? 1 : 0,
    count_collective: f.countsOnly ? f.countCollective : null,
    count_individual: f.countsOnly ? f.countIndividual : null,
    count_household: f.countsOnly ? f.countHousehold : null,
  };
}

export function toFields(r: ListedDecision): DecisionFields {
  return {
    number: r.number,
    decidedOn: r.decided_on,
    side: r.side,
    level: r.level,
    formId: r.form_id,
    movementId: r.movement_id,
    authority: r.authority,
    signerFor: r.signer_for,
    signerTitle: r.signer_title,
    signerName: r.signer_name,
    occasion: r.occasion,
    reasonTemplate: r.reason_template,
    awardYear: r.award_year,
    moneyIndividual: r.money_individual,
    moneyCollective: r.money_collective,
    moneyHousehold: r.money_household,
    moneySource: r.money_source,
    basis: r.basis,
    note: r.note,
    countsOnly: r.counts_only === 1,
    countCollective: r.count_collective,
    countIndividual: r.count_individual,
    countHousehold: r.count_household,
  };
}

/** How many of each kind: the names, or the numbers recorded without names. */
export function countsOf(r: ListedDecision): AwardCounts {
  if (r.counts_only === 1)
    return { collective: r.count_collective, individual: r.count_individual, household: r.count_household };
  return { collective: r.named_collective, individual: r.named_individual, household: r.named_household };
}

export function toRow(r: ListedDecision): z.output<typeof decisionRow> {
  return {
    id: r.id,
    version: r.version,
    number: r.number,
    decidedOn: r.decided_on,
    side: r.side,
    level: r.level,
    formId: r.form_id,
    form: r.form,
    formEn: r.form_en,
    authority: r.authority,
    occasion: r.occasion,
    awardYear: r.award_year,
    status: r.status,
    countsOnly: r.counts_only === 1,
    counts: countsOf(r),
  };
}

/** Money of one recipient: its own, or the decision's for its kind. */
export function moneyOf(d: ListedDecision, r: { kind: RecipientKind; amount: number | null }): number | null {
  return r.amount ?? d[`money_${r.kind}`];
}

/** Columns of a recipient; people sort by given name, collectives by their text. */
export function recipientColumns(f: RecipientFields, sortName: string | null = null): EditableRecipient {
  const household = f.kind === 'household';
  return {
    kind: f.kind,
    member_id: f.kind === 'collective' ? null : f.memberId,
    spouse_id: household ? f.spouseId : null,
    org_unit_id: f.kind === 'collective' ? f.orgUnitId : null,
    honorific: f.kind === 'collective' ? null : f.honorific,
    name: f.name,
    name_key: fold([f.name, household ? f.spouseName : null].filter(Boolean).join(' ')),
    sort_key: f.kind === 'collective' ? textSortKey(f.name) : sortKey(f.name, sortName),
    spouse_honorific: household ? f.spouseHonorific : null,
    spouse_name: household ? f.spouseName : null,
    post: f.post,
    unit_name: f.unitName,
    movement_id: f.movementId,
    reason: f.reason,
    amount: f.amount,
  };
}

export function recipientFields(r: RecipientRecord): RecipientFields {
  return {
    kind: r.kind,
    memberId: r.member_id,
    spouseId: r.spouse_id,
    orgUnitId: r.org_unit_id,
    honorific: r.honorific,
    name: r.name,
    spouseHonorific: r.spouse_honorific,
    spouseName: r.spouse_name,
    post: r.post,
    unitName: r.unit_name,
    movementId: r.movement_id,
    reason: r.reason,
    amount: r.amount,
  };
}

type Named = {
  kind: RecipientKind;
  honorific: string | null;
  name: string | null;
  spouseHonorific: string | null;
  spouseName: string | null;
};

/** "Bà Nguyễn Thị Hoa"; "Gia đình ông Vàng A Chẩu và bà Nguyễn Thiên Nghi"; a collective's own name. */
export function printedName(r: Named): string {
  if (r.kind === 'collective') return r.name ?? '';
  const person = (honorific: string | null, name: string | null) =>
    [honorific, name].filter(Boolean).join('\u00a0');
  if (r.kind === 'individual') return person(r.honorific, r.name);
  const small = (word: string | null) => word?.toLocaleLowerCase('vi') ?? null;
  const first = person(small(r.honorific), r.name);
  const second = r.spouseName === null ? '' : ` và ${person(small(r.spouseHonorific), r.spouseName)}`;
  return `Gia đình ${first}${second}`;
}

/** "Điều dưỡng trưởng, Khoa Nhi". */
export const postAndUnit = (r: { post: string | null; unitName: string | null }): string | null =>
  [r.post, r.unitName].filter(Boolean).join(', ') || null;

export const namedRecord = (r: RecipientRecord): Named => ({
  kind: r.kind,
  honorific: r.honorific,
  name: r.name,
  spouseHonorific: r.spouse_honorific,
  spouseName: r.spouse_name,
});

export const registerOf = (r: RecipientRecord): string | null => registerText(r.register_no, r.register_year);
