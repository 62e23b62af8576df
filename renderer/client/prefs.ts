/**
 * How this window looks: language, theme, density, folded navigation. Kept in the browser's storage so that the
 * first frame is right; it is disposable, a broken value falls back to the default.
 */
import { create } from 'zustand';
import type { Language } from '../../shared/locales';

export type Theme = 'light' | 'dark' | 'system';
export type Density = 'normal' | 'wide';

export interface Prefs {
  language: Language;
  theme: Theme;
  density: Density;
  navFolded: boolean;
}

const KEY = 'so.prefs';
const defaults: Prefs = { language: 'vi', theme: 'light', density: 'normal', navFolded: false };

function read(): Prefs {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Prefs>;
    return {
      language: stored.language === 'en' ? 'en' : 'vi',
      theme: stored.theme === 'dark' || stored.theme === 'system' ? stored.theme : 'light',
      density: stored.density === 'wide' ? 'wide' : 'normal',
      navFolded: stored.navFolded === true,
    };
  } catch {
    return defaults;
  }
}

export const usePrefs = create<Prefs & { set(change: Partial<Prefs>): void }>((set, get) => ({
  ...read(),
  set(change) {
    set(change);
    const { language, theme, density, navFolded } = get();
    try {
      localStorage.setItem(KEY, JSON.stringify({ language, theme, density, navFolded }));
    } catch {
      // Storage full or refused: the choice holds until the window closes.
    }
  },
}));
