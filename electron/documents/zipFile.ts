/** A ZIP written to a file part by part, for packages too large to hold in memory. Entries bear one fixed day. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { AppError } from '../../shared/contract/errors';

/** What is packed already gains nothing. */
const PACKED = /\.(?:zip|xlsx|docx|pptx|jpe?g|png|webp|pdf|mp4|mp3)$/i;
/** The form used has no room for more. */
const MOST_BYTES = 4_000_000_000;

export interface ZipEntryWriter {
  push(bytes: Uint8Array): void;
  end(): void;
}

export interface ZipFile {
  /** Begins an entry; one at a time. */
  entry(name: string): ZipEntryWriter;
  add(name: string, bytes: Uint8Array): void;
  /** Writes the list of entries and closes the file. */
  close(): void;
  /** Closes the file as it is. */
  abandon(): void;
}

/** Opens a new package at a path. Errors: FILE_TOO_LARGE, and those of the disk. */
export function openZipFile(path: string, day: Date): ZipFile {
  const fd = openSync(path, 'wx', 0o600);
  let failure: unknown;
  let written = 0;
  let open = true;
  const abandon = () => {
    if (open) closeSync(fd);
    open = false;
  };
  const zip = new Zip((error, chunk) => {
    if (error || failure) {
      failure ??= error;
      return;
    }
    try {
      for (let at = 0; at < chunk.length; ) at += writeSync(fd, chunk, at);
      written += chunk.length;
      if (written > MOST_BYTES) throw new AppError('FILE_TOO_LARGE');
    } catch (reason) {
      failure = reason;
    }
  });
  const check = () => {
    if (failure) throw failure;
  };
  const entry = (name: string): ZipEntryWriter => {
    const file = PACKED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 4 });
    file.mtime = day;
    zip.add(file);
    return {
      push(bytes) {
        file.push(bytes);
        check();
      },
      end() {
        file.push(new Uint8Array(), true);
        check();
      },
    };
  };
  return {
    entry,
    add(name, bytes) {
      const one = entry(name);
      one.push(bytes);
      one.end();
    },
    close() {
      zip.end();
      check();
      abandon();
    },
    abandon,
  };
}
