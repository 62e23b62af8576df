/** Job: other jobs one after another in one thread, so that fonts and libraries are read once for all of them. */
import { AppError, type ErrorCode } from '../../shared/contract/errors';
import { jobEntries } from './entries';
import type { JobTools } from './worker';

export interface TogetherInput {
  tasks: readonly { at: number; name: string; input: unknown }[];
}
/** What is sent back for each task as soon as it is done. */
export type TogetherMessage =
  | { at: number; result: unknown }
  | { at: number; code: ErrorCode; details: Record<string, string | number> | undefined };

export async function togetherJob({ tasks }: TogetherInput, tools: JobTools): Promise<null> {
  const quiet: JobTools = { ...tools, progress: () => undefined };
  for (const { at, name, input } of tasks) {
    let message: TogetherMessage;

    try {
      const entry = await jobEntries[name]?.();
      if (!entry) throw new AppError('INTERNAL');
      message = { at, result: await entry(input as never, quiet) };
    } catch (error) {
      const known = error instanceof AppError ? error : new AppError('INTERNAL');
      if (known.code === 'INTERNAL') console.error('job failed', name, (error as Error)?.name);
      message = { at, code: known.code, details: known.details };
    }
    await tools.send(message);
  }
  return null;
}
