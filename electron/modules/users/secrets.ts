/**
 * Passwords and recovery codes: only a salted scrypt hash is kept, with its parameters beside it. Promise: what was
 * typed is in no row, log, reply or file.
 */
import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** About 100 ms on an office PC; 32 MB. */
const PARAMETERS = { N: 2 ** 15, r: 8, p: 1 };
const HASH_BYTES = 32;

function derive(typed: string, salt: Buffer, { N, r, p }: typeof PARAMETERS): Promise<Buffer> {
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) =>
    scrypt(typed.normalize('NFC'), salt, HASH_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}

/** What is kept of a password. */
export async function hashOf(typed: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(typed, salt, PARAMETERS);
  const { N, r, p } = PARAMETERS;
  return ['scrypt', N, r, p, salt.toString('base64'), hash.toString('base64')].join('$');
}

/** Whether a password is the one kept; takes as long when it is not. */
export async function matches(typed: string, kept: string): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = kept.split('$');
  const wanted = Buffer.from(hash, 'base64');
  const found = await derive(typed, Buffer.from(salt, 'base64'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}

/** No letter is taken for another when it is read from paper. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Five groups of five: about 124 bits. */
export const newCode = (): string =>
  Array.from({ length: 5 }, () =>
    Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');

/** A code as it was meant, however it was typed. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
