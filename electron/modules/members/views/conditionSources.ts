/**
 * What the register can be asked by, besides its own search box: every field, and whatever other parts know of a
 * member. A part adds its fields here with addConditionFields; the editor, saved filters and the list then have them.
 */
import type { Ctx } from '../../../ipc/context';

export type ConditionType = 'text' | 'number' | 'date' | 'choice' | 'yesNo';
/** A text of the locales, or words a person typed. */
export type Label = { readonly key: string } | { readonly text: string };

export interface ConditionField {
  /** As stored in a condition: 'jobTitle', 'extra:3', 'post'. */
  readonly key: string;
  readonly type: ConditionType;
  readonly label: Label;
  /** Heading it stands under in the editor; `memberViews.section.<section>`. */
  readonly section: 'person' | 'work' | 'union' | 'contact' | 'history' | 'family' | 'sensitive' | 'extra';
  /**
   * SQL of the value, where `m` is the member and `{day}` the quoted day the register is seen on. Of a text it may be
   * as typed; say `folded` if it holds a folded key.
   */
  readonly value: string;
  readonly folded?: boolean;
  /**
   * For what stands in rows of its own: what stands after FROM, with a WHERE; `value` is then of one of the rows, and
   * `owner` the column with the id of the member. Such rows are looked through first, and once.
   */
  readonly rows?: string;
  readonly owner?: string;
  /** A member has one such row at most, found by an index of the owner. */
  readonly single?: boolean;
  /** Where `rows` are of the member itself: the column of `m`, asked instead when many have what is looked for. */
  readonly column?: string;
  /** Of full years up to the day: the column of `m` with the date, of any precision, they are counted from. */
  readonly since?: string;
  /** SELECT that lists the values of a text that is not folded as `v`; found by itself for a column of member. */
  readonly distinct?: string;
  readonly choices?: readonly { readonly value: string | number; readonly label: Label }[];
  /** True: asking by it is refused, and the editor says that it can be switched on in the settings. */
  readonly off?: boolean;
}

export type ConditionSource = (ctx: Pick<Ctx, 'db' | 'today'>) => readonly ConditionField[];
const sources: ConditionSource[] = [];

/** Adds fields the register can be asked by. */
export function addConditionFields(source: ConditionSource): void {
  sources.push(source);
}

/** Every field there is now, in the order of the editor. */
export const conditionFields = (ctx: Pick<Ctx, 'db' | 'today'>): ConditionField[] =>
  sources.flatMap((source) => [...source(ctx)]);
