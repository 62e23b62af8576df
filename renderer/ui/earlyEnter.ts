import { useEffect, useRef, useState } from 'react';

/**
 * Enter pressed before the matches of the typed text are there. Call what it answers on such an Enter: the best match is
 * taken once the matches have settled, unless typing goes on meanwhile.
 */
export function useEarlyEnter(typed: string, settled: boolean, takeBest: () => void): () => void {
  const [awaited, setAwaited] = useState<string | null>(null);
  const latest = useRef(takeBest);
  latest.current = takeBest;
  useEffect(() => {
    if (awaited === null) return;
    if (awaited === typed && !settled) return;
    setAwaited(null);
    if (awaited === typed) latest.current();
  }, [awaited, typed, settled]);
  return () => setAwaited(typed);
}
