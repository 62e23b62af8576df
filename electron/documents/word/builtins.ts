/** The built-in templates, in the standard administrative layout, with fields where an office's own words go. */
import type { Paragraph, Table } from 'docx';
import { PARTY_TITLE, type ReportHeading } from '../../../shared/domain/reports';
import type { WordTemplateKey } from '../../../shared/domain/wordTemplates';
import { docxHeading, docxTitle, twoColumns } from '../papers/docx/heading';
import { lineOf, paragraph, points } from '../papers/docx/units';
import { FIGURES, headingWidths, pageFrame } from '../papers/figures';
import type { Orientation, TableBlock } from '../papers/paper';
import { docxPages, flow, packDocx, titleSpace } from '../papers/renderDocx';
import { INSPECTION_SHEETS } from './inspectionSheets';
import { letters } from './letters';
import { PROPOSAL_SHEETS } from './proposalSheets';
import { REPORT_SHEETS } from './reportSheet';
import { head, mark, type Sheet, SIGNED, SIGNED_BY_BOTH, say, signedWith, when } from './sheet';

const INVITATION: Sheet = {
  title: 'GIẤY MỜI',
  subject: 'Dự {ten_su_kien}',
  blocks: [
    say([{ text: 'Kính gửi: ' }, { text: '{kinh_gui}', bold: true }], { align: 'center' }),
    say('Ban Chấp hành {ten_cong_doan} trân trọng kính mời {xung_ho} tới dự {ten_su_kien}, cụ thể như sau:'),
    say([{ text: 'Thời gian: ', bold: true }, { text: '{thoi_gian}.' }]),
    say([{ text: 'Địa điểm: ', bold: true }, { text: '{dia_diem}.' }]),
    ...when('noi_dung', say([{ text: 'Nội dung: ', bold: true }, { text: '{noi_dung}' }])),
    say(
      'Sự có mặt của {xung_ho} góp phần vào thành công của chương trình. Rất mong {xung_ho} sắp xếp thời gian tới dự./.',
    ),
    signedWith('Như trên', 'Lưu: VT, công đoàn'),
  ],
};

const AGENDA_ROWS: TableBlock = {
  kind: 'table',
  columns: [
    { title: 'TT', width: 11, align: 'center' },
    { title: 'Thời gian', width: 28, align: 'center' },
    { title: 'Nội dung', width: '*' },
    { title: 'Người phụ trách', width: 45 },
  ],
  rows: [{ kind: 'row', cells: ['{#chuong_trinh}{stt}', '{gio}', '{viec}', '{phu_trach}{/chuong_trinh}'] }],
};
const AGENDA: Sheet = {
  title: 'CHƯƠNG TRÌNH',
  subject: '{ten_su_kien}',
  note: '({thoi_gian}, tại {dia_diem})',
  blocks: [AGENDA_ROWS, SIGNED],
};

const MINUTES: Sheet = {
  title: 'BIÊN BẢN',
  subject: '{ten_su_kien}',
  blocks: [
    head('I. THỜI GIAN, ĐỊA ĐIỂM'),
    say('Bắt đầu: {thoi_gian}.'),
    say('Địa điểm: {dia_diem}.'),
    head('II. THÀNH PHẦN'),
    say('Chủ tọa: {chu_toa}.'),
    say('Thư ký: {thu_ky}.'),
    ...when('so_khach', say('Đại biểu khách mời: {so_khach} người, gồm:')),
    mark('#thanh_phan'),
    say('{stt}. {khach}.'),
    mark('/thanh_phan'),
    mark('#nhom'),
    say('{ten_nhom}: {cau_nhom}.'),
    mark('/nhom'),
    say('Triệu tập: {trieu_tap} người; có mặt: {co_mat} người; vắng: {vang} người.'),
    mark('#vang_mat'),
    say('Vắng: {ho_ten} ({ly_do}).'),
    mark('/vang_mat'),
    head('III. NỘI DUNG'),
    mark('#chuong_trinh'),
    say('{stt}. {viec}{#phu_trach} ({phu_trach}){/phu_trach}: …………'),
    mark('/chuong_trinh'),
    head('IV. KẾT LUẬN'),
    mark('#ket_luan'),
    say('{dong}'),
    mark('/ket_luan'),
    mark('#bieu_quyet'),
    say('Biểu quyết: {noi_dung_dieu}{#phieu}: {phieu}{/phieu}.'),
    mark('/bieu_quyet'),
    mark('#viec_tiep'),
    say('Giao {noi_lam}: {viec_can_lam}{#han}; hạn {han}{/han}.'),
    mark('/viec_tiep'),
    say(
      'Cuộc họp kết thúc lúc {luc_ket_thuc}. Biên bản đã được đọc lại, mọi người dự họp nhất trí với nội dung trên./.',
    ),
    SIGNED_BY_BOTH,
  ],
};

const RESOLUTION: Sheet = {
  title: 'NGHỊ QUYẾT',
  subject: '{ten_su_kien}',
  blocks: [
    {
      kind: 'basis',
      lines: [
        'Căn cứ Điều lệ Công đoàn Việt Nam',
        'Căn cứ quy chế làm việc của Ban Chấp hành {ten_cong_doan}',
        'Căn cứ biên bản {ten_su_kien} {ngay_to_chuc}',
      ],
    },
    say(
      '{ten_su_kien}, có mặt {co_mat}/{trieu_tap} người{#tuc_so} ({tuc_so}){/tuc_so}, đã thảo luận và biểu quyết thông qua.',
    ),
    { kind: 'heading', text: 'QUYẾT NGHỊ:', align: 'center' },
    mark('#quyet_nghi'),
    say([{ text: 'Điều {dieu}. ', bold: true }, { text: '{noi_dung_dieu}' }]),
    mark('/quyet_nghi'),
    say(
      'Nghị quyết này có hiệu lực từ ngày ký. Ban Chấp hành, các tổ công đoàn và đoàn viên chịu trách nhiệm thi hành./.',
    ),
    signedWith('Công đoàn cấp trên (để báo cáo)', 'Các tổ công đoàn', 'Lưu: VT, công đoàn'),
  ],
};

const SHEETS: Partial<Record<WordTemplateKey, Sheet>> = {
  invitation: INVITATION,
  agenda: AGENDA,
  minutes: MINUTES,
  resolution: RESOLUTION,
  ...PROPOSAL_SHEETS,
  ...REPORT_SHEETS,
  ...INSPECTION_SHEETS,
};

/** A built-in template as a Word file. */
export function builtinTemplate(
  key: WordTemplateKey,
  heading: ReportHeading = 'national',
): Promise<Uint8Array> {
  const sheet = SHEETS[key];
  if (!sheet) return letters(key);
  const orientation = sheet.orientation ?? 'portrait';
  return packDocx(sheet.title, [docxPages(orientation, pageOf(sheet, orientation, heading))]);
}

function pageOf(sheet: Sheet, orientation: Orientation, heading: ReportHeading): (Paragraph | Table)[] {
  const frame = pageFrame(orientation);
  const paper = {
    ...sheet,
    heading: {
      ...{ upperBody: '{DONG_CAP_TREN}', body: '{DONG_CONG_DOAN}', national: heading === 'national' },
      ...(heading === 'party' ? { right: PARTY_TITLE } : {}),
    },
    number: null,
    place: null,
    date: null,
    orientation,
  };
  const notes = sheet.note ? [sheet.note] : [];
  const title = { ...paper, notes, noteSize: FIGURES.title.noteSize, ruled: notes.length === 0, gap: 18 };
  return [
    docxHeading(paper, frame),
    numberAndDate(orientation, sheet.numbered !== false),
    ...docxTitle({ ...title, subject: sheet.subject }, frame),
    titleSpace(),
    ...flow(sheet.blocks, orientation),
  ];
}

function numberAndDate(orientation: Orientation, numbered: boolean): Table {
  const frame = pageFrame(orientation);
  const { right } = headingWidths(frame);
  const left = frame.textWidth - right;
  const F = FIGURES.heading;
  const before = { spacing: { before: points(6), after: 0, ...lineOf(1) } };
  const number = numbered ? 'Số: {so_ky_hieu}' : '';
  return twoColumns(
    [
      [
        [paragraph(number, { align: 'center', size: F.numberSize, options: before })],
        [
          paragraph('{dia_danh}, {ngay_ky}', {
            align: 'center',
            size: F.dateSize,
            italic: true,
            options: before,
          }),
        ],
      ],
    ],
    left,
    right,
  );
}
