/** What the papers of the award chain say, as fields of their templates. */
import { honorificOf, type RecipientKind } from '../../../../shared/domain/awards';
import { formatLongDate } from '../../../../shared/domain/dateFormat';
import { formatDate } from '../../../../shared/domain/dates';
import { COUNCIL_RESULT_WORDS, voteText } from '../../../../shared/domain/proposals';
import type { WordData } from '../../../../shared/domain/wordTemplates';
import { twoDigits } from '../../../documents/papers/text';
import type { Ctx } from '../../../ipc/context';
import { eventTimeline } from '../../events/service';
import { profileOn } from '../../organisation/service';
import { passedOver } from '../rulesCheck';
import { liveMeeting, voteRows } from './council';
import * as council from './councilRepository';
import { awardsKnown } from './lists';
import * as repo from './repository';
import type { RoundRecord } from './roundsRepository';

const KIND_WORDS: Record<RecipientKind, string> = {
  collective: 'tập thể',
  household: 'hộ gia đình',
  individual: 'cá nhân',
};
const KINDS = ['collective', 'household', 'individual'] as const;

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} và ${parts.at(-1)}`;
const countOf = (rows: readonly { kind: RecipientKind }[], kind: RecipientKind): number =>
  rows.filter((row) => row.kind === kind).length;
/** "04 tập thể và 72 cá nhân". */
function countWords(rows: readonly { kind: RecipientKind }[]): string {
  const parts = KINDS.flatMap((kind) => {
    const count = countOf(rows, kind);
    return count === 0 ? [] : [`${twoDigits(count)} ${KIND_WORDS[kind]}`];
  });
  return joined(parts) || '00 trường hợp';
}
const linesOf = (text: string | null): string[] =>
  (text ?? '').split('\n').filter((line) => line.trim() !== '');

/** "Bà Nguyễn Thu Hà"; a collective’s own name. */
const printed = (p: { kind: RecipientKind; name: string; gender?: 'male' | 'female' | null }): string =>
  p.kind === 'individual' ? [honorificOf(p.gender ?? null), p.name].filter(Boolean).join('\u00a0') : p.name;
const formOf = (p: repo.ProposalRecord): string => p.changedForm ?? p.form;

/** Fields of the round and of how many are meant. */
export function roundWords(round: RoundRecord, rows: readonly repo.ProposalRecord[]): WordData {
  const forms = [...new Set([...rows].sort((a, b) => a.formOrdinal - b.formOrdinal).map(formOf))];
  return {
    ten_dot: round.name,
    nam_thi_dua: String(round.year),
    dip: round.occasion ?? '',
    so_tap_the: twoDigits(countOf(rows, 'collective')),
    so_ca_nhan: twoDigits(countOf(rows, 'individual')),
    so_gia_dinh: twoDigits(countOf(rows, 'household')),
    cau_so_luong: countWords(rows),
    hinh_thuc: forms.join('; '),
  };
}

function listRow(p: repo.ProposalRecord, at: number, awards: ReturnType<typeof awardsKnown>): WordData {
  const known =
    p.memberId !== null ? awards('m', p.memberId) : p.orgUnitId !== null ? awards('u', p.orgUnitId) : null;
  const sex = p.gender === null ? null : p.gender === 'male' ? 'Nam' : 'Nữ';
  return {
    stt: String(at + 1),
    ten: printed(p),
    don_vi: p.unitName ?? (p.kind === 'collective' ? '' : (p.fromUnit ?? '')),
    hinh_thuc_de_nghi: formOf(p),
    thanh_tich: p.achievement ?? '',
    sang_kien: p.initiative ?? '',
    da_khen: p.awardedBefore ?? known ?? '',
    phieu: voteText(p.votesFor, p.voters) ?? '',
    ket_qua: p.result === null ? '' : COUNCIL_RESULT_WORDS[p.result],
    ghi_chu: p.note ?? '',
    nam_sinh: p.birthYear ?? '',
    gioi_tinh: sex ?? '',
    nam_sinh_gioi: [p.birthYear, sex?.toLocaleLowerCase('vi')].filter(Boolean).join(', '),
    chuc_vu: p.post ?? '',
    chuc_vu_cong_doan: p.unionPost ?? '',
    chuc_vu_don_vi: [p.post, p.unitName].filter(Boolean).join(', '),
  };
}

/** The three lists of a registration or a summary. */
export function listWords(ctx: Ctx, round: RoundRecord, rows: readonly repo.ProposalRecord[]): WordData {
  const awards = awardsKnown(ctx, `${round.year}-12-31`);
  const of = (kind: RecipientKind) =>
    rows.filter((row) => row.kind === kind).map((row, at) => listRow(row, at, awards));
  const has = (kind: RecipientKind) => (countOf(rows, kind) > 0 ? String(countOf(rows, kind)) : '');
  return {
    co_tap_the: has('collective'),
    tap_the: of('collective'),
    co_gia_dinh: has('household'),
    gia_dinh: of('household'),
    co_ca_nhan: has('individual'),
    ca_nhan: of('individual'),
  };
}

const USUAL_BASIS = [
  'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
  'Căn cứ Quyết định số 999/QĐ-TLĐ ngày 29 tháng 5 năm 2024 của Tổng Liên đoàn Lao động Việt Nam về khen thưởng trong tổ chức Công đoàn',
  'Xét đề nghị của các khoa, phòng, tổ công đoàn',
];
/** Grounds each end with ";", the last with ".". */
const groundsOf = (round: RoundRecord): WordData[] => {
  const lines = linesOf(round.basis);
  const grounds = (lines.length > 0 ? lines : USUAL_BASIS).map((line) =>
    line.trim().replace(/[;.,\s]+$/, ''),
  );
  return grounds.map((line, at) => ({ dong: `${line}${at === grounds.length - 1 ? '.' : ';'}` }));
};

export function submissionWords(
  ctx: Ctx,
  round: RoundRecord,
  rows: readonly repo.ProposalRecord[],
): WordData {
  const ordered = [...rows].sort((a, b) => a.formOrdinal - b.formOrdinal);
  const forms = [...new Set(ordered.map(formOf))];
  const held = council.meetingsOf(ctx.db, round.id).at(-1)?.heldOn;
  return {
    kinh_gui: round.addressee ?? profileOn(ctx, ctx.today())?.upperName ?? null,
    can_cu: groundsOf(round),
    hop_ngay: held ? formatLongDate(held) : '',
    tung_hinh_thuc: forms.map((form, at) => ({
      stt: String(at + 1),
      ten_hinh_thuc: form,
      so_luong: countWords(rows.filter((row) => formOf(row) === form)),
    })),
  };
}

const timeWords = (time: string | null): string | null =>
  time === null ? null : `${time.slice(0, 2)} giờ ${time.slice(3)}`;

/** Minutes of a meeting: who was there and the votes on everything it considered. */
export function minutesWords(ctx: Ctx, meetingId: number): WordData {
  const m = liveMeeting(ctx, meetingId);
  const people = council.attendeesOf(ctx.db, m.id);
  const present = people.filter((one) => one.present);
  const absent = people.filter((one) => !one.present);
  const byId = new Map(repo.proposalsOf(ctx.db, m.roundId).map((p) => [p.id, p]));
  const rows = voteRows(ctx, m).filter((row) => row.result !== null || row.votesFor !== null);
  return {
    thoi_gian: [timeWords(m.startsAt), formatLongDate(m.heldOn)].filter(Boolean).join(', '),
    dia_diem: m.place,
    luc_ket_thuc: timeWords(m.endsAt),
    chu_tri: [m.chairName, m.chairPost].filter(Boolean).join(', ') || null,
    chu_toa: m.chairName,
    thu_ky: m.secretaryName,
    trieu_tap: twoDigits(people.length),
    co_mat: twoDigits(present.length),
    vang: absent.length === 0 ? '' : twoDigits(absent.length),
    thanh_phan: present.map((one, at) => ({
      stt: String(at + 1),
      nguoi: [one.name, one.post].filter(Boolean).join(', '),
    })),
    vang_mat: absent.map((one) => ({ ho_ten: one.name, ly_do: one.reason ?? '' })),
    nguong: `${String(m.threshold).replace('.', ',')}%`,
    y_kien: [
      ...linesOf(m.opinions),
      ...passedOver(
        ctx,
        rows.flatMap((row) => byId.get(row.proposalId)?.uid ?? []),
      ),
    ].map((dong) => ({ dong })),
    ket_luan: linesOf(m.conclusion).map((dong) => ({ dong })),
    xet: rows.map((row, at) => ({
      stt: String(at + 1),
      ten: printed({ ...row, gender: byId.get(row.proposalId)?.gender ?? null }),
      don_vi: row.unitName ?? '',
      hinh_thuc_de_nghi: row.form,
      phieu: row.votes ?? '',
      ket_qua: resultWords(row, byId.get(row.proposalId)),
    })),
    so_duyet: twoDigits(rows.filter((row) => row.result === 'approved' || row.result === 'changed').length),
  };
}

function resultWords(row: ReturnType<typeof voteRows>[number], p: repo.ProposalRecord | undefined): string {
  if (row.result === null) return '';
  const changed = row.result === 'changed' ? (p?.changedForm ?? null) : null;
  const word = changed === null ? COUNCIL_RESULT_WORDS[row.result] : `Đổi thành ${changed}`;
  return row.reason === null ? word : `${word} (${row.reason})`;
}

const sentence = (text: string | null): string | null =>
  text === null ? null : /[.!?…;:]$/.test(text) ? text : `${text}.`;

/** An achievement report (Mẫu 01, Mẫu 02) filled with what the store knows; the rest is left to be written. */
export function reportWords(ctx: Ctx, round: RoundRecord, p: repo.ProposalRecord): WordData {
  const { memberId, orgUnitId } = p;
  const awards = repo
    .awardsBefore(ctx.db, `${round.year + 1}`)
    .filter((row) =>
      memberId !== null ? row.memberId === memberId : orgUnitId !== null && row.orgUnitId === orgUnitId,
    );
  const owned = memberId !== null || orgUnitId !== null;
  const common: WordData = {
    ten: p.kind === 'individual' ? p.name : printed(p),
    hinh_thuc_de_nghi: formOf(p),
    don_vi: p.unitName ?? p.fromUnit,
    thanh_tich: sentence(p.achievement),
    sang_kien: sentence(p.initiative),
    phong_trao: (owned ? repo.movementsOf(ctx.db, { memberId, orgUnitId }) : [])
      .filter((row) => row.year === null || row.year === String(round.year))
      .map((row, at) => ({
        stt: String(at + 1),
        ten_phong_trao: [row.name, row.rank ?? (row.achieved === 1 ? 'đạt' : null)]
          .filter(Boolean)
          .join(': '),
      })),
    co_khen: awards.length > 0 ? String(awards.length) : '',
    chua_khen: awards.length > 0 ? '' : 'Chưa có lần khen thưởng nào ghi trong sổ.',
    khen_thuong: awards.map((row) => ({
      nam_khen: String(row.year),
      hinh_thuc_khen: row.form,
      so_quyet_dinh: row.number ?? '',
    })),
  };
  if (p.kind === 'collective') {
    const { people, women } =
      orgUnitId === null ? { people: null, women: null } : repo.peopleIn(ctx.db, orgUnitId);
    return {
      ...common,
      so_doan_vien: people === null ? null : String(people),
      so_nu: women === null ? null : String(women),
    };
  }
  const member = memberId === null ? undefined : repo.memberReport(ctx.db, memberId);
  const events = memberId === null ? [] : eventTimeline(ctx, memberId);
  return {
    ...common,
    ngay_sinh: member?.birthDate ? formatDate(member.birthDate) : null,
    gioi_tinh: p.gender === null ? null : p.gender === 'male' ? 'Nam' : 'Nữ',
    chuc_vu: p.post,
    chuc_vu_cong_doan: p.unionPost ?? 'không',
    trinh_do: member?.education ?? null,
    ngay_vao_cong_doan: member?.unionJoinDate ? formatDate(member.unionJoinDate) : null,
    hoat_dong: events
      .filter((row) => row.date?.startsWith(String(round.year)))
      .slice(0, 20)
      .reverse()
      .map((row, at) => ({
        stt: String(at + 1),
        ten_hoat_dong: [row.title, row.date ? formatDate(row.date) : null].filter(Boolean).join(', '),
      })),
  };
}
