/** Texts in the chosen language. `useText()` gives a `t` typed by the keys of the Vietnamese texts. */
import i18next, { type i18n as I18n } from 'i18next';
import { useMemo } from 'react';
import { type Language, locales, type TextKey } from '../../shared/locales';
import { usePrefs } from './prefs';

export type Values = Record<string, string | number>;

/** `t('members.title')`; `t.any(key)` takes a key made at run time and answers '' when there is none. */
export interface Translate {
  (key: TextKey, values?: Values): string;
  any(key: string, values?: Values): string;
  has(key: string): boolean;
  readonly language: Language;
}

const instance: I18n = i18next.createInstance();
void instance.init({
  lng: 'vi',
  fallbackLng: false,
  initAsync: false,
  resources: { vi: { translation: locales.vi }, en: { translation: locales.en } },
  interpolation: { escapeValue: false },
  missingInterpolationHandler: () => '',
  returnNull: false,
});

function translator(language: Language): Translate {
  const fixed = instance.getFixedT(language) as unknown as (key: string, values?: Values) => string;
  const has = (key: string) =>
    instance.exists(key, { lng: language }) || instance.exists(`${key}_other`, { lng: language });
  const t = (key: string, values?: Values) => fixed(key, values);
  return Object.assign(t, {
    any: (key: string, values?: Values) => (has(key) ? fixed(key, values) : ''),
    has,
    language,
  });
}

const translators: Record<Language, Translate> = { vi: translator('vi'), en: translator('en') };

/** The translator of the chosen language; the component follows language changes. */
export function useText(): Translate {
  const language = usePrefs((state) => state.language);
  return useMemo(() => translators[language], [language]);
}

/** The translator outside components, of the language chosen now. */
export const currentText = (): Translate => translators[usePrefs.getState().language];
