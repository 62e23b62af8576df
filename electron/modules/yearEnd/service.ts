/** The year-end pack: the state of its papers, and all of them in one file. */
import type { HandlersOf } from '../../ipc/context';
import { pack } from './pack';
import { packRows } from './state';

export const yearEndHandlers: HandlersOf<'yearEnd'> = {
  'yearEnd.state': ({ year }, ctx) => ({ year, today: ctx.today(), rows: packRows(ctx, year) }),
  'yearEnd.pack': pack,
};
