/** Job: reads every text of the store once and tells where it mentions the people sought. */
import { findTraces, type Sought, type Trace } from '../modules/members/papers/tracesRepository';
import type { JobTools } from './worker';

export async function findTracesJob(sought: Sought[], tools: JobTools): Promise<Trace[]> {
  return findTraces(tools.db(), sought, (done, total) => tools.progress(done, total, 'reading'));
}
