/** Job: pairs of records that may be one person. */
import { type FoundPairs, findPairs } from '../modules/members/merge/duplicates';
import type { JobTools } from './worker';

export async function findDuplicates(input: { limit: number }, tools: JobTools): Promise<FoundPairs> {
  return findPairs(tools.db(), input.limit, (done, total) => tools.progress(done, total, 'comparing'));
}
