/** Draws a sign-in sheet as PDF beside the main loop. */
import { join } from 'node:path';
import { renderPdf } from '../documents/papers/renderPdf';
import { type SignInSheetData, signInSheet } from '../documents/papers/signInSheet';
import type { JobTools } from './worker';

export async function signInSheetJob(data: SignInSheetData, tools: JobTools): Promise<Uint8Array> {
  return renderPdf(signInSheet(data), { fontsDir: join(tools.resources, 'fonts') });
}
