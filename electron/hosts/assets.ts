/**
 * The page's own files: the built renderer, and the shipped fonts under fonts/. A path is resolved and then
 * compared with its folder by relative path, never by prefix; anything outside answers undefined.
 */
import { readFileSync } from 'node:fs';
import { extname, isAbsolute, relative, resolve } from 'node:path';

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};

export interface Asset {
  readonly mime: string;
  readonly bytes: Buffer;
  readonly isPage: boolean;
}

export interface AssetFolders {
  readonly renderer: string;
  readonly fonts: string;
}

/** Finds the file of an address path such as `/assets/index-x.js`; '/' is the page itself. */
export function findAsset(folders: AssetFolders, addressPath: string): Asset | undefined {
  let path: string;
  try {
    path = decodeURIComponent(addressPath);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const local = path.replace(/^\/+/, '') || 'index.html';
  const file = local.startsWith('fonts/')
    ? inside(folders.fonts, local.slice('fonts/'.length))
    : inside(folders.renderer, local);
  const mime = file && MIME[extname(file).toLowerCase()];
  if (!file || !mime) return undefined;
  try {
    return { mime, bytes: readFileSync(file), isPage: extname(file) === '.html' };
  } catch {
    return undefined;
  }
}

/** The absolute path of `local` if it lies inside `folder`. */
export function inside(folder: string, local: string): string | undefined {
  const file = resolve(folder, local);
  const way = relative(folder, file);
  return way === '' || way.startsWith('..') || isAbsolute(way) ? undefined : file;
}
