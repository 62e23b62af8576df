/** Rules of the area funds. */
import type { HandlersOf } from '../../ipc/context';

export const fundsHandlers: HandlersOf<'funds'> = {};
