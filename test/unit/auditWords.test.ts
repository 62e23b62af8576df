/** Every kind of record the program logs has a name, an area and names for its fields, in both languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { AUDIT_ACTIONS } from '../../electron/db/audit';
import { decisionFields, formFields, recipientFields } from '../../shared/contract/awardFields';
import { committees } from '../../shared/contract/committees';
import { eventFields } from '../../shared/contract/events';
import type { Operation } from '../../shared/contract/kernel';
import { memberFields } from '../../shared/contract/members';
import { organisation } from '../../shared/contract/organisation';
import { AUDIT_KINDS, BOOKKEEPING, ENTITIES, labelKeyOf } from '../../shared/domain/changeFields';
import { type Language, locales } from '../../shared/locales';

const word = (language: Language, key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], locales[language]);

/** Kinds named in `recordChange` calls of the program. */
function loggedKinds(): string[] {
  const files = readdirSync('electron/modules', { recursive: true }).map(String);
  const sources = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join('electron/modules', file), 'utf8'));
  const found = sources.flatMap((source) =>
    [...source.matchAll(/recordChange\(ctx, \{\s*entity: '(\w+)'/g)].map((match) => match[1]!),
  );
  return [...new Set(found)].sort();
}

const kinds = loggedKinds();

it('finds the kinds the program logs', () => {
  expect(kinds).toEqual(expect.arrayContaining(['member', 'event', 'union_post', 'award_decision']));
});

describe.each(kinds)('%s', (kind) => {
  it('has an area, and a name in both languages', () => {
    expect(ENTITIES[kind], 'shared/domain/changeFields.ts').toBeDefined();
    for (const language of ['vi', 'en'] as const)
      expect(word(language, `settings.log.entities.${kind}`), language).toEqual(expect.any(String));
  });
});

it('tells every action as a sentence', () => {
  expect([...AUDIT_KINDS]).toEqual([...AUDIT_ACTIONS]);
  for (const language of ['vi', 'en'] as const)
    for (const action of AUDIT_ACTIONS) {
      expect(word(language, `audit.sentence.${action}`)).toMatch(/\{\{actor\}\}.*\{\{what\}\}/);
      expect(word(language, `settings.log.actions.${action}`), action).toEqual(expect.any(String));
    }
});

const fieldsOf = ({ input }: Operation) => Object.keys((input as z.ZodObject).shape);
describe.each([
  ['member', Object.keys(memberFields)],
  ['event', Object.keys(eventFields)],
  ['award_decision', Object.keys(decisionFields)],
  ['award_form', Object.keys(formFields)],
  ['award_recipient', Object.keys(recipientFields)],
  ['union_post', fieldsOf(committees['organisation.savePost'])],
  ['committee', fieldsOf(committees['organisation.saveCommittee'])],
  ['term', fieldsOf(organisation['organisation.saveTerm'])],
  ['unit_profile', fieldsOf(organisation['organisation.saveProfile'])],
] as const)('the fields of %s', (entity, fields) => {
  it.each(fields.filter((field) => !BOOKKEEPING.has(field)))('%s has a name in both languages', (field) => {
    for (const language of ['vi', 'en'] as const)
      expect(word(language, labelKeyOf(entity, field)), labelKeyOf(entity, field)).toEqual(
        expect.any(String),
      );
  });
});

it('names every choice a field may hold by words that exist', () => {
  const prefixes = Object.values(ENTITIES).flatMap((meaning) =>
    Object.values(meaning.fields ?? {}).flatMap((field) => field.choice ?? []),
  );
  for (const prefix of new Set(prefixes))
    for (const language of ['vi', 'en'] as const)
      expect(word(language, prefix), prefix).toEqual(expect.any(Object));
});
