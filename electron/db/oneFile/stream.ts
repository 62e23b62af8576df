/** Writes and reads the content of a one-file copy a chunk at a time, so that its size costs no memory. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '../../../shared/contract/errors';
import { SCHEMA_VERSION } from '../migrate';
import {
  createSeals,
  derive,
  type FileHeader,
  FORMAT,
  fileHeader,
  type Lock,
  MAGIC,
  MAX_HEADER_BYTES,
  makeHeader,
  openKey,
  SEAL_BYTES,
  type Seals,
} from './format';

/** What opens a copy: nothing, a passphrase, or a key that is known. */
export type Opener = { passphrase: string } | Lock | null;

export class CopyWriter {
  private kept = Buffer.alloc(0);
  private number = 0;

  private constructor(
    private readonly file: FileHandle,
    private readonly header: FileHeader,
    private readonly seals: Seals,
  ) {}

  /** Begins a file that is open for writing. */
  static async begin(
    file: FileHandle,
    facts: Pick<FileHeader, 'at' | 'appVersion' | 'schemaVersion'>,
    lock: Lock | null,
  ): Promise<CopyWriter> {
    const { header, bytes, seals } = makeHeader(facts, lock);
    await writeAll(file, bytes);
    return new CopyWriter(file, header, seals);
  }

  async write(bytes: Buffer): Promise<void> {
    let rest = this.kept.length > 0 ? Buffer.concat([this.kept, bytes]) : bytes;
    const { chunk } = this.header;
    while (rest.length > chunk) {
      await this.put(rest.subarray(0, chunk), false);
      rest = rest.subarray(chunk);
    }
    this.kept = Buffer.from(rest);
  }

  /** Seals the last chunk and forces everything to the disk. */
  async finish(): Promise<void> {
    await this.put(this.kept, true);
    await this.file.sync();
  }

  private async put(bytes: Buffer, last: boolean): Promise<void> {
    await writeAll(this.file, this.seals.close(this.number++, last, bytes));
  }
}

/** What the outside of a copy shows: nothing of the unit is in it. */
export interface Outside {
  header: FileHeader;
  /** SHA-256 of the header. */
  digest: Buffer;
  /** Where the content begins. */
  start: number;
  size: number;
}

/** Reads the header. Errors: COPY_FOREIGN, COPY_BROKEN, COPY_NEWER. */
export async function readOutside(file: FileHandle): Promise<Outside> {
  const { size } = await file.stat();
  const head = await readAt(file, 0, 12);
  if (head.length < 12 || !head.subarray(0, 8).equals(MAGIC)) throw new AppError('COPY_FOREIGN');
  const length = head.readUInt32BE(8);
  if (length > MAX_HEADER_BYTES) throw new AppError('COPY_BROKEN');
  const start = 12 + length + 32;
  const all = await readAt(file, 0, start);
  const digest = createHash('sha256')
    .update(all.subarray(0, start - 32))
    .digest();
  if (all.length < start || !digest.equals(all.subarray(start - 32))) throw new AppError('COPY_BROKEN');
  return { header: headerOf(all.subarray(12, start - 32)), digest, start, size };
}

function headerOf(json: Buffer): FileHeader {
  let raw: unknown;
  try {
    raw = JSON.parse(json.toString('utf8'));
  } catch {
    throw new AppError('COPY_BROKEN');
  }
  const { format } = (raw ?? {}) as { format?: unknown };
  if (typeof format === 'number' && format > FORMAT) throw new AppError('COPY_NEWER');
  const parsed = fileHeader.safeParse(raw);
  if (!parsed.success) throw new AppError('COPY_BROKEN');
  if (parsed.data.schemaVersion > SCHEMA_VERSION) throw new AppError('COPY_NEWER');
  return parsed.data;
}

export class CopyReader {
  private kept: Buffer = Buffer.alloc(0);
  private number = 0;
  private place: number;

  private constructor(
    private readonly file: FileHandle,
    readonly outside: Outside,
    private readonly seals: Seals,
  ) {
    this.place = outside.start;
  }

  /** Opens a copy for reading. Errors: of `readOutside`, PASSPHRASE_NEEDED, PASSPHRASE_WRONG. */
  static async open(path: string, opener: Opener): Promise<CopyReader> {
    const file = await open(path, 'r');
    try {
      const outside = await readOutside(file);
      const { header, digest } = outside;
      const key = header.key && openKey(header, await keyFor(header.key, opener));
      return new CopyReader(file, outside, createSeals(digest, key));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** The next `length` bytes. Errors: COPY_BROKEN when there are fewer. */
  async read(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      const part = await this.some(missing);
      parts.push(part);
      missing -= part.length;
    }
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
  }

  /** At most `length` of the next bytes, at least one. Errors: COPY_BROKEN at the end. */
  async some(length: number): Promise<Buffer> {
    if (this.kept.length === 0) this.kept = await this.next();
    const part = this.kept.subarray(0, length);
    this.kept = this.kept.subarray(part.length);
    return part;
  }

  /** Errors: COPY_BROKEN when something follows what was read. */
  end(): void {
    if (this.kept.length > 0 || this.place !== this.outside.size) throw new AppError('COPY_BROKEN');
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private async next(): Promise<Buffer> {
    const { size, header } = this.outside;
    const whole = header.chunk + SEAL_BYTES;
    const length = Math.min(whole, size - this.place);
    if (length <= SEAL_BYTES) throw new AppError('COPY_BROKEN');
    const sealed = await readAt(this.file, this.place, length);
    if (sealed.length < length) throw new AppError('COPY_BROKEN');
    this.place += length;
    return this.seals.open(this.number++, this.place === size, sealed);
  }
}

function keyFor(wanted: NonNullable<FileHeader['key']>, opener: Opener): Promise<Buffer> | Buffer {
  if (opener === null) throw new AppError('PASSPHRASE_NEEDED');
  if ('passphrase' in opener) return derive(opener.passphrase, wanted);
  if (opener.derivation.salt !== wanted.salt) throw new AppError('PASSPHRASE_WRONG');
  return opener.key;
}

async function readAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, from + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

/** A disk that is nearly full takes a part first and refuses the rest. */
async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  let done = 0;
  while (done < bytes.length) done += (await file.write(bytes, done, bytes.length - done)).bytesWritten;
}
