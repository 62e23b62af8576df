/** To the trash and back, for every kind of record of inspection. */
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import type { Db } from '../../db/database';
import type { Ctx } from '../../ipc/context';

type Way = (input: { ids: number[] }, ctx: Ctx) => { count: number };

/** `allowed` refuses a record that must not come back by throwing. */
export function mover(
  entity: string,
  name: 'Plans' | 'Items' | 'Sessions' | 'Findings',
  setDeleted: (db: Db, id: number, at: string | null) => boolean,
  allowed: (ctx: Ctx, id: number) => void = () => {},
): { trash: Way; restore: Way } {
  return {
    trash(input, ctx) {
      for (const id of input.ids) {
        if (!setDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
        recordChange(ctx, { entity, entityId: id, action: 'trash' });
      }
      ctx.undo(`inspection.restore${name}`, { ids: input.ids });
      return { count: input.ids.length };
    },
    restore(input, ctx) {
      let count = 0;
      for (const id of input.ids) {
        allowed(ctx, id);
        if (!setDeleted(ctx.db, id, null)) continue;
        recordChange(ctx, { entity, entityId: id, action: 'restore' });
        count++;
      }
      ctx.undo(`inspection.trash${name}`, { ids: input.ids });
      return { count };
    },
  };
}
