/** Gift campaigns: occasion, budget, sources, recipients, signature lists (cases.md rows 11-13). */
import { z } from 'zod';
import { care } from './care';
import { id, ids, isoDate, outgoingFile, paging, requiredText, saved, text, version, year } from './fields';
import { voucherKind } from './fundFields';
import { type Access, access, command, job, type Operations, query } from './kernel';
import { childrenFilter } from './memberFamily';
import { memberFilter } from './memberFilter';
import { trashing } from './trashing';
import { welfareBoard } from './welfareBoard';
import {
  campaignFields,
  campaignRow,
  campaignState,
  campaignTotals,
  giftCategory,
  occasionCode,
  previewed,
  recipientFields,
  recipientRow,
  warningRow,
  worthFields,
} from './welfareFields';

/** Those who keep lists of gifts: the chair, the clerk, and the treasurer who hands the money out. */
const keepers: Access = { roles: ['chair', 'treasurer', 'clerk'], sensitive: ['money', 'health'] };
const readers: Access = { roles: access.everyone.roles, sensitive: ['money', 'health'] };

const changed = z.object({ count: z.number() });
const added = z.object({ added: z.number(), already: z.number(), household: z.number(), ids: z.array(id) });
const listErrors = ['NOT_FOUND', 'WELFARE_LISTED', 'WELFARE_COUNT_ONLY'] as const;
/** Whose category follows the hardship of the record. */
const categoryRule = z.union([giftCategory, z.literal('byHardship')]);

const choice = {
  id,
  filter: z.strictObject(memberFilter),
  category: categoryRule,
  /** null: as the campaign says. */
  householdOnce: z.boolean().nullable().default(null),
};

export const CAMPAIGN_CHECKS = [
  'given',
  'unsigned',
  'noVoucher',
  'sourceGap',
  'overBudget',
  'count',
] as const;
export const ARRANGEMENTS = ['name', 'department', 'category'] as const;

export const welfare = {
  'welfare.campaigns': query({
    input: z.strictObject({
      year: year.nullable().default(null),
      /** Days of giving. */
      from: isoDate.nullable().default(null),
      to: isoDate.nullable().default(null),
      search: z.string().max(200).default(''),
      state: campaignState.nullable().default(null),
      occasion: occasionCode.nullable().default(null),
      source: z.enum(['own', 'above', 'employer', 'sponsor']).nullable().default(null),
      /** Given out, unsigned lines, neither voucher nor exception, sources that do not add up, over budget, count only. */
      check: z.enum(CAMPAIGN_CHECKS).nullable().default(null),
      ...paging,
    }),
    output: z.object({
      total: z.number(),
      years: z.array(z.number()),
      rows: z.array(campaignRow),
    }),
    access: readers,
    doc: 'Gift campaigns (đợt quà), the latest first, each with its sums in whole đồng; counts without a list add to none.',
  }),
  'welfare.campaign': query({
    input: z.strictObject({ id }),
    output: z.object({
      id,
      version,
      deletedAt: z.string().nullable(),
      state: campaignState,
      fields: z.object(campaignFields),
      occasionName: z.string().nullable(),
      occasionNameEn: z.string().nullable(),
      /** The day the occasion falls on that year, Vietnam time. */
      occasionDay: z.string().nullable(),
      totals: campaignTotals,
      /** "Một trăm tám mươi mốt triệu đồng". */
      inWords: z.string(),
      /** Lines by what they are worth: 326 of 500.000, 18 of 1.000.000. */
      worths: z.array(z.object({ worth: z.number(), gifts: z.number() })),
      exception: z.string().nullable(),
      vouchers: z.array(
        z.object({
          id,
          kind: voucherKind,
          code: z.string().nullable(),
          onDate: z.string(),
          amount: z.number(),
          reason: z.string(),
          status: z.string(),
        }),
      ),
      openWarnings: z.number(),
      /** Lines worth something else than planned for their category. */
      offPlan: z.number(),
      /** Active members on the day, and how many of them are on the list. */
      members: z.object({ active: z.number(), given: z.number() }),
    }),
    errors: ['NOT_FOUND'],
    access: readers,
    doc: 'One campaign with its values, sources, sums, vouchers and the number of open warnings.',
  }),
  'welfare.createCampaign': command({
    input: z.strictObject(campaignFields),
    output: saved,
    errors: ['INVALID_INPUT', 'DATE_ORDER', 'NOT_FOUND', 'WELFARE_COUNT_SOURCE'],
    touches: ['welfare', 'dashboard'],
    access: keepers,
    doc: 'Begins a gift campaign, or records a count that only a source tells of.',
  }),
  'welfare.updateCampaign': command({
    input: z.strictObject({ id, version, ...campaignFields }),
    output: saved,
    errors: [
      'VERSION_CONFLICT',
      'NOT_FOUND',
      'DATE_ORDER',
      'CLOSED',
      'IN_USE',
      'WELFARE_LISTED',
      'WELFARE_COUNT_SOURCE',
    ],
    touches: ['welfare', 'dashboard'],
    access: keepers,
    doc: 'Changes a campaign; another day makes the names and departments of its lines those of that day.',
  }),
  'welfare.setState': command({
    input: z.strictObject({ id, version, state: campaignState }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'WELFARE_UNSETTLED', 'WELFARE_EMPTY'],
    touches: ['welfare', 'dashboard', 'members'],
    access: keepers,
    doc: 'Draft, listed, given, settled; settled needs every line signed, sources that add up, and a voucher or an exception.',
  }),
  'welfare.setException': command({
    input: z.strictObject({ id, version, exception: text(300).nullable() }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'CLOSED'],
    touches: ['welfare', 'dashboard'],
    access: keepers,
    doc: 'Explains why a campaign has no voucher.',
  }),
  'welfare.copyCampaign': command({
    input: z.strictObject({ id, year, name: requiredText(200).nullable().default(null) }),
    output: saved,
    errors: ['NOT_FOUND'],
    touches: ['welfare'],
    access: keepers,
    doc: 'A campaign of another year with the same plan and the people who are still there; without receipts, on the day of that year.',
  }),
  ...trashing(
    { trash: 'welfare.trash', restore: 'welfare.restore' },
    { touches: ['welfare', 'dashboard', 'members'], access: keepers },
    { errors: ['NOT_FOUND'], doc: 'Moves campaigns with their lists to the trash.' },
    { doc: 'Takes campaigns back from the trash.' },
  ),
  'welfare.recipients': query({
    input: z.strictObject({
      id,
      search: z.string().max(200).default(''),
      category: giftCategory.nullable().default(null),
      received: z.boolean().nullable().default(null),
      departmentIds: z.array(id).max(500).default([]),
      ids: z.array(id).max(5000).nullable().default(null),
      ...paging,
    }),
    output: z.object({ total: z.number(), rows: z.array(recipientRow) }),
    errors: ['NOT_FOUND'],
    access: readers,
    doc: 'Lines of a list in their order.',
  }),
  'welfare.preview': query({
    input: z.strictObject(choice),
    output: previewed,
    errors: ['NOT_FOUND', 'FIELD_OFF'],
    access: readers,
    doc: 'How many lines choosing these members would add, what they would be worth and what would be asked about them; the register of the campaign’s day.',
  }),
  'welfare.addMembers': command({
    input: z.strictObject(choice),
    output: added,
    errors: [...listErrors, 'FIELD_OFF'],
    touches: ['welfare'],
    access: keepers,
    doc: 'Adds members chosen by the register’s filters, as they are on the day; of a household one, if the campaign says so.',
  }),
  'welfare.addChildren': command({
    input: z.strictObject({
      id,
      filter: z.strictObject(childrenFilter),
      category: giftCategory.default('child'),
    }),
    output: added,
    errors: [...listErrors],
    touches: ['welfare'],
    access: keepers,
    doc: 'Adds children of members (1/6, Trung thu); a child of two members is one line.',
  }),
  'welfare.addUnits': command({
    input: z.strictObject({ id, orgUnitIds: ids, category: giftCategory.default('collective') }),
    output: added,
    errors: [...listErrors],
    touches: ['welfare'],
    access: keepers,
    doc: 'Adds departments as recipients of one gift each.',
  }),
  'welfare.addOutsiders': command({
    input: z.strictObject({
      id,
      people: z
        .array(
          z.strictObject({
            name: requiredText(150),
            birthYear: recipientFields.birthYear,
            address: text(200).nullable().default(null),
            relation: text(150).nullable().default(null),
            category: giftCategory.default('outsider'),
            note: text(300).nullable().default(null),
          }),
        )
        .min(1)
        .max(2000),
    }),
    output: added,
    errors: [...listErrors],
    touches: ['welfare'],
    access: keepers,
    doc: 'Adds people who are not members: families, retired, poor of the place.',
  }),
  'welfare.updateRecipient': command({
    input: z.strictObject({ id, version, ...recipientFields }),
    output: saved,
    errors: ['VERSION_CONFLICT', ...listErrors],
    touches: ['welfare', 'dashboard'],
    access: keepers,
    doc: 'Changes a line: category, worth, note; of an outsider also who it is.',
  }),
  'welfare.setWorth': command({
    input: z.strictObject({
      rows: z
        .array(z.strictObject({ id, category: giftCategory, ...worthFields }))
        .min(1)
        .max(20_000),
    }),
    output: changed,
    errors: [...listErrors],
    touches: ['welfare', 'dashboard'],
    access: keepers,
    doc: 'Changes category and worth of many lines.',
  }),
  'welfare.applyValues': command({
    input: z.strictObject({ id }),
    output: changed,
    errors: [...listErrors],
    touches: ['welfare', 'dashboard'],
    access: keepers,
    doc: 'Gives every line what the campaign plans for its category.',
  }),
  'welfare.removeRecipients': command({
    input: z.strictObject({ ids }),
    output: changed,
    errors: [...listErrors],
    touches: ['welfare', 'dashboard', 'members'],
    access: keepers,
    doc: 'Takes lines off a list, into the trash.',
  }),
  'welfare.restoreRecipients': command({
    input: z.strictObject({ ids }),
    output: changed,
    errors: [...listErrors],
    touches: ['welfare', 'dashboard', 'members'],
    access: keepers,
    doc: 'Puts lines back on their list.',
  }),
  'welfare.arrange': command({
    input: z.strictObject({
      id,
      /** By given name, by department, by category; or the order of `ids`. */
      by: z.enum(ARRANGEMENTS).nullable().default(null),
      ids: z.array(id).max(100_000).default([]),
      /** Puts one line at a number of the list, the others as they are. */
      move: z
        .strictObject({ id, number: z.int().min(1).max(100_000) })
        .nullable()
        .default(null),
    }),
    output: changed,
    errors: [...listErrors],
    touches: ['welfare'],
    access: keepers,
    doc: 'Puts the lines of a list in order, or one line in another place; new lines come last.',
  }),
  'welfare.receive': command({
    input: z.strictObject({
      id,
      /** null: every line not signed yet. */
      recipientIds: z.array(id).max(100_000).nullable().default(null),
      /** null: not received. */
      receivedOn: isoDate.nullable(),
      receivedBy: text(150).nullable().default(null),
    }),
    output: changed,
    errors: ['NOT_FOUND', 'CLOSED'],
    touches: ['welfare', 'dashboard', 'members'],
    access: keepers,
    doc: 'Records who signed for their gift, on which day and through whom; or takes that back.',
  }),
  'welfare.setReceipts': command({
    input: z.strictObject({
      rows: z
        .array(
          z.strictObject({
            id,
            receivedOn: isoDate.nullable(),
            receivedBy: text(150).nullable().default(null),
          }),
        )
        .min(1)
        .max(100_000),
    }),
    output: changed,
    errors: ['NOT_FOUND', 'CLOSED'],
    touches: ['welfare', 'dashboard', 'members'],
    access: keepers,
    doc: 'Records receipts line by line.',
  }),
  'welfare.warnings': query({
    input: z.strictObject({ id }),
    output: z.object({ open: z.number(), rows: z.array(warningRow) }),
    errors: ['NOT_FOUND'],
    access: readers,
    doc: 'What to look at before printing: twice, two in a household, passed over for three years, not active, no department.',
  }),
  'welfare.overrideWarnings': command({
    input: z.strictObject({
      id,
      rows: z
        .array(
          z.strictObject({
            key: z.string().min(3).max(300),
            /** null: open again. */ reason: text(300).nullable(),
          }),
        )
        .min(1)
        .max(5000),
    }),
    output: changed,
    errors: ['NOT_FOUND', 'CLOSED'],
    touches: ['welfare'],
    access: keepers,
    doc: 'Lets warnings stand, with the reason, who decided and when; or opens them again.',
  }),
  'welfare.signatureList': job({
    input: z.strictObject({
      id,
      format: z.enum(['pdf', 'xlsx', 'docx']).default('pdf'),
      /** null: as the campaign says. */
      orientation: z.enum(['portrait', 'landscape']).nullable().default(null),
      grouped: z.boolean().nullable().default(null),
    }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'CANCELLED', 'TEXT_OVERFLOW'],
    access: readers,
    doc: 'The list to sign (danh sách ký nhận): numbered, with page totals, carried totals, the grand total and its words.',
  }),
  ...welfareBoard,
  ...care,
} satisfies Operations;
