/** Vietnamese texts, one file per area. */
export { app } from './app';
export { errors } from './errors';
export { settings } from './settings';
export { ui } from './ui';
