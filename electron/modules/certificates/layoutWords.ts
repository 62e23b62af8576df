/** Words and prices of breaking lines, as the office may change them. */
import { AppError } from '../../../shared/contract/errors';
import {
  type Breaking,
  type BreakingRules,
  readyRules,
  SHIPPED_RULES,
} from '../../../shared/domain/layout/words';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './layoutsRepository';

/** The office's own rules; undefined while the shipped ones hold. */
export function officeRules(ctx: Pick<Ctx, 'db'>): BreakingRules | undefined {
  const row = repo.words(ctx.db);
  return row && row.rules !== 'null' ? (JSON.parse(row.rules) as BreakingRules) : undefined;
}

let last: { text: string; breaking: Breaking } | undefined;

/** The same made ready, and the same object while they do not change. */
export function officeBreaking(ctx: Pick<Ctx, 'db'>): Breaking | undefined {
  const text = repo.words(ctx.db)?.rules;
  if (text === undefined || text === 'null') return undefined;
  if (last?.text !== text) last = { text, breaking: readyRules(JSON.parse(text) as BreakingRules) };
  return last.breaking;
}

/** Lower case, NFC, single spaces, each word once, in the order given. */
function tidy(list: readonly string[]): string[] {
  const clean = list.map((word) => word.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim());
  return [...new Set(clean.filter((word) => word !== ''))];
}

const copyOf = (rules: BreakingRules): OutputOf<'certificates.words'>['rules'] => ({
  compounds: [...rules.compounds],
  openers: [...rules.openers],
  honorifics: [...rules.honorifics],
  beforeNumber: [...rules.beforeNumber],
  units: [...rules.units],
  prices: { ...rules.prices },
});

function words(_: ParsedInputOf<'certificates.words'>, ctx: Ctx): OutputOf<'certificates.words'> {
  const own = officeRules(ctx);
  return {
    rules: copyOf(own ?? SHIPPED_RULES),
    shipped: copyOf(SHIPPED_RULES),
    changed: own !== undefined,
    version: repo.words(ctx.db)?.version ?? 0,
  };
}

function saveWords(
  input: ParsedInputOf<'certificates.saveWords'>,
  ctx: Ctx,
): OutputOf<'certificates.saveWords'> {
  const row = repo.words(ctx.db);
  if ((row?.version ?? 0) !== input.version) throw new AppError('VERSION_CONFLICT');
  const before = officeRules(ctx) ?? null;
  const { rules } = input;
  const after = rules && {
    ...rules,
    compounds: tidy(rules.compounds),
    openers: tidy(rules.openers),
    honorifics: tidy(rules.honorifics),
    beforeNumber: tidy(rules.beforeNumber),
    units: tidy(rules.units),
  };
  const version = input.version + 1;
  repo.saveWords(ctx.db, JSON.stringify(after), version);
  const counted = (value: BreakingRules | null) => value && { words: value.compounds.length };
  recordChange(ctx, {
    entity: 'certificate_words',
    entityId: 1,
    action: 'update',
    before: counted(before),
    after: counted(after),
  });
  ctx.undo('certificates.saveWords', { version, rules: before });
  return { version };
}

export const wordHandlers = { 'certificates.words': words, 'certificates.saveWords': saveWords };
