/** The scan of a blank under a sheet on screen: where it was placed, turned, or straightened from a photo. */
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { isSheet } from '../../../../shared/domain/layout';
import { useQueryOp } from '../../../client';
import { straightened } from './straighten';

export type Blank = OutputOf<'certificates.blanks'>['rows'][number];
export type Place = Blank['place'];

/** Address of a picture, and its place in millimetres, turned about its middle by degrees. */
export interface Backdrop {
  readonly href: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly turn: number;
}

/** The picture itself, as an address. */
export function useScan(hash: string | null): string | undefined {
  const scan = useQueryOp('certificates.scan', { hash: hash ?? '' }, { enabled: hash !== null });
  return hash !== null && scan.data ? `data:${scan.data.mime};base64,${scan.data.data}` : undefined;
}

/** Where the picture of a blank lies; none while it is being read. */
export function useBackdrop(
  blank: Pick<Blank, 'scan' | 'place' | 'w' | 'h'> | undefined,
): Backdrop | undefined {
  const href = useScan(blank?.scan ?? null);
  const corners = JSON.stringify(blank?.place.corners ?? null);
  const [w, h] = [blank?.w ?? 0, blank?.h ?? 0];
  const [straight, setStraight] = useState<{ of: string; href: string } | null>(null);
  const wanted = `${blank?.scan}|${corners}|${w}|${h}`;
  useEffect(() => {
    const four = JSON.parse(corners) as NonNullable<Place['corners']> | null;
    if (!href || !four || !isSheet(four)) return;
    let live = true;
    straightened(href, four, { w, h }).then(
      (made) => live && setStraight({ of: wanted, href: made }),
      () => live && setStraight({ of: wanted, href }),
    );
    return () => {
      live = false;
    };
  }, [href, corners, w, h, wanted]);
  if (!blank || !href) return undefined;
  if (blank.place.corners === null) return { ...blank.place, href };
  return straight?.of === wanted ? { href: straight.href, x: 0, y: 0, w, h, turn: 0 } : undefined;
}

/** Within an SVG in millimetres. */
export function BackdropImage({ backdrop }: { backdrop: Backdrop | undefined }) {
  if (!backdrop) return null;
  const { href, x, y, w, h, turn } = backdrop;
  return (
    <image
      data-backdrop="true"
      href={href}
      x={x}
      y={y}
      width={w}
      height={h}
      preserveAspectRatio="none"
      transform={turn ? `rotate(${turn} ${x + w / 2} ${y + h / 2})` : undefined}
    />
  );
}
