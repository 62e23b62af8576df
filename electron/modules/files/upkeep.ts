/** The kept files as a whole: read again and compared, and cleared of what nothing points at. */
import { statSync } from 'node:fs';
import { type FileFindings, verifyFiles } from '../../db/copiedFiles';
import { hashesIn, placeIn, removeStored } from '../../db/fileVault';
import { storeLayout } from '../../db/layout';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './repository';

const MOST_NAMES = 50;

/** Findings as they are told: counts, and the files by the names they are attached with. */
export function namedFindings(ctx: Pick<Ctx, 'db'>, found: FileFindings) {
  const bad = [
    ...found.missing.map((hash) => ({ hash, altered: false })),
    ...found.altered.map((hash) => ({ hash, altered: true })),
  ].slice(0, MOST_NAMES);
  // In the rescue state there is no store to ask.
  const names = ctx.db
    ? repo.namesOfFiles(
        ctx.db,
        bad.map((one) => one.hash),
      )
    : new Map<string, string>();
  return {
    count: found.count,
    missing: found.missing.length,
    altered: found.altered.length,
    names: bad.map(({ hash, altered }) => ({ name: names.get(hash) ?? hash.slice(0, 12), altered })),
  };
}

/** Bytes that lie in the data folder without being known, and known ones that nothing points at. */
function unused(ctx: Ctx): repo.StoredFile[] {
  const folder = storeLayout(ctx.paths.data).files;
  const known = new Set(repo.storedFiles(ctx.db).map((file) => file.hash));
  const stray = hashesIn(folder).filter((hash) => !known.has(hash));
  return [
    ...repo.unusedFiles(ctx.db),
    ...stray.map((hash) => ({ hash, size: statSync(placeIn(folder, hash)).size })),
  ];
}

const bytesOf = (files: readonly repo.StoredFile[]) => files.reduce((sum, file) => sum + file.size, 0);

export async function checkFiles(
  _: ParsedInputOf<'files.check'>,
  ctx: Ctx,
): Promise<OutputOf<'files.check'>> {
  const spare = unused(ctx);
  const left = new Set(spare.map((file) => file.hash));
  const needed = repo.storedFiles(ctx.db).filter((file) => !left.has(file.hash));
  const folder = storeLayout(ctx.paths.data).files;
  const found = await verifyFiles(folder, needed, (done, total) => ctx.job?.progress(done, total));
  return { ...namedFindings(ctx, found), unused: spare.length, unusedBytes: bytesOf(spare) };
}

/** The rows go first: bytes without a row are found again, a row without bytes would be a loss. */
export async function purgeFiles(
  _: ParsedInputOf<'files.purge'>,
  ctx: Ctx,
): Promise<OutputOf<'files.purge'>> {
  const spare = unused(ctx);
  const hashes = spare.map((file) => file.hash);
  if (hashes.length > 0) ctx.write(() => repo.forgetFiles(ctx.db, hashes));
  const layout = storeLayout(ctx.paths.data);
  for (const hash of hashes) {
    removeStored(layout.files, hash);
    removeStored(layout.smallPictures, hash);
  }
  return { count: spare.length, bytes: bytesOf(spare) };
}
