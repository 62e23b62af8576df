/** Command line of the program's entries and the folders they use. */
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Options {
  /** Where the store is. */
  readonly dataDir: string;
  /** A throw-away store with an invented hospital. */
  readonly demo: boolean;
  /** Removes what a throw-away store left. */
  cleanUp(): void;
  /** Arguments that are no options, in order. */
  readonly rest: readonly string[];
  /** Values of further `--name value` options named by the caller. */
  readonly values: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
}

/** The user's own data folder of this program. */
export function defaultDataDir(environment: NodeJS.ProcessEnv = process.env): string {
  if (process.platform === 'win32')
    return join(environment.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'Sổ Công đoàn');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Sổ Công đoàn');
  return join(environment.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'so-cong-doan');
}

/**
 * Reads the arguments. `--demo` without `--data` uses a fresh folder under the system's temporary one.
 * `valued` names the further options that take a value; unknown switches (Chromium's own) become flags.
 */
export function readOptions(
  argv: readonly string[],
  valued: readonly string[] = [],
  environment: NodeJS.ProcessEnv = process.env,
): Options {
  const values: Record<string, string> = {};
  const flags = new Set<string>();
  const rest: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    const [, name, joined] = /^--([a-z-]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === undefined) rest.push(argument);
    else if (name === 'data' || valued.includes(name)) values[name] = joined ?? argv[++i] ?? '';
    else flags.add(name);
  }
  const demo = flags.has('demo');
  if (demo && !values.data) {
    const dataDir = mkdtempSync(join(tmpdir(), 'so-cong-doan-demo-'));
    const cleanUp = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    return { dataDir, demo, cleanUp, rest, values, flags };
  }
  const dataDir = values.data ? resolve(values.data) : defaultDataDir(environment);
  return { dataDir, demo, cleanUp: () => undefined, rest, values, flags };
}
