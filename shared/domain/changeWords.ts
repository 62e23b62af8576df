/** Values and fields of the change log in words, for the screen and for papers. */
import type { ChangedField, ShownValue } from '../contract/audit';
import { eventKind } from './eventKinds';

/** Words of one language; `word` answers '' for a key that has none. */
export interface ChangeSpeaker {
  language: 'vi' | 'en';
  word(key: string, values?: Record<string, string | number>): string;
  date(iso: string): string | null;
  number(value: number, digits: number): string | null;
  money(dong: number): string | null;
}

/** The field's name; '' for one that has none and is left out. */
export function fieldWords({ word }: ChangeSpeaker, field: ChangedField): string {
  if (field.name !== null) return field.name;
  return (field.label && word(field.label)) || word(`audit.fields.any.${field.field}`);
}

export function valueWords(speaker: ChangeSpeaker, { kind, text }: ShownValue): string {
  const { word } = speaker;
  switch (kind) {
    case 'date':
      return speaker.date(text) ?? text;
    case 'number':
      return speaker.number(Number(text), Number.isInteger(Number(text)) ? 0 : 2) ?? text;
    case 'money':
      return speaker.money(Number(text)) ?? text;
    case 'yes':
      return word(text === 'true' ? 'members.yes' : 'members.no');
    case 'choice':
      return word(text) || (text.split('.').at(-1) ?? text);
    case 'event': {
      const known = eventKind(text);
      return speaker.language === 'en' ? known.nameEn : known.name;
    }
    case 'items':
      return word('audit.change.items', { count: Number(text) });
    default:
      return text;
  }
}
