/** Organisation (tổ chức): the unit's dated profile, terms of its committee, departments and union groups. */
import { z } from 'zod';
import { committees } from './committees';
import { count, id, isoDate, partialDate, requiredText, saved, text, version } from './fields';
import { access, command, type Operations, query } from './kernel';
import { ORG_KINDS, organisationTree } from './organisationTree';
import { trashing } from './trashing';

export const UPPER_LEVELS = ['province', 'sector', 'commune', 'other'] as const;

const profileFields = {
  /** Công đoàn cơ sở, as on the seal. */
  name: requiredText(200),
  /** Tên rút gọn ở đầu văn bản. */
  shortName: requiredText(100),
  /** Ký hiệu trong số văn bản, e.g. CĐCS. */
  symbol: requiredText(30),
  /** Công đoàn cấp trên trực tiếp. */
  upperName: text(200).nullable().default(null),
  upperLevel: z.enum(UPPER_LEVELS).nullable().default(null),
  /** Cơ quan, đơn vị (chính quyền). */
  employer: text(200).nullable().default(null),
  /** Địa danh ghi trước ngày tháng. */
  place: text(100).nullable().default(null),
  /** Số lao động hiện có; null when unknown. */
  staffCount: count.nullable().default(null),
  /** Day from which these names hold. */
  validFrom: partialDate.nullable().default(null),
};
const profile = z.object({
  id,
  version,
  name: z.string(),
  shortName: z.string(),
  symbol: z.string(),
  upperName: z.string().nullable(),
  upperLevel: z.enum(UPPER_LEVELS).nullable(),
  employer: z.string().nullable(),
  place: z.string().nullable(),
  staffCount: z.number().nullable(),
  validFrom: z.string().nullable(),
});

const termFields = {
  /** e.g. 2023–2028; null for its dates. */
  name: text(60).nullable().default(null),
  startsOn: partialDate,
  endsOn: partialDate.nullable().default(null),
  chairName: requiredText(100),
  /** Quyền hạn of the signer, e.g. CHỦ TỊCH. */
  chairTitle: requiredText(60).default('Chủ tịch'),
  /** TM. BAN CHẤP HÀNH or TM. BAN THƯỜNG VỤ. */
  onBehalfOf: requiredText(60).default('TM. BAN CHẤP HÀNH'),
};
const term = z.object({
  id,
  version,
  name: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  chairName: z.string(),
  chairTitle: z.string(),
  onBehalfOf: z.string(),
});

const orgKind = z.enum(ORG_KINDS);
const orgUnit = z.object({
  id,
  version,
  kind: orgKind,
  name: z.string(),
  shortName: z.string().nullable(),
  departmentId: id.nullable(),
  /** As typed with the part; posts come first in `leader`. */
  leaderName: z.string().nullable(),
  closedOn: z.string().nullable(),
  /** Who holds the post of its head today, else the typed name. */
  leader: z.string().nullable(),
  members: z.number(),
});

export const organisation = {
  'organisation.get': query({
    input: z.strictObject({}),
    output: z.object({
      profile: profile.nullable(),
      history: z.array(profile),
      term: term.nullable(),
      terms: z.array(term),
      /** First-run steps done: unit, term, departments, members, backup. */
      setup: z.object({
        unit: z.boolean(),
        term: z.boolean(),
        departments: z.boolean(),
        members: z.boolean(),
        done: z.boolean(),
      }),
    }),
    access: access.everyone,
    doc: 'The unit as it stands today, with its dated names and the committee terms (domain.md 8).',
  }),
  'organisation.saveProfile': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...profileFields,
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND'],
    touches: ['organisation'],
    access: access.editors,
    doc: 'Adds names that hold from a day on, or corrects a dated row when id is given. Issued papers keep their own names.',
  }),
  'organisation.saveTerm': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...termFields,
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DATE_ORDER'],
    touches: ['organisation'],
    access: access.editors,
    doc: 'Adds or corrects a committee term (nhiệm kỳ) and the person who signs during it.',
  }),
  'organisation.finishSetup': command({
    input: z.strictObject({ done: z.boolean() }),
    output: z.object({ done: z.boolean() }),
    touches: ['organisation', 'settings'],
    access: access.editors,
    doc: 'Marks the first-run guide as finished or opens it again.',
  }),
  'organisation.units': query({
    input: z.strictObject({ kind: orgKind.nullable().default(null), withClosed: z.boolean().default(false) }),
    output: z.object({ rows: z.array(orgUnit) }),
    access: access.everyone,
    doc: 'Departments (khoa, phòng), union sections (công đoàn bộ phận) and groups (tổ) of today with the head count of active members.',
  }),
  'organisation.createUnit': command({
    input: z.strictObject({
      kind: orgKind,
      name: requiredText(150),
      shortName: text(60).nullable().default(null),
      departmentId: id.nullable().default(null),
      /** Section over a group, department over a department. */
      parentId: id.nullable().default(null),
      leaderName: text(100).nullable().default(null),
      openedOn: partialDate.nullable().default(null),
    }),
    output: saved,
    errors: ['DUPLICATE', 'NOT_FOUND'],
    touches: ['organisation'],
    access: access.editors,
    doc: 'Adds a department, a union section or a union group.',
  }),
  'organisation.updateUnit': command({
    input: z.strictObject({
      id,
      version,
      name: requiredText(150),
      shortName: text(60).nullable().default(null),
      departmentId: id.nullable().default(null),
      leaderName: text(100).nullable().default(null),
      closedOn: isoDate.nullable().default(null),
      /** Day from which a new name holds; null corrects the present name. */
      renamedOn: isoDate.nullable().default(null),
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DUPLICATE', 'IN_USE'],
    touches: ['organisation', 'members'],
    access: access.editors,
    doc: 'Renames (dated), closes or corrects a department or group; the old name stays in the history.',
  }),
  ...trashing(
    { trash: 'organisation.trash', restore: 'organisation.restore' },
    { touches: ['organisation', 'members'], access: access.editors },
    {
      errors: ['NOT_FOUND', 'IN_USE'],
      doc: 'Moves empty departments or groups to the trash; one with active members is IN_USE.',
    },
    { doc: 'Takes departments or groups back from the trash.' },
  ),
  ...organisationTree,
  ...committees,
} satisfies Operations;
