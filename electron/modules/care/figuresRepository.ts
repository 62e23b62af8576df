/** SQL of figures: visits and cases over a period, what has no voucher, and the records behind indicators. */
import type { CaseSource } from '../../../shared/domain/care';
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { GiftSource } from '../../../shared/domain/welfare';
import type { Db } from '../../db/database';
import { COUNTED, PEOPLE, UNNAMED } from './repository';

export interface Span extends Record<string, unknown> {
  from: string;
  to: string;
}
interface Sum {
  visits: number;
  money: number;
}

const IN = 'v.on_date BETWEEN @from AND @to';
const SUM = 'count(*) AS visits, coalesce(sum(v.cash), 0) AS money';
const OPEN_MONEY = 'v.cash > 0 AND v.paid = 0 AND v.exception IS NULL';

export const visitTotals = (
  db: Db,
  span: Span,
): Sum & { people: number; unnamed: number; kindValue: number } =>
  db.get(
    `WITH found AS MATERIALIZED (SELECT v.* FROM care_visit_live v WHERE ${IN})
     SELECT ${SUM}, coalesce(sum(v.kind_value), 0) AS kindValue, ${PEOPLE} AS people, ${UNNAMED} AS unnamed
     FROM found v`,
    span,
  )!;

export const visitsByReason = (
  db: Db,
  span: Span,
): ({ reasonId: number; name: string; nameEn: string | null } & Sum)[] =>
  db.all(
    `SELECT r.id AS reasonId, r.name, r.name_en AS nameEn, ${SUM} FROM care_visit_live v
     JOIN care_reason r ON r.id = v.reason_id WHERE ${IN} GROUP BY r.id ORDER BY r.ordinal, r.id`,
    span,
  );

export const visitsBySource = (db: Db, span: Span): ({ source: GiftSource } & Sum)[] =>
  db.all(
    `SELECT v.source, ${SUM} FROM care_visit_live v WHERE ${IN} GROUP BY v.source ORDER BY money DESC`,
    span,
  );

export const unpaid = (db: Db, span: Span): Sum =>
  db.get(`SELECT ${SUM} FROM care_visit_live v WHERE ${IN} AND ${OPEN_MONEY}`, span)!;

/** Visits with money and no voucher, the explained ones too. */
export const unpaidVisits = (
  db: Db,
  span: Span,
): { id: number; number: number; name: string; onDate: string; cash: number; exception: string | null }[] =>
  db.all(
    `SELECT v.id, v.number, v.name, v.on_date AS onDate, v.cash, v.exception FROM care_visit_live v
     WHERE ${IN} AND v.cash > 0 AND v.paid = 0 ORDER BY v.exception IS NOT NULL, v.on_date, v.id`,
    span,
  );

const OWN_UNPAID = `(x.source = 'own' OR x.earmark_id IS NOT NULL) AND x.kind_text IS NULL
  AND NOT EXISTS (SELECT 1 FROM fund_voucher_live f WHERE f.id = x.voucher_id AND f.status <> 'cancelled')`;

/** Money of cases that came out of the union's own book, or of money for one purpose. */
export const unpaidCaseMoney = (
  db: Db,
  span: Span,
): {
  id: number;
  ordinal: number;
  title: string;
  onDate: string;
  amount: number;
  exception: string | null;
}[] =>
  db.all(
    `SELECT c.id, x.ordinal, c.title, coalesce(x.on_date, c.opened_on) AS onDate, x.amount, x.exception
     FROM care_money x JOIN care_case_live c ON c.id = x.case_id
     WHERE ${OWN_UNPAID} AND coalesce(x.on_date, c.opened_on) BETWEEN @from AND @to
     ORDER BY x.exception IS NOT NULL, onDate, c.id, x.ordinal`,
    span,
  );

/** A step that should have been done by @today. */
export const OVERDUE = `c.state = 'open' AND EXISTS (SELECT 1 FROM care_step s WHERE s.case_id = c.id AND s.off = 0
  AND s.done_on IS NULL AND s.planned_on < @today)`;
/** Handed over, or finished, with no paper of it attached. */
export const NO_HANDOVER = `c.handover = 1 AND c.state <> 'stopped' AND (c.state = 'finished' OR EXISTS (
    SELECT 1 FROM care_step s WHERE s.case_id = c.id AND s.off = 0 AND s.done_on IS NOT NULL
      AND s.id = (SELECT z.id FROM care_step z WHERE z.case_id = c.id AND z.off = 0 ORDER BY z.ordinal DESC LIMIT 1)))
  AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.deleted_at IS NULL AND a.kind IN ('paper', 'scan')
    AND ((a.entity = 'care_case' AND a.entity_id = c.id)
      OR (a.entity = 'care_step' AND a.entity_id IN (SELECT id FROM care_step WHERE case_id = c.id))))`;
/** Money of the union's own book without a voucher or a reason. */
export const CASE_UNPAID = `EXISTS (SELECT 1 FROM care_money x WHERE x.case_id = c.id AND x.exception IS NULL
  AND ${OWN_UNPAID})`;
/** Live cases with what their kind says. */
export const CASES =
  '(SELECT c.*, k.name AS kind, k.name_en AS kind_en, k.handover FROM care_case_live c JOIN care_kind k ON k.id = c.kind_id)';

const countCases = (db: Db, condition: string, params: Record<string, unknown>): number =>
  db.pluck<number>(`SELECT count(*) FROM ${CASES} c WHERE ${condition}`, params) ?? 0;

const OPEN_ON = 'c.opened_on <= @to AND (c.closed_on IS NULL OR c.closed_on > @to)';
const FINISHED_IN = "c.state = 'finished' AND c.closed_on BETWEEN @from AND @to";
/** Money counts on its own day, or on the day its case was opened. */
const MONEY_IN = "coalesce(x.on_date, c.opened_on) BETWEEN @from AND @to AND c.state <> 'stopped'";

export const casesOpenOn = (db: Db, to: string): number => countCases(db, OPEN_ON, { to });
export const casesFinishedIn = (db: Db, span: Span): number => countCases(db, FINISHED_IN, span);
export const casesOverdue = (db: Db, today: string): number => countCases(db, OVERDUE, { today });
export const casesUnpaid = (db: Db): number => countCases(db, CASE_UNPAID, {});
export const casesWithoutHandover = (db: Db): number => countCases(db, NO_HANDOVER, {});

export const caseSources = (db: Db, span: Span): { source: CaseSource; amount: number }[] =>
  db.all(
    `SELECT x.source, sum(x.amount) AS amount FROM care_money x JOIN care_case_live c ON c.id = x.case_id
     WHERE ${MONEY_IN} GROUP BY x.source ORDER BY amount DESC`,
    span,
  );

/** Steps nobody did by the day they were planned for. */
export const overdueSteps = (db: Db, today: string): number =>
  db.pluck<number>(
    `SELECT count(*) FROM care_step s JOIN care_case_live c ON c.id = s.case_id
     WHERE c.state = 'open' AND s.off = 0 AND s.done_on IS NULL AND s.planned_on < ?`,
    [today],
  ) ?? 0;

/** Visits as records behind a figure; each adds one turn, or its money. */
export const visitRecords = (
  db: Db,
  span: Span,
  adds: 'turn' | 'money',
  reason: string | null = null,
): IndicatorRecord[] =>
  db.all(
    `SELECT 'care_visit' AS entity, v.id, v.name AS label, v.on_date AS date, r.name AS detail,
       ${adds === 'turn' ? '1' : 'v.cash'} AS amount
     FROM care_visit_live v JOIN care_reason r ON r.id = v.reason_id
     WHERE ${IN} AND (@reason IS NULL OR r.code = @reason) ${adds === 'money' ? 'AND v.cash > 0' : ''}
     ORDER BY v.on_date DESC, v.id DESC`,
    { ...span, reason },
  );

/** Each person once, at the latest visit, counted as `PEOPLE` does. */
export const visitedPeople = (db: Db, span: Span): IndicatorRecord[] =>
  db.all(
    `WITH found AS MATERIALIZED (SELECT v.* FROM care_visit_live v WHERE ${IN})
     SELECT 'care_visit' AS entity, f.id, f.name AS label, max(f.on_date) AS date, r.name AS detail, 1 AS amount
     FROM found f JOIN care_reason r ON r.id = f.reason_id WHERE ${COUNTED} GROUP BY f.member_id, f.person
     ORDER BY date DESC, f.id DESC`,
    span,
  );

/** Whether a live visit is linked to an event. */
export const hasVisits = (db: Db, eventId: number): boolean =>
  db.get('SELECT 1 FROM care_visit_live WHERE event_id = ? LIMIT 1', [eventId]) !== undefined;

const caseRecords = (db: Db, condition: string, params: Span, amount: string): IndicatorRecord[] =>
  db.all(
    `SELECT 'care_case' AS entity, c.id, c.title AS label, coalesce(c.closed_on, c.opened_on) AS date, c.kind AS detail,
       ${amount} AS amount FROM ${CASES} c WHERE ${condition} ORDER BY date DESC, c.id DESC`,
    params,
  );
const MONEY_OF = `(SELECT coalesce(sum(x.amount), 0) FROM care_money x WHERE x.case_id = c.id AND x.source <> 'family' AND ${MONEY_IN})`;

export const openCaseRecords = (db: Db, span: Span): IndicatorRecord[] => caseRecords(db, OPEN_ON, span, '1');
export const finishedCaseRecords = (db: Db, span: Span): IndicatorRecord[] =>
  caseRecords(db, FINISHED_IN, span, '1');
/** What a family paid itself is none of the union's help. */
export const caseMoneyRecords = (db: Db, span: Span): IndicatorRecord[] =>
  caseRecords(db, `${MONEY_OF} > 0`, span, MONEY_OF);

/** Payments of cases of these kinds, each on its own day, without what families paid themselves. */
export const paymentRecords = (
  db: Db,
  span: Span,
  kinds: readonly string[],
  adds: 'turn' | 'money',
): IndicatorRecord[] =>
  db.all(
    `SELECT 'care_case' AS entity, c.id, c.title AS label, coalesce(x.on_date, c.opened_on) AS date,
       coalesce(x.name, k.name) AS detail, ${adds === 'turn' ? '1' : 'x.amount'} AS amount
     FROM care_money x JOIN care_case_live c ON c.id = x.case_id JOIN care_kind k ON k.id = c.kind_id
     WHERE ${MONEY_IN} AND x.source <> 'family' AND k.code IN (SELECT value FROM json_each(@kinds))
     ORDER BY date DESC, c.id DESC, x.ordinal`,
    { ...span, kinds: JSON.stringify(kinds) },
  );

/** Cases of these kinds finished in the span. */
export const finishedOf = (db: Db, span: Span, kinds: readonly string[]): IndicatorRecord[] =>
  db.all(
    `SELECT 'care_case' AS entity, c.id, c.title AS label, c.closed_on AS date, k.name AS detail, 1 AS amount
     FROM care_case_live c JOIN care_kind k ON k.id = c.kind_id
     WHERE ${FINISHED_IN} AND k.code IN (SELECT value FROM json_each(@kinds)) ORDER BY c.closed_on DESC, c.id DESC`,
    { ...span, kinds: JSON.stringify(kinds) },
  );

/** Cases of members that are open on the day asked for, as rows of a condition. */
export const OPEN_ROWS = `care_case_live k WHERE k.member_id IS NOT NULL AND k.opened_on <= {day}
  AND (k.closed_on IS NULL OR k.closed_on > {day})`;
