/** One sheet as a display list, measured with the very fonts the PDF embeds. */
import { join } from 'node:path';
import type { DisplayPage, DrawMode, Layout, LayoutRecord } from '../../../shared/domain/layout';
import { displayList, measureFor } from '../../documents/certificates/draw';
import type { Ctx } from '../../ipc/context';
import { EMBLEM } from './emblem';
import * as repo from './repository';

/** A display list for the screen; the emblem's picture is asked for apart. */
export function pageOf(
  ctx: Pick<Ctx, 'db' | 'paths'>,
  layout: Layout,
  record: LayoutRecord,
  mode: DrawMode,
  skip: readonly string[],
  printer?: { dx: number; dy: number; scale: number },
): DisplayPage {
  const measure = measureFor(join(ctx.paths.resources, 'fonts'));
  const images = new Set(repo.currentImage(ctx.db, EMBLEM) ? [EMBLEM] : []);
  const calibration = printer ? { dx: printer.dx, dy: printer.dy, scale: printer.scale } : undefined;
  return displayList(layout, record, measure, mode, {
    images,
    skip: new Set(skip),
    ...(calibration ? { calibration } : {}),
  });
}
