/** Unsaved forms, kept in this window's storage per record. Disposable: at most 20, each at most 40.000 characters. */

const PREFIX = 'so.draft.';
const MAX_CHARS = 40_000;
const MAX_DRAFTS = 20;

export interface Draft {
  /** Milliseconds since 1970. */
  at: number;
  values: unknown;
}

export function readDraft(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as Draft | null;
    return draft && typeof draft.at === 'number' ? draft : null;
  } catch {
    return null;
  }
}

/** Keeps the values; false if they are too large or storage refuses. */
export function writeDraft(key: string, values: unknown): boolean {
  const text = JSON.stringify({ at: Date.now(), values });
  if (text.length > MAX_CHARS) return false;
  try {
    localStorage.setItem(PREFIX + key, text);
    forgetOldest();
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing is kept where storage is refused.
  }
}

/** Keys of the drafts that begin with `prefix`, for marking records in a list. */
export function draftKeys(prefix: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX + prefix))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}

/** Settings of this window; everything else it keeps was typed, and may be about people. */
const SETTINGS = ['so.prefs', 'so.columns.'];

/** Forgets everything typed that this window keeps: unsaved forms and rows. */
export function forgetTyped(): void {
  for (const storage of [localStorage, sessionStorage])
    try {
      for (const key of Object.keys(storage))
        if (!SETTINGS.some((kept) => key.startsWith(kept))) storage.removeItem(key);
    } catch {
      // Nothing is kept where storage is refused.
    }
}

function forgetOldest(): void {
  const keys = draftKeys('');
  if (keys.length <= MAX_DRAFTS) return;
  const byAge = keys.map((key) => ({ key, at: readDraft(key)?.at ?? 0 })).sort((a, b) => a.at - b.at);
  for (const { key } of byAge.slice(0, keys.length - MAX_DRAFTS)) dropDraft(key);
}
