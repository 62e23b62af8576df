/**
 * The licences of what a bundle is made of: a Vite plugin that writes `licences.json` beside the bundle, from the modules
 * that are really in it. Every package stands there once with its version, its licence and the text of it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const FILE = 'licences.json';
const TEXT = /^(?:licen[cs]e|copying|unlicense)(?:[-_.][\w.-]+)?$/i;

/** Folders of the packages modules lie in; virtual modules and our own have none. */
export function packageFolders(modules) {
  const folders = new Set();
  for (const id of modules) {
    const path = id.replace(/^\0+/, '').split('?')[0].replaceAll('\\', '/');
    const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
    if (match) folders.add(match[1]);
  }
  return [...folders];
}

const licenceName = ({ license, licenses }) =>
  (typeof license === 'string'
    ? license
    : (license?.type ?? licenses?.map(({ type }) => type).join(' OR '))) ?? '';

/** What a package says of its licence; a package without a text of its own is told in one line. */
export function licenceOf(folder) {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((name) => TEXT.test(name));
  const author = typeof about.author === 'string' ? about.author : (about.author?.name ?? '');
  const named = licenceName(about);
  const whole = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  const licence = named || (/^\s*(?:the )?MIT licen[cs]e/i.test(whole) ? 'MIT' : '');
  const text = whole || [licence, author].filter(Boolean).join('\n');
  return { name: about.name, version: about.version, licence, text };
}

/** Writes the list of the packages in `folders` into `dir`. */
export function writeLicences(dir, folders, more = []) {
  const all = [...folders.map(licenceOf), ...more];
  const once = new Map(all.map((one) => [`${one.name}@${one.version}`, one]));
  const sorted = [...once.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  writeFileSync(join(dir, FILE), `${JSON.stringify(sorted, null, 1)}\n`);
}

/** @param more packages that are shipped beside the bundle, by name. */
export function licences(more = []) {
  const modules = new Set();
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk') for (const id of Object.keys(chunk.modules)) modules.add(id);
    },
    writeBundle({ dir }) {
      const beside = more
        .map((name) => join(root, 'node_modules', name))
        .filter((folder) => existsSync(folder));
      writeLicences(dir, [...packageFolders(modules), ...beside]);
    },
  };
}

/** The fonts that are shipped, by package of @expo-google-fonts. */
export function writeFontLicences(dir, fonts) {
  const packages = new Map(fonts.map((font) => [font.package, font.family]));
  const rows = [...packages].map(([name, family]) => {
    const folder = join(root, 'node_modules', '@expo-google-fonts', name);
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const text = readFileSync(join(folder, 'LICENSE_FONT'), 'utf8').trim();
    return { name: `${family} (font)`, version, licence: 'OFL-1.1', text };
  });
  writeLicences(dir, [], rows);
}
