/** Language and density live in the store and travel with it; this window's storage only remembers them for the first frame. */
import { useEffect } from 'react';
import type { Language } from '../../shared/locales';
import { invoke } from '../client/client';
import { useQueryOp } from '../client/hooks';
import { type Density, usePrefs } from '../client/prefs';

/** Follows the store's language and density once they are read. */
export function useStoreSettings(): void {
  const settings = useQueryOp('settings.get', {});
  const stored = settings.data;
  useEffect(() => {
    if (!stored) return;
    const { language, density, set } = usePrefs.getState();
    if (stored.language !== language || stored.density !== density)
      set({ language: stored.language, density: stored.density });
  }, [stored]);
}

async function keep(change: { language?: Language; density?: Density }): Promise<void> {
  usePrefs.getState().set(change);
  try {
    const { data } = await invoke('settings.get', {});
    await invoke('settings.update', { version: data.version, ...change });
  } catch {
    // No store is open (rescue): the choice holds in this window.
  }
}

export const chooseLanguage = (language: Language): Promise<void> => keep({ language });
export const chooseDensity = (density: Density): Promise<void> => keep({ density });
