/** English texts, one file per area; each holds the same keys as the Vietnamese one. */
export { app } from './app';
export { awards } from './awards';
export { backup } from './backup';
export { certificates } from './certificates';
export { dashboard } from './dashboard';
export { errors } from './errors';
export { events } from './events';
export { members } from './members';
export { organisation } from './organisation';
export { review } from './review';
export { settings } from './settings';
export { ui } from './ui';
