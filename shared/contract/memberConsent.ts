/** What members were told about the data kept of them, and who agreed to what (cases.md section 4). */
import { z } from 'zod';
import { CONSENT_WAYS, PURPOSES } from '../domain/consent';
import { id, ids, isoDate, longText, outgoingFile, paging, text, version } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

const purpose = z.enum(PURPOSES);
const how = z.enum(CONSENT_WAYS);
const touches = ['members', 'dashboard', 'settings'] as const;

const toldFields = {
  /** What the unit told its members. */
  told: longText(2000).nullable().default(null),
  toldOn: isoDate.nullable().default(null),
  toldHow: text(200).nullable().default(null),
  /** The person has to agree. */
  asks: z.boolean(),
  /** Years kept after the person left; null: as long as the record. */
  years: z.int().min(0).max(100).nullable().default(null),
};
const purposeRow = z.object({
  purpose,
  /** 0: nothing was written about it yet. */
  version: z.number(),
  told: z.string().nullable(),
  toldOn: z.string().nullable(),
  toldHow: z.string().nullable(),
  asks: z.boolean(),
  years: z.number().nullable(),
  /** The group of fields is in use; true for purposes that are not a group. */
  used: z.boolean(),
  given: z.number(),
  lacking: z.number(),
  withdrawn: z.number(),
  /** People who left longer ago than that and still have something stored. */
  due: z.number(),
});
const consent = z.object({
  id,
  version,
  givenOn: z.string(),
  how,
  note: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
});
const person = z.object({
  id,
  fullName: z.string(),
  givenName: z.string(),
  department: z.string().nullable(),
});

/** Operations spread into the members' contract. */
export const memberConsent = {
  'members.purposes': query({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(purposeRow) }),
    access: access.everyone,
    doc: 'Each purpose data are kept for: what was told and when, how many agreed, lack an answer or withdrew.',
  }),
  'members.savePurpose': command({
    input: z.strictObject({ purpose, version: z.int().min(0), ...toldFields }),
    output: z.object({ version: z.number() }),
    errors: ['VERSION_CONFLICT'],
    touches,
    access: access.chair,
    doc: 'Writes down what members were told about a purpose, whether it asks for consent, and how long its data are kept.',
  }),
  'members.consents': query({
    input: z.strictObject({ memberId: id }),
    output: z.object({
      rows: z.array(z.object({ purpose, asks: z.boolean(), used: z.boolean(), consent: consent.nullable() })),
    }),
    access: access.everyone,
    doc: 'Where a member stands with each purpose: the consent in force, or the last one with the day it was withdrawn.',
  }),
  'members.lackingConsent': query({
    input: z.strictObject({ purpose, search: z.string().max(200).default(''), ...paging }),
    output: z.object({ total: z.number(), rows: z.array(person) }),
    access: access.editors,
    doc: 'Members in force without a consent in force for a purpose, by name; those who withdrew are not among them.',
  }),
  'members.giveConsent': command({
    input: z.strictObject({
      purpose,
      ids,
      givenOn: isoDate,
      how,
      note: text(300).nullable().default(null),
    }),
    output: z.object({ count: z.number() }),
    errors: ['NOT_FOUND', 'DATE_ORDER'],
    touches,
    access: access.editors,
    doc: 'Writes down that members agreed, and how; those whose consent is in force already are passed over.',
  }),
  'members.withdrawConsent': command({
    input: z.strictObject({ id, version, withdrawnOn: isoDate, note: text(300).nullable().default(null) }),
    output: z.object({ id, version, requestId: id }),
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'DATE_ORDER'],
    touches,
    access: access.editors,
    doc: 'Ends a consent: what it was about is no longer shown, and a request with its clock says that it is to be deleted.',
  }),
  'members.renewConsent': command({
    input: z.strictObject({ id, version }),
    output: z.object({ id, version }),
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches,
    access: access.editors,
    doc: 'Takes a withdrawing back, with the request it made.',
  }),
  ...trashing(
    { trash: 'members.trashConsents', restore: 'members.restoreConsents' },
    { touches, access: access.editors },
    { errors: ['NOT_FOUND'], doc: 'Moves consents that were written down by mistake to the trash.' },
    { errors: ['NOT_FOUND'], doc: 'Takes consents back from the trash.' },
  ),
  'members.consentSheet': job({
    input: z.strictObject({ purpose }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.editors,
    doc: 'A sheet to sign on A4: what is told about the purpose, and everybody who has not answered, by department.',
  }),
} satisfies Operations;
