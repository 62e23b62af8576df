/** Training: topics, speakers, hours, certificates of attendance, who in office has not been trained. */
import type { Operations } from './kernel';

export const training = {} satisfies Operations;
