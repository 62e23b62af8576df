/** Field schemas used by every area. Text is NFC-normalised on its way in; dates are ISO with possibly less precision. */
import { z } from 'zod';

/** Row id inside the file. */
export const id = z.int().positive();
export const ids = z.array(id).min(1).max(100_000);
export const version = z.int().nonnegative();

/** One line of text, trimmed, NFC, without control characters; empty becomes null. */
export const text = (max = 300) =>
  z
    .string()
    .max(max * 2)
    .transform((value) => tidy(value))
    .pipe(z.string().max(max))
    .transform((value) => (value === '' ? null : value));

/** One line of text that must not be empty. */
export const requiredText = (max = 300) =>
  z
    .string()
    .max(max * 2)
    .transform((value) => tidy(value))
    .pipe(z.string().min(1).max(max));

/** Several lines of text, NFC; empty becomes null. */
export const longText = (max = 5000) =>
  z
    .string()
    .max(max)
    .transform((value) =>
      value
        .normalize('NFC')
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
        .trim(),
    )
    .transform((value) => (value === '' ? null : value));

function tidy(value: string): string {
  return value
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const isRealDay = (value: string): boolean => {
  const [year, month = 1, day = 1] = value.split('-').map(Number) as [number, number?, number?];
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
};

/** 'YYYY-MM-DD'. */
export const isoDate = z
  .string()
  .regex(/^(19|20)\d\d-\d\d-\d\d$/)
  .refine(isRealDay, 'DATE_INVALID');
/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export const partialDate = z
  .string()
  .regex(/^(19|20)\d\d(-\d\d(-\d\d)?)?$/)
  .refine(isRealDay, 'DATE_INVALID');

export const year = z.int().min(1990).max(2100);
/** Integer đồng. */
export const money = z.int().min(0).max(9_000_000_000_000);
export const count = z.int().min(0).max(10_000_000);

/** A page of a list. */
export const paging = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) };

/** A produced file on its way out. size in bytes. */
export const outgoingFile = z.object({
  token: z.string(),
  name: z.string(),
  mime: z.string(),
  size: z.number(),
});

/** The reply of a command that changed one row. */
export const saved = z.object({ id, version });
