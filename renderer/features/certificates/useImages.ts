/** Pictures of the sheets, as addresses the preview can show. */
import { useMemo } from 'react';
import { useQueryOp } from '../../client';

export function useImages(): Readonly<Record<string, string>> {
  const emblem = useQueryOp('certificates.settings', {}).data?.emblem;
  return useMemo(
    () => (emblem ? { 'unit.emblem': `data:${emblem.mime};base64,${emblem.data}` } : {}),
    [emblem],
  );
}
