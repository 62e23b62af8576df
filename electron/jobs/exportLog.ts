/** Job: the change log as a workbook. Reads in pages; what is masked on the screen is masked in it. */
import { logWorkbook } from '../documents/spreadsheets/logList';
import { profiles } from '../modules/organisation/repository';
import { describe } from '../modules/settings/audit/describe';
import { changesByIds, type FactsFilter, factsPage } from '../modules/settings/audit/repository';
import { holding } from '../modules/settings/audit/service';
import type { JobTools } from './worker';

const PAGE = 500;

export async function exportLogJob(
  input: { filter: Omit<FactsFilter, 'after'>; search: string; day: string },
  tools: JobTools,
): Promise<Uint8Array | null> {
  const db = tools.db();
  const changes = [];
  for (let after: FactsFilter['after'] = null; ; ) {
    const page = factsPage(db, { ...input.filter, after }, PAGE);
    if (page.length === 0) break;
    const ids = page.map(({ id }) => id);
    changes.push(...holding(describe(db, changesByIds(db, ids)), input.search));
    after = page.at(-1) ?? null;
    tools.progress(changes.length, null, 'reading');
  }
  if (changes.length === 0) return null;
  return logWorkbook({ unitName: profiles(db)[0]?.name ?? '', day: input.day, changes });
}
