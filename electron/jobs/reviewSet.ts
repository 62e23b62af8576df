/** Job: a criteria set written to a workbook, or read from one. */
import { readFileSync } from 'node:fs';
import type { SetFields } from '../../shared/contract/reviewSets';
import { readSetWorkbook, type SetFileReading } from '../../shared/domain/reviewSetRead';
import { reviewSetWorkbook } from '../documents/spreadsheets/reviewSet';
import { readTables } from '../documents/tables';

export type ReviewSetInput =
  | { kind: 'write'; fields: SetFields }
  | { kind: 'read'; path: string; fileName: string };

export async function reviewSetJob(input: ReviewSetInput): Promise<Uint8Array | SetFileReading> {
  if (input.kind === 'write') return reviewSetWorkbook(input.fields);
  const bytes = new Uint8Array(readFileSync(input.path));
  return readSetWorkbook(await readTables(bytes, input.fileName, { maxRows: 5000 }));
}
