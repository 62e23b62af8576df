/** Conditions of a list in its address, so that figures elsewhere can open it and Back returns to it. */
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * The address's conditions, and how to change some of them; null or '' takes one away. A change that is `kept` is a
 * step of its own for Back.
 */
export function useAddressConditions() {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (changes: Record<string, string | null>, kept = false) =>
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          for (const [key, value] of Object.entries(changes)) {
            if (value === null || value === '') next.delete(key);
            else next.set(key, value);
          }
          return next;
        },
        { replace: !kept },
      ),
    [setParams],
  );
  return { params, set };
}
