/** SQL of the figures of awards: issued decisions only, each figure beside the records behind it. */
import type { AwardCounts, AwardLevel, AwardSide, RecipientKind } from '../../../shared/domain/awards';
import type { Db } from '../../db/database';

/** Which decisions; all conditions must hold. Days: the decision surely lies between them. */
export interface AwardConditions {
  from?: string | null;
  to?: string | null;
  side?: AwardSide | null;
  levels?: readonly AwardLevel[] | null;
  formId?: number | null;
  /** Codes of the catalogue of forms. */
  forms?: readonly string[] | null;
  theme?: 'movement' | 'women' | 'initiative' | null;
}

const WHERE = `(@from IS NULL OR d.first_day >= @from) AND (@to IS NULL OR d.last_day <= @to)
  AND (@side IS NULL OR d.side = @side)
  AND (@levels IS NULL OR d.level IN (SELECT value FROM json_each(@levels)))
  AND (@formId IS NULL OR d.form_id = @formId) AND (@theme IS NULL OR f.theme = @theme)
  AND (@forms IS NULL OR f.code IN (SELECT value FROM json_each(@forms)))`;

const parameters = (c: AwardConditions) => ({
  from: c.from ?? null,
  to: c.to ?? null,
  side: c.side ?? null,
  levels: c.levels ? JSON.stringify(c.levels) : null,
  formId: c.formId ?? null,
  theme: c.theme ?? null,
  forms: c.forms ? JSON.stringify(c.forms) : null,
});

/** How many of a kind a decision names, or says; null while unknown. Who holds no valid certificate is not counted. */
const ofKind = (kind: RecipientKind) =>
  `CASE WHEN d.counts_only = 1 THEN d.count_${kind}
     ELSE (SELECT count(*) FROM award_recipient r WHERE r.decision_id = d.id AND r.kind = '${kind}'
       AND r.withdrawn_on IS NULL) END AS ${kind}`;
const COUNTS = (['collective', 'individual', 'household'] as const).map(ofKind).join(', ');
const UNKNOWN = `(d.counts_only = 1 AND ((f.for_collective = 1 AND d.count_collective IS NULL)
  OR (f.for_individual = 1 AND d.count_individual IS NULL))) AS unknown`;

/** An issued decision with its counts. */
export interface CountedDecision extends AwardCounts {
  id: number;
  number: string | null;
  decidedOn: string | null;
  firstDay: string;
  side: AwardSide;
  level: AwardLevel;
  formId: number;
  form: string;
  formEn: string | null;
  occasion: string | null;
  unknown: 0 | 1;
}

/** Issued decisions that meet the conditions, in the order of the catalogue, then the latest first. */
export const countedDecisions = (db: Db, c: AwardConditions): CountedDecision[] =>
  db.all(
    `SELECT d.id, d.number, d.decided_on AS decidedOn, d.first_day AS firstDay, d.side, d.level, d.form_id AS formId,
       json_extract(d.snapshot, '$.form') AS form, json_extract(d.snapshot, '$.formEn') AS formEn, d.occasion,
       ${COUNTS}, ${UNKNOWN}
     FROM award_decision_live d JOIN award_form f ON f.id = d.form_id
     WHERE d.status = 'issued' AND ${WHERE} ORDER BY f.ordinal, f.id, d.first_day DESC, d.id DESC`,
    parameters(c),
  );

/** Drafts that the conditions would take in once issued. */
export const countDrafts = (db: Db, c: AwardConditions): number =>
  db.pluck<number>(
    `SELECT count(*) FROM award_decision_live d JOIN award_form f ON f.id = d.form_id
     WHERE d.status = 'draft' AND ${WHERE}`,
    parameters(c),
  ) ?? 0;

/** A line of the register: a recipient, or a number that a decision gives without names. */
export interface RegisterRecord {
  decisionId: number;
  recipientId: number | null;
  memberId: number | null;
  registerNo: number | null;
  registerYear: number | null;
  number: string | null;
  decidedOn: string | null;
  side: AwardSide;
  level: AwardLevel;
  form: string;
  formEn: string | null;
  signer: string | null;
  kind: RecipientKind;
  honorific: string | null;
  name: string | null;
  spouseHonorific: string | null;
  spouseName: string | null;
  post: string | null;
  unitName: string | null;
  reasonText: string | null;
  money: number | null;
  prints: number;
  /** 0 for a certificate made void. */
  amount: number;
  certificateId: number | null;
  copy: number;
  voidedOn: string | null;
}
export interface RegisterConditions extends AwardConditions {
  kind?: RecipientKind | null;
  memberId?: number | null;
  orgUnitId?: number | null;
  words?: readonly string[];
  /** Only those that count: certificates made void are left out. */
  counted?: boolean;
}

const HEAD = `d.id AS decisionId, d.number, d.decided_on AS decidedOn, d.first_day AS firstDay, d.side, d.level,
  json_extract(d.snapshot, '$.form') AS form, json_extract(d.snapshot, '$.formEn') AS formEn, d.signer_name AS signer`;
const PLAIN = (['collective', 'individual', 'household'] as const)
  .map(
    (
      kind,
    ) => `UNION ALL SELECT ${HEAD}, NULL, NULL, NULL, NULL, '${kind}', NULL, NULL, NULL, NULL, NULL, NULL,
      replace(coalesce(d.reason_template, ''), '{năm}', d.award_year), d.money_${kind}, 0, d.count_${kind}, 999999, '', NULL, 0, NULL
    FROM award_decision_live d JOIN award_form f ON f.id = d.form_id
    WHERE d.status = 'issued' AND d.counts_only = 1 AND d.count_${kind} > 0 AND ${WHERE}`,
  )
  .join('\n');
/** The collective itself, or somebody who belonged to it on the day; who has no dated history, by the record of today. */
const THEN = `SELECT 1 FROM member_state s WHERE s.member_id IN (r.member_id, r.spouse_id)
  AND s.from_date <= d.last_day AND (s.to_date IS NULL OR s.to_date > d.last_day)`;
const OF_UNIT = `(@orgUnitId IS NULL OR r.org_unit_id = @orgUnitId
  OR (r.kind = 'collective' AND r.org_unit_id IS NULL AND r.name = (SELECT name FROM org_unit WHERE id = @orgUnitId))
  OR EXISTS (${THEN} AND @orgUnitId IN (s.department_id, s.group_id))
  OR (NOT EXISTS (${THEN}) AND EXISTS (SELECT 1 FROM member m WHERE m.id IN (r.member_id, r.spouse_id)
    AND @orgUnitId IN (m.department_id, m.group_id))))`;
const REGISTER = `SELECT * FROM (
  SELECT ${HEAD}, r.id AS recipientId, r.member_id AS memberId,
    coalesce(c.register_no, r.register_no) AS registerNo, coalesce(c.register_year, r.register_year) AS registerYear,
    r.kind, r.honorific, r.name, r.spouse_honorific AS spouseHonorific, r.spouse_name AS spouseName, r.post,
    r.unit_name AS unitName, r.reason_text AS reasonText,
    coalesce(r.amount, CASE r.kind WHEN 'individual' THEN d.money_individual WHEN 'collective' THEN d.money_collective
      ELSE d.money_household END) AS money,
    (SELECT count(*) FROM certificate_print p WHERE p.certificate_id = c.id) AS prints, c.voided_on IS NULL AS amount,
    r.ordinal AS ordinal, r.name_key || ' ' || coalesce(c.register_no, r.register_no, '') AS found,
    c.id AS certificateId, coalesce(c.copy, 0) AS copy, c.voided_on AS voidedOn
  FROM award_decision_live d JOIN award_form f ON f.id = d.form_id JOIN award_recipient r ON r.decision_id = d.id
    LEFT JOIN certificate c ON c.recipient_uid = r.uid
  WHERE d.status = 'issued' AND d.counts_only = 0 AND ${WHERE}
    AND (@memberId IS NULL OR r.member_id = @memberId OR r.spouse_id = @memberId)
    AND ${OF_UNIT}
  ${PLAIN}
) x WHERE (@kind IS NULL OR x.kind = @kind) AND (@counted = 0 OR x.voidedOn IS NULL) AND ((@memberId IS NULL AND @orgUnitId IS NULL) OR x.recipientId IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(x.found || ' ' || lower(coalesce(x.number, '')), w.value) = 0)`;

const registerParameters = (c: RegisterConditions) => ({
  ...parameters(c),
  kind: c.kind ?? null,
  memberId: c.memberId ?? null,
  orgUnitId: c.orgUnitId ?? null,
  words: JSON.stringify(c.words ?? []),
  counted: c.counted ? 1 : 0,
});

/** A page of the register: by number within a year, the latest year first; numbers without names last. */
export const registerRows = (
  db: Db,
  c: RegisterConditions,
  page: { offset: number; limit: number },
): RegisterRecord[] =>
  db.all(
    `${REGISTER} ORDER BY substr(x.firstDay, 1, 4) DESC, x.registerNo IS NULL, x.registerNo, x.copy, x.firstDay, x.decisionId, x.ordinal
     LIMIT @limit OFFSET @offset`,
    { ...registerParameters(c), offset: page.offset, limit: page.limit },
  );

export const registerTotals = (db: Db, c: RegisterConditions): { total: number; amount: number } =>
  db.get<{ total: number; amount: number }>(
    `SELECT count(*) AS total, coalesce(sum(amount), 0) AS amount FROM (${REGISTER})`,
    registerParameters(c),
  ) ?? { total: 0, amount: 0 };

/** Lines of the register by year and kind. */
export const registerYears = (
  db: Db,
  c: RegisterConditions,
): { year: number; kind: RecipientKind; amount: number }[] =>
  db.all(
    `SELECT CAST(substr(firstDay, 1, 4) AS INTEGER) AS year, kind, sum(amount) AS amount FROM (${REGISTER})
     GROUP BY 1, 2 ORDER BY 1`,
    registerParameters(c),
  );
