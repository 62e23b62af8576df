/** Donors, their gifts, and money given for one purpose only (cases.md row 7). */
import { z } from 'zod';
import { DONOR_GIFT_KINDS, DONOR_KINDS } from '../domain/dues';
import { BOOKING_ERRORS, bookingFields, changed } from './dues';
import {
  id,
  ids,
  isoDate,
  longText,
  money,
  outgoingFile,
  paging,
  requiredText,
  saved,
  text,
  version,
  year,
} from './fields';
import { type Access, access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

const keepers: Access = { roles: ['chair', 'treasurer', 'clerk'] };
const touches = ['funds', 'welfare', 'dashboard'] as const;
const search = z.string().max(200).default('');
const key = { id: id.nullable().default(null), version: version.nullable().default(null) };

const donorFields = {
  kind: z.enum(DONOR_KINDS).default('organisation'),
  name: requiredText(200),
  /** Not to be named on papers and lists. */
  anonymous: z.boolean().default(false),
  /** "Quý Công ty", "Ông". */
  addressForm: text(60).nullable().default(null),
  contact: text(150).nullable().default(null),
  phone: text(40).nullable().default(null),
  email: text(150).nullable().default(null),
  address: text(300).nullable().default(null),
  note: longText(1000).nullable().default(null),
};
const donorRow = z.object({
  id,
  version,
  ...donorFields,
  gifts: z.number(),
  money: z.number(),
  lastOn: z.string().nullable(),
  notThanked: z.number(),
});
const giftFields = {
  donorId: id,
  onDate: isoDate,
  kind: z.enum(DONOR_GIFT_KINDS).default('money'),
  /** Money, or what a thing is said to be worth; null: not said. */
  amount: money.nullable().default(null),
  goods: text(300).nullable().default(null),
  occasion: text(150).nullable().default(null),
  programme: text(200).nullable().default(null),
  /** What was done with it, for the letter. */
  usedFor: text(300).nullable().default(null),
  earmarkId: id.nullable().default(null),
  note: text(300).nullable().default(null),
};
const giftRow = z.object({
  id,
  version,
  ...giftFields,
  donor: z.string(),
  anonymous: z.boolean(),
  earmark: z.string().nullable(),
  voucherId: id.nullable(),
  code: z.string().nullable(),
  thankedOn: z.string().nullable(),
});
const earmarkFields = {
  name: requiredText(200),
  purpose: text(300).nullable().default(null),
  beneficiary: text(200).nullable().default(null),
  fundId: id.nullable().default(null),
  closedOn: isoDate.nullable().default(null),
  note: longText(1000).nullable().default(null),
};
const balance = { received: z.number(), spent: z.number(), left: z.number() };
const earmarkRow = z.object({ id, version, ...earmarkFields, fundName: z.string().nullable(), ...balance });
const useFields = {
  earmarkId: id,
  onDate: isoDate,
  amount: z.int().min(1).max(9_000_000_000_000),
  what: requiredText(300),
  /** A payment of the cash book. */
  voucherId: id.nullable().default(null),
};

export const donors = {
  'donors.list': query({
    input: z.strictObject({ search, notThanked: z.boolean().default(false), ...paging }),
    output: z.object({ total: z.number(), rows: z.array(donorRow) }),
    access: keepers,
    doc: 'Donors with what they gave.',
  }),
  'donors.get': query({
    input: z.strictObject({ id }),
    output: z.object({ donor: donorRow, gifts: z.array(giftRow) }),
    errors: ['NOT_FOUND'],
    access: keepers,
    doc: 'One donor with every gift, the latest first.',
  }),
  'donors.save': command({
    input: z.strictObject({ ...key, ...donorFields }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND'],
    touches,
    access: keepers,
    doc: 'Adds a donor, or changes one.',
  }),
  ...trashing(
    { trash: 'donors.trash', restore: 'donors.restore' },
    { touches, access: keepers },
    { errors: ['NOT_FOUND', 'IN_USE'], doc: 'Moves donors without gifts to the trash.' },
    { doc: 'Takes donors back from the trash.' },
  ),
  'donors.gifts': query({
    input: z.strictObject({
      search,
      year: year.nullable().default(null),
      donorId: id.nullable().default(null),
      earmarkId: id.nullable().default(null),
      notThanked: z.boolean().default(false),
      ...paging,
    }),
    output: z.object({ total: z.number(), money: z.number(), rows: z.array(giftRow) }),
    access: keepers,
    doc: 'Gifts of donors, the latest first; money in whole đồng, things apart.',
  }),
  'donors.saveGift': command({
    input: z.strictObject({
      ...key,
      ...giftFields,
      /** Of a new gift of money: its receipt. */
      book: z.strictObject({ fundId: id, holding: bookingFields.holding }).nullable().default(null),
    }),
    output: saved.extend({ code: z.string().nullable() }),
    errors: ['VERSION_CONFLICT', 'DONOR_GIFT', 'GIFT_BOOKED', ...BOOKING_ERRORS],
    touches,
    access: keepers,
    doc: 'Records a gift of money or of things, with its receipt; the money of one in a receipt stays.',
  }),
  'donors.bookGift': command({
    input: z.strictObject({ id, ...bookingFields }),
    output: z.object({ voucherId: id, code: z.string().nullable() }),
    errors: ['DONOR_GIFT', 'GIFT_BOOKED', ...BOOKING_ERRORS],
    touches,
    access: keepers,
    doc: 'Puts a gift of money into the cash book with a receipt.',
  }),
  'donors.unbookGift': command({
    input: z.strictObject({ id }),
    output: changed,
    errors: ['NOT_FOUND', 'PERIOD_CLOSED', 'VOUCHER_KEPT'],
    touches,
    access: keepers,
    doc: 'Takes the receipt of a gift back, while it is the last one, not printed, and its period is open.',
  }),
  ...trashing(
    { trash: 'donors.trashGifts', restore: 'donors.restoreGifts' },
    { touches, access: keepers },
    {
      errors: ['NOT_FOUND', 'PERIOD_CLOSED', 'VOUCHER_KEPT'],
      doc: 'Moves gifts to the trash and takes their receipts back.',
    },
    {
      errors: ['NOT_FOUND', 'PERIOD_CLOSED'],
      doc: 'Takes gifts back from the trash, with receipts of the next numbers.',
    },
  ),
  'donors.setThanked': command({
    input: z.strictObject({ ids, on: isoDate.nullable() }),
    output: changed,
    errors: ['NOT_FOUND'],
    touches,
    access: keepers,
    doc: 'Says when the donors of gifts were thanked; null: not yet.',
  }),
  'donors.letters': job({
    input: z.strictObject({ ids: ids.max(500) }),
    output: outgoingFile,
    errors: [
      'NOT_FOUND',
      'NOTHING_TO_PRINT',
      'TEXT_OVERFLOW',
      'DOCX_BROKEN',
      'FILE_MISSING',
      'FILE_ALTERED',
      'CANCELLED',
    ],
    touches: ['funds', 'dashboard'],
    access: keepers,
    doc: 'Thank-you letters on the layout chosen for them, else from the Word template in use, one for each donor with the gifts chosen; those who stay unnamed get none.',
  }),
  'donors.yearList': job({
    input: z.strictObject({ year, format: z.enum(['pdf', 'xlsx']).default('pdf') }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: keepers,
    doc: 'Donors of a year with what they gave and for what, as PDF or XLSX.',
  }),
  'donors.earmarks': query({
    input: z.strictObject({ open: z.boolean().default(false) }),
    output: z.object({
      rows: z.array(earmarkRow),
      /** What a fund holds, of it for one purpose only, and what is free. */
      funds: z.array(
        z.object({ id, name: z.string(), holds: z.number(), earmarked: z.number(), free: z.number() }),
      ),
    }),
    access: access.everyone,
    doc: 'Money given for one purpose: received, spent, left; and what of each fund is free.',
  }),
  'donors.earmark': query({
    input: z.strictObject({ id }),
    output: z.object({
      earmark: earmarkRow,
      entries: z.array(
        z.object({
          kind: z.enum(['gift', 'drive', 'use', 'campaign', 'case']),
          id,
          onDate: z.string(),
          what: z.string(),
          amount: z.number(),
          left: z.number(),
          voucherId: id.nullable(),
          code: z.string().nullable(),
          version: z.number().nullable(),
        }),
      ),
      /** Of what is left. */
      inWords: z.string(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One purpose with every đồng that came for it and went out, and what was left after each.',
  }),
  'donors.saveEarmark': command({
    input: z.strictObject({ ...key, ...earmarkFields }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND'],
    touches,
    access: keepers,
    doc: 'Adds a purpose money is given for, or changes one.',
  }),
  ...trashing(
    { trash: 'donors.trashEarmarks', restore: 'donors.restoreEarmarks' },
    { touches, access: keepers },
    { errors: ['NOT_FOUND', 'IN_USE'], doc: 'Moves purposes nothing was given for to the trash.' },
    { doc: 'Takes purposes back from the trash.' },
  ),
  'donors.saveUse': command({
    input: z.strictObject({ ...key, ...useFields }),
    output: saved.extend({
      /** What is left after it; below nothing: spent more than came in. */ left: z.number(),
    }),
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'EARMARK_TWICE'],
    touches,
    access: keepers,
    doc: 'Records what money of one purpose was spent on, with its payment; says when more is spent than came in.',
  }),
  ...trashing(
    { trash: 'donors.trashUses', restore: 'donors.restoreUses' },
    { touches, access: keepers },
    { errors: ['NOT_FOUND'], doc: 'Moves spending of one purpose to the trash.' },
    { doc: 'Takes spending of one purpose back from the trash.' },
  ),
} satisfies Operations;
