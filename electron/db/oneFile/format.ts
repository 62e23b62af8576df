/**
 * A copy as one file, `.sod`. All numbers are big-endian.
 *
 *      8  "SoCDcopy"
 *      4  length of the header
 *      n  header, JSON: { format, at, appVersion, schemaVersion, chunk, salt, key }
 *     32  SHA-256 of all before
 *      …  the content in chunks of `chunk` bytes, the last one shorter but never empty, each followed by a seal of 16
 *
 * The content is the length of the manifest (4), the manifest (JSON), and its parts one after another: the store, then
 * the attached files.
 *
 * `key` is null in an open copy. Else it says how a passphrase becomes a key: { name: 'scrypt', n, r, p, salt, check }.
 * The passphrase is taken in NFKC. Key of the file = HKDF-SHA-256(scrypt's 32 bytes, salt of the header, "so-cong-doan
 * copy 1"); `check` = the first 8 bytes of HMAC-SHA-256(key, "check"), which tells a wrong passphrase from damage.
 *
 * Seal: nonce = number of the chunk (8) ‖ 0 0 0 ‖ 1 for the last chunk, else 0. Encrypted: the tag of AES-256-GCM over the
 * chunk with that nonce and the header's SHA-256 beside. Open: the first 16 bytes of SHA-256(header's SHA-256 ‖ nonce ‖
 * chunk). So a copy that was cut, put in another order, mixed with another one or altered by a bit is found, and an
 * encrypted one by nobody without the passphrase.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  scrypt,
} from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../shared/contract/errors';

export const MAGIC = Buffer.from('SoCDcopy');
export const FORMAT = 1;
export const SEAL_BYTES = 16;
export const MAX_HEADER_BYTES = 64 * 1024;
const CHUNK_BYTES = 1 << 20;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** How a passphrase becomes a key. Bounds keep a made-up file from asking for hours or gigabytes. */
const derivation = z.object({
  name: z.literal('scrypt'),
  n: z.union([15, 16, 17, 18].map((power) => z.literal(2 ** power))),
  r: z.literal(8),
  p: z.int().min(1).max(4),
  salt: hex(16),
});
export type Derivation = z.output<typeof derivation>;

export const fileHeader = z.object({
  format: z.int(),
  /** UTC instant the copy was made. */
  at: z.string().max(40),
  appVersion: z.string().max(40),
  schemaVersion: z.int(),
  chunk: z
    .int()
    .min(4096)
    .max(4 << 20),
  salt: hex(16),
  key: derivation.extend({ check: hex(8) }).nullable(),
});
export type FileHeader = z.output<typeof fileHeader>;

/** A key made from a passphrase, with how it was made. It opens every copy made with it. */
export interface Lock {
  derivation: Derivation;
  /** 32 bytes. */
  key: Buffer;
}

/** Makes a key from a new passphrase: 128 MB of memory and about half a second. */
export async function lockFrom(passphrase: string): Promise<Lock> {
  const made: Derivation = {
    name: 'scrypt',
    n: 2 ** 17,
    r: 8,
    p: 1,
    salt: randomBytes(16).toString('hex'),
  };
  return { derivation: made, key: await derive(passphrase, made) };
}

/** The key of a passphrase as a header asks for it. */
export function derive(passphrase: string, { n, r, p, salt }: Derivation): Promise<Buffer> {
  const options = { N: n, r, p, maxmem: 2 * 128 * n * r };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** Header of a new copy, and the bytes that begin the file. */
export function makeHeader(
  facts: Pick<FileHeader, 'at' | 'appVersion' | 'schemaVersion'>,
  lock: Lock | null,
): { header: FileHeader; bytes: Buffer; seals: Seals } {
  const salt = randomBytes(16).toString('hex');
  const key = lock && fileKey(lock.key, salt);
  const header: FileHeader = {
    format: FORMAT,
    at: facts.at,
    appVersion: facts.appVersion,
    schemaVersion: facts.schemaVersion,
    chunk: CHUNK_BYTES,
    salt,
    key: lock && key ? { ...lock.derivation, check: checkOf(key) } : null,
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  const start = Buffer.concat([MAGIC, length, json]);
  const digest = createHash('sha256').update(start).digest();
  return { header, bytes: Buffer.concat([start, digest]), seals: createSeals(digest, key) };
}

/** The key of one file. Errors: PASSPHRASE_WRONG. */
export function openKey(header: FileHeader, key: Buffer): Buffer {
  const made = fileKey(key, header.salt);
  if (checkOf(made) !== header.key?.check) throw new AppError('PASSPHRASE_WRONG');
  return made;
}

const fileKey = (key: Buffer, salt: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.from(salt, 'hex'), 'so-cong-doan copy 1', 32));

const checkOf = (key: Buffer): string =>
  createHmac('sha256', key).update('check').digest().subarray(0, 8).toString('hex');

/** Closes and opens the chunks of one file. */
export interface Seals {
  /** The chunk as it lies in the file, its seal after it. */
  close(number: number, last: boolean, bytes: Buffer): Buffer;
  /** The bytes of a chunk with its seal. Errors: COPY_BROKEN. */
  open(number: number, last: boolean, sealed: Buffer): Buffer;
}

/** @param digest SHA-256 of the header; @param key of the file, null for an open copy. */
export function createSeals(digest: Buffer, key: Buffer | null): Seals {
  return key ? encryptedSeals(digest, key) : openSeals(digest);
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number));
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function encryptedSeals(digest: Buffer, key: Buffer): Seals {
  return {
    close(number, last, bytes) {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last)).setAAD(digest);
      return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    open(number, last, sealed) {
      const end = sealed.length - SEAL_BYTES;
      const cipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last), {
        authTagLength: SEAL_BYTES,
      }).setAAD(digest);
      cipher.setAuthTag(sealed.subarray(end));
      try {
        return Buffer.concat([cipher.update(sealed.subarray(0, end)), cipher.final()]);
      } catch {
        throw new AppError('COPY_BROKEN');
      }
    },
  };
}

function openSeals(digest: Buffer): Seals {
  const sealOf = (number: number, last: boolean, bytes: Buffer) =>
    createHash('sha256')
      .update(digest)
      .update(nonceOf(number, last))
      .update(bytes)
      .digest()
      .subarray(0, SEAL_BYTES);
  return {
    close: (number, last, bytes) => Buffer.concat([bytes, sealOf(number, last, bytes)]),
    open(number, last, sealed) {
      const end = sealed.length - SEAL_BYTES;
      const bytes = sealed.subarray(0, end);
      if (!sealOf(number, last, bytes).equals(sealed.subarray(end))) throw new AppError('COPY_BROKEN');
      return bytes;
    },
  };
}
