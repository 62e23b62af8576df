/** Award money: dated base wages and coefficients, what they propose for a decision, sums by source, the voucher. */
import { z } from 'zod';
import { RECIPIENT_KINDS } from '../domain/awards';
import { HOLDINGS } from '../domain/funds';
import { id, isoDate, partialDate, requiredText, saved, text, version, year } from './fields';
import { access, command, type Operations, query } from './kernel';
import { trashing } from './trashing';

const saving = { id: id.nullable().default(null), version: version.nullable().default(null) };
const wageFields = {
  amount: z.int().min(1).max(1_000_000_000),
  validFrom: isoDate,
  source: text(300).nullable().default(null),
  toCheck: z.boolean().default(false),
  note: text(300).nullable().default(null),
};
const coefficientFields = {
  /** Code of the form of award. */
  formCode: requiredText(20),
  recipient: z.enum(RECIPIENT_KINDS),
  /** Of the base wage, in hundredths: 0,3 is 30. */
  hundredths: z.int().min(1).max(100_000),
  validFrom: isoDate,
  validTo: partialDate.nullable().default(null),
  source: text(300).nullable().default(null),
  toCheck: z.boolean().default(false),
};
const inTrash = <T extends string, R extends string>(names: { trash: T; restore: R }, what: string) =>
  trashing(
    names,
    { touches: ['awards'], access: access.editors },
    { errors: ['NOT_FOUND'], doc: `Moves ${what} to the trash.` },
    { errors: ['DUPLICATE'], doc: `Takes ${what} back from the trash.` },
  );

export const awardMoney = {
  'awardMoney.rates': query({
    input: z.strictObject({}),
    output: z.object({
      wages: z.array(
        z.object({
          id,
          version,
          amount: z.number(),
          validFrom: z.string(),
          source: z.string().nullable(),
          toCheck: z.boolean(),
          note: z.string().nullable(),
        }),
      ),
      coefficients: z.array(
        z.object({
          id,
          version,
          formCode: z.string(),
          form: z.string().nullable(),
          formEn: z.string().nullable(),
          recipient: z.enum(RECIPIENT_KINDS),
          hundredths: z.number(),
          validFrom: z.string(),
          validTo: z.string().nullable(),
          source: z.string().nullable(),
          toCheck: z.boolean(),
          /** What it comes to today; null without a base wage. */
          today: z.number().nullable(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Base wages by day and coefficients by form of award and recipient, with what each comes to today.',
  }),
  'awardMoney.saveWage': command({
    input: z.strictObject({ ...saving, ...wageFields }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DUPLICATE'],
    touches: ['awards'],
    access: access.editors,
    doc: 'Adds the base wage from a day on, or corrects one.',
  }),
  ...inTrash({ trash: 'awardMoney.trashWages', restore: 'awardMoney.restoreWages' }, 'base wages'),
  'awardMoney.saveCoefficient': command({
    input: z.strictObject({ ...saving, ...coefficientFields }),
    output: saved,
    errors: ['VERSION_CONFLICT', 'NOT_FOUND', 'DUPLICATE', 'DATE_ORDER'],
    touches: ['awards'],
    access: access.editors,
    doc: 'Adds a coefficient for a form of award and a kind of recipient from a day on, or corrects one.',
  }),
  ...inTrash(
    { trash: 'awardMoney.trashCoefficients', restore: 'awardMoney.restoreCoefficients' },
    'coefficients',
  ),
  'awardMoney.propose': query({
    input: z.strictObject({ decisionId: id }),
    output: z.object({
      day: z.string(),
      baseWage: z.object({ amount: z.number(), validFrom: z.string(), toCheck: z.boolean() }).nullable(),
      kinds: z.array(
        z.object({
          kind: z.enum(RECIPIENT_KINDS),
          hundredths: z.number(),
          toCheck: z.boolean(),
          source: z.string().nullable(),
          /** Rounded up to 10.000 đ; null without a base wage. */
          proposed: z.number().nullable(),
          /** As typed in the decision. */
          typed: z.number().nullable(),
          /** How many have a sum of their own. */
          own: z.number(),
        }),
      ),
      /** All the money of the decision; null while nothing is known. */
      total: z.number().nullable(),
      vouchers: z.array(
        z.object({ id, code: z.string().nullable(), amount: z.number(), onDate: z.string() }),
      ),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'What coefficients and the base wage of the day come to for each kind of recipient, beside what was typed; and its vouchers.',
  }),
  'awardMoney.pay': command({
    input: z.strictObject({
      decisionId: id,
      fundId: id,
      onDate: isoDate,
      holding: z.enum(HOLDINGS).default('cash'),
      personName: text(200).nullable().default(null),
      numbered: z.boolean().default(true),
    }),
    output: saved.extend({ number: z.number().nullable(), code: z.string().nullable(), amount: z.number() }),
    errors: [
      'NOT_FOUND',
      'AWARD_PAID',
      'AWARD_NO_MONEY',
      'AWARD_DRAFT',
      'PERIOD_CLOSED',
      'VOUCHER_BEFORE_OPENING',
      'VOUCHER_CATEGORY',
      'NUMBER_TAKEN',
    ],
    touches: ['awards', 'funds'],
    access: access.editors,
    doc: 'Makes the payment of a decision’s award money, once.',
  }),
  'awardMoney.sums': query({
    input: z.strictObject({ /** null is every year. */ year: year.nullable().default(null) }),
    output: z.object({
      rows: z.array(
        z.object({
          source: z.string().nullable(),
          decisions: z.number(),
          amount: z.number(),
          /** Of that, by voucher. */
          paid: z.number(),
          items: z.array(
            z.object({
              decisionId: id,
              number: z.string().nullable(),
              form: z.string(),
              formEn: z.string().nullable(),
              amount: z.number(),
              paid: z.number(),
            }),
          ),
        }),
      ),
      total: z.number(),
      paid: z.number(),
    }),
    access: access.everyone,
    doc: 'Award money of the decisions issued in a year or in all, by the source it comes from, and what was paid by voucher.',
  }),
} satisfies Operations;
