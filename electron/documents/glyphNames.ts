/** Characters of glyphs, named once for each opened face. */
import type * as fontkit from 'fontkit';

/** Letters that must win where a font gives one glyph to several characters: Đ over Ð, the space over U+00A0. */
const FIRST = [...'ĐđƠơƯư'].map((letter) => letter.codePointAt(0) as number);

/** Latin letters, combining marks, the rest of Vietnamese, punctuation; not the ﬁ and ﬂ characters. */
const LATIN = [
  [0x20, 0x24f],
  [0x300, 0x36f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2044],
  [0x20ab, 0x20ac],
] as const;

/**
 * Ties every glyph to its character before anything else asks for it. fontkit keeps the characters of a glyph's
 * first use, and a glyph first met as a part of another (the U of Ư) would have none in the file's text layer.
 */
export function nameGlyphs(font: fontkit.Font): void {
  const name = (code: number) => {
    if (font.hasGlyphForCodePoint(code)) font.glyphForCodePoint(code);
  };
  FIRST.forEach(name);
  for (const [from, to] of LATIN) for (let code = from; code <= to; code++) name(code);
}
