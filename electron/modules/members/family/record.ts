/** Between the contract's names and the columns of families. */
import type { z } from 'zod';
import type {
  childFields,
  marriageFields,
  schoolResultFields,
} from '../../../../shared/contract/memberFamily';
import { fold } from '../../../../shared/text/fold';
import { sortKeyOfParts, splitName } from '../../../../shared/text/name';
import type {
  ChildColumns,
  ChildRecord,
  MarriageColumns,
  MarriageRecord,
  SchoolResultColumns,
  SchoolResultRecord,
} from './repository';

type Fields<T> = { [K in keyof T]: z.output<T[K]> };
export type MarriageFields = Fields<typeof marriageFields>;
export type ChildFields = Fields<typeof childFields>;
export type SchoolResultFields = Fields<typeof schoolResultFields>;

/** What is known of a spouse who is a member stands in that member's own record. */
export function marriageColumns(f: MarriageFields): MarriageColumns {
  const outside = f.spouseId === null;
  return {
    member_id: f.memberId,
    spouse_id: f.spouseId,
    spouse_name: outside ? f.spouseName : null,
    spouse_birth_date: outside ? f.spouseBirthDate : null,
    spouse_work: outside ? f.spouseWork : null,
    spouse_phone: outside ? f.spousePhone : null,
    married_on: f.marriedOn,
    end_kind: f.endKind,
    ended_on: f.endKind === null ? null : f.endedOn,
    note: f.note,
  };
}

export function marriageOf(r: MarriageRecord): MarriageFields {
  return {
    memberId: r.member_id,
    spouseId: r.spouse_id,
    spouseName: r.spouse_name,
    spouseBirthDate: r.spouse_birth_date,
    spouseWork: r.spouse_work,
    spousePhone: r.spouse_phone,
    marriedOn: r.married_on,
    endKind: r.end_kind,
    endedOn: r.ended_on,
    note: r.note,
  };
}

/** The same marriage as its other member sees it. */
export function seenBy(f: MarriageFields, memberId: number): MarriageFields {
  return f.spouseId === memberId ? { ...f, memberId, spouseId: f.memberId } : f;
}

export function childColumns(f: ChildFields): ChildColumns {
  const parts = splitName(f.fullName);
  return {
    full_name: f.fullName,
    given_name: parts.given,
    sort_key: sortKeyOfParts(parts),
    name_key: fold(f.fullName),
    gender: f.gender,
    birth_date: f.birthDate,
    member_id: f.memberId,
    note: f.note,
  };
}

export function childOfRecord(r: ChildRecord, parentIds: number[]): ChildFields {
  return {
    parentIds,
    fullName: r.full_name,
    gender: r.gender,
    birthDate: r.birth_date,
    memberId: r.member_id,
    note: r.note,
  };
}

export function schoolResultColumns(f: SchoolResultFields): SchoolResultColumns {
  return {
    child_id: f.childId,
    school_year: f.schoolYear,
    level: f.level,
    class_name: f.className,
    school: f.school,
    result: f.result,
    prize: f.prize,
    prize_level: f.prizeLevel,
    note: f.note,
  };
}

export function schoolResultOf(r: SchoolResultRecord): SchoolResultFields {
  return {
    childId: r.child_id,
    schoolYear: r.school_year,
    level: r.level,
    className: r.class_name,
    school: r.school,
    result: r.result,
    prize: r.prize,
    prizeLevel: r.prize_level,
    note: r.note,
  };
}
