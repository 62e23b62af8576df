/** Texts of eventPlans. */
import type { Same } from '../index';
import type { eventPlans as vi } from '../vi/eventPlans';

export const eventPlans = {} satisfies Same<typeof vi>;
