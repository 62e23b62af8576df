/** From what was measured on a calibration sheet to the shift and scale of a printer: p' = (dx, dy) + scale · p. */

export interface Adjustment {
  /** Millimetres; to the right and down. */
  readonly dx: number;
  readonly dy: number;
  readonly scale: number;
}

/** Distances read with a ruler on the printed sheet, millimetres. */
export interface Measured {
  /** From the left edge to A and to B. */
  readonly ax: number;
  readonly bx: number;
  /** From the top edge to A and to C. */
  readonly ay: number;
  readonly cy: number;
  /** The two gauges, when they were measured. */
  readonly across?: number | null;
  readonly down?: number | null;
}

export interface Calibrated extends Adjustment {
  /** Size the printer gives, across and down: 1 is true size. */
  readonly across: number;
  readonly down: number;
  readonly warnings: readonly CalibrationWarning[];
}

/** `fit`: the printer changed the size; `uneven`: across and down differ; `gauge`: a gauge says otherwise. */
export type CalibrationWarning = 'fit' | 'uneven' | 'gauge' | 'far';

/** Distance of the crosshairs A–D from the edges. */
export const MARK = 25;
export const NO_ADJUSTMENT: Adjustment = { dx: 0, dy: 0, scale: 1 };
/** What heat, paper and a ruler explain. */
const LIMITS = { fit: 0.008, uneven: 0.003, gauge: 0.006, far: 10 } as const;

/** Length of the gauges of a sheet; 0 where there is no room for any. */
export function gaugeLength(w: number, h: number): number {
  if (w >= 200 && h >= 190) return 100;
  return w >= 140 && h >= 130 ? 50 : 0;
}

const round = (value: number, step: number) => Math.round(value / step) / Math.round(1 / step) + 0;

/**
 * The adjustment that brings the marks to their coordinates. `printedWith` is what the measured sheet had been
 * printed with.
 */
export function calibrate(
  page: { readonly w: number; readonly h: number },
  measured: Measured,
  printedWith: Adjustment = NO_ADJUSTMENT,
): Calibrated {
  const across = (measured.bx - measured.ax) / ((page.w - 2 * MARK) * printedWith.scale);
  const down = (measured.cy - measured.ay) / ((page.h - 2 * MARK) * printedWith.scale);
  const mean = (across + down) / 2;
  const scale = round(1 / mean, 0.0001);
  const shift = (read: number, before: number, size: number) =>
    round(before + printedWith.scale * MARK - read / size, 0.1);
  const dx = shift(measured.ax, printedWith.dx, across);
  const dy = shift(measured.ay, printedWith.dy, down);
  return {
    dx,
    dy,
    scale,
    across,
    down,
    warnings: warningsOf(page, measured, printedWith, across, down, dx, dy),
  };
}

function warningsOf(
  page: { readonly w: number; readonly h: number },
  measured: Measured,
  printedWith: Adjustment,
  across: number,
  down: number,
  dx: number,
  dy: number,
): CalibrationWarning[] {
  const found: CalibrationWarning[] = [];
  if (Math.abs((across + down) / 2 - 1) > LIMITS.fit) found.push('fit');
  if (Math.abs(across - down) > LIMITS.uneven) found.push('uneven');
  const gauge = gaugeLength(page.w, page.h) * printedWith.scale;
  const off = (read: number | null | undefined, size: number) =>
    gauge > 0 && read !== null && read !== undefined && Math.abs(read / gauge - size) > LIMITS.gauge;
  if (off(measured.across, across) || off(measured.down, down)) found.push('gauge');
  if (Math.max(Math.abs(dx), Math.abs(dy)) > LIMITS.far) found.push('far');
  return found;
}
