/**
 * Hostile requests made from the contract: near to what an operation takes with one part made wrong, right in shape but
 * full of traps, or nothing like it. Shapes are prepared once for an operation, so that ten thousand cost seconds.
 */
import fc from 'fast-check';
import { z } from 'zod';
import type { Draw } from './seeded';

type Schema = Record<string, unknown> & { type?: string };
type Make = (draw: Draw) => unknown;

/** Texts that have broken other programs. */
export const TRAPS: readonly string[] = [
  "' OR 1=1 --",
  "'; DROP TABLE member; --",
  '" UNION SELECT * FROM sqlite_schema --',
  '%',
  '_%_%_%',
  '\\',
  '%s%s%n%x',
  '{{constructor.constructor("return process")()}}',
  '$(id)',
  '=HYPERLINK("http://x.invalid")',
  '+1+cmd|calc',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\u0000',
  'a\u0000b',
  '\u202Egnp.exe',
  '\u200B\u200D\uFEFF',
  '\u2066\u2067',
  `e${'\u0301'.repeat(300)}`,
  '\ud800',
  '\udfff\ud800',
  '\uffff\ufffe',
  '𠮷𠮷',
  'Nguyê\u0303n',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'C:\\Windows\\System32',
  'file:///etc/passwd',
  '\\\\server\\share',
  'CON',
  'NUL.txt',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '<!ENTITY x SYSTEM "file:///etc/passwd">',
  'javascript:alert(1)',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '00000000-0000-0000-0000-000000000000',
  '0x1F',
  '1e309',
  'NaN',
  '٠١٢٣',
  '１２３',
  '2026-02-30',
  '0000-00-00',
  '-271821-04-20',
  '+275760-09-13',
  '9999-12-31T99:99:99Z',
  '1969-02-29',
  'x'.repeat(10_000),
  'ế'.repeat(5_000),
  '{'.repeat(2_000),
  '(a+)+$',
  ' ',
  '',
  '\n',
];

const NUMBERS = [
  ...[0, -0, -1, 1, 2, 3, 0.1, 1e-300, 1e21, 1e308],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 31, 2 ** 53, -(2 ** 53), 2 ** 63],
];

function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = wrap(value);
  return value;
}

function circle(): unknown {
  const value: Record<string, unknown> = { a: 1 };
  value.self = value;
  return value;
}

/** An object with own keys that are names of its prototype: only parsing makes them. */
const PROTOTYPES = [
  '{"__proto__":{"admin":true,"roles":["chair"]}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"__proto__":null,"toString":1,"valueOf":2,"hasOwnProperty":3}',
  '{"toJSON":1,"then":1,"length":-1}',
];

const WHOLES: readonly Make[] = [
  (draw) => draw.pick(TRAPS),
  (draw) => draw.pick(NUMBERS),
  (draw) => draw.pick([null, undefined, true, false, [], {}, [[]], [null], [{}]]),
  (draw) => JSON.parse(draw.pick(PROTOTYPES)),
  () => circle(),
  (draw) => nested(draw.pick([10, 100, 5_000]), (inner) => [inner]),
  (draw) => nested(draw.pick([10, 100, 5_000]), (inner) => ({ all: [inner], not: inner })),
  (draw) => new Array(draw.pick([1_000, 50_000])).fill(draw.pick(NUMBERS)),
  (draw) => new Array(draw.pick([1_000, 300_000])),
  (draw) => Object.fromEntries(Array.from({ length: draw.pick([20, 2_000]) }, (_, i) => [`k${i}`, i])),
  (draw) =>
    draw.pick([1n, new Date(0), new Date(Number.NaN), new Map([[1, 2]]), new Set([1]), /x/, new Error('x')]),
  (draw) => draw.pick([new Uint8Array(9), new Float64Array(2), new ArrayBuffer(8), new Boolean(true)]),
];

const whole: Make = (draw) => draw.pick(WHOLES)(draw);

/** Samples of a pattern, drawn once. */
const samples = new Map<string, string[]>();
function matching(pattern: string): string[] {
  let known = samples.get(pattern);
  if (!known) {
    try {
      known = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 12, seed: 7 });
    } catch {
      known = ['x'];
    }
    samples.set(pattern, known);
  }
  return known;
}

const WORDS = ['Nguyễn Thị Ánh', 'Khoa Nội', 'CD1322406', '079085001234', 'a', '2026', '12/QĐ-CĐCS'];
const DATES = ['2026-11-22', '2026-01-01', '1989', '1989-07', '2025-12-31', '1900-01-01', '9999-12-31'];

function text(schema: Schema): Make {
  const { format, pattern } = schema as { format?: string; pattern?: string };
  const right = pattern ? matching(pattern) : format === 'date' ? DATES : WORDS;
  return (draw) =>
    draw.chance(0.5) ? draw.pick(right) : draw.chance(0.8) ? draw.pick(TRAPS) : draw.pick(DATES);
}

/** Prepares a schema: what it makes is right in shape more often than not. */
function prepare(schema: Schema, defs: Record<string, Schema>, depth: number): Make {
  if (depth > 8) return () => null;
  if (typeof schema.$ref === 'string') {
    const target = defs[schema.$ref.split('/').pop() as string] ?? {};
    let made: Make | undefined;
    return (draw) => {
      made ??= prepare(target, defs, depth + 2);
      return made(draw);
    };
  }
  if ('const' in schema) return () => schema.const;
  if (Array.isArray(schema.enum)) return (draw) => draw.pick(schema.enum as unknown[]);
  const options = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (options) {
    const made = options.map((option) => prepare(option, defs, depth + 1));
    return (draw) => draw.pick(made)(draw);
  }
  if (schema.type === 'object') return objectOf(schema, defs, depth);
  if (schema.type === 'array') {
    const item = prepare((schema.items ?? {}) as Schema, defs, depth + 1);
    return (draw) => Array.from({ length: draw.below(4) }, () => item(draw));
  }
  if (schema.type === 'integer')
    return (draw) => (draw.chance(0.7) ? draw.below(4) : draw.pick([1, 2026, 10_000, 999_999_999, -1]));
  if (schema.type === 'number') return (draw) => (draw.chance(0.5) ? draw.next() * 100 : draw.below(10));
  if (schema.type === 'boolean') return (draw) => draw.chance(0.5);
  if (schema.type === 'string') return text(schema);
  return (draw) => draw.pick([1, 'x', null]);
}

function objectOf(schema: Schema, defs: Record<string, Schema>, depth: number): Make {
  const required = new Set((schema.required ?? []) as string[]);
  const parts = Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(
    ([key, value]) => [key, prepare(value, defs, depth + 1), required.has(key)] as const,
  );
  return (draw) => {
    const made: Record<string, unknown> = {};
    for (const [key, make, needed] of parts) if (needed || draw.chance(0.6)) made[key] = make(draw);
    return made;
  };
}

/** Every place inside a value: the object or array, and the key. */
function placesOf(value: unknown, found: [Record<string, unknown>, string][] = []): typeof found {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push([value as Record<string, unknown>, key]);
    placesOf((value as Record<string, unknown>)[key], found);
  }
  return found;
}

function spoil(value: unknown, draw: Draw): unknown {
  const places = placesOf(value);
  if (places.length === 0 || draw.chance(0.05)) return whole(draw);
  const [parent, key] = draw.pick(places);
  const way = draw.below(4);
  if (way === 0) delete parent[key];
  else if (way === 1)
    Object.defineProperty(parent, draw.pick(['__proto__', 'constructor', 'extra', '$where', '']), {
      value: whole(draw),
      enumerable: true,
      configurable: true,
    });
  else parent[key] = whole(draw);
  return value;
}

/** A maker of inputs for one operation: a quarter nothing like it, half spoilt in one place, a quarter right but trapped. */
export function hostileInputs(input: z.ZodType): Make {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema;
  const make = prepare(schema, (schema.$defs ?? {}) as Record<string, Schema>, 0);
  return (draw) => {
    const way = draw.below(4);
    if (way === 0) return whole(draw);
    const value = make(draw);
    return way === 3 ? value : spoil(value, draw);
  };
}
