/** English texts, one file per area; each holds the same keys as the Vietnamese one. */
export { app } from './app';
export { errors } from './errors';
export { settings } from './settings';
export { ui } from './ui';
