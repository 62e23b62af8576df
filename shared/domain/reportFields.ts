/** The Word template of reports and its fields. */
import { COMMON, field, list, type WordField } from './wordFields';

const LINE: readonly WordField[] = [
  field('stt', 'số thứ tự', 'number', '1'),
  field('chi_tieu', 'nội dung', 'figure', 'Tổng số đoàn viên'),
  field('don_vi_tinh', 'đơn vị tính', 'unit', 'đoàn viên'),
  field('so_luong', 'số lượng', 'value', '320'),
  field('ghi_chu', 'ghi chú', 'note', 'tính đến 30/11/2026'),
];

export const REPORT_TEMPLATES = {
  report: {
    key: 'report',
    name: 'Báo cáo',
    nameEn: 'Report',
    symbol: 'BC',
    fields: [
      ...COMMON,
      field('trich_yeu', 'trích yếu', 'subject', 'Tổng kết hoạt động công đoàn năm 2026'),
      field(
        'kinh_gui',
        'nơi gửi; để trống thì ẩn cả dòng',
        'addressee; nothing hides the line',
        'Liên đoàn Lao động tỉnh',
      ),
      field('ky_bao_cao', 'kỳ báo cáo', 'days of the report', 'từ ngày 01/12/2025 đến ngày 30/11/2026'),
      list(
        'noi_dung',
        'từng đề mục, từng đoạn theo thứ tự',
        'each heading and paragraph in order',
        field('phan_so', 'số của phần; trống nếu không phải tên phần', 'number of a part', 'Phần thứ nhất'),
        field('phan', 'tên phần', 'name of a part', 'KẾT QUẢ HOẠT ĐỘNG NĂM 2026'),
        field('muc_lon', 'đề mục I, II; trống nếu không phải', 'heading I, II', 'I. ĐẶC ĐIỂM TÌNH HÌNH'),
        field(
          'muc_nho',
          'đề mục 1, 2 hoặc a, b; trống nếu không phải',
          'heading 1, 2 or a, b',
          '1. Tuyên truyền, giáo dục',
        ),
        field(
          'doan',
          'đoạn văn; trống nếu không phải',
          'paragraph',
          'Công đoàn cơ sở có 320 đoàn viên, trong đó nữ 214.',
        ),
      ),
      field(
        'co_bang',
        'có bảng số liệu trong bài; để trống thì ẩn',
        'a table in the text; nothing hides it',
        '1',
      ),
      list('bang', 'từng dòng của bảng số liệu trong bài', 'each line of the table', ...LINE),
      field('co_phu_luc', 'có phụ lục; để trống thì ẩn', 'an annex; nothing hides it', '1'),
      list('phu_luc', 'từng dòng của phụ lục số liệu', 'each line of the annex', ...LINE),
      field(
        'noi_nhan',
        'nơi nhận, mỗi nơi một dòng',
        'recipients, a line for each',
        'Công đoàn cấp trên;\n- Lưu: VT',
      ),
    ],
  },
} as const;
