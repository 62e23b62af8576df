/** Between the contract's field names and the columns of a member; derives the keys names are sorted and found by. */
import type { z } from 'zod';
import type { memberFields, memberRow } from '../../../shared/contract/members';
import { fold, toneKey } from '../../../shared/text/fold';
import { initials, sortKey, sortKeyOfParts, splitName } from '../../../shared/text/name';
import { digitsOf } from '../../../shared/text/search';
import type { EditableRecord, ListedMember, MemberRecord, SearchEntry } from './repository';

export type MemberFields = { [K in keyof typeof memberFields]: z.output<(typeof memberFields)[K]> };

/** Columns for a record form; the given name is the sort-by word if one was set. */
export function toColumns(f: MemberFields): EditableRecord {
  const parts = splitName(f.fullName);
  const columns = valueColumns(f);
  columns.given_name = f.sortName ?? parts.given;
  columns.sort_key = f.sortName === null ? sortKeyOfParts(parts) : sortKey(f.fullName, f.sortName);
  columns.name_key = fold(f.fullName);
  columns.name_tones = toneKey(f.fullName);
  return columns;
}

/** The columns that hold values, without the keys worked out of the name. */
export function valueColumns(f: MemberFields): EditableRecord {
  return {
    full_name: f.fullName,
    given_name: '',
    sort_name: f.sortName,
    sort_key: '',
    name_key: '',
    name_tones: '',
    gender: f.gender,
    birth_date: f.birthDate,
    department_id: f.departmentId,
    group_id: f.groupId,
    job_title: f.jobTitle,
    position: f.position,
    union_position: f.unionPosition,
    contract_type: f.contractType,
    hire_date: f.hireDate,
    education: f.education,
    political_theory: f.politicalTheory,
    union_join_date: f.unionJoinDate,
    union_join_place: f.unionJoinPlace,
    union_join_decision: f.unionJoinDecision,
    card_no: f.cardNo,
    card_date: f.cardDate,
    card_status: f.cardStatus,
    id_number: f.idNumber,
    id_date: f.idDate,
    id_place: f.idPlace,
    phone: f.phone,
    email: f.email,
    address: f.address,
    hometown: f.hometown,
    ethnicity: f.ethnicity,
    religion: f.religion,
    is_party: f.isParty === null ? null : f.isParty ? 1 : 0,
    party_date: f.partyDate,
    salary_coefficient: f.salaryCoefficient,
    dues_base: f.duesBase,
    bank_account: f.bankAccount,
    health_note: f.healthNote,
    hardship: f.hardship,
    hardship_note: f.hardshipNote,
    note: f.note,
  };
}

/** A stored member under the contract's field names. */
export function toFields(r: MemberRecord): MemberFields {
  return {
    fullName: r.full_name,
    sortName: r.sort_name,
    gender: r.gender,
    birthDate: r.birth_date,
    departmentId: r.department_id,
    groupId: r.group_id,
    jobTitle: r.job_title,
    position: r.position,
    unionPosition: r.union_position,
    contractType: r.contract_type,
    hireDate: r.hire_date,
    education: r.education,
    politicalTheory: r.political_theory,
    unionJoinDate: r.union_join_date,
    unionJoinPlace: r.union_join_place,
    unionJoinDecision: r.union_join_decision,
    cardNo: r.card_no,
    cardDate: r.card_date,
    cardStatus: r.card_status,
    idNumber: r.id_number,
    idDate: r.id_date,
    idPlace: r.id_place,
    phone: r.phone,
    email: r.email,
    address: r.address,
    hometown: r.hometown,
    ethnicity: r.ethnicity,
    religion: r.religion,
    isParty: r.is_party === null ? null : r.is_party === 1,
    partyDate: r.party_date,
    salaryCoefficient: r.salary_coefficient,
    duesBase: r.dues_base,
    bankAccount: r.bank_account,
    healthNote: r.health_note,
    hardship: r.hardship,
    hardshipNote: r.hardship_note,
    note: r.note,
  };
}

/** A row of the register; `extra` holds the values of the unit's own fields. */
export function toRow(r: ListedMember, extra: Record<string, string | number>): z.output<typeof memberRow> {
  return {
    id: r.id,
    version: r.version,
    fullName: r.full_name,
    givenName: r.given_name,
    gender: r.gender,
    birthDate: r.birth_date,
    department: r.department,
    departmentShort: r.department_short ?? null,
    group: r.group_name,
    groupShort: r.group_short ?? null,
    jobTitle: r.job_title,
    position: r.position,
    unionPosition: r.union_position,
    unionJoinDate: r.union_join_date,
    cardNo: r.card_no,
    cardDate: r.card_date,
    cardStatus: r.card_status,
    phone: r.phone,
    email: r.email,
    education: r.education,
    hireDate: r.hire_date,
    extra,
    status: r.status,
  };
}

function reversed(digits: string): string {
  let tail = '';
  for (let at = digits.length - 1; at >= 0; at--) tail += digits.charAt(at);
  return tail;
}

/** First letters of the words; signs inside a name begin words of their own. */
function lettersOf(fullName: string, nameKey: string): string {
  if (/['’‘ʼ`´-]/.test(fullName)) return initials(fullName);
  let letters = nameKey.charAt(0);
  for (let at = nameKey.indexOf(' '); at >= 0; at = nameKey.indexOf(' ', at + 1))
    letters += nameKey.charAt(at + 1);
  return letters;
}

const SIGNED = /['’‘ʼ`´]/;

/** The name as it is found: its folded words, and what follows a sign in a word ("H’Hen": hhen, and hen). */
export function indexedName(fullName: string, nameKey: string): string {
  if (!SIGNED.test(fullName)) return nameKey;
  const after = fullName.split(/\s+/u).flatMap((word) => word.split(SIGNED).slice(1));
  return [nameKey, ...after.map(fold)].filter(Boolean).join(' ');
}

/** What the search index holds: folded words, initials with their endings, the card, and reversed numbers. */
export function searchEntry(
  id: number,
  r: Pick<EditableRecord, 'full_name' | 'name_key' | 'card_no' | 'id_number' | 'phone'>,
): SearchEntry {
  const letters = lettersOf(r.full_name, r.name_key);
  const endings = [letters, ...(letters.length > 3 ? [letters.slice(1)] : [])];
  const numbers = [r.card_no, r.id_number, r.phone]
    .filter((v) => v !== null)
    .map((v) => reversed(digitsOf(v)));
  const card = r.card_no === null ? '' : codeKey(r.card_no);
  return {
    id,
    name: indexedName(r.full_name, r.name_key),
    initials: endings.join(' '),
    codes: [card, ...numbers].filter(Boolean).join(' '),
  };
}

/** A code without signs or case. */
export function codeKey(code: string): string {
  return fold(code).replace(/[^a-z0-9]/g, '');
}

/** The FTS5 form of reversed digits, so that a typed tail is a prefix. */
export const tailKey = reversed;
