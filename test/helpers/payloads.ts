/** Made-up requests: near to what a schema wants, or nothing like it. */
import fc from 'fast-check';
import { z } from 'zod';
import type { Operation } from '../../shared/contract/kernel';

type Schema = Record<string, unknown> & { type?: string | string[] };

const WORDS = [
  'Nguyễn Thị Ánh',
  'CD1322406',
  '079085001234',
  'Khoa Nội',
  '',
  ' ',
  '%',
  "' OR 1=1 --",
  '\u0000',
  '𠮷',
  '=1+1',
];
const DATES = ['2026-11-22', '1989', '1989-07', '2026-02-30', '0000-00-00', '9999-12-31'];

/** Requests shaped as the operation's input, with a wrong part here and there. */
export function nearPayload(operation: Operation): fc.Arbitrary<unknown> {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema;
  return fromSchema(schema, (schema.$defs ?? {}) as Record<string, Schema>, 0);
}

/** Anything that can be written as JSON, and some that cannot. */
export const anyPayload: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withNullPrototype: true }),
  fc.constantFrom(undefined, null, [], '', 0, { __proto__: { admin: true } }, { constructor: 1 }),
);

function fromSchema(schema: Schema, defs: Record<string, Schema>, depth: number): fc.Arbitrary<unknown> {
  const right = rightly(schema, defs, depth);
  return fc.oneof(
    { weight: 30, arbitrary: right },
    { weight: 1, arbitrary: fc.constantFrom(null, -1, 'x', [], {}) },
  );
}

function rightly(schema: Schema, defs: Record<string, Schema>, depth: number): fc.Arbitrary<unknown> {
  if (typeof schema.$ref === 'string')
    return fromSchema(defs[schema.$ref.split('/').pop() as string] ?? {}, defs, depth + 1);
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const options = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (options) return fc.oneof(...options.map((option) => fromSchema(option, defs, depth)));
  if (schema.type === 'object') return object(schema, defs, depth);
  if (schema.type === 'array') {
    const items = (schema.items ?? {}) as Schema;
    return fc.array(depth > 4 ? fc.constant(null) : fromSchema(items, defs, depth + 1), { maxLength: 3 });
  }
  if (schema.type === 'integer') return fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer());
  if (schema.type === 'number') return fc.double();
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'string') return text(schema);
  return fc.jsonValue({ maxDepth: 1 });
}

function object(schema: Schema, defs: Record<string, Schema>, depth: number): fc.Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const arbitraries = Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, fromSchema(value, defs, depth + 1)]),
  );
  const required = (schema.required ?? []) as string[];
  return fc.record(arbitraries, { requiredKeys: required.filter((key) => key in arbitraries) });
}

function text(schema: Schema): fc.Arbitrary<string> {
  const { format, pattern } = schema as { format?: string; pattern?: string };
  const plain = fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 20 }), fc.constantFrom(...DATES));
  if (format === 'date') return fc.oneof(fc.constantFrom(...DATES), plain);
  if (!pattern) return plain;
  try {
    return fc.oneof(fc.stringMatching(new RegExp(pattern)), plain);
  } catch {
    return plain;
  }
}
