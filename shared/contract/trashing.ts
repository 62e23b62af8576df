/** The two ways of the trash, declared once for a kind of record. */
import { z } from 'zod';
import type { ErrorCode } from './errors';
import { ids } from './fields';
import { type Access, type Area, command, type Operation } from './kernel';

const input = z.strictObject({ ids });
/** How many records a command changed. */
export const changedCount = z.object({ count: z.number() });

interface OneWay {
  errors?: readonly ErrorCode[];
  doc: string;
}

type Way = Operation<
  'command',
  z.ZodType<{ ids: number[] }, { ids: number[] }>,
  z.ZodType<{ count: number }>
>;

/** Commands that move records to the trash and take them back; each is the undo of the other. */
export function trashing<T extends string, R extends string>(
  names: { trash: T; restore: R },
  both: { touches: readonly Area[]; access: Access },
  trash: OneWay,
  restore: OneWay,
): Record<NoInfer<T> | NoInfer<R>, Way> {
  const way = (one: OneWay) => command({ input, output: changedCount, ...both, ...one });
  return { [names.trash]: way(trash), [names.restore]: way(restore) } as Record<T | R, Way>;
}
