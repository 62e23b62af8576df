/** Papers of funds beside the main loop: vouchers, the cash book, the year statement. */
import { join } from 'node:path';
import { type CashBookData, cashBookPaper, cashBookSheet } from '../documents/papers/cashBook';
import { type FundStatementData, fundStatementPaper } from '../documents/papers/fundStatement';
import { renderPdf } from '../documents/papers/renderPdf';
import { type VoucherSheetsData, voucherSheets } from '../documents/papers/vouchers';
import { writeWorkbook } from '../documents/spreadsheets/workbook';
import type { JobTools } from './worker';

export type FundPaper =
  | { paper: 'vouchers'; data: VoucherSheetsData }
  | { paper: 'book'; data: CashBookData; format: 'pdf' | 'xlsx' }
  | { paper: 'statement'; data: FundStatementData };

export async function fundPapersJob(input: FundPaper, tools: JobTools): Promise<Uint8Array> {
  const options = { fontsDir: join(tools.resources, 'fonts') };
  switch (input.paper) {
    case 'vouchers':
      return voucherSheets(input.data, { ...options, onPage: tools.progress });
    case 'book':
      return input.format === 'xlsx'
        ? writeWorkbook({ sheets: [cashBookSheet(input.data)] })
        : renderPdf(cashBookPaper(input.data), options);
    case 'statement':
      return renderPdf(fundStatementPaper(input.data), options);
  }
}
