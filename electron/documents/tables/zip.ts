/**
 * Reading of ZIP packages that nobody vouches for. Sizes are checked in the central directory before anything is
 * unpacked, and again while unpacking, so that a small file cannot grow into gigabytes. Every failure is an AppError:
 * FILE_BROKEN, FILE_ENCRYPTED or FILE_TOO_LARGE.
 */
import { createInflateRaw } from 'node:zlib';
import { AppError } from '../../../shared/contract/errors';
import type { TableLimits } from './limits';

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const MAX_ENTRIES = 10_000;

interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  packed: number;
  size: number;
  headerAt: number;
}

/** Real worksheets unpack to ten or twenty times their size; a large part far beyond that was made to fill memory. */
const isBomb = (entry: ZipEntry) => entry.size > 64 * 1024 * 1024 && entry.size > entry.packed * 150;

const broken = () => new AppError('FILE_BROKEN');

/** An opened package: the names in it, and their contents by stream or as a whole. */
export class ZipPackage {
  private readonly entries = new Map<string, ZipEntry>();
  private readonly view: DataView;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: TableLimits,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.readDirectory();
    } catch (error) {
      throw error instanceof AppError ? error : broken();
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  names(): string[] {
    return [...this.entries.values()].map((entry) => entry.name);
  }

  /** Unpacked size as declared, 0 for a part that is not there. */
  size(name: string): number {
    return this.entries.get(name.toLowerCase())?.size ?? 0;
  }

  /** The whole part as text, or undefined when it is not there. */
  async text(name: string): Promise<string | undefined> {
    if (!this.has(name)) return undefined;
    const decoder = new TextDecoder('utf-8');
    let text = '';
    for await (const chunk of this.stream(name)) text += decoder.decode(chunk, { stream: true });
    return text + decoder.decode();
  }

  /** The part in pieces; stops as soon as it grows past what its entry declares. */
  async *stream(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw broken();
    if (entry.encrypted) throw new AppError('FILE_ENCRYPTED');
    const packed = this.packedBytes(entry);
    if (entry.method === 0) {
      yield packed;
      return;
    }
    if (entry.method !== 8) throw broken();
    const inflate = createInflateRaw({ chunkSize: 1 << 18 });
    inflate.end(packed);
    let total = 0;
    try {
      for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
        total += chunk.length;
        if (total > entry.size || total > this.limits.maxPartBytes) throw new AppError('FILE_TOO_LARGE');
        yield chunk;
      }
    } catch (error) {
      throw error instanceof AppError ? error : broken();
    } finally {
      inflate.destroy();
    }
    if (total !== entry.size) throw broken();
  }

  private packedBytes(entry: ZipEntry): Uint8Array {
    const at = entry.headerAt;
    if (at + 30 > this.bytes.length || this.view.getUint32(at, true) !== LOCAL_HEADER) throw broken();
    const start = at + 30 + this.view.getUint16(at + 26, true) + this.view.getUint16(at + 28, true);
    if (start + entry.packed > this.bytes.length) throw broken();
    return this.bytes.subarray(start, start + entry.packed);
  }

  private readDirectory(): void {
    const end = this.findEnd();
    let count = this.view.getUint16(end + 10, true);
    let at = this.view.getUint32(end + 16, true);
    if (count === 0xffff || at === 0xffffffff) {
      const locator = end - 20;
      if (locator < 0 || this.view.getUint32(locator, true) !== LOCATOR_64) throw broken();
      const end64 = Number(this.view.getBigUint64(locator + 8, true));
      if (this.view.getUint32(end64, true) !== END_OF_DIRECTORY_64) throw broken();
      count = Number(this.view.getBigUint64(end64 + 32, true));
      at = Number(this.view.getBigUint64(end64 + 48, true));
    }
    if (count > MAX_ENTRIES) throw new AppError('FILE_TOO_LARGE');
    let total = 0;
    for (let index = 0; index < count; index++) {
      const next = this.readEntry(at);
      total += next.entry.size;
      if (
        isBomb(next.entry) ||
        next.entry.size > this.limits.maxPartBytes ||
        total > this.limits.maxPackageBytes
      ) {
        throw new AppError('FILE_TOO_LARGE', { details: { megabytes: Math.round(total / 1048576) } });
      }
      this.entries.set(next.entry.name.toLowerCase(), next.entry);
      at = next.at;
    }
  }

  private findEnd(): number {
    const first = Math.max(0, this.bytes.length - 65_557);
    for (let at = this.bytes.length - 22; at >= first; at--) {
      if (this.view.getUint32(at, true) === END_OF_DIRECTORY) return at;
    }
    throw broken();
  }

  private readEntry(at: number): { entry: ZipEntry; at: number } {
    const { view } = this;
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder('utf-8').decode(this.bytes.subarray(at + 46, at + 46 + nameLength));
    const entry: ZipEntry = {
      name: name.replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    };
    this.readExtra(entry, at + 46 + nameLength, extraLength);
    return { entry, at: at + 46 + nameLength + extraLength + view.getUint16(at + 32, true) };
  }

  private readExtra(entry: ZipEntry, from: number, length: number): void {
    for (let at = from; at + 4 <= from + length; ) {
      const id = this.view.getUint16(at, true);
      let field = at + 4;
      if (id === 1) {
        for (const key of ['size', 'packed', 'headerAt'] as const) {
          if (entry[key] !== 0xffffffff) continue;
          entry[key] = Number(this.view.getBigUint64(field, true));
          field += 8;
        }
      }
      at += 4 + this.view.getUint16(at + 2, true);
    }
  }
}
