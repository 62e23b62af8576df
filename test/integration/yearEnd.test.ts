/** The year-end pack of an invented hospital's three years: every paper read back, its figures beside SQL of their own. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import Database from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../electron/demo/seed';
import type { OutputOf } from '../../shared/contract';
import { formatCount } from '../../shared/text/numbers';
import { openTestCore, type TestCore } from '../helpers/core';
import { itWithOffice, laidOut } from '../helpers/office';
import { readPdf } from '../helpers/readPdf';
import { STORE } from '../helpers/store';

const TODAY = '2026-11-22';
const YEARS = [2024, 2025, 2026] as const;
type Year = (typeof YEARS)[number];
interface Pack {
  state: OutputOf<'yearEnd.state'>['rows'];
  reply: OutputOf<'yearEnd.pack'>;
  /** Without the folder. */
  files: Map<string, Uint8Array>;
  index: string;
}

let t: TestCore;
let raw: Database.Database;
const packs = new Map<Year, Pack>();

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date(`${TODAY}T03:00:00Z`) });
  await seedDemo(t.core, TODAY);
  for (const year of YEARS) packs.set(year, await packOf(year));
  raw = new Database(join(t.dir, STORE), { readonly: true });
}, 300_000);
afterAll(async () => {
  raw?.close();
  await t.close();
});

async function packOf(year: Year): Promise<Pack> {
  const { rows: state } = await t.invoke('yearEnd.state', { year });
  const reply = await t.job('yearEnd.pack', { year });
  const zip = unzipSync(new Uint8Array(readFileSync(t.core.files.outgoing(reply.token).path)));
  const files = new Map(
    Object.entries(zip).map(([path, bytes]) => [path.replace(`Hồ sơ cuối năm ${year}/`, ''), bytes]),
  );
  return { state, reply, files, index: strFromU8(files.get('00-Mục lục.html')!) };
}

const fileOf = (year: Year, start: string, format: string): Uint8Array => {
  const found = [...packs.get(year)!.files].find(
    ([name]) => name.startsWith(`${start}-`) && name.endsWith(`.${format}`),
  );
  if (!found) throw new Error(`${year}: no ${start} as ${format}`);
  return found[1];
};
const sheet = (year: Year, start: string): unknown[][] => {
  const [first] = Object.values(read(fileOf(year, start, 'xlsx')).Sheets);
  return utils.sheet_to_json<unknown[]>(first!, { header: 1, blankrows: false });
};
const squeezed = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ');
const pdfText = async (bytes: Uint8Array): Promise<string> =>
  squeezed((await readPdf(bytes)).flatMap((page) => page.texts.map((one) => one.text)).join(' '));
const wordText = (bytes: Uint8Array): string =>
  squeezed(strFromU8(unzipSync(bytes)['word/document.xml']!).replaceAll(/<[^>]+>/g, ' '));

/** One figure of the store by SQL written here. */
const counted = (sql: string, params: Record<string, unknown>): number =>
  Number(raw.prepare(sql).pluck().get(params) ?? 0);

/** The days of the report and the annex: from 1 December, up to 30 November or today. */
const daysOf = (year: Year) => ({
  from: `${year - 1}-12-01`,
  day: year === 2026 ? TODAY : `${year}-11-30`,
  first: `${year}-01-01`,
  last: year === 2026 ? TODAY : `${year}-12-31`,
  year,
});
type Days = ReturnType<typeof daysOf>;

const ACTIVE = `FROM member m WHERE m.deleted_at IS NULL AND coalesce(m.union_join_date, '0') <= @day
  AND NOT EXISTS (SELECT 1 FROM member_fact f WHERE f.member_id = m.id AND f.deleted_at IS NULL
    AND f.kind IN ('transferredOut', 'retired', 'left', 'expelled', 'died') AND f.on_date <= @day)`;
const TET = `FROM welfare_recipient r JOIN welfare_campaign c ON c.id = r.campaign_id
  WHERE r.deleted_at IS NULL AND c.deleted_at IS NULL AND c.occasion = 'tet' AND c.kind = 'list'
    AND c.state <> 'draft' AND c.on_date BETWEEN @from AND @day`;
const MEETINGS = `SELECT count(*) FROM event WHERE deleted_at IS NULL AND kind = 'committee_meeting'
  AND starts_on BETWEEN @from AND @day`;
const VOUCHERS = `FROM fund_voucher v LEFT JOIN fund_category c ON c.id = v.category_id
  WHERE v.deleted_at IS NULL AND v.status = 'numbered' AND coalesce(c.internal, 0) = 0
    AND v.on_date BETWEEN @from AND @day`;
const SESSIONS = `FROM inspection_session s WHERE s.deleted_at IS NULL AND s.kind = 'inspection'`;
const FINDINGS = `FROM inspection_finding f JOIN inspection_session s ON s.id = f.session_id
  WHERE f.deleted_at IS NULL AND s.deleted_at IS NULL AND s.kind = 'inspection'
    AND s.held_on BETWEEN @first AND @last`;
const merits = (code: string, kind: 'collective' | 'individual') =>
  `SELECT coalesce(sum(CASE WHEN d.counts_only = 1 THEN d.count_${kind} ELSE (SELECT count(*) FROM award_recipient r
     WHERE r.decision_id = d.id AND r.kind = '${kind}' AND r.withdrawn_on IS NULL) END), 0)
   FROM award_decision d JOIN award_form f ON f.id = d.form_id
   WHERE d.deleted_at IS NULL AND d.status = 'issued' AND f.code = '${code}' AND d.decided_on BETWEEN @from AND @day`;

/** Lines of the annex, by their codes. */
const ANNEX_SQL: Readonly<Record<string, string>> = {
  '1.3': `SELECT count(*) ${ACTIVE}`,
  '1.4': `SELECT count(*) ${ACTIVE} AND m.gender = 'female'`,
  '1.5': `SELECT count(*) FROM member WHERE deleted_at IS NULL AND union_join_date BETWEEN @from AND @day`,
  '2.3.1': `SELECT count(*) FROM care_visit WHERE deleted_at IS NULL AND on_date BETWEEN @from AND @day`,
  '2.5.1': `SELECT count(*) ${TET}`,
  '2.5.2': `SELECT sum(r.cash + r.kind_value) ${TET}`,
  '5.1.1': MEETINGS,
  '5.1.2': `SELECT count(*) ${SESSIONS} AND s.topic = 'meeting' AND s.held_on BETWEEN @from AND @day`,
  '5.2.2': `SELECT sum(coalesce(count_value, present_count)) FROM event
    WHERE deleted_at IS NULL AND kind = 'training' AND starts_on BETWEEN @from AND @day`,
  '5.3.3': `SELECT count(*) ${SESSIONS} AND s.topic <> 'meeting' AND s.held_on BETWEEN @from AND @day`,
  '7.3.1': merits('GK-CS', 'collective'),
  '7.3.2': merits('GK-CS', 'individual'),
  '7.3.3': merits('GK-CT', 'collective'),
  '7.3.4': merits('GK-CT', 'individual'),
  '7.3.7': merits('BK-CDN', 'collective'),
  '7.3.9': merits('BK-TLD', 'collective'),
  '7.3.10': merits('BK-TLD', 'individual'),
};
/** The cash books begin in the last of the three years. */
const BOOKS_SQL: Readonly<Record<string, string>> = {
  '6.1.1': `SELECT sum(v.amount) ${VOUCHERS} AND v.kind = 'receipt' AND c.code = 'T-DP'`,
  '6.1.4': `SELECT sum(v.amount) ${VOUCHERS} AND v.kind = 'payment'`,
};

describe.each(YEARS)('the pack of %i', (year) => {
  const days: Days = daysOf(year);
  const pack = () => packs.get(year)!;

  it('holds every paper the year has, numbered, with true sums; what is not there is named', () => {
    const { state, reply, files, index } = pack();
    expect(reply.failed).toEqual([]);
    const there = state.filter((row) => row.state === 'ready' || row.state === 'open');
    expect(reply.papers).toBe(there.length);
    for (const row of there)
      expect(
        [...files.keys()].filter((name) => name.startsWith(`${row.no}-`)).length,
        row.no,
      ).toBeGreaterThan(1);
    const sums = strFromU8(files.get('00-SHA256.txt')!).trim().split('\n');
    expect(sums).toHaveLength(reply.files);
    for (const line of sums) {
      const [sum = '', name = ''] = line.split('  ');
      expect(createHash('sha256').update(files.get(name)!).digest('hex'), name).toBe(sum);
      expect(index).toContain(sum);
      expect(index).toContain(`href="${encodeURIComponent(name)}"`);
    }
    const missing = state.filter((row) => row.state === 'missing').map((row) => row.paper);
    expect(missing).toEqual(year === 2026 ? ['plan'] : []);
    expect(index.includes('Chưa có chương trình công tác năm sau')).toBe(year === 2026);
  });

  it('says in the annex what the store counts', () => {
    const lines = new Map(sheet(year, '02').map((row) => [String(row[0]), row[3]]));
    const asked = year === 2026 ? { ...ANNEX_SQL, ...BOOKS_SQL } : ANNEX_SQL;
    for (const [code, sql] of Object.entries(asked))
      expect(lines.get(code), `${year} ${code}`).toBe(counted(sql, days));
  });

  it('says the same in the report, in PDF and in Word', async () => {
    const active = formatCount(counted(ANNEX_SQL['1.3']!, days));
    const women = formatCount(counted(ANNEX_SQL['1.4']!, days));
    const joined = formatCount(counted(ANNEX_SQL['1.5']!, days));
    const texts = [await pdfText(fileOf(year, '01', 'pdf')), wordText(fileOf(year, '01', 'docx'))];
    for (const text of texts) {
      expect(text).toMatch(new RegExp(`Đoàn viên đang sinh hoạt đoàn viên ${active}\\b`));
      expect(text).toMatch(new RegExp(`Đoàn viên nữ đoàn viên ${women}\\b`));
      expect(text).toMatch(new RegExp(`Đoàn viên kết nạp trong kỳ đoàn viên ${joined}\\b`));
      expect(text).toMatch(new RegExp(`Họp ban chấp hành cuộc họp ${counted(MEETINGS, days)}\\b`));
      expect(text).toMatch(
        new RegExp(`Lượt tham gia: Tập huấn lượt ${counted(ANNEX_SQL['5.2.2']!, days)}\\b`),
      );
    }
    if (year !== 2026) return;
    const spent = formatCount(counted(BOOKS_SQL['6.1.4']!, days));
    const dues = formatCount(counted('SELECT sum(amount) FROM dues_line', {}));
    for (const text of texts) {
      expect(text).toContain(`Chi của các quỹ đồng ${spent}`);
      expect(text).toContain(`Đoàn phí đã thu đồng ${dues}`);
    }
  });

  it('scores the self-review and judges the targets by the same counts', async () => {
    const calendar = { ...days, from: days.first, day: days.last };
    const meetings = counted(MEETINGS, calendar);
    const review = new Map(sheet(year, '03').map((row) => [String(row[0]), squeezed(String(row[3]))]));
    expect(review.get('2.2')).toBe(`${meetings} cuộc họp`);
    const staff = counted(
      `SELECT staff_count FROM unit_profile WHERE valid_from <= @day ORDER BY valid_from DESC LIMIT 1`,
      { day: calendar.day },
    );
    const active = counted(`SELECT count(*) ${ACTIVE}`, { day: calendar.day });
    if (staff > 0) expect(review.get('2.3')).toContain(`(${active}/${staff})`);
    const reached = new Map(sheet(year, '07').map((row) => [String(row[1]), String(row[3])]));
    const two = (n: number) => String(n).padStart(2, '0');
    if (reached.has('Tổ chức các cuộc họp Ban Chấp hành'))
      expect(reached.get('Tổ chức các cuộc họp Ban Chấp hành')).toBe(`${two(meetings)}/04`);
    const joined = counted(
      'SELECT count(*) FROM member WHERE deleted_at IS NULL AND union_join_date BETWEEN @from AND @day',
      { from: calendar.from, day: calendar.day },
    );
    expect(reached.get('Kết nạp đoàn viên mới')).toBe(`${two(joined)}/40`);
  });

  it('tells findings, agreements, registers and next year’s work as they are recorded', async () => {
    const [all, open] = [
      counted(`SELECT count(*) ${FINDINGS}`, days),
      counted(`SELECT count(*) ${FINDINGS} AND f.mended_on IS NULL`, days),
    ];
    const two = (n: number) => String(n).padStart(2, '0');
    for (const text of [await pdfText(fileOf(year, '04', 'pdf')), wordText(fileOf(year, '04', 'docx'))])
      expect(squeezed(text.replaceAll(' ', ''))).toContain(
        `Kiếnnghị:${two(all)};đãkhắcphục${two(all - open)};chưakhắcphục${two(open)}`,
      );
    for (const [direction, no] of [
      ['out', '09'],
      ['in', '10'],
    ] as const) {
      const entered = counted(
        'SELECT count(*) FROM document WHERE deleted_at IS NULL AND direction = @direction AND year = @year',
        { direction, year },
      );
      if (entered > 0)
        expect(sheet(year, no).filter((row) => typeof row[0] === 'number')).toHaveLength(entered);
    }
    const agreed = raw
      .prepare(
        `SELECT a.id FROM agreement a WHERE a.deleted_at IS NULL AND a.first_day <= @year || '-12-31'
           AND coalesce(a.closed_on, a.last_day) >= @year || '-01-01'`,
      )
      .all({ year: String(year) });
    expect(pack().state.filter((row) => row.paper === 'agreement')).toHaveLength(agreed.length);
    const planned = raw
      .prepare('SELECT text FROM plan_item WHERE deleted_at IS NULL AND year = ?')
      .pluck()
      .all(year + 1) as string[];
    if (planned.length === 0) return;
    const plan = wordText(fileOf(year, '08', 'docx'));
    for (const text of planned) expect(plan).toContain(squeezed(text));
  });

  it('draws every PDF whole, in its letters too', async () => {
    for (const [name, bytes] of pack().files) {
      if (!name.endsWith('.pdf')) continue;
      const text = await pdfText(bytes);
      expect(text, name).toContain('Độc lập - Tự do - Hạnh phúc');
      expect(text, name).not.toMatch(/undefined|NaN/);
    }
  });
});

it('gives the very papers the areas give alone', async () => {
  const alone = async (asked: Promise<{ token: string }>) =>
    new Uint8Array(readFileSync(t.core.files.outgoing((await asked).token).path));
  const [from, to] = ['2024-12-01', '2025-11-30'];
  const annex = await alone(t.job('figures.paper', { from, to, format: 'pdf' }));
  expect(await pdfText(fileOf(2025, '02', 'pdf'))).toBe(await pdfText(annex));
  const targets = await alone(t.job('targets.paper', { year: 2025 }));
  expect(await pdfText(fileOf(2025, '07', 'pdf'))).toBe(await pdfText(targets));
});

itWithOffice(
  'every Word paper of the three packs is laid out by an office program, with its figures',
  async () => {
    const papers = new Map(
      [...packs].flatMap(([year, { files }]) =>
        [...files].flatMap(([name, bytes]) =>
          name.endsWith('.docx') ? [[`${year}/${name}`, bytes] as const] : [],
        ),
      ),
    );
    const read = laidOut(papers);
    expect(papers.size).toBeGreaterThanOrEqual(20);
    for (const [name, { pages, text }] of read) {
      expect(pages, name).toBeGreaterThan(0);
      expect(pages, name).toBeLessThan(12);
      expect(squeezed(text), name).toContain('Độc lập - Tự do - Hạnh phúc');
      expect(text, name).not.toMatch(/\{[#/^]?[a-z_]+\}|undefined|NaN/);
    }
    for (const year of YEARS) {
      const [annex] = [...read].filter(([name]) => name.startsWith(`${year}/02-`)).map(([, one]) => one);
      const active = counted(ANNEX_SQL['1.3']!, daysOf(year));
      expect(squeezed(annex!.text)).toContain(`1.3 Đoàn viên đang sinh hoạt người ${active}`);
    }
  },
  180_000,
);

it('is stopped at once, and leaves nothing', async () => {
  const stop = new AbortController();
  const running = t.job(
    'yearEnd.pack',
    { year: 2025 },
    { signal: stop.signal, onProgress: () => stop.abort() },
  );
  await expect(running).rejects.toThrow('CANCELLED');
});

it('makes nothing of nothing, and says what to begin with', async () => {
  const empty = await openTestCore({ clock: () => new Date(`${TODAY}T03:00:00Z`) });
  try {
    const { rows } = await empty.invoke('yearEnd.state', { year: 2026 });
    expect(rows.filter((row) => row.state === 'missing').map((row) => row.gaps[0]!.gap)).toEqual([
      'noReport',
      'noReview',
      'noInspection',
      'noWomen',
      'noTargets',
      'noPlan',
      'noOutgoing',
    ]);
    await expect(empty.job('yearEnd.pack', { year: 2026 })).rejects.toThrow('NOTHING_TO_PRINT');
  } finally {
    await empty.close();
  }
});
