/** What every declared operation must have, whatever its area. New areas are covered by being in the contract. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { handlers } from '../../electron/modules';
import { contract } from '../../shared/contract';
import { ERROR_CODES } from '../../shared/contract/errors';
import { AREAS, type Operation, ROLES } from '../../shared/contract/kernel';
import { locales } from '../../shared/locales';

const operations = Object.entries(contract) as [string, Operation][];

describe.each(operations)('%s', (name, operation) => {
  it('is named area.verb and has a handler', () => {
    expect(name).toMatch(/^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/);
    expect(typeof (handlers as Record<string, unknown>)[name]).toBe('function');
  });

  it('says what it does, and who may', () => {
    expect(operation.doc).toMatch(/^[A-Z].{10,}\.$/s);
    expect(operation.access.roles.length).toBeGreaterThan(0);
    for (const role of operation.access.roles) expect(ROLES).toContain(role);
    for (const area of operation.touches) expect(AREAS).toContain(area);
    for (const code of operation.errors) expect(ERROR_CODES).toContain(code);
    if (operation.kind === 'query') expect(operation.touches).toEqual([]);
  });

  it('has a strict input that refuses unknown fields, and schemas that can be printed', () => {
    const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema;
    expect(strictEverywhere(schema)).toBe(true);
    expect(operation.input.safeParse({ surely_unknown: 1 }).success).toBe(false);
    expect(() => z.toJSONSchema(operation.output, { io: 'output', unrepresentable: 'any' })).not.toThrow();
  });
});

type Schema = { [key: string]: unknown; type?: string; additionalProperties?: unknown };

/** Every object in the input, however deep, is closed or a record of typed values. */
function strictEverywhere(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(strictEverywhere);
  if (typeof schema !== 'object' || schema === null) return true;
  const node = schema as Schema;
  if (node.type === 'object' && node.additionalProperties === undefined) return false;
  return Object.values(node).every(strictEverywhere);
}

it('has no handler without a declaration', () => {
  expect(Object.keys(handlers).sort()).toEqual(Object.keys(contract).sort());
});

it.each(['vi', 'en'] as const)('has a sentence for every error code in %s', (language) => {
  const { errors } = locales[language] as { errors: Record<string, string> };
  expect(Object.keys(errors).sort()).toEqual([...ERROR_CODES].sort());
  for (const sentence of Object.values(errors)) {
    expect(sentence).toMatch(/^[\p{Lu}\d{“].*[.?]$/su);
    expect(sentence).not.toMatch(
      language === 'vi' ? /!|\b(database|record|ID|import|file|OK)\b/iu : /!|database|oops|sorry/iu,
    );
  }
});

it('keeps Vietnamese words to Vietnamese, and the other way round', () => {
  const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;
  const { errors: en } = locales.en as { errors: Record<string, string> };
  for (const sentence of Object.values(en)) expect(sentence).not.toMatch(vietnamese);
});

describe('the import law of the store', () => {
  const sql = /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b.*\b(FROM|VALUES|SET|WHERE)\b/s;
  const services = readdirSync('electron/modules', { recursive: true })
    .map(String)
    .filter((file) => /service\.ts$/.test(file));
  it.each(services)('no SQL in %s', (file) => {
    expect(readFileSync(join('electron/modules', file), 'utf8')).not.toMatch(sql);
  });
});
