/** The table by level and form, and the register (sổ khen thưởng): issued decisions only, unknown is not 0. */
import {
  AWARD_LEVELS,
  addCounts,
  addKnown,
  certificatesOf,
  NO_COUNTS,
  type RecipientKind,
  registerText,
} from '../../../shared/domain/awards';
import { fold } from '../../../shared/text/fold';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import {
  type AwardConditions,
  type CountedDecision,
  countDrafts,
  countedDecisions,
  type RegisterConditions,
  type RegisterRecord,
  registerRows,
  registerTotals,
  registerYears,
} from './figuresRepository';
import { daysOf, type Period } from './period';
import { postAndUnit, printedName } from './record';

type Table = OutputOf<'awards.table'>;

const rank = (row: CountedDecision) => AWARD_LEVELS.indexOf(row.level);

/** Rows of the table: one for each form at each level, the highest level first. */
function rowsOf(decisions: readonly CountedDecision[]): Table['rows'] {
  const groups = new Map<string, CountedDecision[]>();
  for (const row of [...decisions].sort((a, b) => rank(a) - rank(b))) {
    const key = `${row.level}|${row.formId}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => {
    const { side, level, formId, form, formEn } = group[0] as CountedDecision;
    return {
      side,
      level,
      formId,
      form,
      formEn,
      counts: addCounts(group),
      unknown: group.filter((row) => row.unknown === 1).length,
      decisions: group.length,
    };
  });
}

/** The table of a period (cases.md row 23). */
export function tableOf(
  ctx: Pick<Ctx, 'db'>,
  input: Period & { side: Table['rows'][number]['side'] | null },
): Table {
  const conditions: AwardConditions = { ...daysOf(input), side: input.side };
  const decisions = countedDecisions(ctx.db, conditions);
  const rows = rowsOf(decisions);
  const levels = AWARD_LEVELS.flatMap((level) => {
    const here = rows.filter((row) => row.level === level);
    if (here.length === 0) return [];
    const counts = addCounts(here.map((row) => row.counts));
    return [{ side: here[0]!.side, level, counts, certificates: certificatesOf(counts) }];
  });
  const total = rows.length === 0 ? NO_COUNTS : addCounts(rows.map((row) => row.counts));
  return {
    rows,
    levels,
    total,
    certificates: certificatesOf(total),
    unknown: decisions.filter((row) => row.unknown === 1).length,
    drafts: countDrafts(ctx.db, conditions),
  };
}

export const table = (input: ParsedInputOf<'awards.table'>, ctx: Ctx): Table => tableOf(ctx, input);

type Filter = ParsedInputOf<'awards.registerXlsx'>;

export function registerConditions(input: Filter): RegisterConditions {
  return {
    ...daysOf(input),
    side: input.side,
    levels: input.level === null ? null : [input.level],
    formId: input.formId,
    kind: input.kind,
    memberId: input.memberId,
    orgUnitId: input.orgUnitId,
    words: fold(input.search).split(' ').filter(Boolean),
  };
}

/** A line of the register as screens and workbooks show it. */
export function registerRow(r: RegisterRecord): OutputOf<'awards.register'>['rows'][number] {
  return {
    key: `${r.decisionId}-${r.recipientId ?? r.kind}-${r.certificateId ?? ''}`,
    decisionId: r.decisionId,
    recipientId: r.recipientId,
    memberId: r.memberId,
    register: registerText(r.registerNo, r.registerYear),
    number: r.number,
    decidedOn: r.decidedOn,
    side: r.side,
    level: r.level,
    form: r.form,
    formEn: r.formEn,
    signer: r.signer,
    kind: r.kind,
    name: r.name === null ? null : printedName(r),
    post: postAndUnit(r),
    reasonText: r.reasonText,
    money: r.money,
    prints: r.prints,
    amount: r.amount,
    copy: r.copy,
    voidedOn: r.voidedOn,
  };
}

export function register(input: ParsedInputOf<'awards.register'>, ctx: Ctx): OutputOf<'awards.register'> {
  const conditions = registerConditions(input);
  return {
    ...registerTotals(ctx.db, conditions),
    rows: registerRows(ctx.db, conditions, input).map(registerRow),
  };
}

/** Awards by year: what lines say, and years whose decisions say no number at all. */
export function byYear(input: ParsedInputOf<'awards.byYear'>, ctx: Ctx): OutputOf<'awards.byYear'> {
  const conditions = registerConditions({ ...input, year: null, search: '' });
  const whole = input.memberId === null && input.orgUnitId === null && input.kind === null;
  const decisions = whole ? countedDecisions(ctx.db, conditions) : [];
  const lines = registerYears(ctx.db, conditions);
  const yearOf = (decision: CountedDecision) => Number(decision.firstDay.slice(0, 4));
  const years = [...new Set([...lines.map((line) => line.year), ...decisions.map(yearOf)])];
  return {
    rows: years
      .sort((a, b) => a - b)
      .map((year) => {
        const own = decisions.filter((decision) => yearOf(decision) === year);
        const of = (kind: RecipientKind) =>
          whole
            ? addKnown(own.map((decision) => decision[kind]))
            : (lines.find((line) => line.year === year && line.kind === kind)?.amount ?? null);
        const counts = {
          collective: of('collective'),
          individual: of('individual'),
          household: of('household'),
        };
        const unknown = own.filter((decision) => decision.unknown === 1).length;
        return { year, ...counts, certificates: certificatesOf(counts), unknown };
      }),
  };
}
