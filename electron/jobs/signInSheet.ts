/** Draws sign-in sheets as PDF beside the main loop. */
import { join } from 'node:path';
import { renderPdf, renderPdfs } from '../documents/papers/renderPdf';
import { type SignInSheetData, signInSheet } from '../documents/papers/signInSheet';
import type { JobTools } from './worker';

export async function signInSheetJob(data: SignInSheetData, tools: JobTools): Promise<Uint8Array> {
  return renderPdf(signInSheet(data), { fontsDir: join(tools.resources, 'fonts') });
}

/** One PDF with a sheet for each group. */
export async function groupSheetsJob(
  sheets: readonly [SignInSheetData, ...SignInSheetData[]],
  tools: JobTools,
): Promise<Uint8Array> {
  const [first, ...others] = sheets;
  return renderPdfs([signInSheet(first), ...others.map(signInSheet)], {
    fontsDir: join(tools.resources, 'fonts'),
  });
}
