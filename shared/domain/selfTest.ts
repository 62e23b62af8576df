/** The lines of the self-test of the machine, and where their thresholds lie. */
export const SELF_TESTS = [
  'store',
  'schema',
  'log',
  'files',
  'copies',
  'away',
  'space',
  'folder',
  'clock',
  'memory',
  'fonts',
  'pdf',
  'programLog',
] as const;
export type SelfTestKey = (typeof SELF_TESTS)[number];

/** ok: holds. warn: works, something should be done. bad: does not hold. */
export const TEST_STATES = ['ok', 'warn', 'bad'] as const;
export type TestState = (typeof TEST_STATES)[number];

const MB = 1024 * 1024;

/** Free space: a copy needs as much as the store and its files. */
export function spaceState(free: number, needed: number): TestState {
  if (free < Math.max(200 * MB, needed)) return 'bad';
  return free < Math.max(2048 * MB, needed * 4) ? 'warn' : 'ok';
}

/** Memory of the PC, in bytes. */
export function memoryState(total: number, free: number): TestState {
  return total < 2048 * MB || free < 200 * MB ? 'warn' : 'ok';
}

/** Age of the newest checked copy; null when there is none. */
export function copiesState(ageSeconds: number | null, failed: boolean): TestState {
  if (ageSeconds === null) return 'bad';
  return failed || ageSeconds > 7 * 86_400 ? 'warn' : 'ok';
}

/** A clock that is behind what is already written has been set back; five minutes are forgiven. */
export function clockState(now: string, lastWritten: string | null, zoneMinutes: number): TestState {
  if (lastWritten !== null && Date.parse(now) < Date.parse(lastWritten) - 5 * 60_000) return 'bad';
  return zoneMinutes === 420 ? 'ok' : 'warn';
}

/** What a value of a line is, by its name: bytes, an instant, a number or a code. */
export function valueKind(name: string): 'bytes' | 'instant' | 'plain' {
  if (/bytes$/i.test(name)) return 'bytes';
  return /(?:^at|At)$/.test(name) ? 'instant' : 'plain';
}
