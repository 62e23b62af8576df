/** Figures of welfare over a period, whether gifts are shared out fairly, and what goes to the books. */
import { z } from 'zod';
import { COUNT_FLAGS } from '../domain/eventFigures';
import { GIFT_SOURCES } from '../domain/welfare';
import { id, isoDate, paging, year } from './fields';
import { holding } from './fundFields';
import { type Access, access, command, type Operations, query } from './kernel';

const readers: Access = { roles: access.everyone.roles, sensitive: ['money'] };

const keepers: Access = { roles: ['chair', 'treasurer', 'clerk'] };

export const welfareBoard = {
  'welfare.makeVouchers': command({
    input: z.strictObject({
      id,
      fundId: id,
      onDate: isoDate,
      holding,
      /** Places of the sources paid from this fund, from 0; money of others is recorded as received first. */
      sources: z.array(z.int().min(0).max(50)).min(1).max(50),
    }),
    output: z.object({ id, code: z.string().nullable(), amount: z.number(), receipts: z.number() }),
    errors: [
      'NOT_FOUND',
      'WELFARE_COUNT_ONLY',
      'WELFARE_EMPTY',
      'WELFARE_PAID',
      'PERIOD_CLOSED',
      'VOUCHER_BEFORE_OPENING',
    ],
    touches: ['funds', 'welfare', 'dashboard'],
    access: keepers,
    doc: 'Records the payment of a campaign from its sources, once; with a receipt for each source of others that went through the fund.',
  }),
  'welfare.figures': query({
    input: z.strictObject({ from: isoDate, to: isoDate }),
    output: z.object({
      /** Of campaigns given out in the period, whole đồng. */
      campaigns: z.number(),
      gifts: z.number(),
      total: z.number(),
      mean: z.number().nullable(),
      sources: z.array(z.object({ kind: z.enum(GIFT_SOURCES), amount: z.number(), campaigns: z.number() })),
      occasions: z.array(
        z.object({
          occasion: z.string().nullable(),
          name: z.string().nullable(),
          nameEn: z.string().nullable(),
          campaigns: z.number(),
          gifts: z.number(),
          total: z.number(),
        }),
      ),
      /** Known only as counts from a source; in none of the sums. */
      counts: z.array(
        z.object({
          id,
          name: z.string(),
          value: z.number().nullable(),
          flag: z.enum(COUNT_FLAGS),
          wording: z.string().nullable(),
          amount: z.number().nullable(),
          source: z.string(),
        }),
      ),
      /** Lists not given out yet. */
      preparing: z.object({ campaigns: z.number(), gifts: z.number(), total: z.number() }),
      unsigned: z.number(),
      unsignedCampaigns: z.number(),
      withoutVoucher: z.number(),
    }),
    errors: ['DATE_ORDER'],
    access: readers,
    doc: 'Gifts (suất) and đồng given out over a period by source and occasion, with what is unsigned or without a voucher.',
  }),
  'welfare.board': query({
    input: z.strictObject({ year, id: id.nullable().default(null) }),
    output: z.object({
      asOf: z.string(),
      gifts: z.number(),
      people: z.number(),
      rows: z.array(
        z.object({
          departmentId: id.nullable(),
          name: z.string().nullable(),
          gifts: z.number(),
          total: z.number(),
          /** Active members of the department on the day. */
          people: z.number(),
          given: z.number(),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
    access: readers,
    doc: 'Share of each department in the gifts of a year, or of one campaign, against its share in the active members.',
  }),
  'welfare.givenLines': query({
    input: z.strictObject({
      year,
      /** null: people without a department. */
      departmentId: id.nullable(),
      ...paging,
    }),
    output: z.object({
      total: z.number(),
      rows: z.array(
        z.object({
          id,
          memberId: id.nullable(),
          name: z.string(),
          campaignId: id,
          campaign: z.string(),
          onDate: z.string(),
          worth: z.number(),
        }),
      ),
    }),
    access: readers,
    doc: 'The gifts of a year that the board counts for one department, by name.',
  }),
  'welfare.neverGiven': query({
    input: z.strictObject({
      year,
      departmentIds: z.array(id).max(500).default([]),
      ...paging,
    }),
    output: z.object({
      total: z.number(),
      /** First and last day looked at. */
      from: z.string(),
      to: z.string(),
      /** The first campaign recorded; null when there is none: nothing can be said. */
      since: z.string().nullable(),
      rows: z.array(
        z.object({
          memberId: id,
          fullName: z.string(),
          givenName: z.string(),
          department: z.string().nullable(),
          joined: z.string().nullable(),
          lastGift: z.string().nullable(),
        }),
      ),
    }),
    access: readers,
    doc: 'Active members who were given nothing in three years up to the end of a year, and had joined before them.',
  }),
} satisfies Operations;
