/** Guesses which field each column holds, from its header and from what its cells look like. */
import type { TextEncodingName } from './encoding';
import type { ImportField } from './fields';
import { type ColumnHeader, isFemaleLabel, isMaleLabel } from './header';
import { type ColumnProfile, fitOf, profileColumn } from './profile';
import { columnLetter, type RawRow } from './raw';
import { headerKey, lowered, matchHeader } from './vocabulary';

export type GuessReason = 'header' | 'header-part' | 'two-row-header' | 'content' | 'beside-name';

export interface FieldGuess {
  field: ImportField;
  /** 0 to 1; from 0.8 it is sure. */
  confidence: number;
  reason: GuessReason;
}

export interface ImportColumn {
  /** From 0. */
  index: number;
  letter: string;
  /** Header as it stands in the file, levels divided by " / "; '' without one. */
  header: string;
  /** Header as Unicode. */
  label: string;
  /** Up to five different values, as Unicode. */
  samples: string[];
  filled: number;
  field: ImportField | null;
  confidence: number;
  reason: GuessReason | null;
  candidates: FieldGuess[];
  encoding: TextEncodingName;
  /** True for the running number (STT). */
  isRowNumber: boolean;
}

const SAMPLE_ROWS = 300;

interface Draft {
  index: number;
  header: ColumnHeader;
  profile: ColumnProfile;
  guesses: FieldGuess[];
  isRowNumber: boolean;
}

/** Columns with the field guessed for each; a field is given to one column only. */
export function guessColumns(
  headers: readonly ColumnHeader[],
  body: readonly RawRow[],
  encodings: readonly TextEncodingName[],
  fromColumn = 0,
): ImportColumn[] {
  const sample = body.slice(0, SAMPLE_ROWS);
  const drafts = headers.map((header, index): Draft => {
    const profile = profileColumn(sample, index, encodings[index] ?? 'unicode');
    return { index, header, profile, guesses: [], isRowNumber: false };
  });
  for (const draft of drafts) draft.guesses = guessesByHeader(draft);
  const rowNumber = drafts.find((draft) => isRowNumber(draft));
  if (rowNumber) {
    rowNumber.isRowNumber = true;
    rowNumber.guesses = [];
  }
  splitNames(drafts);
  for (const draft of drafts) if (!draft.isRowNumber) addContentGuesses(draft);
  const chosen = assign(drafts);
  return drafts.map((draft) => {
    const guess = chosen.get(draft.index);
    return {
      index: draft.index,
      letter: columnLetter(draft.index + fromColumn),
      header: draft.header.raw.join(' / '),
      label: draft.header.labels.join(' / '),
      samples: draft.profile.samples,
      filled: draft.profile.filled,
      field: guess?.field ?? null,
      confidence: guess?.confidence ?? 0,
      reason: guess?.reason ?? null,
      candidates: draft.guesses.slice(0, 4),
      encoding: encodings[draft.index] ?? 'unicode',
      isRowNumber: draft.isRowNumber,
    };
  });
}

function isRowNumber(draft: Draft): boolean {
  const label = draft.header.labels[0] ?? '';
  if (draft.header.labels.length === 1 && matchHeader(label).some((match) => match.field === 'number')) {
    return draft.profile.idNumbers < 0.5;
  }
  return (
    draft.index === 0 &&
    label === '' &&
    draft.profile.numbers > 0.8 &&
    /^1$/.test(draft.profile.samples[0] ?? '')
  );
}

function guessesByHeader(draft: Draft): FieldGuess[] {
  const { labels } = draft.header;
  const leaf = labels[labels.length - 1] ?? '';
  const parents = labels.slice(0, -1).join(' ');
  const special = specialGuess(leaf, parents, draft.profile);
  if (special) return [special];
  const found = new Map<ImportField, FieldGuess>();
  const consider = (text: string, factor: number, reason: GuessReason) => {
    for (const match of matchHeader(text)) {
      if (match.field === 'number') continue;
      const confidence = round(Math.min(1, match.weight * factor) * fitOf(match.field, draft.profile));
      const known = found.get(match.field);
      if (known && known.confidence >= confidence) continue;
      const part = match.weight < 1 && reason === 'header';
      found.set(match.field, { field: match.field, confidence, reason: part ? 'header-part' : reason });
    }
  };
  consider(leaf, parents ? 0.9 : 1, parents ? 'two-row-header' : 'header');
  if (parents) {
    consider(`${parents} ${leaf}`, 1, 'two-row-header');
    consider(`${leaf} ${labels[labels.length - 2] ?? ''}`, 1, 'two-row-header');
    consider(parents, 0.7, 'two-row-header');
  }
  const guesses = [...found.values()].sort((a, b) => b.confidence - a.confidence);
  return guesses.map((guess) => markedParty(guess, draft.profile));
}

/** "Ngày vào Đảng" filled with x says who is a member, not when. */
function markedParty(guess: FieldGuess, profile: ColumnProfile): FieldGuess {
  if (guess.field !== 'partyDate' || profile.dates >= 0.2 || profile.marks < 0.5) return guess;
  return { ...guess, field: 'isParty', confidence: 0.75 };
}

function specialGuess(leaf: string, parents: string, profile: ColumnProfile): FieldGuess | undefined {
  const underBirth = matchHeader(parents).some((match) => match.field === 'birthDate');
  const male = isMaleLabel(leaf);
  if (male || isFemaleLabel(leaf)) {
    const dated = profile.dates >= 0.5 && profile.marks < 0.5;
    const field =
      underBirth || dated
        ? male
          ? 'birthDateMale'
          : 'birthDateFemale'
        : male
          ? 'genderMale'
          : 'genderFemale';
    const confidence = profile.filled === 0 ? 0.8 : round(0.95 * fitOf(field, profile));
    return { field, confidence, reason: parents ? 'two-row-header' : 'header' };
  }
  if (!underBirth) return undefined;
  const parts = { ngày: 'birthDay', tháng: 'birthMonth', năm: 'birthYear', 'năm sinh': 'birthYear' } as const;
  const field = parts[lowered(leaf) as keyof typeof parts];
  return field ? { field, confidence: 0.9, reason: 'two-row-header' } : undefined;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** A name over two columns: "Họ và tên" above both, an unlabelled second column, or "Họ và tên" beside "Tên". */
function splitNames(drafts: Draft[]): void {
  const has = (draft: Draft | undefined, field: ImportField) =>
    draft?.guesses.some((guess) => guess.field === field && guess.confidence >= 0.5) ?? false;
  if (drafts.some((draft) => has(draft, 'surname') && draft.guesses[0]?.field === 'surname')) return;
  const first = drafts.find((draft) => draft.guesses[0]?.field === 'fullName');
  if (!first) {
    const only = drafts.find((draft) => draft.guesses[0]?.field === 'givenName');
    if (only && only.profile.singleWords < 0.5)
      only.guesses = [{ field: 'fullName', confidence: 0.85, reason: 'header' }];
    return;
  }
  const second = drafts[first.index + 1];
  if (!second || second.profile.filled < 2 || second.profile.singleWords < 0.8 || second.profile.sexes > 0.8)
    return;
  const sameLabel = headerKey(second.header.labels.join(' ')) === headerKey(first.header.labels.join(' '));
  const unlabelled = second.header.labels.length === 0 && second.profile.filled >= first.profile.filled * 0.7;
  if (!sameLabel && !unlabelled && !has(second, 'givenName')) return;
  first.guesses = [{ field: 'surname', confidence: 0.9, reason: 'beside-name' }];
  second.guesses = [{ field: 'givenName', confidence: 0.9, reason: 'beside-name' }];
}

/** What cells alone say; weaker than any header. */
function addContentGuesses(draft: Draft): void {
  const { profile } = draft;
  if (profile.filled < 2) return;
  const unnamed = draft.header.labels.length === 0;
  const factor = unnamed ? 1 : 0.6;
  const add = (field: ImportField, share: number, enough: number, confidence: number) => {
    if (share < enough || draft.guesses.some((guess) => guess.field === field)) return;
    draft.guesses.push({ field, confidence: round(confidence * factor), reason: 'content' });
  };
  add('email', profile.emails, 0.8, 0.75);
  add('phone', profile.phones, 0.8, 0.7);
  add('idNumber', profile.idNumbers - profile.phones, 0.7, 0.6);
  add('cardNo', profile.cards, 0.8, 0.55);
  add('gender', profile.sexes, 0.9, 0.75);
  if (!unnamed) return;
  add('fullName', profile.personNames, 0.6, 0.75);
  add('department', profile.units, 0.6, 0.65);
  add('birthDate', profile.dates, 0.8, 0.5);
}

const MIN_CONFIDENCE = 0.35;

function assign(drafts: readonly Draft[]): Map<number, FieldGuess> {
  const all = drafts.flatMap((draft) => draft.guesses.map((guess) => ({ column: draft.index, guess })));
  all.sort((a, b) => b.guess.confidence - a.guess.confidence || a.column - b.column);
  const chosen = new Map<number, FieldGuess>();
  const taken = new Set<ImportField>();
  for (const { column, guess } of all) {
    if (guess.confidence < MIN_CONFIDENCE || chosen.has(column) || taken.has(guess.field)) continue;
    if (conflicts(guess.field, taken)) continue;
    chosen.set(column, guess);
    taken.add(guess.field);
  }
  return chosen;
}

const EXCLUSIVE: readonly (readonly [ImportField, readonly ImportField[]])[] = [
  ['fullName', ['surname', 'givenName']],
  ['birthDate', ['birthDateMale', 'birthDateFemale', 'birthYear']],
  ['gender', ['genderMale', 'genderFemale']],
];

function conflicts(field: ImportField, taken: ReadonlySet<ImportField>): boolean {
  return EXCLUSIVE.some(
    ([whole, parts]) =>
      (field === whole && parts.some((part) => taken.has(part))) ||
      (parts.includes(field) && taken.has(whole)),
  );
}
