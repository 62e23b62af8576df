/** The little XML that spreadsheet parts need: attributes of one tag and character references. */

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Replaces `&amp;`, `&#7877;`, `&#x1EC5;` … and leaves unknown names alone. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (name[0] !== '#') return NAMED[name.toLowerCase()] ?? whole;
    const code =
      name[1] === 'x' || name[1] === 'X'
        ? Number.parseInt(name.slice(2), 16)
        : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Excel's `_x000D_` escapes inside strings. */
export function decodeOoxml(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Value of one attribute in the text of a tag, decoded. */
export function attribute(tag: string, name: string): string | undefined {
  let at = tag.indexOf(`${name}=`);
  while (at > 0 && !/\s/.test(tag[at - 1] ?? '')) at = tag.indexOf(`${name}=`, at + 1);
  if (at < 0) return undefined;
  const value = tag.slice(at + name.length + 1);
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return /^[^\s>/]+/.exec(value)?.[0];
  const end = value.indexOf(quote, 1);
  return end < 0 ? undefined : decodeXml(value.slice(1, end));
}

/** Every opening tag of that name, prefix or not, as its text between the angle brackets. */
export function* tags(xml: string, name: string): Generator<string> {
  const pattern = new RegExp(`<(?:[A-Za-z0-9]{1,20}:)?${name}(?=[\\s/>])[^>]{0,4000}>`, 'g');
  for (const match of xml.matchAll(pattern)) yield match[0];
}
