/** Draws the list of a committee as PDF beside the main loop. */
import { join } from 'node:path';
import { type CommitteeListData, committeeList } from '../documents/papers/committeeList';
import { renderPdf } from '../documents/papers/renderPdf';
import type { JobTools } from './worker';

export async function committeeListJob(data: CommitteeListData, tools: JobTools): Promise<Uint8Array> {
  return renderPdf(committeeList(data), { fontsDir: join(tools.resources, 'fonts') });
}
