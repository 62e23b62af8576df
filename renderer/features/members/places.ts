/** Short names of departments and groups for narrow columns; the whole name goes into the tooltip. */
import { useCallback, useMemo } from 'react';
import { useQueryOp } from '../../client';

/** Gives the short name of a place known by its name; a place without one, or known by an older name, keeps it. */
export function useShortPlace(): (name: string | null | undefined) => string | null {
  const units = useQueryOp('organisation.units', {}, { keep: true }).data?.rows;
  const short = useMemo(
    () => new Map(units?.flatMap((unit) => (unit.shortName ? [[unit.name, unit.shortName] as const] : []))),
    [units],
  );
  return useCallback((name) => (name ? (short.get(name) ?? name) : null), [short]);
}
