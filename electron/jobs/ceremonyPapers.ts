/** Job: papers of a ceremony, the lists as PDF or Word, seat cards as PDF. */
import { join } from 'node:path';
import { type CeremonyData, callingList, receiptList } from '../documents/papers/ceremony';
import { renderDocx } from '../documents/papers/renderDocx';
import { renderPdf } from '../documents/papers/renderPdf';
import { type SeatCardsData, seatCardsPdf } from '../documents/papers/seatCards';
import type { JobTools } from './worker';

export type CeremonyPapersInput =
  | { paper: 'calling' | 'receipt'; format: 'pdf' | 'docx'; data: CeremonyData }
  | { paper: 'seats'; data: SeatCardsData };

export async function ceremonyPapersJob(input: CeremonyPapersInput, tools: JobTools): Promise<Uint8Array> {
  const fontsDir = join(tools.resources, 'fonts');
  if (input.paper === 'seats')
    return seatCardsPdf(input.data, {
      fontsDir,
      onPage: (done, total) => tools.progress(done, total, 'drawing'),
    });
  const paper = input.paper === 'calling' ? callingList(input.data) : receiptList(input.data);
  return input.format === 'pdf' ? renderPdf(paper, { fontsDir }) : renderDocx(paper);
}
