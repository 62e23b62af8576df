/** A text with fields as people read it: {Họ và tên} on screen for {name} in the layout. */
import { LAYOUT_FIELDS } from '../../../../shared/domain/layout';

export type Language = 'vi' | 'en';

/** Fields a text may hold, in the order a menu shows them. */
export const TEXT_FIELDS = LAYOUT_FIELDS.filter((field) => field.kind === 'text' || field.kind === 'code');

const labels = new Map(
  LAYOUT_FIELDS.flatMap((field) => [[field.vi, field.field] as const, [field.en, field.field] as const]),
);
const byField = new Map<string, (typeof LAYOUT_FIELDS)[number]>(
  LAYOUT_FIELDS.map((field) => [field.field, field]),
);

/** {name} → {Họ và tên, hoặc tên tập thể}. */
export const shown = (template: string, language: Language): string =>
  template.replace(/\{([A-Za-z][\w.]*)\}/g, (whole, name: string) => {
    const field = byField.get(name);
    return field ? `{${field[language]}}` : whole;
  });

/** The way back; braces around anything else stay as typed. */
export const stored = (text: string): string =>
  text.replace(/\{([^{}]+)\}/g, (whole, label: string) => {
    const field = labels.get(label.trim());
    return field ? `{${field}}` : whole;
  });

/** "12,5" as a number; null when it is none. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** At most two decimals, without zeros at the end. */
export function showNumber(value: number, language: Language): string {
  const text = String(Math.round(value * 100) / 100 || 0);
  return language === 'vi' ? text.replace('.', ',') : text;
}
