/** Keeps what was changed as a draft in the store a moment after each change, and at once when the page is left. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Layout } from '../../../shared/domain/layout';
import { invoke } from '../../client';

const PAUSE_MS = 700;

export interface Draft {
  /** When the draft was last kept; null when there is none. */
  readonly keptAt: string | null;
  /** Something is not kept yet. */
  readonly pending: boolean;
  /** Keeps now what waits. */
  flush(): Promise<void>;
  /** The version that the draft differs from. */
  base(): Layout;
  /** What is on screen is saved as a version: no draft. */
  clear(layout: Layout): void;
}

export function useDraft(id: number, layout: Layout, saved: Layout, keptAt: string | null): Draft {
  const [at, setAt] = useState(keptAt);
  const [pending, setPending] = useState(false);
  const kept = useRef<Layout>(layout);
  const latest = useRef(layout);
  const base = useRef(saved);
  latest.current = layout;

  const flush = useCallback(async () => {
    const now = latest.current;
    if (now === kept.current) return;
    kept.current = now;
    const text = now === base.current ? null : JSON.stringify(now);
    try {
      const { data } = await invoke('certificates.keepDraft', { id, layout: text });
      setAt(data.draftAt);
    } catch {
      // The drawing says what is wrong with the layout; the next change is kept again.
    }
    setPending(latest.current !== kept.current);
  }, [id]);

  useEffect(() => {
    if (layout === kept.current) return;
    setPending(true);
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [layout, flush]);

  useEffect(() => {
    const leave = () => void flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [flush]);

  const clear = useCallback((now: Layout) => {
    base.current = now;
    kept.current = now;
    setAt(null);
    setPending(false);
  }, []);
  return { keptAt: at, pending, flush, clear, base: () => base.current };
}
