/** Writes the whole store anew in a thread, on a writing connection of its own; nobody else writes meanwhile. */
import { connect } from '../db/connection';
import { wrapDatabase } from '../db/database';
import { rewriteStore } from '../db/vacuum';

const PATIENCE_MS = 10_000;

export async function rewriteStoreJob(input: { path: string }): Promise<void> {
  const raw = connect(input.path);
  try {
    raw.pragma(`busy_timeout = ${PATIENCE_MS}`);
    rewriteStore(wrapDatabase(raw));
  } finally {
    raw.close();
  }
}
