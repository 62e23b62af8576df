/** Checks a finished copy in a thread; the path comes from the backup service, never from a request. */
import { type CopyFacts, checkCopy } from '../db/copies';

export async function checkCopyJob(input: { path: string }): Promise<CopyFacts> {
  return checkCopy(input.path);
}
