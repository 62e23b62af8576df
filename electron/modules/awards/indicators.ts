/** Sources of the awards area's indicators, from issued decisions. What a decision does not say is unknown, not 0. */

import { MERIT_FORMS } from '../../../shared/domain/annexSums';
import {
  AWARD_LEVELS,
  type AwardLevel,
  addKnown,
  certificatesOf,
  type RecipientKind,
  UPPER_LEVELS_OF_UNION,
} from '../../../shared/domain/awards';
import type { IndicatorId } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';
import type { Page, RecordPage, Source, Span } from '../indicators';
import { typedOnly } from '../listed';
import {
  type AwardConditions,
  countedDecisions,
  type RegisterConditions,
  registerRows,
  registerTotals,
} from './figuresRepository';
import { countUnprinted } from './unprintedRepository';

/** The rate of women awarded is made where members are counted too. */
type AwardIndicator = Exclude<Extract<IndicatorId, `awards.${string}`>, 'awards.womenRate'>;

const inSpan = (span: Span): AwardConditions => ({ from: span.from, to: span.to });

function records(db: Db, which: RegisterConditions, page: Page): RecordPage {
  const conditions = { ...which, counted: true };
  const rows = registerRows(db, conditions, page).map((row) => ({
    entity: 'award' as const,
    id: row.decisionId,
    label: [row.name ?? row.form, row.spouseName].filter(Boolean).join(' – '),
    date: row.decidedOn,
    detail: [row.name === null ? null : row.form, row.number].filter(Boolean).join(' · ') || null,
    amount: row.amount,
  }));
  return { ...registerTotals(db, conditions), rows };
}

/** Awards that meet further conditions; of one kind of recipient, or of all. */
function awardsOf(more: AwardConditions = {}, kind: RecipientKind | null = null): Source {
  return {
    value(db, span) {
      const decisions = countedDecisions(db, { ...inSpan(span), ...more });
      if (decisions.length === 0) return { value: 0 };
      const value = addKnown(decisions.map((one) => (kind === null ? certificatesOf(one) : one[kind])));
      const unknown = decisions.filter(
        (one) => one.unknown === 1 && (kind === null || one[kind] === null),
      ).length;
      return { value, ...(unknown > 0 ? { unknown } : {}) };
    },
    records: (db, span, page) => records(db, { ...inSpan(span), ...more, kind }, page),
  };
}

/** Individuals awarded for women's work. */
export const womenAwarded = awardsOf({ theme: 'women' }, 'individual');
type Merit = Extract<AwardIndicator, `awards.merit.${string}`>;
const merits = Object.fromEntries(
  Object.entries(MERIT_FORMS).flatMap(([level, code]) =>
    (['collective', 'individual'] as const).map((kind) => [
      `awards.merit.${level}.${kind}`,
      awardsOf({ forms: [code] }, kind),
    ]),
  ),
) as Record<Merit, Source>;

export const awardSources: Record<AwardIndicator, Source> = {
  ...merits,
  'awards.outstandingMembers': awardsOf({ forms: ['DVXS'] }, 'individual'),
  'awards.flags': awardsOf({ forms: ['CO-LD', 'CO-TLD'] }, 'collective'),
  'awards.womenRegistered': typedOnly,
  'awards.all': awardsOf(),
  'awards.collective': awardsOf({}, 'collective'),
  'awards.individual': awardsOf({}, 'individual'),
  'awards.household': awardsOf({}, 'household'),
  'awards.upper': awardsOf({ side: 'union', levels: UPPER_LEVELS_OF_UNION }),
  'awards.movement': awardsOf({ theme: 'movement' }),
  'awards.women': awardsOf({ theme: 'women' }),
  'awards.initiative': awardsOf({ theme: 'initiative' }),
};

export interface AwardLevelRow {
  level: AwardLevel;
  collective: number | null;
  individual: number | null;
  household: number | null;
}

/** Awards of a period by level of the authority; levels without any are left out. */
export function byAwardLevel(db: Db, span: Span): AwardLevelRow[] {
  const decisions = countedDecisions(db, inSpan(span));
  return AWARD_LEVELS.flatMap((level) => {
    const own = decisions.filter((decision) => decision.level === level);
    if (own.length === 0) return [];
    const sum = (kind: RecipientKind) => addKnown(own.map((decision) => decision[kind]));
    return [
      { level, collective: sum('collective'), individual: sum('individual'), household: sum('household') },
    ];
  });
}

/** The awards of one level. */
export function awardLevelRecords(db: Db, span: Span, level: AwardLevel, page: Page): RecordPage {
  return records(db, { ...inSpan(span), levels: [level] }, page);
}

/** Certificates of the unit's own issued decisions that were never printed. */
export const unprintedCertificates = (db: Db): number => countUnprinted(db);
