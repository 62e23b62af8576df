/** What the papers of inspection and women's work say: the data of their templates. */
import { formatDate, formatLongDate } from '../../../shared/domain/dateFormat';
import { INSPECTION_TOPICS, type InspectionKind, TOPIC_WORDS } from '../../../shared/domain/inspection';
import type { WordData } from '../../../shared/domain/wordTemplates';
import { formatCount } from '../../../shared/text/numbers';
import { twoDigits } from '../../documents/papers/text';
import type { Ctx } from '../../ipc/context';
import { yearFigures } from './figures';
import * as findings from './findingsRepository';
import { itemsOf } from './plans';
import { planOf } from './plansRepository';
import { balanceOf } from './sessions';
import * as sessions from './sessionsRepository';

const USUAL_GROUNDS: Readonly<Record<InspectionKind, readonly string[]>> = {
  inspection: ['Căn cứ Điều lệ Công đoàn Việt Nam;', 'Căn cứ quy chế hoạt động của Ủy ban kiểm tra;'],
  women: ['Căn cứ Điều lệ Công đoàn Việt Nam;', 'Căn cứ quy chế hoạt động của Ban nữ công;'],
};

const closed = (text: string): string => (/[.;:!?…]$/.test(text) ? text : `${text}.`);
/** One field "dong" for each line of a text. */
const lined = (text: string | null, finish: (line: string) => string = closed): WordData[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*[-–•+]\s*/, '').trim())
    .filter(Boolean)
    .map((line) => ({ dong: finish(line) }));
/** Text of an officer, or a blank line to fill by hand. */
const linedOrBlank = (text: string | null): WordData[] => (text === null ? [{ dong: null }] : lined(text));
const grounds = (own: string | null, kind: InspectionKind): WordData[] => {
  const rows = lined(own, (line) => line.replace(/[.;]$/, ''));
  if (rows.length === 0) return USUAL_GROUNDS[kind].map((dong) => ({ dong }));
  return rows.map(({ dong }) => ({ dong: `${dong};` }));
};
/** Exact, as a balance is told. */
export const dong = (amount: number): string => `${formatCount(amount)} đồng`;
const some = (count: number): string => (count === 0 ? '' : twoDigits(count));
const clock = (time: string | null): string | null =>
  time === null ? null : `${Number(time.slice(0, 2))} giờ ${time.slice(3)}`;
const aboutWhom = (row: { subject: string | null; fund: string | null }): string =>
  [row.subject, row.fund].filter(Boolean).join(', ');

const foundRow = (row: findings.FindingRecord, at: number, today: string): WordData => ({
  stt: String(at + 1),
  ton_tai: closed(row.text),
  noi_dung_kien_nghi: row.recommendation === null ? '' : closed(row.recommendation),
  noi_khac_phuc: row.owner ?? '',
  han: row.dueOn === null ? '' : formatDate(row.dueOn),
  ket_qua_khac_phuc: outcome(row, today),
});
function outcome(row: findings.FindingRecord, today: string): string {
  if (row.mendedOn !== null)
    return [`Đã khắc phục ${formatDate(row.mendedOn)}`, row.result].filter(Boolean).join(': ');
  return row.dueOn !== null && row.dueOn < today ? 'Quá hạn, chưa khắc phục' : 'Đang khắc phục';
}
const foundWords = (rows: readonly findings.FindingRecord[], today: string): WordData => ({
  co_kien_nghi: some(rows.length),
  kien_nghi: rows.map((row, at) => foundRow(row, at, today)),
});

export function planWords(ctx: Ctx, kind: InspectionKind, year: number): WordData | null {
  const plan = planOf(ctx.db, kind, year);
  const items = itemsOf(ctx, kind, year);
  if (!plan || items.length === 0) return null;
  return {
    nam_ke_hoach: String(year),
    can_cu: grounds(plan.legalBasis, kind),
    muc_dich: linedOrBlank(plan.purpose),
    so_viec: twoDigits(items.length),
    viec: items.map((item, at) => ({
      stt: String(at + 1),
      noi_dung: [item.title, item.legalBasis && `(${item.legalBasis})`].filter(Boolean).join(' '),
      doi_tuong: aboutWhom(item),
      thang: item.month === null ? 'Trong năm' : `Tháng ${item.month}`,
      phu_trach: item.person ?? '',
    })),
  };
}

/** Minutes and conclusion of one session. */
export function sessionWords(ctx: Ctx, row: sessions.SessionRecord): WordData {
  const team = sessions.attendeesOf(ctx.db, row.id);
  const came = team.filter((one) => one.present);
  const inPart = (part: 'leader' | 'secretary') => team.find((one) => one.part === part)?.shown ?? null;
  const named = (one: sessions.ShownAttendee) => [one.shown, one.post].filter(Boolean).join(', ');
  const people = row.eventPeople ?? row.people;
  const day = formatDate(row.heldOn);
  const found = findings.findingsOf(ctx.db, row.id);
  return {
    ten_cuoc: row.title,
    thoi_gian: [clock(row.startsAt), formatLongDate(row.heldOn)].filter(Boolean).join(', '),
    ngay: day,
    dia_diem: row.place,
    luc_ket_thuc: row.endsAt === null ? null : `${clock(row.endsAt)} cùng ngày`,
    doi_tuong: row.subject ?? row.fund ?? '',
    thoi_ky: row.scope ?? '',
    truong_doan: inPart('leader'),
    thu_ky: inPart('secretary'),
    so_thanh_vien: twoDigits(came.length),
    thanh_phan: came.map((one, at) => ({ stt: String(at + 1), nguoi: named(one) })),
    vang_mat: team.filter((one) => !one.present).map((one) => ({ dong: closed(named(one)) })),
    dai_dien: lined(row.others),
    so_nguoi: people === null ? '' : String(people),
    can_cu: grounds(row.legalBasis, row.kind),
    noi_dung: linedOrBlank(row.content),
    ...balanceWords(ctx, row),
    uu_diem: lined(row.strengths),
    ...foundWords(found, ctx.today()),
    ket_luan: row.conclusion === null && found.length > 0 ? [] : linedOrBlank(row.conclusion),
  };
}

function balanceWords(ctx: Ctx, row: sessions.SessionRecord): WordData {
  const held = balanceOf(ctx, row.fundId, row.heldOn);
  if (!held) return { ten_quy: '', ngay_so_du: '', so_du_tien_mat: '', so_du_ngan_hang: '', so_du_cong: '' };
  return {
    ten_quy: row.fund ?? '',
    ngay_so_du: formatDate(row.heldOn),
    so_du_tien_mat: dong(held.cash),
    so_du_ngan_hang: dong(held.bank),
    so_du_cong: dong(held.cash + held.bank),
  };
}

/** What a session came to: its findings, or that there are none. */
function resultOf(row: sessions.SessionRecord, found: readonly findings.FindingRecord[]): string {
  const own = found.filter((one) => one.sessionId === row.id).length;
  const [first = ''] = (row.conclusion ?? row.strengths ?? '').split('\n');
  const said = first.replace(/^\s*[-–•+]\s*/, '').replace(/[.;]$/, '');
  return [said, own > 0 && `${twoDigits(own)} kiến nghị`].filter(Boolean).join('; ');
}

/** The report of a year; null when it has neither a plan nor a session. */
export function reportWords(ctx: Ctx, kind: InspectionKind, year: number): WordData | null {
  const plan = planOf(ctx.db, kind, year);
  const items = itemsOf(ctx, kind, year);
  const all = sessions.sessionsBetween(ctx.db, kind, { from: `${year}-01-01`, to: `${year}-12-31` });
  if (!plan && all.length === 0) return null;
  const figures = yearFigures(ctx, kind, year, items);
  const found = findings.findingsOfYear(ctx.db, kind, year);
  const held = all.filter((row) => row.topic !== 'meeting');
  const peopleOf = (row: sessions.SessionRecord) => row.eventPeople ?? row.people;
  const turns = held.reduce((sum, row) => sum + (peopleOf(row) ?? 0), 0);
  const missed = items.filter((item) => item.state !== 'done');
  return {
    nam_ke_hoach: String(year),
    can_cu: grounds(plan?.legalBasis ?? null, kind),
    so_hop: twoDigits(figures.meetings),
    so_ke_hoach: twoDigits(figures.planned),
    so_da_lam: twoDigits(figures.plannedDone),
    so_ngoai_ke_hoach: some(figures.outsidePlan),
    so_cuoc: twoDigits(held.length),
    theo_loai: topicLines(held),
    tong_luot: turns === 0 ? '' : String(turns),
    co_cuoc: some(held.length),
    cuoc: held.map((row, at) => ({
      stt: String(at + 1),
      ngay: formatDate(row.heldOn),
      ten_cuoc: row.title,
      doi_tuong: aboutWhom(row),
      luot: peopleOf(row) === null ? '' : String(peopleOf(row)),
      ket_qua: resultOf(row, found),
    })),
    chua_lam: some(missed.length),
    viec_chua_lam: missed.map((item) => ({
      dong: `${item.title}${item.month === null ? '' : ` (tháng ${item.month})`}.`,
    })),
    so_kien_nghi: twoDigits(figures.findings),
    so_da_khac_phuc: twoDigits(figures.mended),
    so_chua_khac_phuc: twoDigits(figures.open),
    so_qua_han: some(figures.overdue),
    ...foundWords(found, ctx.today()),
    han_che: linedOrBlank(plan?.shortcomings ?? null),
    phuong_huong: linedOrBlank(plan?.directions ?? null),
  };
}

const topicLines = (rows: readonly sessions.SessionRecord[]): WordData[] =>
  INSPECTION_TOPICS.flatMap((topic) => {
    const count = rows.filter((row) => row.topic === topic).length;
    return count === 0 ? [] : [{ dong: `${TOPIC_WORDS[topic]}: ${twoDigits(count)} cuộc.` }];
  });
