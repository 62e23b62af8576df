/** The licences of what the program was built from, as the build wrote them beside each bundle. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Licence } from '../../../shared/contract/machine';

const BUNDLES = ['main', 'preload', 'renderer', 'resources'];

/** Every library and font once, by name; run from source there is none. */
export function licences(resources: string): Licence[] {
  const found = new Map<string, Licence>();
  for (const bundle of BUNDLES) {
    const path = join(resources, '..', bundle, 'licences.json');
    if (!existsSync(path)) continue;
    for (const one of JSON.parse(readFileSync(path, 'utf8')) as Licence[])
      found.set(`${one.name}@${one.version}`, one);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
