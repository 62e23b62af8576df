/** Schemas of gift campaigns: the campaign, its values and sources, a line of its list. */
import { z } from 'zod';
import { COUNT_FLAGS } from '../domain/eventFigures';
import {
  CAMPAIGN_KINDS,
  CAMPAIGN_STATES,
  GIFT_CATEGORIES,
  GIFT_SOURCES,
  GIFT_WARNINGS,
} from '../domain/welfare';
import { count, id, isoDate, longText, money, requiredText, text, version, year } from './fields';

export const campaignState = z.enum(CAMPAIGN_STATES);
export const giftCategory = z.enum(GIFT_CATEGORIES);
/** Code of a built-in occasion, or 'own:ID' of the unit's own. */
export const occasionCode = z.string().regex(/^([a-z_]{2,40}|own:[1-9]\d{0,9})$/);

/** What one gift is: đồng, a thing, what the thing is worth. */
export const worthFields = {
  cash: money.default(0),
  kindText: text(200).nullable().default(null),
  kindValue: money.default(0),
};

/** What one of a category is given. */
export const giftValue = z.strictObject({ category: giftCategory, ...worthFields });
export const giftSource = z.strictObject({
  kind: z.enum(GIFT_SOURCES),
  /** Of a sponsor, or of the union above. */
  name: text(200).nullable().default(null),
  amount: money,
  /** Money given for one purpose that this is taken from. */
  earmarkId: id.nullable().default(null),
});
/** A count without a list; either a number or the words of the source. */
export const giftCount = z.strictObject({
  value: count.nullable().default(null),
  flag: z.enum(COUNT_FLAGS).default('exact'),
  wording: text(60).nullable().default(null),
  amount: money.nullable().default(null),
  source: requiredText(300),
});

export const campaignFields = {
  name: requiredText(200),
  occasion: occasionCode.nullable().default(null),
  year,
  onDate: isoDate,
  endsOn: isoDate.nullable().default(null),
  place: text(200).nullable().default(null),
  budget: money.nullable().default(null),
  /** Two members of one household are counted once when people are chosen. */
  householdOnce: z.boolean().default(true),
  /** Lines under the title of the list: the programme, the decision it follows. */
  programme: text(200).nullable().default(null),
  decision: text(200).nullable().default(null),
  preparer: text(100).nullable().default(null),
  treasurer: text(100).nullable().default(null),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  grouped: z.boolean().default(false),
  note: longText(2000).nullable().default(null),
  values: z.array(giftValue).max(GIFT_CATEGORIES.length).default([]),
  sources: z.array(giftSource).max(20).default([]),
  kind: z.enum(CAMPAIGN_KINDS).default('list'),
  count: giftCount.nullable().default(null),
};

/** Sums of a list. Money in whole đồng; `mean` null without lines. */
export const campaignTotals = z.object({
  gifts: z.number(),
  cash: z.number(),
  kindValue: z.number(),
  total: z.number(),
  mean: z.number().nullable(),
  received: z.number(),
  unsigned: z.number(),
  /** What the sources add up to. */
  sources: z.number(),
});

export const campaignRow = z.object({
  id,
  version,
  name: z.string(),
  occasion: z.string().nullable(),
  occasionName: z.string().nullable(),
  occasionNameEn: z.string().nullable(),
  year: z.number(),
  onDate: z.string(),
  endsOn: z.string().nullable(),
  place: z.string().nullable(),
  state: campaignState,
  kind: z.enum(CAMPAIGN_KINDS),
  count: giftCount.nullable(),
  budget: z.number().nullable(),
  totals: campaignTotals,
  vouchers: z.number(),
  exception: z.string().nullable(),
});

export const recipientWho = z.enum(['member', 'child', 'collective', 'outsider']);
/** What can be changed on a line; the name and what is under it only of an outsider. */
export const recipientFields = {
  name: requiredText(150),
  birthYear: z
    .string()
    .regex(/^(19|20)\d\d$/)
    .nullable()
    .default(null),
  address: text(200).nullable().default(null),
  relation: text(150).nullable().default(null),
  category: giftCategory,
  ...worthFields,
  note: text(300).nullable().default(null),
};
export const recipientRow = z.object({
  id,
  version,
  campaignId: id,
  /** Place on the list, from 1. */
  number: z.number(),
  who: recipientWho,
  memberId: id.nullable(),
  childId: id.nullable(),
  orgUnitId: id.nullable(),
  name: z.string(),
  birthYear: z.string().nullable(),
  departmentId: id.nullable(),
  department: z.string().nullable(),
  address: z.string().nullable(),
  relation: z.string().nullable(),
  category: giftCategory,
  cash: z.number(),
  kindText: z.string().nullable(),
  kindValue: z.number(),
  note: z.string().nullable(),
  receivedOn: z.string().nullable(),
  receivedBy: z.string().nullable(),
});

export const warningRow = z.object({
  /** Stays the same while the facts do. */
  key: z.string(),
  kind: z.enum(GIFT_WARNINGS),
  /** Names it is about. */
  names: z.array(z.string()),
  /** Numbers of their lines. */
  numbers: z.array(z.number()),
  recipientIds: z.array(id),
  memberIds: z.array(id),
  /** Department, or the other campaign. */
  detail: z.string().nullable(),
  otherId: id.nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
});

/** Why somebody chosen gets no line, or gets one that will be asked about. */
export const CHOICE_WARNINGS = ['already', 'household', 'other', 'inactive'] as const;
export const previewed = z.object({
  found: z.number(),
  already: z.number(),
  household: z.number(),
  toAdd: z.number(),
  total: z.number(),
  /** On the list already, of a household that has one, given at another campaign of the occasion, not active. */
  warnings: z.array(
    z.object({
      kind: z.enum(CHOICE_WARNINGS),
      count: z.number(),
      /** The first of them. */
      names: z.array(z.string()),
    }),
  ),
});
