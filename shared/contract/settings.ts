/** Settings of the store, the trash of every area, the change log, and what the About page shows. */
import { z } from 'zod';
import { audit } from './audit';
import { holidays } from './holidays';
import { AREAS, access, command, type Operations, query, ROLES } from './kernel';

/** First day of the union year (năm công tác): '01-01' is the calendar year, '12-01' runs 1/12–30/11. */
export const unionYearStart = z.string().regex(/^(0[1-9]|1[0-2])-01$/);
const isoDate = z.iso.date();

export const settingsValue = z.strictObject({
  version: z.int(),
  language: z.enum(['vi', 'en']),
  /** 'wide' is the "Rộng" density of the screens. */
  density: z.enum(['normal', 'wide']),
  /** In force today. */
  unionYearStart,
  /** Every rule with the day it takes effect, oldest first. */
  unionYearHistory: z.array(z.strictObject({ from: isoDate, start: unionYearStart })),
  /** Days and months under ten print with a zero: "08/03". */
  twoDigits: z.boolean(),
  /** The word between hundred and unit: "một trăm lẻ năm" or "một trăm linh năm". */
  oddWord: z.enum(['le', 'linh']),
  /** The word for a thousand: "năm nghìn" or "năm ngàn". */
  thousandWord: z.enum(['nghin', 'ngan']),
  /** Whole thousands end "đồng chẵn". */
  evenWord: z.boolean(),
});
export type SettingsValue = z.output<typeof settingsValue>;

const trashRow = z.strictObject({
  entity: z.string(),
  area: z.enum(AREAS),
  id: z.int(),
  label: z.string(),
  deletedAt: z.string(),
  /** The group or department this member was in has closed: restored, the member is in none. */
  placeClosed: z.boolean(),
  /** Operation that takes `{ ids: [id] }` and brings the record back. */
  restoreOperation: z.string(),
});

const auditRow = z.strictObject({
  id: z.int(),
  at: z.string(),
  actor: z.string(),
  role: z.enum(ROLES),
  entity: z.string(),
  entityId: z.int().nullable(),
  action: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});

export const settings = {
  'settings.get': query({
    input: z.strictObject({}),
    output: settingsValue,
    access: access.everyone,
    doc: 'Settings in force, with the history of the dated ones.',
  }),
  'settings.update': command({
    input: z.strictObject({
      version: z.int().min(0),
      language: z.enum(['vi', 'en']).optional(),
      density: z.enum(['normal', 'wide']).optional(),
      unionYear: z.strictObject({ from: isoDate, start: unionYearStart }).optional(),
      twoDigits: z.boolean().optional(),
      oddWord: z.enum(['le', 'linh']).optional(),
      thousandWord: z.enum(['nghin', 'ngan']).optional(),
      evenWord: z.boolean().optional(),
    }),
    output: settingsValue,
    errors: ['VERSION_CONFLICT'],
    touches: ['settings'],
    access: access.editors,
    doc: 'Changes the settings given; a new union year start is added to its history from the given day.',
  }),
  'settings.about': query({
    input: z.strictObject({}),
    output: z.strictObject({
      product: z.string(),
      version: z.string(),
      schemaVersion: z.int(),
      sqliteVersion: z.string(),
      nodeVersion: z.string(),
      electronVersion: z.string().nullable(),
      platform: z.string(),
      licence: z.string(),
      /** Last part of the data folder's name, for recognising it. */
      folderName: z.string(),
      storeBytes: z.int(),
      storeCreatedAt: z.string(),
    }),
    access: access.everyone,
    doc: 'Versions of the program and of the store; sizes in bytes.',
  }),
  'trash.list': query({
    input: z.strictObject({ area: z.enum(AREAS).optional() }),
    output: z.strictObject({ rows: z.array(trashRow) }),
    access: access.everyone,
    doc: 'Every trashed record of every area, newest first.',
  }),
  'audit.list': query({
    input: z.strictObject({
      limit: z.int().min(1).max(200).default(50),
      /** Continue below this id. */
      before: z.int().min(1).optional(),
      entity: z.string().max(60).optional(),
      entityId: z.int().optional(),
    }),
    output: z.strictObject({ rows: z.array(auditRow), next: z.int().nullable() }),
    access: { roles: ['chair', 'inspector'], sensitive: ['identity', 'politics', 'health', 'money'] },
    doc: 'The change log as it is stored, newest first, a page at a time; sensitive values are masked.',
  }),
  ...audit,
  ...holidays,
} satisfies Operations;
