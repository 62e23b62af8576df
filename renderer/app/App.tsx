/**
 * The window: providers, then one of five: opening, rescue (the store cannot be opened), the door, first run,
 * or the shell.
 */
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { HashRouter } from 'react-router-dom';
import { bridge } from '../client/bridge';
import { useQueryOp } from '../client/hooks';
import { useText } from '../client/i18n';
import { applyEvent, createQueries } from '../client/queries';
import { Rescue } from '../features/backup/Rescue';
import { Guarded } from '../features/users/Guarded';
import { Notices, ThemeProvider, useSlow } from '../ui';
import { ErrorBoundary } from './ErrorBoundary';
import { Frame } from './Frame';
import type { Feature } from './feature';
import { features } from './features';
import { lazyPage } from './lazyPage';
import { Shell } from './Shell';
import { useStoreSettings } from './useStoreSettings';

export function App() {
  const [queries] = useState(createQueries);
  useEffect(() => bridge().on((event) => applyEvent(queries, event)), [queries]);
  return (
    <QueryClientProvider client={queries}>
      <ThemeProvider>
        <HashRouter>
          <ErrorBoundary>
            <Gate />
          </ErrorBoundary>
        </HashRouter>
      </ThemeProvider>
    </QueryClientProvider>
  );
}

function Gate() {
  const state = useQueryOp('rescue.state', {});
  if (!state.data) return <Opening failed={state.isError} />;
  if (state.data.kind === 'rescue') return <Rescue state={state.data} />;
  return (
    <Guarded opening={<Opening failed={false} />}>
      <Ready />
    </Guarded>
  );
}

const guide: Feature['firstRun'] = features.find((feature) => feature.firstRun)?.firstRun;
const useGuideNeeded = guide?.useNeeded ?? (() => false);

function Ready() {
  useStoreSettings();
  const needed = useGuideNeeded();
  const [left, setLeft] = useState(false);
  const Guide = useMemo(() => (guide ? lazyPage(guide.load) : null), []);
  if (needed === undefined) return <Opening failed={false} />;
  if (!needed || left || !Guide) return <Shell />;
  return (
    <Frame>
      <Suspense fallback={null}>
        <Guide onDone={() => setLeft(true)} />
      </Suspense>
      <Notices />
    </Frame>
  );
}

/** Nothing for 300 ms, then a calm line; a clear sentence when the core does not answer. */
function Opening({ failed }: { failed: boolean }) {
  const t = useText();
  const slow = useSlow(true);
  return (
    <Frame>
      <main className="so-opening" role="status">
        {failed ? (
          <>
            <h1>{t('app.openFailed')}</h1>
            <p>{t('app.openFailedBody')}</p>
          </>
        ) : (
          slow && <p>{t('app.opening')}</p>
        )}
      </main>
    </Frame>
  );
}
