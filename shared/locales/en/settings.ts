import type { Same } from '../index';
import type { settings as vi } from '../vi/settings';

export const settings = {
  title: 'Settings',
  tabs: {
    unit: 'Unit',
    backup: 'Copies',
    look: 'Language and look',
    data: 'Data folder',
    log: 'Change log',
    about: 'About',
  },
} as const satisfies Same<typeof vi>;
