/** Families of members: spouse, children, school results, households (domain.md 6.1). */
import { z } from 'zod';
import {
  id,
  isoDate,
  longText,
  outgoingFile,
  paging,
  partialDate,
  requiredText,
  saved,
  text,
  version,
  year,
} from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

export const MARRIAGE_ENDS = ['divorced', 'widowed'] as const;
export const SCHOOL_LEVELS = ['preschool', 'primary', 'lower', 'upper', 'vocational', 'university'] as const;
/** Xuất sắc, giỏi (hoàn thành tốt), khá, đạt (hoàn thành), chưa đạt. */
export const SCHOOL_RESULTS = ['excellent', 'good', 'fair', 'pass', 'fail'] as const;
export const PRIZE_LEVELS = ['school', 'district', 'province', 'nation', 'world'] as const;
/** Under this age one is a child (Luật Trẻ em 102/2016/QH13, Điều 1). */
export const CHILD_AGE = 16;

const gender = z.enum(['male', 'female']);
const existing = { id: id.nullable().default(null), version: version.nullable().default(null) };

/** A marriage (hôn nhân). The spouse is a member, or somebody outside known by name. */
export const marriageFields = {
  memberId: id,
  spouseId: id.nullable().default(null),
  spouseName: text(100).nullable().default(null),
  spouseBirthDate: partialDate.nullable().default(null),
  spouseWork: text(200).nullable().default(null),
  spousePhone: text(30).nullable().default(null),
  marriedOn: partialDate.nullable().default(null),
  endKind: z.enum(MARRIAGE_ENDS).nullable().default(null),
  endedOn: partialDate.nullable().default(null),
  note: longText(1000).nullable().default(null),
};

export const childFields = {
  /** The members among the parents, one or two. */
  parentIds: z.array(id).min(1).max(2),
  fullName: requiredText(100),
  gender: gender.nullable().default(null),
  birthDate: partialDate.nullable().default(null),
  /** The child's own membership, once grown. */
  memberId: id.nullable().default(null),
  note: longText(1000).nullable().default(null),
};

export const schoolResultFields = {
  childId: id,
  /** The year it begins in: 2025 is 2025–2026. */
  schoolYear: year,
  level: z.enum(SCHOOL_LEVELS).nullable().default(null),
  className: text(40).nullable().default(null),
  school: text(150).nullable().default(null),
  result: z.enum(SCHOOL_RESULTS).nullable().default(null),
  prize: text(200).nullable().default(null),
  prizeLevel: z.enum(PRIZE_LEVELS).nullable().default(null),
  note: text(300).nullable().default(null),
};

const relative = z.object({
  id,
  fullName: z.string(),
  givenName: z.string(),
  birthDate: z.string().nullable(),
  department: z.string().nullable(),
});
const schoolResult = z.object({ id, version, ...schoolResultFields });
const child = z.object({
  id,
  version,
  ...childFields,
  givenName: z.string(),
  parents: z.array(relative),
  /** Full years on the day asked for; two values while only the year or the month is known. */
  age: z.object({ min: z.number(), max: z.number() }).nullable(),
  results: z.array(schoolResult),
});

/** Conditions of the list of children; ages are full years on `day`. */
export const childrenFilter = {
  search: z.string().max(200).default(''),
  /** The day ages and parents' departments are taken on; null is today. */
  day: isoDate.nullable().default(null),
  ageFrom: z.int().min(0).max(120).nullable().default(null),
  /** Only children under this age. One whose day of birth is not known counts as long as it may be. */
  under: z
    .int()
    .min(1)
    .max(120)
    .nullable()
    .default(CHILD_AGE as number | null),
  departmentIds: z.array(id).max(500).default([]),
  /** Also children whose parents are no longer active members. */
  formerParents: z.boolean().default(false),
  /** Only those with a school result of this year. */
  schoolYear: year.nullable().default(null),
  results: z.array(z.enum(SCHOOL_RESULTS)).default([]),
  /** Only those with a prize of the school year, or of any when none is given. */
  withPrize: z.boolean().default(false),
};
export const CHILD_SORTS = ['name', 'birthDate', 'department', 'parent'] as const;
const childrenOrder = { sort: z.enum(CHILD_SORTS).default('name'), descending: z.boolean().default(false) };

export const memberFamily = {
  'members.family': query({
    input: z.strictObject({ id, day: isoDate.nullable().default(null) }),
    output: z.object({
      marriages: z.array(
        z.object({
          id,
          version,
          ...marriageFields,
          spouse: relative.nullable(),
          /** In force on the day asked for. */
          current: z.boolean(),
        }),
      ),
      children: z.array(child),
      /** Children recorded for the spouse only, which may be this member's too. */
      spouseChildren: z.array(child),
      /** The child of members this member is. */
      childOf: z.array(z.object({ childId: id, parents: z.array(relative) })),
      /** Members of the household on that day; this member alone, or a couple. */
      household: z.array(id),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Marriages, children with school results, and the household of a member on a day.',
  }),
  'members.saveMarriage': command({
    input: z.strictObject({ ...existing, ...marriageFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DATE_ORDER', 'SPOUSE_MISSING', 'SPOUSE_SELF', 'SPOUSE_TAKEN'],
    touches: ['members'],
    access: access.editors,
    doc: 'Adds or corrects a marriage; of two married members one record serves both pages.',
  }),
  ...trashing(
    { trash: 'members.trashMarriages', restore: 'members.restoreMarriages' },
    { touches: ['members'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves marriages to the trash.' },
    { errors: ['SPOUSE_TAKEN'], doc: 'Takes marriages back from the trash.' },
  ),
  'members.saveChild': command({
    input: z.strictObject({ ...existing, ...childFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'CHILD_RECORDED', 'CHILD_SELF'],
    touches: ['members'],
    access: access.editors,
    doc: 'Adds or corrects a child of one member or of two; a child of two members is one record.',
  }),
  ...trashing(
    { trash: 'members.trashChildren', restore: 'members.restoreChildren' },
    { touches: ['members'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves children to the trash; their school results stay with them.' },
    { doc: 'Takes children back from the trash, with parents and school results.' },
  ),
  'members.saveSchoolResult': command({
    input: z.strictObject({ ...existing, ...schoolResultFields }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches: ['members'],
    access: access.editors,
    doc: 'Adds or corrects a school result (kết quả học tập) of a child in a school year.',
  }),
  ...trashing(
    { trash: 'members.trashSchoolResults', restore: 'members.restoreSchoolResults' },
    { touches: ['members'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves school results to the trash.' },
    { doc: 'Takes school results back from the trash.' },
  ),
  'members.children': query({
    input: z.strictObject({ ...childrenFilter, ...childrenOrder, ...paging }),
    output: z.object({
      total: z.number(),
      /** Of them, how many may or may not be under the age, for want of the whole date of birth. */
      uncertain: z.number(),
      rows: z.array(child),
    }),
    access: access.everyone,
    doc: 'Children of members (con đoàn viên) with their age on a day; a child of two members is counted once.',
  }),
  'members.exportChildren': job({
    input: z.strictObject({ ...childrenFilter, ...childrenOrder }),
    output: outgoingFile,
    errors: ['CANCELLED'],
    access: access.everyone,
    doc: 'The list of children as XLSX with room for signatures: parents, department, age on the day, school result.',
  }),
  'members.households': query({
    input: z.strictObject({
      day: isoDate.nullable().default(null),
      departmentIds: z.array(id).max(500).default([]),
      ...paging,
    }),
    output: z.object({
      /** Active members on the day, the households they make, and the couples among them. */
      members: z.number(),
      households: z.number(),
      total: z.number(),
      rows: z.array(
        z.object({ marriageId: id, marriedOn: z.string().nullable(), couple: z.array(relative) }),
      ),
    }),
    access: access.everyone,
    doc: 'Households (hộ) of active members on a day: two members married to each other are one household; lists the couples.',
  }),
} satisfies Operations;
