import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../shared/contract/errors';
import { locales } from '../../shared/locales';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) all.set(inner, text);
  }
  return all;
}
const vi = flatten(locales.vi as unknown as Tree);
const en = flatten(locales.en as unknown as Tree);
const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i;
const placeholders = (text: string) => [...new Set(text.match(/\{\{\s*\w+\s*\}\}/g) ?? [])].sort();

describe('texts', () => {
  it('hold the same keys in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort());
  });

  it('are never empty, and composed', () => {
    for (const [key, text] of [...vi, ...en]) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).toBe(text.normalize('NFC'));
    }
  });

  it('fill the same placeholders', () => {
    for (const [key, text] of vi) expect(placeholders(en.get(key) ?? ''), key).toEqual(placeholders(text));
  });

  it('leave no Vietnamese on an English screen', () => {
    const left = [...en].filter(([, text]) => VIETNAMESE.test(text.replace(/“[^”]*”/g, '')));
    expect(left).toEqual([]);
  });

  it('come in pairs where they count', () => {
    for (const key of vi.keys()) {
      if (key.endsWith('_one')) expect(vi.has(key.replace(/_one$/, '_other')), key).toBe(true);
      if (key.endsWith('_other')) expect(vi.has(key.replace(/_other$/, '_one')), key).toBe(true);
    }
  });

  it('speak calmly: no exclamation, no three dots, no excuse', () => {
    for (const [key, text] of vi) {
      expect(text, key).not.toMatch(/!|\.\.\.|vui lòng|xin lỗi|chúng tôi|\bOK\b/i);
    }
  });

  it('have a sentence for every error', () => {
    for (const code of ERROR_CODES) expect(vi.has(`errors.${code}`), code).toBe(true);
  });
});
