/** Lists of workplace democracy as rows of a paper: conferences, dialogues, labour agreements, taking part, regulations. */
import { formatDate } from '../../../shared/domain/dates';
import type {
  ConferenceScope,
  DemocracyList,
  DialogueKind,
  LabourState,
  ParticipationKind,
} from '../../../shared/domain/democracy';
import { formatFraction, formatPercent } from '../../../shared/text/numbers';
import type { MoneyCell, MoneyColumn } from '../../documents/papers/duesLists';
import type { Ctx } from '../../ipc/context';
import { conferenceBoard, countedOn } from './conferences';
import { listDialogues } from './dialoguesRepository';
import { toLabour } from './labour';
import { listLabour } from './labourRepository';
import { listParticipation, listRegulations } from './participationRepository';

export interface ListedPaper {
  title: string;
  sheetName: string;
  columns: readonly MoneyColumn[];
  rows: readonly (readonly MoneyCell[])[];
  remarks: readonly string[];
}
interface Span {
  from: string;
  to: string;
}

const PAGE = { offset: 0, limit: 20_000 };
const dayOf = (iso: string | null): string => (iso === null ? '' : formatDate(iso));
const joined = (...parts: (string | null | false)[]): string => parts.filter(Boolean).join('; ');
const text = (title: string, width: MoneyColumn['width']): MoneyColumn => ({ title, width, kind: 'text' });
const centre = (title: string, width: number): MoneyColumn => ({ title, width, kind: 'centre' });
const count = (title: string, width: number): MoneyColumn => ({ title, width, kind: 'count' });
const TT = centre('TT', 10);

export const DIALOGUE_WORDS: Readonly<Record<DialogueKind, string>> = {
  regular: 'Đối thoại định kỳ',
  extra: 'Đối thoại theo yêu cầu',
  topic: 'Đối thoại theo vụ việc',
};
const SCOPE_WORDS: Readonly<Record<ConferenceScope, string>> = {
  department: 'khoa, phòng',
  group: 'tổ công đoàn',
  section: 'công đoàn bộ phận',
  union: 'đơn vị',
};
const LABOUR_WORDS: Readonly<Record<LabourState, string>> = {
  coming: 'Chưa có hiệu lực',
  active: 'Đang hiệu lực',
  ending: 'Sắp hết hạn',
  ended: 'Hết hiệu lực',
};
const PARTICIPATION_WORDS: Readonly<Record<ParticipationKind, string>> = {
  comment: 'Góp ý văn bản',
  programme: 'Xây dựng chương trình',
  meeting: 'Dự họp',
  supervision: 'Giám sát',
  protect: 'Bảo vệ quyền lợi',
};

/** A percentage stands with its fraction; what is missing is named. */
function conferences(ctx: Ctx, { to }: Span): ListedPaper {
  const year = Number(to.slice(0, 4));
  const board = conferenceBoard(ctx.db, year, countedOn(year, ctx.today()));
  const rate = formatPercent(board.held, board.units);
  const unit = SCOPE_WORDS[board.scope];
  const chaired = board.rows.some(({ conference }) => conference?.chair);
  const fraction = `${formatFraction(board.held, board.units)} ${unit}`;
  return {
    title: `Kết quả tổ chức hội nghị viên chức, người lao động năm ${year}`,
    sheetName: 'Hội nghị NLĐ',
    columns: [
      TT,
      text('Đơn vị', '*'),
      centre('Đã tổ chức', 22),
      centre('Ngày', 24),
      count('Triệu tập', 20),
      count('Có mặt', 20),
      ...(chaired ? [text('Chủ trì', 36)] : []),
      text('Kết quả, ghi chú', 56),
    ],
    rows: board.rows
      .filter(({ open }) => open)
      .map(({ name, conference: one }) => [
        name,
        one?.held ? 'Có' : 'Chưa',
        dayOf(one?.heldOn ?? null),
        one?.invited ?? null,
        one?.present ?? null,
        ...(chaired ? [one?.chair ?? ''] : []),
        joined(one?.result ?? null, one?.reason ?? null, one?.note ?? null),
      ]),
    remarks: [
      ...(rate === null
        ? []
        : [`Đã tổ chức: ${fraction}, đạt ${rate} (tính đến ngày ${dayOf(board.asOf)}).`]),
      board.missing.length === 0
        ? 'Không còn đơn vị nào chưa tổ chức.'
        : `Chưa tổ chức: ${board.missing.join('; ')}.`,
    ],
  };
}

function dialogues(ctx: Ctx, span: Span): ListedPaper {
  const rows = listDialogues(ctx.db, { ...span, words: [], kind: null }, PAGE).reverse();
  const sum = (of: 'opinions' | 'answered') => rows.reduce((total, row) => total + row[of], 0);
  return {
    title: 'Tổng hợp đối thoại tại nơi làm việc',
    sheetName: 'Đối thoại',
    columns: [
      TT,
      centre('Ngày', 24),
      text('Hình thức', 34),
      text('Nội dung', '*'),
      count('Bên sử dụng lao động', 24),
      count('Bên người lao động', 24),
      count('Ý kiến', 16),
      text('Kết luận', 74),
    ],
    rows: rows.map((row) => [
      dayOf(row.onDate),
      DIALOGUE_WORDS[row.kind],
      row.title,
      row.employerCount,
      row.workerCount,
      row.opinions,
      row.conclusions ?? '',
    ]),
    remarks: [`Có ${rows.length} cuộc đối thoại, ${sum('opinions')} ý kiến, đã trả lời ${sum('answered')}.`],
  };
}

function labour(ctx: Ctx, _: Span): ListedPaper {
  const today = ctx.today();
  const found = listLabour(ctx.db, { words: [], state: null, orgUnitId: null, today }, PAGE);
  const rows = found.map((row) => toLabour(row, today));
  return {
    title: 'Theo dõi thỏa ước lao động tập thể',
    sheetName: 'Thỏa ước',
    columns: [
      TT,
      centre('Số', 24),
      text('Thỏa ước, đơn vị', '*'),
      centre('Ngày ký', 24),
      centre('Hiệu lực', 44),
      count('Điều có lợi hơn luật', 24),
      centre('Xếp loại', 22),
      text('Tình trạng', 40),
    ],
    rows: rows.map((row) => [
      row.number ?? '',
      joined(row.title, row.orgUnit),
      dayOf(row.signedOn),
      [dayOf(row.fromOn), dayOf(row.toOn)].filter(Boolean).join(' – '),
      row.articles.length,
      row.className ?? '',
      row.state === 'ending' ? `Còn ${row.daysLeft} ngày` : LABOUR_WORDS[row.state],
    ]),
    remarks: [],
  };
}

function participation(ctx: Ctx, span: Span): ListedPaper {
  const any = { words: [], kind: null, linkEntity: null, linkId: null };
  const rows = listParticipation(ctx.db, { ...span, ...any }, PAGE).reverse();
  const counts = (Object.keys(PARTICIPATION_WORDS) as ParticipationKind[]).flatMap((kind) => {
    const n = rows.filter((row) => row.kind === kind).length;
    return n === 0 ? [] : [`${PARTICIPATION_WORDS[kind].toLocaleLowerCase('vi')} ${n}`];
  });
  return {
    title: 'Công đoàn tham gia góp ý, quản lý, bảo vệ quyền lợi',
    sheetName: 'Tham gia, góp ý',
    columns: [
      TT,
      centre('Ngày', 24),
      text('Hình thức', 34),
      text('Văn bản, cuộc họp, vụ việc', '*'),
      text('Cơ quan chủ trì', 48),
      count('Ý kiến', 16),
      count('Tiếp thu', 18),
      text('Kết quả', 58),
    ],
    rows: rows.map((row) => [
      dayOf(row.onDate),
      PARTICIPATION_WORDS[row.kind],
      row.title,
      row.organiser ?? '',
      row.given,
      row.taken,
      joined(row.result, row.linkLabel && `thuộc ${row.linkLabel}`),
    ]),
    remarks: [`Tổng số ${rows.length}: ${counts.join(', ')}.`],
  };
}

function regulations(ctx: Ctx, _: Span): ListedPaper {
  const today = ctx.today();
  const rows = listRegulations(ctx.db, { words: [], inForce: null, day: today }, PAGE);
  const ended = (row: (typeof rows)[number]) =>
    row.replacedById !== null
      ? 'Đã thay thế'
      : row.endedOn !== null && row.endedOn <= today
        ? 'Hết hiệu lực'
        : 'Đang áp dụng';
  return {
    title: 'Danh mục quy chế thực hiện dân chủ ở cơ sở',
    sheetName: 'Quy chế',
    columns: [
      TT,
      text('Tên quy chế', '*'),
      text('Số', 40),
      centre('Ngày ban hành', 28),
      text('Nơi ban hành', 66),
      centre('Lấy ý kiến', 24),
      text('Tình trạng', 34),
    ],
    rows: rows.map((row) => [
      row.name,
      row.number ?? '',
      dayOf(row.issuedOn),
      row.issuer ?? '',
      row.consulted === 1 ? 'Có' : '',
      ended(row),
    ]),
    remarks: [],
  };
}

export const LISTS: Readonly<Record<DemocracyList, (ctx: Ctx, span: Span) => ListedPaper>> = {
  conferences,
  dialogues,
  labour,
  participation,
  regulations,
};
/** Lists of a span of days; the others are as they stand today. */
export const OF_SPAN: readonly DemocracyList[] = ['dialogues', 'participation'];
