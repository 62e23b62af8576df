/** Jobs: the proposal list made for departments, and one read that came back. */
import { readFileSync } from 'node:fs';
import { AppError } from '../../shared/contract/errors';
import { type ReadList, readProposalList } from '../../shared/domain/proposalList';
import { type ProposalFormData, proposalForm } from '../documents/spreadsheets/proposalForm';
import { writeWorkbook } from '../documents/spreadsheets/workbook';
import { readTables } from '../documents/tables';
import type { JobTools } from './worker';

export const proposalFormJob = (data: ProposalFormData): Promise<Uint8Array> =>
  writeWorkbook(proposalForm(data));

export interface ReadProposalListJob {
  path: string;
  fileName: string;
}

/** Errors: those of reading tables; FILE_NO_PEOPLE when no sheet has the head of a list. */
export async function readProposalListJob(job: ReadProposalListJob, tools: JobTools): Promise<ReadList> {
  const workbook = await readTables(new Uint8Array(readFileSync(job.path)), job.fileName, {
    onProgress: (rows) => tools.progress(rows, null, 'reading'),
  });
  const read = readProposalList(workbook.sheets);
  if (!read) throw new AppError('FILE_NO_PEOPLE', { details: { name: job.fileName } });
  return read;
}
