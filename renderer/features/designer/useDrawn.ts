/** The layout as drawn by the core: asked for again after each change, one question at a time, the latest last. */
import { useEffect, useRef, useState } from 'react';
import type { InputOf } from '../../../shared/contract';
import type { DisplayItem, DisplayPage, Layout } from '../../../shared/domain/layout';
import { invoke } from '../../client';

export type Show = NonNullable<InputOf<'certificates.draw'>['show']>;
export type Mode = 'full' | 'blank';

export interface Drawn {
  readonly page: DisplayPage;
  readonly blocks: readonly { id: string; items: readonly DisplayItem[] }[];
  /** Whom it is shown with. */
  readonly name: string;
  /** The layout that was drawn: items moved since are shifted on the screen. */
  readonly layout: Layout;
}

interface Wanted {
  layout: Layout;
  show: Show;
  mode: Mode;
}

export function useDrawn(layout: Layout, show: Show, mode: Mode) {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(true);
  const wanted = useRef<Wanted | null>(null);
  const running = useRef(false);
  const live = useRef(true);

  useEffect(() => {
    live.current = true;
    return () => {
      live.current = false;
    };
  }, []);

  useEffect(() => {
    wanted.current = { layout, show, mode };
    setBusy(true);
    if (running.current) return;
    running.current = true;
    void (async () => {
      for (let next = wanted.current; next; next = wanted.current) {
        wanted.current = null;
        try {
          const source = JSON.stringify(next.layout);
          const { data } = await invoke('certificates.draw', { source, show: next.show, mode: next.mode });
          if (!live.current) break;
          setDrawn({ ...(data as unknown as Omit<Drawn, 'layout'>), layout: next.layout });
          setError(null);
        } catch (failure) {
          if (live.current) setError(failure);
        }
      }
      running.current = false;
      if (live.current) setBusy(false);
    })();
  }, [layout, show, mode]);

  return { drawn, error, busy };
}
