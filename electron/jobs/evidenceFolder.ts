/** Job: the evidence of a self-review as a folder in one ZIP: files named by criterion, and an index to open them from. */
import { zipSync } from 'fflate';
import { AppError } from '../../shared/contract/errors';
import { readStored } from '../db/fileVault';
import { type EvidenceIndex, evidenceIndexPage } from '../documents/evidenceIndex';
import type { JobTools } from './worker';

export interface EvidenceFolderInput {
  dataDir: string;
  folder: string;
  index: EvidenceIndex;
  files: readonly { hash: string; name: string; label: string }[];
}

const FIXED_DATE = new Date('2026-01-01T00:00:00Z');

export async function evidenceFolderJob(input: EvidenceFolderInput, tools: JobTools): Promise<Uint8Array> {
  const { folder, files } = input;
  const entries: Record<string, Uint8Array> = {};
  for (const [at, { hash, name, label }] of files.entries()) {
    const bytes = readStored(input.dataDir, hash);
    if (bytes === 'missing') throw new AppError('FILE_MISSING', { details: { name: label } });
    if (bytes === 'altered') throw new AppError('FILE_ALTERED', { details: { name: label } });
    entries[`${folder}/${name}`] = bytes;
    tools.progress(at + 1, files.length + 1, label);
  }
  entries[`${folder}/Mục lục.html`] = new TextEncoder().encode(evidenceIndexPage(input.index));
  const zip = zipSync(entries, { level: 0, mtime: FIXED_DATE });
  tools.progress(files.length + 1, files.length + 1);
  return zip;
}
