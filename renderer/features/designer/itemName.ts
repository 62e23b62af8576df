/** What an item is called: its own name, a known part of a certificate, or what it says. */
import { type Translate, useText } from '../../client';
import { type Item, isArt } from './model/edit';
import { shown } from './model/words';

export function itemName(item: Item, t: Translate): string {
  if (item.name) return item.name;
  const key = (item.id ?? '').replaceAll('.', '_');
  const known = t.any(`designer.known.${key}`) || t.any(`certificates.item.${key}`);
  if (known) return known;
  if (item.type === 'text') {
    const text = shown(item.text, t.language).replace(/\s+/g, ' ').trim();
    if (text !== '') return text;
  }
  const number = /(\d+)$/.exec(item.id ?? '')?.[1];
  const kind = isArt(item) ? t('designer.kind.art') : t.any(`designer.kind.${item.type}`);
  return number ? `${kind} ${number}` : kind;
}

export function useItemName(): (item: Item) => string {
  const t = useText();
  return (item) => itemName(item, t);
}
