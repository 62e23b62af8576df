/** Job: follows the chain of the change log in a thread. */
import type { LogFindings } from '../../shared/contract/audit';
import { type KnownHead, verifyLog } from '../db/auditChain';
import type { JobTools } from './worker';

export async function verifyLogJob(input: { heads: KnownHead[] }, tools: JobTools): Promise<LogFindings> {
  return verifyLog(tools.db().raw, input.heads, (done, total) => tools.progress(done, total, 'checking'));
}
