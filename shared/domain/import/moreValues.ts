/** Readers of the rarer cells: money, bank accounts, choices in words, and the unit's own fields. */
import type { ExtraTarget } from './fields';
import type { RawCell } from './raw';
import { type DateReading, lowKey, type RowBuilder, readDate, saysNothing } from './values';

/** Whole đồng: "4.680.000", "4,68 triệu", 4680000. */
export function readMoney(out: RowBuilder, cell: RawCell, text: string): void {
  if (text === '' || saysNothing(text)) return;
  const value = typeof cell === 'object' && cell?.type === 'number' ? Number(cell.value) : moneyOf(text);
  if (value === undefined || !Number.isFinite(value) || value < 0 || value > 1e12) {
    out.problem('duesBase', 'number-invalid', text);
    return;
  }
  out.set('duesBase', Math.round(value));
}

function moneyOf(text: string): number | undefined {
  const bare = text.toLowerCase().replace(/(đồng|vnđ|vnd|đ|\s)/g, '');
  const millions = /^(\d+(?:[.,]\d+)?)(triệu|tr)$/.exec(bare);
  if (millions) return Number((millions[1] as string).replace(',', '.')) * 1_000_000;
  if (/^\d{1,3}([.,]\d{3})+([.,]0{1,2})?$/.test(bare))
    return Number(bare.replace(/[.,]0{1,2}$/, '').replace(/[.,]/g, ''));
  return /^\d+$/.test(bare) ? Number(bare) : undefined;
}

/** Account number: digits as they stand. */
export function readAccount(out: RowBuilder, cell: RawCell, text: string): void {
  if (text === '' || saysNothing(text)) return;
  if (typeof cell === 'object' && cell?.type === 'number' && !Number.isSafeInteger(cell.value)) {
    out.problem('bankAccount', 'digits-lost', text);
    return;
  }
  const shown = typeof cell === 'object' && cell?.type === 'number' ? String(cell.value) : text;
  out.set('bankAccount', shown.replace(/(?<=\d)[\s.-]+(?=\d)/g, ''));
}

const CARD_STATES: readonly [RegExp, 'new' | 'changed' | 'lost'][] = [
  [/\b(mat|hong|that lac|bao mat|lost)\b/, 'lost'],
  [/\b(doi|cap lai|cap doi|changed)\b/, 'changed'],
  [/\b(moi|cap moi|lan dau|new)\b/, 'new'],
];

/** New, changed or lost card, in words. */
export function readCardStatus(out: RowBuilder, text: string): void {
  if (text === '' || saysNothing(text)) return;
  const key = lowKey(text);
  const state = CARD_STATES.find(([words]) => words.test(key))?.[1];
  if (state) out.set('cardStatus', state);
  else out.problem('cardStatus', 'choice-unknown', text);
}

/** Hardship by words or by an x; anything else is its note. */
export function readHardship(out: RowBuilder, text: string): void {
  if (text === '' || /^[-–—./_\s?]*$/.test(text)) return;
  const key = lowKey(text);
  if (/^(khong|khong co|0|binh thuong|none)$/.test(key)) out.set('hardship', 'none');
  else if (/dac biet|rat kho khan|very/.test(key)) out.set('hardship', 'very_hard');
  else out.set('hardship', 'hard');
  if (
    !/^(x|co|kho khan|dac biet( kho khan)?|rat kho khan|khong( co)?|0|1|hard|very hard|none|binh thuong)$/.test(
      key,
    )
  )
    out.set('hardshipNote', text);
}

/** A cell of one of the unit's own fields. */
export function readExtra(
  out: RowBuilder,
  target: ExtraTarget,
  cell: RawCell,
  text: string,
  reading: DateReading,
): void {
  if (text === '' || /^[-–—./_\s?]*$/.test(text)) return;
  const { field } = target;
  if (target.kind === 'date') readDate(out, field, cell, text, reading);
  else if (target.kind === 'number') {
    const value =
      typeof cell === 'object' && cell?.type === 'number' ? Number(cell.value) : plainNumber(text);
    if (value === undefined) out.problem(field, 'number-invalid', text);
    else out.set(field, value);
  } else if (target.kind === 'choice') {
    const key = lowKey(text);
    const choice = target.choices.find((one) => lowKey(one) === key);
    if (choice === undefined) out.problem(field, 'choice-unknown', text);
    else out.set(field, choice);
  } else out.set(field, text);
}

function plainNumber(text: string): number | undefined {
  const bare = text.replace(/\s/g, '');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replace(/\./g, '').replace(',', '.'));
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) && (bare.match(/,/g)?.length ?? 0) > 1)
    return Number(bare.replace(/,/g, ''));
  return /^-?\d+([.,]\d+)?$/.test(bare) ? Number(bare.replace(',', '.')) : undefined;
}
