/** The working window: title bar, navigation, the sheet with the page, notices. */
import { useIsFetching } from '@tanstack/react-query';
import { LockKeyhole } from 'lucide-react';
import { type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { useText } from '../client/i18n';
import { useRights } from '../client/session';
import { EmptyState, LoadingBars, Notices, PageArea, useMedia } from '../ui';
import { ErrorBoundary } from './ErrorBoundary';
import { features } from './features';
import { KeysPanel } from './KeysPanel';
import { lazyPage } from './lazyPage';
import { Missing } from './Missing';
import { Navigation } from './Navigation';
import { navEntries } from './navEntries';
import { Palette } from './Palette';
import { TitleBar } from './TitleBar';
import { useWindowKeys } from './useWindowKeys';

const routes = features.flatMap((feature) =>
  feature.routes.map((route) => ({ ...route, area: feature.area })),
);

export function Shell() {
  const t = useText();
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const [menu, setMenu] = useState(false);
  const compact = useMedia('(max-width: 760px)');
  const closeOver = useCallback(() => {
    setPalette(false);
    setKeys(false);
  }, []);
  useWindowKeys({ openPalette: () => setPalette(true), openKeys: () => setKeys(true), closeOver });
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the menu
  useEffect(() => setMenu(false), [pathname]);
  // Not by the address: a page that was still loading arrives late, and would close what was opened meanwhile.
  useEffect(() => {
    window.addEventListener('popstate', closeOver);
    return () => window.removeEventListener('popstate', closeOver);
  }, [closeOver]);
  return (
    <div className="so-window">
      <button type="button" className="so-skip" onClick={() => document.getElementById('main')?.focus()}>
        {t('app.skip')}
      </button>
      <TitleBar
        compact={compact}
        onSearch={() => setPalette(true)}
        onMenu={() => setMenu(true)}
        onKeys={() => setKeys(true)}
      />
      <div className="so-window__middle">
        <Navigation compact={compact} open={menu} onClose={() => setMenu(false)} />
        <main id="main" tabIndex={-1} className="so-sheet" data-path={pathname}>
          <Pages />
          <Notices />
        </main>
      </div>
      <Announcer />
      <Reading />
      {palette && <Palette onClose={() => setPalette(false)} />}
      <KeysPanel open={keys} onClose={() => setKeys(false)} />
    </div>
  );
}

function Pages() {
  const { pathname } = useLocation();
  const start = navEntries[0]?.path ?? '/settings';
  return (
    <ErrorBoundary place={pathname}>
      <Suspense fallback={<LoadingBars rows={10} />}>
        <Routes>
          <Route path="/" element={<Navigate to={start} replace />} />
          {routes.map((route) => {
            const Screen = lazyPage(route.load);
            return (
              <Route
                key={route.path}
                path={route.path}
                element={
                  <Opened area={route.area}>
                    <Screen />
                  </Opened>
                }
              />
            );
          })}
          <Route path="*" element={<Missing />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}

/** A page of an area, for a role that may read it. */
function Opened({ area, children }: { area: string; children: ReactNode }) {
  const t = useText();
  const { role, reads } = useRights();
  if (reads(area)) return <PageArea.Provider value={area}>{children}</PageArea.Provider>;
  return (
    <EmptyState icon={LockKeyhole} title={t('users.may.page', { role: t(`users.roles.${role}`) })}>
      {t('users.may.pageBody')}
    </EmptyState>
  );
}

/** Says, to whoever drives the window, whether anything on screen is still being read. */
function Reading() {
  return <span hidden data-reading={useIsFetching() > 0} />;
}

/** How often the new page is looked for, in ms, and how many times at most. */
const LOOK_MS = 250;
const LONGEST_LOOK = 20;

/** Says the new page's title, and brings the focus into the page when it was lost with the old one. */
function Announcer() {
  const { pathname } = useLocation();
  const { language } = useText();
  const [words, setWords] = useState('');
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new address is announced
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    let looked = 0;
    // The title is the new page's once its heading stands: on a slow PC that takes longer than a moment.
    const timer = setInterval(() => {
      looked += 1;
      if (!document.querySelector('main h1') && looked < LONGEST_LOOK) return;
      clearInterval(timer);
      setWords(document.title);
      if (document.activeElement === document.body)
        document.getElementById('main')?.focus({ preventScroll: true });
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [pathname]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of the other language are not kept
  useEffect(() => setWords(''), [language]);
  return (
    <div aria-live="polite" className="so-sr">
      {words}
    </div>
  );
}
