/** The two ways of the trash for the records of this area. */
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import type { Ctx, OperationName } from '../../ipc/context';
import * as repo from './repository';

type Moved = (input: { ids: number[] }, ctx: Ctx) => { count: number };

/** `before` tells what went; `fits` may refuse one that cannot come back. Errors: NOT_FOUND. */
export function movers(
  table: repo.TargetTable,
  [trash, restore]: readonly [trash: OperationName, restore: OperationName],
  before: (ctx: Ctx, id: number) => unknown,
  fits: (ctx: Ctx, id: number) => void = () => undefined,
): { trash: Moved; restore: Moved } {
  return {
    trash({ ids }, ctx) {
      for (const id of ids) {
        const gone = before(ctx, id);
        if (!repo.setDeleted(ctx.db, table, id, ctx.now())) throw new AppError('NOT_FOUND');
        recordChange(ctx, { entity: table, entityId: id, action: 'trash', before: gone });
      }
      ctx.undo(restore, { ids });
      return { count: ids.length };
    },
    restore({ ids }, ctx) {
      let count = 0;
      for (const id of ids) {
        fits(ctx, id);
        if (!repo.setDeleted(ctx.db, table, id, null)) continue;
        recordChange(ctx, { entity: table, entityId: id, action: 'restore' });
        count++;
      }
      ctx.undo(trash, { ids });
      return { count };
    },
  };
}
