/** One sheet as a display list, measured with the very fonts the PDF embeds. */
import { join } from 'node:path';
import {
  type DisplayPage,
  type DrawMode,
  type Layout,
  type LayoutRecord,
  layoutPictures,
} from '../../../shared/domain/layout';
import { displayList, measureFor, withBreaking } from '../../documents/certificates/draw';
import type { Ctx } from '../../ipc/context';
import { EMBLEM } from './emblem';
import { hasPicture } from './layoutsRepository';
import { officeBreaking } from './layoutWords';
import * as repo from './repository';

/** The measure of the PDF, breaking lines as the office wants them. */
export const measureOf = (ctx: Pick<Ctx, 'db' | 'paths'>) =>
  withBreaking(measureFor(join(ctx.paths.resources, 'fonts')), officeBreaking(ctx));

/** Fields and pictures of a layout for which there is a picture. */
export function knownImages(ctx: Pick<Ctx, 'db'>, layout: Layout): ReadonlySet<string> {
  const emblem = repo.currentImage(ctx.db, EMBLEM) ? [EMBLEM] : [];
  return new Set([...emblem, ...layoutPictures(layout).filter((hash) => hasPicture(ctx.db, hash))]);
}

/** A display list for the screen; the emblem's picture is asked for apart. */
export function pageOf(
  ctx: Pick<Ctx, 'db' | 'paths'>,
  layout: Layout,
  record: LayoutRecord,
  mode: DrawMode,
  skip: readonly string[],
  printer?: { dx: number; dy: number; scale: number },
): DisplayPage {
  const calibration = printer ? { dx: printer.dx, dy: printer.dy, scale: printer.scale } : undefined;
  return displayList(layout, record, measureOf(ctx), mode, {
    images: knownImages(ctx, layout),
    skip: new Set(skip),
    ...(calibration ? { calibration } : {}),
  });
}
