/** The annex of the invented hospital: every line equals an independent count in SQL, over three years and a half-year. */
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../electron/demo/seed';
import type { InputOf, OutputOf } from '../../shared/contract';
import { ANNEX_IDS } from '../../shared/domain/annex';
import type { IndicatorId } from '../../shared/domain/indicators';
import { openTestCore, type TestCore } from '../helpers/core';
import { STORE } from '../helpers/store';

const TODAY = '2026-11-22';
const PERIODS = [
  ['union year 2024', '2023-12-01', '2024-11-30'],
  ['union year 2025', '2024-12-01', '2025-11-30'],
  ['union year 2026', '2025-12-01', '2026-11-30'],
  ['half to 31/5/2026', '2025-12-01', '2026-05-31'],
  ['calendar year 2025', '2025-01-01', '2025-12-31'],
] as const;

let t: TestCore;
let store: Database.Database;
beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date(`${TODAY}T03:00:00Z`) });
  await seedDemo(t.core, TODAY);
  await t.invoke('members.setSensitive', { group: 'ethnicity', enabled: true, purpose: 'Báo cáo' });
  store = new Database(join(t.dir, STORE), { readonly: true });
}, 300_000);
afterAll(async () => {
  store.close();
  await t.close();
});

type Lines = Record<string, OutputOf<'figures.table'>['sections'][number]['lines'][number]>;
async function table(input: InputOf<'figures.table'>): Promise<Lines> {
  const { sections } = await t.invoke('figures.table', input);
  return Object.fromEntries(sections.flatMap(({ lines }) => lines.map((line) => [line.figure.id, line])));
}
const one = (sql: string, params: object): number => store.prepare(sql).pluck().get(params) as number;

/** Active on @day by the dated history. */
const ACTIVE = `FROM member m JOIN member_state s ON s.member_id = m.id AND s.status = 'active' AND s.from_date <= @day
  AND coalesce(s.to_date, '9999') > @day WHERE m.deleted_at IS NULL`;
const LEFT = (
  kinds: string,
) => `SELECT count(DISTINCT f.member_id) FROM member_fact f WHERE f.deleted_at IS NULL
  AND f.kind IN (${kinds}) AND length(f.on_date) = 10 AND f.on_date BETWEEN @from AND @day
  AND EXISTS (SELECT 1 FROM member_state b WHERE b.member_id = f.member_id AND b.status = 'active' AND b.to_date = f.on_date)`;
const EVENTS = (kinds: string) =>
  `FROM event e WHERE e.deleted_at IS NULL AND e.kind IN (${kinds}) AND e.first_day >= @from AND e.last_day <= @to AND e.first_day <= @day`;
const TURNS = (kinds: string) =>
  `SELECT CASE WHEN count(*) > 0 AND count(coalesce(e.count_value, e.present_count)) = 0 THEN NULL
     ELSE coalesce(sum(coalesce(e.count_value, e.present_count)), 0) END ${EVENTS(kinds)}`;
const VISITS = `FROM care_visit v JOIN care_reason r ON r.id = v.reason_id
  WHERE v.deleted_at IS NULL AND v.on_date BETWEEN @from AND @day`;
const GIFTS = (occasions: string) => `FROM welfare_recipient l JOIN welfare_campaign c ON c.id = l.campaign_id
  WHERE l.deleted_at IS NULL AND c.deleted_at IS NULL AND c.kind = 'list' AND c.state IN ('given', 'settled')
    AND c.occasion IN (${occasions}) AND c.on_date BETWEEN @from AND @day`;
const PAID = (
  kinds: string,
) => `FROM care_money x JOIN care_case c ON c.id = x.case_id JOIN care_kind k ON k.id = c.kind_id
  WHERE c.deleted_at IS NULL AND c.state <> 'stopped' AND x.source <> 'family' AND k.code IN (${kinds})
    AND coalesce(x.on_date, c.opened_on) BETWEEN @from AND @day`;
const FLOW = (condition: string) => `FROM fund_voucher v LEFT JOIN fund_category k ON k.id = v.category_id
  WHERE v.deleted_at IS NULL AND v.status = 'numbered' AND v.on_date BETWEEN @from AND @day AND coalesce(k.internal, 0) = 0
    AND ${condition}`;
const IN = `coalesce(k.direction, iif(v.kind = 'receipt', 'in', 'out')) = 'in'`;
/** Not known, not 0, before the first book begins. */
const KEPT = (sum: string) =>
  `SELECT iif(EXISTS (SELECT 1 FROM fund WHERE opened_on <= @day), (${sum}), NULL)`;
const INCOME = (more: string) =>
  KEPT(`SELECT coalesce(sum(iif(v.kind = 'receipt', v.amount, -v.amount)), 0) ${FLOW(`${IN} AND ${more}`)}`);
/** Not known, not 0, where decisions tell no number at all. */
const AWARDS = (forms: string, kind: string) =>
  `SELECT iif(count(*) > 0 AND count(n) = 0, NULL, coalesce(sum(n), 0)) FROM (
     SELECT iif(d.counts_only = 1, d.count_${kind}, (SELECT count(*) FROM award_recipient r
       WHERE r.decision_id = d.id AND r.kind = '${kind}' AND r.withdrawn_on IS NULL)) AS n
     FROM award_decision d JOIN award_form f ON f.id = d.form_id
     WHERE d.deleted_at IS NULL AND d.status = 'issued' AND f.code IN (${forms}) AND d.first_day >= @from AND d.last_day <= @to)`;
const CLASSED = (
  code: string,
) => `SELECT iif(EXISTS (SELECT 1 FROM org_unit_class WHERE org_unit_id IS NOT NULL AND year = @middle),
   (SELECT count(*) FROM org_unit_class WHERE deleted_at IS NULL AND org_unit_id IS NOT NULL AND year = @middle AND class = '${code}'), NULL)`;
const TYPED = (id: string) =>
  `SELECT sum(value) FROM manual_figure WHERE deleted_at IS NULL AND indicator = '${id}' AND from_date >= @from AND to_date <= @to`;
const TYPED_ON = (id: string) =>
  `SELECT value FROM manual_figure WHERE deleted_at IS NULL AND indicator = '${id}' AND to_date <= @day ORDER BY to_date DESC LIMIT 1`;
const UNITS = (
  kind: string,
) => `SELECT count(*) FROM org_unit o WHERE o.deleted_at IS NULL AND o.kind = '${kind}'
  AND coalesce(o.opened_on, '') <= @day AND coalesce(o.closed_on, '9999') > @day`;
const MERIT = {
  unit: 'GK-CS',
  superior: 'GK-CT',
  province: 'BK-LD',
  sector: 'BK-CDN',
  confederation: 'BK-TLD',
};
const REASONS = ['illness', 'maternity', 'funeral', 'wedding'];
const LEVELS = {
  postgraduate: 'Sau đại học',
  university: 'Đại học',
  college: 'Cao đẳng',
  intermediate: 'Trung cấp',
};

/** Records of a register of its own, and events of the kind that none of them is linked to. */
const REGISTERED = (table: string, day: string, condition: string, kind: string) =>
  `SELECT (SELECT count(*) FROM ${table} WHERE deleted_at IS NULL AND ${condition} AND ${day} BETWEEN @from AND @day)
     + (SELECT count(*) ${EVENTS(`'${kind}'`)}
        AND e.id NOT IN (SELECT event_id FROM ${table} WHERE deleted_at IS NULL AND event_id IS NOT NULL))`;
const SESSIONS = (condition: string) =>
  `SELECT count(*) FROM inspection_session WHERE deleted_at IS NULL AND ${condition} AND held_on BETWEEN @from AND @day`;
const PETITIONS = (
  day: string,
) => `SELECT count(*) FROM opinion o JOIN opinion_kind k ON k.id = o.kind_id AND k.petition = 1
  WHERE o.deleted_at IS NULL AND o.${day} BETWEEN @from AND @day`;

/** Each line counted another way. */
const SQL: Partial<Record<IndicatorId, string>> = {
  'organisation.staff': `SELECT staff_count FROM unit_profile WHERE deleted_at IS NULL AND staff_count IS NOT NULL
    AND coalesce(valid_from, '') <= @day ORDER BY coalesce(valid_from, '') DESC LIMIT 1`,
  'organisation.staffFemale': TYPED_ON('organisation.staffFemale'),
  'members.active': `SELECT count(*) ${ACTIVE}`,
  'members.female': `SELECT count(*) ${ACTIVE} AND m.gender = 'female'`,
  'members.joined': `SELECT count(*) FROM member m WHERE m.deleted_at IS NULL AND m.union_join_date BETWEEN @from AND @day
    AND length(m.union_join_date) = 10 AND NOT EXISTS (SELECT 1 FROM member_fact f WHERE f.member_id = m.id
      AND f.deleted_at IS NULL AND f.kind = 'transferredIn')`,
  'members.transferredIn': `SELECT count(DISTINCT member_id) FROM member_fact WHERE deleted_at IS NULL
    AND kind = 'transferredIn' AND length(on_date) = 10 AND on_date BETWEEN @from AND @day`,
  'members.transferredOut': LEFT("'transferredOut'"),
  'members.retired': LEFT("'retired'"),
  'members.leftUnion': LEFT("'left'"),
  'members.lost': LEFT("'expelled', 'died'"),
  'organisation.groups': UNITS('group'),
  'organisation.sections': UNITS('section'),
  'members.party': `SELECT count(*) ${ACTIVE} AND m.is_party = 1 AND coalesce(m.party_date, '') <= @day`,
  'party.nominated': `SELECT count(DISTINCT f.member_id) FROM party_file f JOIN party_step s ON s.file_id = f.id
    WHERE f.deleted_at IS NULL AND s.stage = 'nominated' AND s.on_date >= @from AND s.on_date <= @day`,
  'democracy.conferences': REGISTERED('staff_conference', 'held_on', 'held = 1', 'staff_conference'),
  'democracy.dialogues': REGISTERED('dialogue', 'on_date', '1', 'dialogue'),
  'democracy.comments': `SELECT count(*) FROM participation WHERE deleted_at IS NULL AND kind = 'comment'
    AND on_date BETWEEN @from AND @day`,
  'democracy.supervisions': REGISTERED('participation', 'on_date', "kind = 'supervision'", 'supervision'),
  'inspection.meetings': SESSIONS("kind = 'inspection' AND topic = 'meeting'"),
  'women.meetings': SESSIONS("kind = 'women' AND topic = 'meeting'"),
  'inspection.charter': SESSIONS("kind = 'inspection' AND topic = 'charter'"),
  'inspection.finance': SESSIONS("kind = 'inspection' AND topic = 'finance'"),
  'inspection.held': `SELECT (${SESSIONS("kind = 'inspection' AND topic <> 'meeting'")}) + (SELECT count(*) ${EVENTS("'inspection'")}
    AND e.id NOT IN (SELECT event_id FROM inspection_session WHERE deleted_at IS NULL AND event_id IS NOT NULL))`,
  'opinions.petitions': PETITIONS('received_on'),
  'opinions.petitionsAnswered': PETITIONS('answered_on'),
  'members.partyJoined': `SELECT count(*) FROM (SELECT f.member_id AS id FROM party_file f
      JOIN party_step s ON s.file_id = f.id AND s.stage = 'admitted'
      WHERE f.deleted_at IS NULL AND s.on_date BETWEEN @from AND @day
    UNION SELECT m.id FROM member m WHERE m.deleted_at IS NULL AND m.party_date BETWEEN @from AND @day
      AND length(m.party_date) = 10 AND NOT EXISTS (SELECT 1 FROM party_file f
        JOIN party_step s ON s.file_id = f.id AND s.stage = 'admitted' WHERE f.deleted_at IS NULL AND f.member_id = m.id))`,
  ...Object.fromEntries(
    Object.entries(LEVELS).map(([level, text]) => [
      `members.education.${level}`,
      `SELECT count(*) ${ACTIVE} AND m.education = '${text}'`,
    ]),
  ),
  'members.education.unknown': `SELECT count(*) ${ACTIVE} AND m.education IS NULL`,
  'members.education.other': `SELECT count(*) ${ACTIVE} AND m.education NOT IN ('Sau đại học', 'Đại học', 'Cao đẳng', 'Trung cấp')`,
  'members.ethnic': `SELECT count(*) ${ACTIVE} AND m.ethnicity <> 'Kinh'`,
  'welfare.visits': `SELECT count(*) ${VISITS}`,
  'welfare.visitMoney': `SELECT coalesce(sum(v.cash), 0) ${VISITS}`,
  ...Object.fromEntries(
    REASONS.flatMap((code) => [
      [`welfare.visitsOf.${code}`, `SELECT count(*) ${VISITS} AND r.code = '${code}'`],
      [`welfare.visitMoneyOf.${code}`, `SELECT coalesce(sum(v.cash), 0) ${VISITS} AND r.code = '${code}'`],
    ]),
  ),
  'welfare.helpTurns': `SELECT count(*) ${PAID("'hardship', 'sudden'")}`,
  'welfare.helpMoney': `SELECT coalesce(sum(x.amount), 0) ${PAID("'hardship', 'sudden'")}`,
  'welfare.giftsOf.tet': `SELECT count(*) ${GIFTS("'tet'")}`,
  'welfare.giftMoneyOf.tet': `SELECT coalesce(sum(l.cash + l.kind_value), 0) ${GIFTS("'tet'")}`,
  'welfare.giftsOf.children': `SELECT count(*) ${GIFTS("'childrens_day', 'mid_autumn'")}`,
  'welfare.giftMoneyOf.children': `SELECT coalesce(sum(l.cash + l.kind_value), 0) ${GIFTS("'childrens_day', 'mid_autumn'")}`,
  'welfare.giftsOf.workers': `SELECT count(*) ${GIFTS("'workers_month', 'labour_day'")}`,
  'welfare.giftMoneyOf.workers': `SELECT coalesce(sum(l.cash + l.kind_value), 0) ${GIFTS("'workers_month', 'labour_day'")}`,
  'events.turnsOf.excursion': TURNS("'excursion'"),
  'events.excursionMoney': TYPED('events.excursionMoney'),
  'welfare.houses': `SELECT count(*) FROM care_case c JOIN care_kind k ON k.id = c.kind_id WHERE c.deleted_at IS NULL
    AND c.state = 'finished' AND k.code IN ('housing', 'repair') AND c.closed_on BETWEEN @from AND @day`,
  'welfare.houseMoney': `SELECT coalesce(sum(x.amount), 0) ${PAID("'housing', 'repair'")}`,
  'events.turnsOf.workers_month': TURNS("'workers_month'"),
  'events.kind.tet': `SELECT count(*) ${EVENTS("'tet'")}`,
  'events.turnsOf.union_meal': TURNS("'union_meal'"),
  'events.kind.communication': `SELECT count(*) ${EVENTS("'communication'")}`,
  'events.turnsOf.communication': TURNS("'communication'"),
  'events.resolutionStudy': TYPED('events.resolutionStudy'),
  'events.turnsOf.online_contest': TURNS("'online_contest'"),
  'events.onlineRate': `SELECT 100.0 * sum(e.count_value) / sum(e.denominator) ${EVENTS("'online_contest'")} AND e.denominator > 0`,
  'events.festivals': `SELECT count(*) ${EVENTS("'contest', 'sports', 'arts'")}`,
  'events.festivalTurns': TURNS("'contest', 'sports', 'arts'"),
  'events.bloodUnits': TYPED('events.bloodUnits'),
  'events.turnsOf.blood_donation': TURNS("'blood_donation'"),
  'awards.initiative': `SELECT coalesce((${TYPED('awards.initiative')}), (${AWARDS("'SK-CS', 'BLDST'", 'individual')}))`,
  'events.conduct': TYPED('events.conduct'),
  'awards.womenRegistered': TYPED('awards.womenRegistered'),
  'awards.womenRate': `SELECT 100.0 * (${AWARDS("'GVN'", 'individual')}) / (SELECT count(*) ${ACTIVE} AND m.gender = 'female')`,
  'events.kind.committee_meeting': `SELECT count(*) ${EVENTS("'committee_meeting'")}`,
  'events.kind.training': `SELECT count(*) ${EVENTS("'training'")}`,
  'events.turnsOf.training': TURNS("'training'"),
  'funds.incomeOf.dues': INCOME("k.code = 'T-DP'"),
  'funds.incomeOf.fee': INCOME("k.code = 'T-KP'"),
  'funds.incomeOf.other': INCOME("coalesce(k.code, '') NOT IN ('T-DP', 'T-KP')"),
  'funds.spending': KEPT(
    `SELECT coalesce(sum(iif(v.kind = 'payment', v.amount, -v.amount)), 0) ${FLOW(`NOT (${IN})`)}`,
  ),
  'funds.balance': `SELECT sum(f.opening_cash + f.opening_bank + coalesce((SELECT sum(iif(v.kind = 'receipt', v.amount, -v.amount))
      FROM fund_voucher v WHERE v.fund_id = f.id AND v.deleted_at IS NULL AND v.status = 'numbered' AND v.on_date <= @day), 0))
    FROM fund f WHERE f.deleted_at IS NULL AND f.opened_on <= @day`,
  ...Object.fromEntries(
    ['excellent', 'good', 'done', 'failed'].map((code) => [`organisation.class.${code}`, CLASSED(code)]),
  ),
  'awards.outstandingMembers': AWARDS("'DVXS'", 'individual'),
  ...Object.fromEntries(
    Object.entries(MERIT).flatMap(([level, code]) =>
      ['collective', 'individual'].map((kind) => [
        `awards.merit.${level}.${kind}`,
        AWARDS(`'${code}'`, kind),
      ]),
    ),
  ),
  'awards.flags': AWARDS("'CO-LD', 'CO-TLD'", 'collective'),
};

it('has an independent count of every line', () => {
  expect(ANNEX_IDS.filter((id) => SQL[id] === undefined)).toEqual([]);
});

describe.each(PERIODS)('%s', (_, from, to) => {
  it('gives every line as SQL counts it', async () => {
    const day = to < TODAY ? to : TODAY;
    const year = Number(to.slice(0, 4));
    const middle = from <= `${year}-06-30` && `${year}-06-30` <= to ? year : 0;
    const lines = await table({ from, to });
    const [shown, counted]: [Record<string, number | null>, Record<string, number | null>] = [{}, {}];
    for (const [id, sql] of Object.entries(SQL)) {
      shown[id] = round(lines[id]?.figure.value ?? null);
      counted[id] = round(one(sql, { from, to, day, middle }) ?? null);
    }
    expect(shown).toEqual(counted);
    expect(Object.values(counted).filter((value) => value !== null && value > 0).length).toBeGreaterThan(15);
  });

  it('shows beside each line what the year before gives by itself', async () => {
    const lines = await table({ from, to });
    const { before } = await t.invoke('figures.table', { from, to });
    const own = await table({
      from: before.from,
      to: before.to,
      on: before.asOf < before.to ? before.asOf : null,
    });
    for (const [id, line] of Object.entries(lines)) expect([id, line.before]).toEqual([id, own[id]?.figure]);
  });
});
const round = (value: number | null): number | null => value && Math.round(value * 1e6) / 1e6;

it('is seen as of any day, compared with the same day a year before, in under a second', async () => {
  const year = { from: '2025-12-01', to: '2026-11-30' };
  const whole = await t.invoke('figures.table', year);
  expect(whole.now.asOf).toBe(TODAY);
  expect(whole.before).toEqual({ from: '2024-12-01', to: '2025-11-30', asOf: '2025-11-22' });
  const may = await t.invoke('figures.table', { ...year, on: '2026-05-31' });
  const half = await t.invoke('figures.table', { from: '2025-12-01', to: '2026-05-31' });
  const value = (found: typeof may, id: string) =>
    found.sections.flatMap(({ lines }) => lines).find(({ figure }) => figure.id === id)?.figure.value;
  for (const id of ['members.active', 'welfare.visits', 'funds.balance', 'events.festivals'])
    expect(value(may, id)).toBe(value(half, id));
  const times = await Promise.all(
    [1, 2, 3].map(async () => {
      const begin = performance.now();
      await t.invoke('figures.table', year);
      return performance.now() - begin;
    }),
  );
  console.info(`figures of a year: ${Math.round(Math.min(...times))} ms`);
  expect(Math.min(...times)).toBeLessThan(1000);
});

describe('typed figures', () => {
  const year = { from: '2025-12-01', to: '2026-11-30' };
  const fields = { from: '2026-06-01', to: '2026-06-30', source: 'Báo cáo tổ' } as const;

  it('stand only where the records tell nothing, or where they are said to, and never hide them', async () => {
    const computed = (await table(year))['events.festivals']!.figure.value;
    expect(computed).toBeGreaterThan(0);
    const made = await t.invoke('figures.saveTyped', { indicator: 'events.festivals', ...fields, value: 9 });
    const beside = (await table(year))['events.festivals']!;
    expect(beside.figure).toMatchObject({ value: computed });
    expect(beside.typed).toMatchObject([{ value: 9, used: false }]);
    const change = { id: made.id, version: made.version, indicator: 'events.festivals', ...fields } as const;
    await t.invoke('figures.saveTyped', { ...change, value: 9, flag: 'atLeast', instead: true });
    const instead = (await table(year))['events.festivals']!;
    expect(instead.figure).toMatchObject({
      value: 9,
      flag: 'atLeast',
      typed: { computed, source: 'Báo cáo tổ' },
    });
    expect(instead.difference).toBeNull();
    const behind = await t.invoke('dashboard.records', { id: 'events.festivals', ...year });
    expect(behind).toMatchObject({ amount: 9, rows: [{ entity: 'manual_figure', label: 'Báo cáo tổ' }] });
    await t.invoke('figures.trashTyped', { ids: [made.id] });
    expect((await table(year))['events.festivals']!.figure.value).toBe(computed);
  });

  it('are refused without a number or words, over 100%, with a part over its whole, twice for one period', async () => {
    const refused = async (input: Partial<InputOf<'figures.saveTyped'>>) =>
      (await t.raw('figures.saveTyped', { indicator: 'events.conduct', ...fields, ...input })) as {
        error?: { code: string };
      };
    expect((await refused({})).error?.code).toBe('FIGURE_VALUE');
    expect((await refused({ value: 101 })).error?.code).toBe('FIGURE_VALUE');
    expect((await refused({ part: 3, whole: 2 })).error?.code).toBe('COUNT_OVER_DENOMINATOR');
    expect((await refused({ value: 1, from: '2026-07-01' })).error?.code).toBe('DATE_ORDER');
    expect((await refused({ indicator: 'events.bloodUnits', value: 57 })).error?.code).toBe('FIGURE_TWICE');
    expect((await refused({ indicator: 'members.lost', value: 1.5 })).error?.code).toBe('FIGURE_VALUE');
  });

  it('say why a year differs: a change of counting, another whole, another source', async () => {
    const lines = await table({ from: '2026-01-01', to: '2026-12-31' });
    expect(lines['welfare.visits']!.notes).toMatchObject([{ kind: 'definition', on: '2026-01-01' }]);
    const rate = (await table({ from: '2026-01-01', to: '2026-12-31', more: true }))[
      'events.resolutionStudy'
    ]!;
    expect(rate.notes).toMatchObject([{ kind: 'whole', now: 322, before: 320 }]);
    expect(lines['funds.balance']!.notes).toMatchObject([{ kind: 'unknownBefore' }]);
  });
});

it('prints the annex: form, marked lines, typed figures with their source, as PDF, Word and Excel', async () => {
  const input = { from: '2025-12-01', to: '2026-11-30' };
  const bytes = async (format: 'pdf' | 'docx' | 'xlsx') => {
    const file = await t.job('figures.paper', { ...input, format });
    const path = join(t.dir, `annex.${format}`);
    copyFileSync(t.core.files.outgoing(file.token).path, path);
    return path;
  };
  const text = execFileSync('pdftotext', ['-layout', await bytes('pdf'), '-'], { encoding: 'utf8' });
  expect(text).toMatch(/PHỤ LỤC SỐ LIỆU/);
  expect(text).toMatch(/TT\s+Nội dung\s+ĐVT\s+Số lượng\s+Ghi chú/);
  expect(text).toContain('(*) Dòng do đơn vị tự theo dõi');
  expect(text).toMatch(/1\.3\s+Đoàn viên đang sinh hoạt\s+người\s+320/);
  expect(text).toMatch(/Nhập tay, nguồn/);
  expect(text).toContain('Số liệu đến ngày 22/11/2026');
  const word = execFileSync('unzip', ['-p', await bytes('docx'), 'word/document.xml'], { encoding: 'utf8' });
  expect(word).toContain('Đoàn viên đang sinh hoạt');
  const sheet = execFileSync('unzip', ['-p', await bytes('xlsx'), 'xl/worksheets/sheet1.xml'], {
    encoding: 'utf8',
  });
  expect(sheet).toContain('<v>320</v>');
});
