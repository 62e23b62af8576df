/** From a tree of conditions to SQL over `m`. Words are compared without tones; a date known to the year counts as its first day. */

import { AppError } from '../../../../shared/contract/errors';
import type { Condition, ConditionGroup } from '../../../../shared/contract/memberConditions';
import { fold } from '../../../../shared/text/fold';
import type { Db } from '../../../db/database';
import type { ConditionField } from './conditionSources';
import { areMany, distinctTexts } from './repository';

/** A condition SQL can hold: `?` for each of the parameters. Plain data, so that it may go to a worker. */
export interface Fragment {
  readonly sql: string;
  readonly params: readonly (string | number)[];
  /** The same asked of one person after another: quick for a page, slow for everyone. */
  readonly each?: Fragment;
  /** It reads columns that no index has: everyone is best gone through as they lie in the store. */
  readonly wide?: boolean;
  /** Lists of ids that say the same together with `rest`. */
  readonly lists?: readonly IdList[];
  /** What the lists leave to be asked; null for nothing. */
  readonly rest?: Fragment | null;
}

/** Those who own a row, or `without` everybody else; `rows` is what stands after FROM, with a WHERE. */
export interface IdList {
  readonly owner: string;
  readonly rows: string;
  readonly params: Fragment['params'];
  readonly without: boolean;
}

export interface Compiling {
  readonly db: Db;
  readonly fields: ReadonlyMap<string, ConditionField>;
  /** The day ages and posts are taken on, ISO. */
  readonly day: string;
}

/** null when nothing is asked. Errors: INVALID_INPUT for a field there is not, FIELD_OFF. */
export function compileGroup(group: ConditionGroup, tools: Compiling): Fragment | null {
  const parts = group.items
    .map((item) => ('match' in item ? compileGroup(item, tools) : compileOne(item, tools)))
    .filter((part) => part !== null);
  if (parts.length === 0) return null;
  const joined = combine(parts, group.match === 'all' ? ' AND ' : ' OR ');
  const lists = parts.flatMap((part) => part.lists ?? []);
  if (lists.length === 0 || (group.match !== 'all' && parts.length > 1)) return joined;
  const rest = parts.flatMap((part) => (part.lists ? (part.rest ?? []) : part));
  return { ...joined, lists, rest: rest.length > 0 ? combine(rest, ' AND ') : null };
}

function combine(parts: readonly Fragment[], word: string): Fragment {
  const each = parts.some((part) => part.each)
    ? {
        each: joinParts(
          parts.map((part) => part.each ?? part),
          word,
        ),
      }
    : {};
  return {
    ...joinParts(parts, word),
    ...(parts.some((part) => part.wide) ? { wide: true } : {}),
    ...each,
  };
}

const joinParts = (parts: readonly Fragment[], word: string): Fragment => ({
  sql: `(${parts.map((part) => part.sql).join(word)})`,
  params: parts.flatMap((part) => [...part.params]),
});

function compileOne(condition: Condition, tools: Compiling): Fragment | null {
  const field = tools.fields.get(condition.field);
  if (!field) throw new AppError('INVALID_INPUT', { fields: { conditions: 'INVALID_INPUT' } });
  if (field.off) throw new AppError('FIELD_OFF', { details: { field: condition.field } });
  const dated = (text: string) => text.replaceAll('{day}', `'${tools.day}'`);
  const value = dated(field.value);
  const { op } = condition;
  if (field.rows === undefined) {
    const fragment = field.since ? compareYears(field.since, condition, tools) : null;
    return fragment ?? compare(field, condition, value, tools);
  }
  const rows = dated(field.rows);
  if (op === 'empty' || op === 'notEmpty') return owning(field, rows, [], op === 'empty', tools.db);
  const positive = op === 'isNot' ? ({ ...condition, op: 'in' } as const) : condition;
  const inner = compare(field, positive, value, tools);
  if (!inner) return null;
  if (field.column && areMany(tools.db, `${rows} AND ${inner.sql}`, inner.params)) {
    const straight = compare(field, condition, field.column, tools);
    const { lists } = owning(field, `${rows} AND ${inner.sql}`, inner.params, op === 'isNot', tools.db);
    return straight && { ...straight, wide: true, ...(lists ? { lists, rest: null } : {}) };
  }
  return owning(field, `${rows} AND ${inner.sql}`, inner.params, op === 'isNot', tools.db);
}

/** Members with such rows, or without. */
function owning(
  field: ConditionField,
  rows: string,
  params: Fragment['params'],
  without: boolean,
  db: Db,
): Fragment {
  const own: Fragment = {
    sql: `${without ? 'NOT ' : ''}EXISTS (SELECT 1 FROM ${rows} AND ${field.owner} = m.id)`,
    params,
  };
  const owners = `(SELECT ${field.owner} FROM ${rows} AND ${field.owner} IS NOT NULL)`;
  const lists = [{ owner: field.owner as string, rows, params, without }];
  if (without && field.single && params.length === 0) return { ...own, lists, rest: null };
  if (without) return { sql: `m.id NOT IN ${owners}`, params, each: own, lists, rest: null };
  return areMany(db, rows, params)
    ? { sql: `+m.id IN ${owners}`, params, each: own, lists, rest: null }
    : { sql: `m.id IN ${owners}`, params };
}

function compare(field: ConditionField, c: Condition, value: string, tools: Compiling): Fragment | null {
  if (c.op === 'empty') return { sql: `${value} IS NULL`, params: [] };
  if (c.op === 'notEmpty') return { sql: `${value} IS NOT NULL`, params: [] };
  if (c.values.length === 0) return null;
  if (field.type === 'text') return compareText(field, c, value, tools.db);
  const values = c.values.map((one) => plain(field, one));
  const [first, second] = values as [string | number, string | number | undefined];
  const end = (one: string | number) => (field.type === 'date' ? `${one}~` : one);
  switch (c.op) {
    case 'atLeast':
      return { sql: `${value} >= ?`, params: [first] };
    case 'atMost':
      return { sql: `${value} <= ?`, params: [end(first)] };
    case 'between':
      if (second === undefined) return { sql: `${value} >= ?`, params: [first] };
      return { sql: `${value} BETWEEN ? AND ?`, params: [first, end(second)] };
    case 'isNot':
      return {
        sql: `(${value} IS NULL OR NOT ${oneOf(field, value, values.length)})`,
        params: spread(field, values),
      };
    case 'is':
    case 'in':
      return { sql: oneOf(field, value, values.length), params: spread(field, values) };
    default:
      throw new AppError('INVALID_INPUT', { fields: { conditions: 'INVALID_INPUT' } });
  }
}

/** A day is itself; a month or a year is every day of it. */
function oneOf(field: ConditionField, value: string, count: number): string {
  if (field.type === 'date') return `(${Array(count).fill(`${value} BETWEEN ? AND ?`).join(' OR ')})`;
  return `${value} IN (${Array(count).fill('?').join(', ')})`;
}
const spread = (field: ConditionField, values: readonly (string | number)[]): (string | number)[] =>
  field.type === 'date' ? values.flatMap((one) => [one, `${one}~`]) : [...values];

function plain(field: ConditionField, value: string | number | boolean): string | number {
  const wrong = () => new AppError('INVALID_INPUT', { fields: { conditions: 'INVALID_INPUT' } });
  if (field.type === 'yesNo') {
    if (typeof value !== 'boolean') throw wrong();
    return value ? 1 : 0;
  }
  if (field.type === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong();
    return value;
  }
  if (field.type === 'date') {
    if (typeof value !== 'string' || !/^\d{4}(-\d\d(-\d\d)?)?$/.test(value)) throw wrong();
    return value;
  }
  if (typeof value === 'boolean') throw wrong();
  return field.folded ? fold(String(value)) : value;
}

type Test = (key: string) => boolean;

function compareText(field: ConditionField, c: Condition, value: string, db: Db): Fragment {
  const wanted = c.values.map((one) => fold(String(one))).filter((key) => key !== '');
  const tests: Record<string, Test> = {
    is: (key) => wanted.includes(key),
    in: (key) => wanted.includes(key),
    isNot: (key) => wanted.includes(key),
    contains: (key) => wanted.some((one) => key.includes(one)),
    startsWith: (key) => wanted.some((one) => key.startsWith(one)),
  };
  const test = tests[c.op];
  if (!test) throw new AppError('INVALID_INPUT', { fields: { conditions: 'INVALID_INPUT' } });
  const found = field.folded ? foldedText(c.op, value, wanted) : listedText(field, value, wanted, test, db);
  if (c.op !== 'isNot') return found;
  return { sql: `(${value} IS NULL OR NOT ${found.sql})`, params: found.params };
}

function foldedText(op: Condition['op'], value: string, wanted: readonly string[]): Fragment {
  if (op === 'contains' || op === 'startsWith') {
    const one = op === 'contains' ? `instr(${value}, ?) > 0` : `instr(${value}, ?) = 1`;
    return { sql: `(${wanted.map(() => one).join(' OR ') || '0'})`, params: wanted };
  }
  return { sql: `${value} IN (${wanted.map(() => '?').join(', ')})`, params: wanted };
}

/** Texts repeat: those that meet the condition are picked first, and SQL compares with them, or with the others if fewer. */
function listedText(
  field: ConditionField,
  value: string,
  wanted: readonly string[],
  test: Test,
  db: Db,
): Fragment {
  const source = field.distinct ?? value;
  const meets = (text: string) => test(foldedOnce(text));
  const texts = distinctTexts(db, source, wanted).filter(meets);
  const others =
    texts.length > MANY_TEXTS ? distinctTexts(db, source, []).filter((text) => !meets(text)) : null;
  return others !== null && others.length < texts.length
    ? { sql: `(${value} IS NOT NULL AND ${value} NOT ${listed(others)})`, params: listedParams(others) }
    : { sql: `${value} ${listed(texts)}`, params: listedParams(texts) };
}
/** A few texts stand in the statement itself, which is half the work of a list. */
const FEW_TEXTS = 40;
const listed = (texts: readonly string[]): string =>
  texts.length > FEW_TEXTS
    ? 'IN (SELECT value FROM json_each(?))'
    : `IN (${texts.map(() => '?').join(', ')})`;
const listedParams = (texts: readonly string[]): readonly string[] =>
  texts.length > FEW_TEXTS ? [JSON.stringify(texts)] : texts;
const MANY_TEXTS = 500;

const folded = new Map<string, string>();
/** Folding is slow beside looking through the texts of a register, which are mostly the same the next time. */
function foldedOnce(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  if (folded.size >= 50_000) folded.clear();
  const key = fold(text);
  folded.set(text, key);
  return key;
}

/** Full years since a date, as a comparison of the date itself, which an index knows; null for what is not of numbers. */
function compareYears(column: string, c: Condition, { day }: Compiling): Fragment | null {
  const [first, second] = c.values.map(Number);
  if (first === undefined || c.values.some((one) => typeof one !== 'number' || !Number.isFinite(one)))
    return null;
  const atLeast = (years: number) => {
    const year = Math.min(9999, Number(day.slice(0, 4)) - Math.ceil(years));
    return `${String(year).padStart(4, '0')}${day.slice(4)}`;
  };
  const past = (years: number) => atLeast(Math.floor(years) + 1);
  switch (c.op) {
    case 'atLeast':
      return { sql: `${column} <= ?`, params: [atLeast(first)] };
    case 'atMost':
      return { sql: `${column} > ?`, params: [past(first)] };
    case 'between':
      if (second === undefined) return null;
      return { sql: `(${column} <= ? AND ${column} > ?)`, params: [atLeast(first), past(second)] };
    default:
      return null;
  }
}
