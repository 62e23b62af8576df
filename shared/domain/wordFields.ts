/** Fields of Word templates: their parts, and those every template may use. */

export interface WordField {
  /** As typed in Word, without the braces. */
  tag: string;
  label: string;
  labelEn: string;
  /** An invented value, for trying a template. */
  sample?: string;
  /** Fields of each row of a list. */
  rows?: readonly WordField[];
}

/** A field with an invented value. */
export const field = (tag: string, label: string, labelEn: string, sample: string): WordField => ({
  tag,
  label,
  labelEn,
  sample,
});
/** A list of rows. */
export const list = (tag: string, label: string, labelEn: string, ...rows: WordField[]): WordField => ({
  tag,
  label,
  labelEn,
  rows,
});

/** Fields every template may use. */
export const COMMON: readonly WordField[] = [
  field('cap_tren', 'công đoàn cấp trên', 'union above', 'Liên đoàn Lao động tỉnh Đồng Khê'),
  field(
    'ten_cong_doan',
    'tên công đoàn cơ sở',
    'name of the union',
    'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
  ),
  field(
    'dong_cap_tren',
    'công đoàn cấp trên, xuống dòng cân ở đầu văn bản',
    'union above, in even lines for the heading',
    'LIÊN ĐOÀN LAO ĐỘNG\nTỈNH ĐỒNG KHÊ',
  ),
  field(
    'dong_cong_doan',
    'tên công đoàn, xuống dòng cân ở đầu văn bản',
    'name of the union, in even lines for the heading',
    'CÔNG ĐOÀN CƠ SỞ\nTRUNG TÂM Y TẾ\nKHU VỰC SUỐI MƠ',
  ),
  field('ten_ngan', 'tên ngắn của công đoàn', 'short name of the union', 'CĐCS TTYT khu vực Suối Mơ'),
  field('co_quan', 'tên cơ quan, đơn vị', 'name of the employer', 'Trung tâm Y tế khu vực Suối Mơ'),
  field('dia_danh', 'nơi ghi trước ngày ký', 'place before the date', 'Suối Mơ'),
  field('ngay_ky', 'ngày ký viết đầy đủ', 'date in full', 'ngày 20 tháng 11 năm 2026'),
  field('nam', 'năm', 'year', '2026'),
  field('so_ky_hieu', 'số và ký hiệu văn bản', 'number and symbol', '12/GM-CĐCS'),
  field('thay_mat', 'dòng thay mặt', 'line “on behalf of”', 'TM. BAN CHẤP HÀNH'),
  field('chuc_danh_ky', 'chức danh người ký', 'title of the signer', 'Chủ tịch'),
  field('nguoi_ky', 'họ tên người ký', 'name of the signer', 'Hoàng Minh Tuệ'),
];
