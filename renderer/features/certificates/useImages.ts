/** Pictures of the sheets, as addresses the preview can show: by field, or by hash for a layout's own. */
import { useMemo } from 'react';
import type { DisplayItem } from '../../../shared/domain/layout/display';
import { useQueryOp } from '../../client';

type Images = Readonly<Record<string, string>>;

const HASH = /^[0-9a-f]{64}$/;

/** Hashes of the pictures that entries of a display list show. */
export function hashesIn(items: readonly DisplayItem[]): string[] {
  const found = items.flatMap((item) =>
    item.kind === 'group'
      ? hashesIn(item.items)
      : item.kind === 'image' && HASH.test(item.field)
        ? [item.field]
        : [],
  );
  return [...new Set(found)].sort();
}

export function useImages(items: readonly DisplayItem[] = []): Images {
  const emblem = useQueryOp('certificates.settings', {}).data?.emblem;
  const hashes = hashesIn(items);
  const own = useQueryOp('certificates.pictures', { hashes }, { enabled: hashes.length > 0, keep: true });
  return useMemo((): Images => {
    const rows = own.data?.rows ?? [];
    const images = Object.fromEntries(
      rows.map((row) => [row.hash, `data:${row.mime};base64,${row.data}`] as const),
    );
    return emblem ? { ...images, 'unit.emblem': `data:${emblem.mime};base64,${emblem.data}` } : images;
  }, [emblem, own.data]);
}
