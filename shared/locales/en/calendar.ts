/** Texts of calendar. */
import type { Same } from '../index';
import type { calendar as vi } from '../vi/calendar';

export const calendar = {} satisfies Same<typeof vi>;
