/** The yearly classes (xếp loại năm) a closed review or rating writes, one per part and year, and takes back when opened again. */
import type { OutputOf } from '../../../shared/contract';
import type { Ctx } from '../../ipc/context';
import { classes, saveClass, trashClasses } from '../organisation/tree/service';

type ClassRow = OutputOf<'organisation.classes'>['rows'][number];
type Fields = Pick<ClassRow, 'class' | 'decisionNo' | 'decisionDate' | 'note'>;

/** What was written: the class of a part, and what stood there before. */
export interface AppliedClass {
  id: number;
  before: Fields | null;
  after: ClassRow['class'];
}

const classOf = (ctx: Ctx, unitId: number | null, year: number): ClassRow | undefined =>
  classes({ unitId, year }, ctx).rows.find((row) => row.unitId === unitId);

/** Writes classes of a year; one that says the same already stays as it is. */
export function applyClasses(
  ctx: Ctx,
  year: number,
  note: string,
  rows: readonly { unitId: number | null; class: ClassRow['class'] }[],
): AppliedClass[] {
  return rows.flatMap((row) => {
    const known = classOf(ctx, row.unitId, year);
    if (known?.class === row.class) return [];
    const { id } = saveClass(
      {
        id: known?.id ?? null,
        version: known?.version ?? null,
        unitId: row.unitId,
        year,
        class: row.class,
        decisionNo: known?.decisionNo ?? null,
        decisionDate: known?.decisionDate ?? null,
        note,
      },
      ctx,
    );
    const before = known && {
      ...{ class: known.class, decisionNo: known.decisionNo },
      ...{ decisionDate: known.decisionDate, note: known.note },
    };
    return [{ id, before: before ?? null, after: row.class }];
  });
}

/** Takes back what `applyClasses` wrote, save what was changed or thrown away since. */
export function revertClasses(ctx: Ctx, year: number, applied: readonly AppliedClass[]): void {
  const now = classes({ unitId: null, year }, ctx).rows;
  for (const { id, before, after } of applied) {
    const row = now.find((each) => each.id === id);
    if (!row || row.class !== after) continue;
    if (before === null) trashClasses({ ids: [id] }, ctx);
    else {
      const { unitName: _name, ...kept } = row;
      saveClass({ ...kept, ...before, year }, ctx);
    }
  }
}
