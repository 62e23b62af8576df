/** Papers of visits and cases beside the main loop: slips, records, workbooks. */
import { join } from 'node:path';
import { type CasePaperData, caseRecordPaper, handoverPaper } from '../documents/papers/careCase';
import { renderDocx } from '../documents/papers/renderDocx';
import { renderPdf } from '../documents/papers/renderPdf';
import { type VisitSlipsData, visitSlipSheets } from '../documents/papers/visitSlip';
import { visitSlipDocx } from '../documents/papers/visitSlipDocx';
import { caseListWorkbook, type VisitListData, visitListWorkbook } from '../documents/spreadsheets/careLists';
import type { JobTools } from './worker';

export type CarePaper =
  | { paper: 'slips'; data: VisitSlipsData; format: 'pdf' | 'docx' }
  | { paper: 'record' | 'handover'; data: CasePaperData; format: 'pdf' | 'docx' }
  | { paper: 'visits'; data: VisitListData }
  | { paper: 'cases'; data: Omit<VisitListData, 'health'> };

export async function carePapersJob(input: CarePaper, tools: JobTools): Promise<Uint8Array> {
  const options = { fontsDir: join(tools.resources, 'fonts') };
  switch (input.paper) {
    case 'slips':
      return input.format === 'docx'
        ? visitSlipDocx(input.data)
        : visitSlipSheets(input.data, { ...options, onPage: tools.progress });
    case 'visits':
      return visitListWorkbook(input.data);
    case 'cases':
      return caseListWorkbook(input.data);
    default: {
      const paper = input.paper === 'record' ? caseRecordPaper(input.data) : handoverPaper(input.data);
      return input.format === 'docx' ? renderDocx(paper) : renderPdf(paper, options);
    }
  }
}
