/**
 * Usual outlines of reports (domain.md 2.3): sections in order, with the sentences that fit each. An outline is only a
 * start: an office changes its copy and keeps it as its own model.
 */
import type { OutlinePart, ReportKind } from './reports';

const head = (level: number, text: string): OutlinePart => ({ kind: 'heading', level, text });
const say = (text: string): OutlinePart => ({ kind: 'text', text });
const from = (...keys: string[]): OutlinePart[] => keys.map((sentence) => ({ kind: 'text', sentence }));

/** Lines of the annex (domain.md 2.2) that records can tell; "# …" begins a part. */
export const ANNEX_LINES = [
  '# I. Lao động, đoàn viên, tổ chức',
  'members.active',
  'members.female',
  'members.joined',
  'members.left',
  'organisation.groups',
  'organisation.sections',
  'members.party',
  'members.partyJoined',
  'members.gatherRate',
  '# II. Đại diện, chăm lo, bảo vệ',
  'democracy.conferences',
  'democracy.dialogues',
  'welfare.visitsOnce',
  'welfare.visitMoney',
  'welfare.gifts',
  'welfare.giftMoney',
  'welfare.casesFinished',
  'welfare.caseMoney',
  'donors.money',
  'drives.money',
  '# III. Tuyên truyền, phong trào thi đua',
  'events.kind.communication',
  'events.turnsOf.communication',
  'events.group.contest',
  'events.group.culture',
  'events.turnsOf.blood_donation',
  'movements.launched',
  'movements.peopleRegistered',
  'awards.initiative',
  'awards.women',
  '# IV. Tổ chức, kiểm tra',
  'events.kind.committee_meeting',
  'events.kind.training',
  'events.turnsOf.training',
  'inspection.held',
  'democracy.supervisions',
  '# V. Tài chính',
  'dues.collected',
  'dues.rate',
  'funds.income',
  'funds.spending',
  '# VI. Khen thưởng',
  'awards.collective',
  'awards.individual',
  'awards.household',
  'awards.upper',
].join('\n');

const SITUATION = (level: number): OutlinePart[] => [
  head(level, 'ĐẶC ĐIỂM TÌNH HÌNH'),
  ...from('members.strength', 'members.rate', 'members.party'),
  say('Thuận lợi: '),
  say('Khó khăn: '),
];

const RESULTS = (level: number): OutlinePart[] => [
  head(level, 'KẾT QUẢ HOẠT ĐỘNG'),
  head(level + 1, 'Đại diện, chăm lo, bảo vệ quyền và lợi ích hợp pháp của đoàn viên'),
  ...from(
    'welfare.staffConference',
    'democracy.dialogues',
    'opinions.received',
    'welfare.gifts',
    'welfare.visits',
    'welfare.cases',
    'donors.money',
    'drives.money',
  ),
  head(level + 1, 'Tuyên truyền, giáo dục'),
  ...from('events.communication', 'events.contests'),
  head(level + 1, 'Phong trào thi đua, văn hóa, thể thao'),
  ...from('awards.movements', 'events.culture', 'events.blood', 'awards.initiatives'),
  head(level + 1, 'Phát triển đoàn viên, xây dựng tổ chức công đoàn, tham gia xây dựng Đảng'),
  ...from(
    'members.joined',
    'organisation.units',
    'organisation.meetings',
    'training.classes',
    'members.partyJoined',
  ),
  head(level + 1, 'Công tác nữ công'),
  ...from('women.days', 'women.awards'),
  head(level + 1, 'Hoạt động của Ủy ban kiểm tra'),
  ...from('inspection.done'),
  head(level + 1, 'Công tác tài chính'),
  ...from('funds.money', 'funds.dues'),
  head(level + 1, 'Công tác chỉ đạo, phối hợp với chính quyền'),
  ...from('agreements.kept', 'democracy.participation'),
  say(
    'Ban Chấp hành phối hợp với Ban Giám đốc thực hiện quy chế hoạt động, kịp thời giải quyết kiến nghị của đoàn viên.',
  ),
];

const YEAR: readonly OutlinePart[] = [
  head(1, 'KẾT QUẢ HOẠT ĐỘNG NĂM {năm}'),
  ...SITUATION(2),
  ...RESULTS(2),
  head(2, 'ĐÁNH GIÁ CHUNG'),
  say('Ưu điểm: '),
  say('Hạn chế và nguyên nhân: '),
  say('Bài học kinh nghiệm: '),
  head(2, 'KHEN THƯỞNG'),
  ...from('awards.given'),
  head(1, 'PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {năm sau}'),
  head(2, 'MỤC TIÊU'),
  say(
    'Tiếp tục đổi mới nội dung, phương thức hoạt động; chăm lo, bảo vệ quyền và lợi ích hợp pháp của đoàn viên, người lao động.',
  ),
  head(2, 'NHIỆM VỤ, GIẢI PHÁP'),
  say('Phát triển đoàn viên, nâng cao chất lượng sinh hoạt tổ công đoàn; thực hiện tốt dân chủ ở cơ sở.'),
  head(1, 'KIẾN NGHỊ, ĐỀ XUẤT'),
  say('Với công đoàn cấp trên: '),
  say('Với Ban Giám đốc: '),
];

const HALF: readonly OutlinePart[] = [
  ...SITUATION(2),
  ...RESULTS(2),
  head(2, 'ĐÁNH GIÁ CHUNG'),
  say('Ưu điểm: '),
  say('Hạn chế và nguyên nhân: '),
  head(2, 'NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM {năm}'),
  say('Tiếp tục thực hiện chương trình công tác năm; chuẩn bị đánh giá, xếp loại cuối năm.'),
];

const THEMATIC: readonly OutlinePart[] = [
  head(2, 'CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI'),
  say('Ban Chấp hành đã ban hành kế hoạch, phân công thực hiện.'),
  head(2, 'KẾT QUẢ THỰC HIỆN'),
  head(2, 'ĐÁNH GIÁ, KIẾN NGHỊ'),
  say('Ưu điểm: '),
  say('Hạn chế: '),
  say('Kiến nghị: '),
];

const INSPECTION: readonly OutlinePart[] = [
  head(2, 'TÌNH HÌNH CHUNG'),
  ...from('members.strength'),
  head(2, 'KẾT QUẢ HOẠT ĐỘNG KIỂM TRA, GIÁM SÁT'),
  ...from('inspection.done'),
  head(3, 'Kiểm tra chấp hành Điều lệ Công đoàn'),
  say('Các tổ công đoàn thực hiện đúng Điều lệ, quy định của công đoàn cấp trên.'),
  head(3, 'Kiểm tra tài chính công đoàn'),
  ...from('funds.money', 'funds.dues'),
  head(3, 'Giải quyết đơn thư, khiếu nại, tố cáo'),
  head(2, 'ĐÁNH GIÁ, KIẾN NGHỊ'),
  say('Ưu điểm: '),
  say('Tồn tại, hạn chế: '),
  head(2, 'NHIỆM VỤ NĂM {năm sau}'),
  say('Xây dựng và thực hiện chương trình kiểm tra, giám sát năm {năm sau}.'),
];

export const OUTLINES: Readonly<Record<ReportKind, readonly OutlinePart[]>> = {
  year: YEAR,
  halfYear: HALF,
  thematic: THEMATIC,
  inspection: INSPECTION,
  annex: [{ kind: 'table', text: ANNEX_LINES }],
};

/** Subjects (trích yếu) of the kinds. */
export const SUBJECTS: Readonly<Record<ReportKind, string>> = {
  year: 'Tổng kết hoạt động công đoàn năm {năm} và phương hướng, nhiệm vụ năm {năm sau}',
  halfYear: 'Sơ kết hoạt động công đoàn 6 tháng đầu năm {năm} và nhiệm vụ trọng tâm 6 tháng cuối năm',
  thematic: 'Kết quả thực hiện chuyên đề năm {năm}',
  inspection: 'Hoạt động của Ủy ban kiểm tra công đoàn năm {năm}',
  annex: 'Phụ lục số liệu hoạt động công đoàn năm {năm}',
};

/** `{năm}` and `{năm sau}` of an outline. */
export const outlineIn = (text: string, year: number): string =>
  text.replaceAll('{năm}', String(year)).replaceAll('{năm sau}', String(year + 1));
