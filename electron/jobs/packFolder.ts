/** Job: the papers of a year as one folder in a ZIP, with an index to open them from and their SHA-256 sums. */
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { type PackIndex, packIndexPage } from '../documents/packIndex';
import type { JobTools } from './worker';

export interface PackFolderInput {
  folder: string;
  files: readonly { name: string; bytes: Uint8Array }[];
  index: Omit<PackIndex, 'sums'>;
}

const FIXED_DATE = new Date('2026-01-01T00:00:00Z');
export const INDEX_NAME = '00-Mục lục.html';
export const SUMS_NAME = '00-SHA256.txt';

export async function packFolderJob(
  { folder, files, index }: PackFolderInput,
  _: JobTools,
): Promise<Uint8Array> {
  const sums: Record<string, string> = {};
  const entries: Record<string, Uint8Array> = {};
  for (const { name, bytes } of files) {
    sums[name] = createHash('sha256').update(bytes).digest('hex');
    entries[`${folder}/${name}`] = bytes;
  }
  const text = (content: string) => new TextEncoder().encode(content);
  const lines = Object.entries(sums).map(([name, sum]) => `${sum}  ${name}\n`);
  entries[`${folder}/${SUMS_NAME}`] = text(lines.join(''));
  entries[`${folder}/${INDEX_NAME}`] = text(packIndexPage({ ...index, sums }));
  return zipSync(entries, { level: 0, mtime: FIXED_DATE });
}
