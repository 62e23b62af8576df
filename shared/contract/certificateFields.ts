/** What the operations on certificates and on their layouts share. */
import { z } from 'zod';

export const layoutId = z.string().regex(/^[a-z0-9-]{1,80}$/);

/** A display list (shared/domain/layout/display.ts): what is drawn and where, in millimetres. */
export const displayPage = z.object({
  w: z.number(),
  h: z.number(),
  safe: z.number(),
  symbols: z.record(z.string(), z.array(z.unknown())),
  items: z.array(z.unknown()),
  fonts: z.array(z.string()),
  problems: z.array(z.object({ item: z.string(), reason: z.enum(['overflow', 'letters', 'qr']) })),
  calibration: z.object({ dx: z.number(), dy: z.number(), scale: z.number() }).optional(),
});
