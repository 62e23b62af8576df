/**
 * Where the shipped font files lie. The build copies them to resources/fonts; run from source, they are read
 * straight from their npm packages.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FONT_FILES, type FontKey, isFontKey } from '../../shared/domain/layout/fontFiles';

export type { FontKey };

/** Path of a face in a folder of fonts (`<resources>/fonts`), or in the packages beside the source tree. */
export function fontFile(key: FontKey, fontsDir: string): string {
  const { file, folder, package: name } = FONT_FILES[key];
  const candidates = [
    join(fontsDir, file),
    join(fontsDir, '..', '..', 'node_modules', '@expo-google-fonts', name, folder, file),
  ];
  const found = candidates.find((path) => existsSync(path));
  if (!found) throw new Error(`font file missing: ${file}`);
  return found;
}

const cache = new Map<string, Buffer>();

/** Bytes of a face, read once. */
export function fontBytes(key: string, fontsDir: string): Buffer {
  if (!isFontKey(key)) throw new Error(`unknown font: ${key}`);
  const path = fontFile(key, fontsDir);
  const bytes = cache.get(path) ?? readFileSync(path);
  cache.set(path, bytes);
  return bytes;
}
