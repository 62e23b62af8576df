/** Vietnamese texts, one file per area. */
export { app } from './app';
export { backup } from './backup';
export { dashboard } from './dashboard';
export { errors } from './errors';
export { events } from './events';
export { members } from './members';
export { organisation } from './organisation';
export { settings } from './settings';
export { ui } from './ui';
