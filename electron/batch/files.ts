/** Files of the command line: what an operation takes is named by its path, what it makes is saved into a folder. */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FileStore } from '../ipc/files';

/** The path a string names by "@PATH"; null for plain text. "@@" at the start stands for a plain "@". */
export const pathIn = (value: string): string | null =>
  value.startsWith('@') && !value.startsWith('@@') ? resolve(value.slice(1)) : null;

/** Puts a token in place of every "@PATH". */
export function withFiles(value: unknown, files: FileStore): unknown {
  if (typeof value === 'string') {
    const path = pathIn(value);
    if (path === null) return value.startsWith('@@') ? value.slice(1) : value;
    if (!existsSync(path)) throw new Error(`No such file: ${path}`);
    return files.registerPicked(path).token;
  }
  if (Array.isArray(value)) return value.map((item) => withFiles(item, files));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withFiles(item, files)]));
}

/** Saves every produced file the answer names into `folder`. */
export function saveFiles(value: unknown, files: FileStore, folder: string): void {
  if (value === null || typeof value !== 'object') return;
  const { token, name } = value as { token?: unknown; name?: unknown };
  if (typeof token === 'string' && typeof name === 'string') {
    const file = files.outgoing(token);
    mkdirSync(folder, { recursive: true });
    copyFileSync(file.path, join(folder, file.name));
    console.error(join(folder, file.name));
    return;
  }
  for (const item of Object.values(value)) saveFiles(item, files, folder);
}
