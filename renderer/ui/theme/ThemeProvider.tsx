/** Puts theme, density and language on the document and on Ant Design. */
import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import vi from 'antd/locale/vi_VN';
import dayjs from 'dayjs';
import 'dayjs/locale/vi';
import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react';
import { usePrefs } from '../../client/prefs';
import { antTheme } from './theme';

const DARK = '(prefers-color-scheme: dark)';

/** Follows a media query. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = window.matchMedia?.(query);
      list?.addEventListener('change', notify);
      return () => list?.removeEventListener('change', notify);
    },
    () => window.matchMedia?.(query).matches ?? false,
  );
}

const nonce = (): string | undefined =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content || undefined;

export function ThemeProvider({ children }: { children: ReactNode }) {
  const { theme, density, language } = usePrefs();
  const systemDark = useMedia(DARK);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const dark = theme === 'dark' || (theme === 'system' && systemDark);

  useEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = dark ? 'dark' : 'light';
    root.dataset.density = density;
    root.lang = language;
    dayjs.locale(language);
  }, [dark, density, language]);

  const theming = useMemo(() => {
    const made = antTheme(dark, density);
    return { ...made, token: { ...made.token, motion: !still } };
  }, [dark, density, still]);
  const csp = useMemo(() => ({ nonce: nonce() }), []);

  return (
    <ConfigProvider theme={theming} locale={language === 'vi' ? vi : en} csp={csp} wave={{ disabled: true }}>
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
