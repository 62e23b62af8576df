/** How much a table file may hold before it is refused as FILE_TOO_LARGE. */
import { AppError } from '../../../shared/contract/errors';

export interface TableLimits {
  /** Rows holding at least one cell, over all sheets. */
  maxRows: number;
  maxCells: number;
  /** Bytes of the file itself. */
  maxFileBytes: number;
  /** Bytes any one part of a package may unpack to, and all parts together. */
  maxPartBytes: number;
  maxPackageBytes: number;
}

export const DEFAULT_LIMITS: TableLimits = {
  maxRows: 200_000,
  maxCells: 6_000_000,
  maxFileBytes: 200 * 1024 * 1024,
  maxPartBytes: 512 * 1024 * 1024,
  maxPackageBytes: 768 * 1024 * 1024,
};

/** Excel's own last row; a larger row number is not a spreadsheet's. */
export const LAST_LINE = 1_048_576;

/** Columns past this one are left out with a note: no member list is that wide. */
export const MAX_COLUMNS = 256;

/** Counts rows and cells as they are read and refuses the file when there are too many. */
export class SizeGuard {
  private rows = 0;
  private cells = 0;
  constructor(
    readonly limits: TableLimits,
    private readonly signal?: AbortSignal,
  ) {}

  /** Takes note of one row; errors: FILE_TOO_LARGE, CANCELLED. */
  row(cells: number): void {
    this.rows += 1;
    this.cells += cells;
    if (this.rows > this.limits.maxRows || this.cells > this.limits.maxCells) {
      throw new AppError('FILE_TOO_LARGE', {
        details: { rows: this.rows, limit: this.limits.maxRows },
      });
    }
    if ((this.rows & 1023) === 0) this.check();
  }

  /** Errors: CANCELLED. */
  check(): void {
    if (this.signal?.aborted) throw new AppError('CANCELLED');
  }

  get rowCount(): number {
    return this.rows;
  }
}
