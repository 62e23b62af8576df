import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
// @ts-expect-error plain JavaScript of the build
import { FONTS } from '../../build/fonts.mjs';
import { fieldsOf, LAYOUT_FIELDS } from '../../shared/domain/layout/fields';
import { FONT_FILES, isFontKey } from '../../shared/domain/layout/fontFiles';
import { type LayoutItem, parseLayout } from '../../shared/domain/layout/schema';

const folder = join(__dirname, '..', '..', 'resources', 'layouts');
const known = new Set<string>(LAYOUT_FIELDS.map((field) => field.field));

const walk = (items: readonly LayoutItem[]): LayoutItem[] =>
  items.flatMap((item) => (item.type === 'group' ? [item, ...walk(item.items)] : [item]));

describe.each(readdirSync(folder))('%s', (file) => {
  const layout = parseLayout(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  const all = walk([...layout.items, ...Object.values(layout.symbols).flat()]);

  it('is named after its file and names only what exists', () => {
    expect(`${layout.id}.json`).toBe(file);
    for (const item of all) {
      if (item.type === 'text') expect(isFontKey(item.font), item.font).toBe(true);
      if (item.type === 'use' || item.type === 'repeat')
        expect(layout.symbols[item.ref], item.ref).toBeDefined();
      if (item.type === 'text' || item.type === 'qr') {
        for (const field of fieldsOf(item.text)) expect(known.has(field), field).toBe(true);
        if (item.colour) expect(layout.palette[item.colour], item.colour).toBeDefined();
      }
      if (item.type === 'image' && item.field) expect(known.has(item.field), item.field).toBe(true);
    }
  });

  it('gives each fillable text an id of its own', () => {
    const ids = layout.items.map((item) => item.id).filter(Boolean);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('every face a layout may name is shipped by the build', () => {
  const shipped = new Set((FONTS as { file: string; folder: string }[]).map((font) => font.file));
  for (const font of Object.values(FONT_FILES)) expect(shipped.has(font.file), font.file).toBe(true);
});
