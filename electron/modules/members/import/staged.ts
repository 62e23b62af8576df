/** What a staged row holds: values for the screen, and columns worked out in the worker so that writing is only writing. */
import type { OutputOf } from '../../../ipc/context';
import type { EditableRecord, SearchEntry } from '../repository';

type ShownRow = OutputOf<'members.importRows'>['rows'][number];

export interface StagedRow {
  values: ShownRow['values'];
  changes: ShownRow['changes'];
  notes: ShownRow['notes'];
  problems: ShownRow['problems'];
  candidates: ShownRow['candidates'];
  reason: ShownRow['reason'];
  /** The earlier row of the same file that this one repeats. */
  repeatsLine: number | null;
  department: string | null;
  group: string | null;
  /** Columns as a new member would have them; department and group are found by name when written. */
  columns: Omit<EditableRecord, 'department_id' | 'group_id'>;
  search: Omit<SearchEntry, 'id'>;
}
