/** Pictures of the sheets, as addresses the preview can show. */
import { useMemo } from 'react';
import { useQueryOp } from '../../client';

type Images = Readonly<Record<string, string>>;

export function useImages(): Images {
  const emblem = useQueryOp('certificates.settings', {}).data?.emblem;
  return useMemo((): Images => {
    if (!emblem) return {};
    return { 'unit.emblem': `data:${emblem.mime};base64,${emblem.data}` };
  }, [emblem]);
}
