/** A small reader of the XML inside Word files: refuses what is not well formed, and builds a tree for looking at. */

export interface XmlNode {
  /** Tag name with its prefix: "w:p". */
  name: string;
  attributes: Record<string, string>;
  children: (XmlNode | string)[];
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(?:[^<>"']|"[^"]*"|'[^']*')+>|[^<]+|</g;
const NAME = /^[A-Za-z_][\w.:-]*/;
const MAX_DEPTH = 200;

/** Why a text is not well-formed XML of Office: 'doctype', 'broken'; null when it is. */
export function xmlProblem(text: string): 'doctype' | 'broken' | null {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return 'doctype';
  try {
    readXml(text);
    return null;
  } catch {
    return 'broken';
  }
}

/** Reads a whole document; throws where it is not well formed. */
export function readXml(text: string): XmlNode {
  const top: XmlNode = { name: '', attributes: {}, children: [] };
  const open: XmlNode[] = [top];
  for (const [token] of text.replace(/^\ufeff/, '').matchAll(TOKEN)) {
    const parent = open[open.length - 1] as XmlNode;
    if (token === '<') throw new Error('stray <');
    if (!token.startsWith('<')) addText(parent, token, open.length === 1);
    else if (token.startsWith('<![CDATA[')) parent.children.push(token.slice(9, -3));
    else if (token.startsWith('<?') || token.startsWith('<!--')) continue;
    else if (token.startsWith('</')) {
      if (token.slice(2, -1).trim() !== parent.name) throw new Error('closing tag');
      open.pop();
    } else {
      const node = readTag(token);
      parent.children.push(node);
      if (!token.endsWith('/>')) open.push(node);
      if (open.length > MAX_DEPTH) throw new Error('depth');
    }
  }
  const roots = top.children.filter((child) => typeof child !== 'string');
  if (open.length !== 1 || roots.length !== 1) throw new Error('not closed');
  return roots[0] as XmlNode;
}

function addText(parent: XmlNode, token: string, outside: boolean): void {
  if (outside && token.trim() !== '') throw new Error('text outside');
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(token)) throw new Error('entity');
  parent.children.push(unescaped(token));
}

function readTag(token: string): XmlNode {
  const body = token.slice(1, token.endsWith('/>') ? -2 : -1);
  const name = NAME.exec(body)?.[0];
  if (!name) throw new Error('tag');
  const attributes: Record<string, string> = {};
  const rest = body
    .slice(name.length)
    .replace(/\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g, (_, key, double, single) => {
      if (Object.hasOwn(attributes, key)) throw new Error('attribute twice');
      attributes[key] = unescaped(double ?? single ?? '');
      return '';
    });
  if (rest.trim() !== '') throw new Error('attributes');
  return { name, attributes, children: [] };
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-f]+));/gi, (_, name, decimal, hex) =>
    name ? (NAMED[name] ?? '') : String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16)),
  );
}

/** Children of a node with a name. */
export const named = (node: XmlNode, name: string): XmlNode[] =>
  node.children.filter((child): child is XmlNode => typeof child !== 'string' && child.name === name);
