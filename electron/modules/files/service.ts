/** Rules of the area files. */
import type { HandlersOf } from '../../ipc/context';

export const filesHandlers: HandlersOf<'files'> = {};
