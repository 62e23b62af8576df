/** Job: reads every text of the store once and tells where it mentions the people who are made anonymous. */
import {
  findTraces,
  type Person,
  type Sought,
  soughtOf,
  type Trace,
} from '../modules/members/papers/tracesRepository';
import type { JobTools } from './worker';

export interface FoundTraces {
  sought: Sought[];
  traces: Trace[];
}

export async function findTracesJob(people: Person[], tools: JobTools): Promise<FoundTraces> {
  const sought = soughtOf(tools.db(), people);
  const traces = findTraces(tools.db(), sought, (done, total) => tools.progress(done, total, 'reading'));
  return { sought, traces };
}
