/** Fund drives (cuộc vận động): contributors are the members on the cut-off day (cases.md row 37). */
import { z } from 'zod';
import { DRIVE_TARGETS } from '../domain/dues';
import { BOOKING_ERRORS, bookingFields, changed } from './dues';
import {
  id,
  isoDate,
  longText,
  money,
  outgoingFile,
  paging,
  requiredText,
  saved,
  text,
  version,
} from './fields';
import { type Access, access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

const keepers: Access = { roles: ['chair', 'treasurer', 'clerk'] };
const driveFields = {
  name: requiredText(200),
  launchedBy: text(200).nullable().default(null),
  launchedOn: isoDate,
  /** Who is a member on this day is asked. */
  cutOff: isoDate,
  deadline: isoDate.nullable().default(null),
  targetKind: z.enum(DRIVE_TARGETS).default('none'),
  targetAmount: money.nullable().default(null),
  /** "một ngày lương" */
  targetText: text(150).nullable().default(null),
  fundId: id.nullable().default(null),
  earmarkId: id.nullable().default(null),
  purpose: text(300).nullable().default(null),
  note: longText(2000).nullable().default(null),
};
const figures = {
  /** Members on the cut-off day. */
  members: z.number(),
  /** Of them, by name or in the sum of their department. */
  given: z.number(),
  missing: z.number(),
  amount: z.number(),
  /** Other people and bodies that gave. */
  outsiders: z.number(),
  booked: z.number(),
  /** đồng that are in no receipt yet. */
  unbooked: z.number(),
};
const driveRow = z.object({ id, version, ...driveFields, ...figures, late: z.boolean() });
const gift = z.strictObject({
  memberId: id.nullable().default(null),
  departmentId: id.nullable().default(null),
  /** Of somebody outside. */
  name: text(150).nullable().default(null),
  people: z.int().min(1).max(100_000).nullable().default(null),
  onDate: isoDate,
  /** Whole đồng; below nothing puts an earlier entry right. */
  amount: z.int().min(-9_000_000_000_000).max(9_000_000_000_000),
  note: text(300).nullable().default(null),
});
const giftRow = z.object({
  id,
  version,
  driveId: id,
  memberId: id.nullable(),
  departmentId: id.nullable(),
  department: z.string().nullable(),
  name: z.string(),
  people: z.number().nullable(),
  onDate: z.string(),
  amount: z.number(),
  note: z.string().nullable(),
  voucherId: id.nullable(),
  code: z.string().nullable(),
  /** A member who was none on the cut-off day. */
  outside: z.boolean(),
});
const touches = ['funds', 'dashboard'] as const;

export const drives = {
  'drives.list': query({
    input: z.strictObject({
      search: z.string().max(200).default(''),
      /** Launched in this year, or late by now: those the first page counts. */
      year: z.int().min(1900).max(2100).nullable().default(null),
      /** Past the day with people missing. */
      late: z.boolean().default(false),
      ...paging,
    }),
    output: z.object({ total: z.number(), rows: z.array(driveRow) }),
    access: access.everyone,
    doc: 'Fund drives, the latest first, with how many of the members of the cut-off day gave and what came in.',
  }),
  'drives.get': query({
    input: z.strictObject({ id }),
    output: z.object({
      drive: driveRow,
      fundName: z.string().nullable(),
      earmarkName: z.string().nullable(),
      departments: z.array(
        z.object({
          id: id.nullable(),
          name: z.string().nullable(),
          members: z.number(),
          given: z.number(),
          missing: z.number(),
          amount: z.number(),
        }),
      ),
      vouchers: z.array(
        z.object({ id, code: z.string().nullable(), onDate: z.string(), amount: z.number() }),
      ),
      inWords: z.string(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One drive with its departments; 100% only when nobody is missing.',
  }),
  'drives.save': command({
    input: z.strictObject({
      id: id.nullable().default(null),
      version: version.nullable().default(null),
      ...driveFields,
    }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DATE_ORDER'],
    touches,
    access: keepers,
    doc: 'Opens a drive, or changes one.',
  }),
  ...trashing(
    { trash: 'drives.trash', restore: 'drives.restore' },
    { touches, access: keepers },
    { errors: ['NOT_FOUND', 'GIFT_BOOKED'], doc: 'Moves drives whose money is in no receipt to the trash.' },
    { doc: 'Takes drives back from the trash.' },
  ),
  'drives.gifts': query({
    input: z.strictObject({
      id,
      search: z.string().max(200).default(''),
      departmentId: id.nullable().default(null),
      booked: z.boolean().nullable().default(null),
      ...paging,
    }),
    output: z.object({ total: z.number(), amount: z.number(), rows: z.array(giftRow) }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Contributions to a drive, the latest first.',
  }),
  'drives.missing': query({
    input: z.strictObject({
      id,
      search: z.string().max(200).default(''),
      departmentId: id.nullable().default(null),
      ...paging,
    }),
    output: z.object({
      total: z.number(),
      /** Departments whose sum is for fewer people than they have: how many are missing, not who. */
      unnamed: z.array(z.object({ id: id.nullable(), name: z.string().nullable(), people: z.number() })),
      rows: z.array(
        z.object({
          memberId: id,
          fullName: z.string(),
          givenName: z.string(),
          departmentId: id.nullable(),
          department: z.string().nullable(),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'Members of the cut-off day who have not given, by department.',
  }),
  'drives.record': command({
    input: z.strictObject({ id, gifts: z.array(gift).min(1).max(5000) }),
    output: z.object({ ids: z.array(id), amount: z.number() }),
    errors: ['NOT_FOUND', 'DRIVE_GIFT'],
    touches,
    access: keepers,
    doc: 'Records contributions of members, departments or people outside.',
  }),
  'drives.updateGift': command({
    input: z.strictObject({ id, version, ...gift.shape }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DRIVE_GIFT', 'GIFT_BOOKED'],
    touches,
    access: keepers,
    doc: 'Corrects a contribution that is in no receipt yet.',
  }),
  ...trashing(
    { trash: 'drives.trashGifts', restore: 'drives.restoreGifts' },
    { touches, access: keepers },
    { errors: ['NOT_FOUND', 'GIFT_BOOKED'], doc: 'Moves contributions that are in no receipt to the trash.' },
    { doc: 'Takes contributions back from the trash.' },
  ),
  'drives.book': command({
    input: z.strictObject({
      id,
      ...bookingFields,
      payer: text(150).nullable().default(null),
      /** All that are in no receipt unless told. */
      giftIds: z.array(id).min(1).max(5000).nullable().default(null),
    }),
    output: z.object({ voucherId: id, code: z.string().nullable(), amount: z.number(), count: z.number() }),
    errors: [...BOOKING_ERRORS, 'GIFT_BOOKED', 'NOTHING_TO_BOOK'],
    touches,
    access: keepers,
    doc: 'Puts contributions into the cash book with one receipt.',
  }),
  'drives.unbook': command({
    input: z.strictObject({ voucherId: id }),
    output: changed,
    errors: ['NOT_FOUND', 'PERIOD_CLOSED', 'VOUCHER_KEPT'],
    touches,
    access: keepers,
    doc: 'Takes the receipt of contributions back, while it is the last one, not printed, and its period is open.',
  }),
  'drives.paper': job({
    input: z.strictObject({
      id,
      list: z.enum(['contributors', 'missing']).default('contributors'),
      format: z.enum(['pdf', 'xlsx']).default('pdf'),
    }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'List of the contributors, or of those missing by department, as PDF or XLSX.',
  }),
} satisfies Operations;
