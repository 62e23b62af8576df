/** Rules of the area welfare. */
import type { HandlersOf } from '../../ipc/context';

export const welfareHandlers: HandlersOf<'welfare'> = {};
