/** What leaves the program: which columns may, and the log of what did. */
import { AppError } from '../../../../shared/contract/errors';
import { isPrivateColumn } from '../../../../shared/domain/memberColumns';
import { recordChange } from '../../../db/audit';
import type { Ctx } from '../../../ipc/context';
import { requireOn } from '../privacy/service';

/**
 * The private columns among those asked for. Errors: FIELD_OFF when the unit has not switched one on, EXPORT_PURPOSE
 * when there are some and no purpose.
 */
export function privateAmong(
  ctx: Pick<Ctx, 'db'>,
  columns: readonly string[],
  purpose: string | null,
): string[] {
  const asked = columns.filter(isPrivateColumn);
  requireOn(ctx, asked);
  if (asked.length > 0 && purpose === null)
    throw new AppError('EXPORT_PURPOSE', { fields: { purpose: 'EXPORT_PURPOSE' } });
  return asked;
}

/** Ids as ranges, "1-40 52": short enough for the log, exact enough to tell a person which files held them. */
export function rangesOf(ids: readonly number[]): string {
  const sorted = [...ids].sort((a, b) => a - b);
  const ranges: string[] = [];
  for (let at = 0; at < sorted.length; at++) {
    const from = sorted[at]!;
    while (sorted[at + 1] === sorted[at]! + 1) at++;
    const to = sorted[at]!;
    ranges.push(from === to ? String(from) : `${from}-${to}`);
  }
  return ranges.join(' ');
}

/** Whether ranges hold an id. */
export function inRanges(ranges: string, id: number): boolean {
  return ranges.split(' ').some((range) => {
    const [from, to = from] = range.split('-').map(Number);
    return from !== undefined && to !== undefined && from <= id && id <= to;
  });
}

export interface Taken {
  paper: 'list' | 'printedList' | 'cards' | 'cardList' | 'officers';
  format: string;
  columns: readonly string[];
  private: readonly string[];
  purpose: string | null;
  ids: readonly number[];
}

/** Writes into the log that a file was made: by whom, with which columns, and what for. */
export function recordTaken(ctx: Ctx, taken: Taken): void {
  const { ids, ...rest } = taken;
  ctx.write(() =>
    recordChange(ctx, {
      entity: 'member_list',
      entityId: null,
      action: taken.paper === 'list' ? 'export' : 'print',
      after: { ...rest, count: ids.length, members: rangesOf(ids) },
    }),
  );
}
