/** Word templates of inspection and women's work, and their fields. */
import { COMMON, field, list, type WordField } from './wordFields';

const YEAR = field('nam_ke_hoach', 'năm của kế hoạch, báo cáo', 'year of the plan or report', '2026');
const line = (tag: string, label: string, labelEn: string, sample: string): WordField =>
  list(tag, label, labelEn, field('dong', 'một dòng', 'one line', sample));
const GROUNDS = line('can_cu', 'từng căn cứ', 'each ground', 'Căn cứ Điều lệ Công đoàn Việt Nam;');
const ORDINAL = field('stt', 'số thứ tự', 'number', '1');

const PLAN: readonly WordField[] = [
  YEAR,
  GROUNDS,
  line(
    'muc_dich',
    'từng dòng mục đích, yêu cầu',
    'each line of the purpose',
    'Phát huy vai trò kiểm tra, giám sát',
  ),
  field('so_viec', 'số việc trong kế hoạch', 'sessions planned', '06'),
  list(
    'viec',
    'từng việc trong kế hoạch',
    'each planned session',
    ORDINAL,
    field('noi_dung', 'nội dung', 'what', 'Kiểm tra tài chính công đoàn năm 2025'),
    field('doi_tuong', 'đối tượng', 'whom or what it is about', 'Ban Chấp hành công đoàn cơ sở'),
    field('thang', 'thời gian', 'month', 'Tháng 3'),
    field('phu_trach', 'người phụ trách', 'who leads it', 'Nguyễn Thu Hà'),
  ),
];

const FOUND = list(
  'kien_nghi',
  'từng tồn tại và kiến nghị',
  'each finding',
  ORDINAL,
  field('ton_tai', 'tồn tại', 'what was found', 'Hai phiếu chi chưa kèm hóa đơn.'),
  field('noi_dung_kien_nghi', 'kiến nghị', 'recommendation', 'Bổ sung chứng từ.'),
  field('noi_khac_phuc', 'nơi khắc phục', 'who mends it', 'Thủ quỹ công đoàn'),
  field('han', 'hạn khắc phục', 'until when', '30/04/2026'),
  field('ket_qua_khac_phuc', 'kết quả khắc phục', 'what became of it', 'Đã khắc phục ngày 20/04/2026'),
);
const HAS_FOUND = field(
  'co_kien_nghi',
  'có kiến nghị; để trống thì ẩn cả phần',
  'there are findings; nothing hides the part',
  '02',
);

const SESSION: readonly WordField[] = [
  field('ten_cuoc', 'tên cuộc', 'name of the session', 'Kiểm tra tài chính công đoàn năm 2025'),
  field('thoi_gian', 'thời gian', 'time', '14 giờ 00, ngày 20 tháng 3 năm 2026'),
  field('dia_diem', 'địa điểm', 'place', 'Phòng họp tầng 2'),
  field('luc_ket_thuc', 'giờ kết thúc', 'hour of the end', '16 giờ 00'),
  field('doi_tuong', 'đối tượng', 'whom or what it is about', 'Ban Chấp hành công đoàn cơ sở'),
  field('thoi_ky', 'thời kỳ, niên độ được xem xét', 'time that is looked at', 'niên độ 2025'),
  field('ngay', 'ngày làm việc', 'day', '20/03/2026'),
  field('truong_doan', 'người chủ trì, trưởng đoàn', 'who leads', 'Hoàng Minh Tuệ'),
  field('thu_ky', 'thư ký', 'secretary', 'Trần Văn Bình'),
  field('so_thanh_vien', 'số người có mặt', 'people present', '03'),
  list(
    'thanh_phan',
    'từng người có mặt của đoàn, ban',
    'each person of the team present',
    ORDINAL,
    field('nguoi', 'họ tên, chức vụ', 'name and post', 'Nguyễn Thu Hà, Chủ nhiệm'),
  ),
  line('vang_mat', 'từng người vắng', 'each person absent', 'Lê Thị Mai'),
  line(
    'dai_dien',
    'từng đại diện nơi được kiểm tra',
    'each of the other side',
    'Phạm Quốc Việt, Kế toán công đoàn',
  ),
  field('so_nguoi', 'số người tham gia; để trống thì ẩn', 'how many took part; nothing hides it', '120'),
  GROUNDS,
  line('noi_dung', 'từng dòng nội dung', 'each line of the content', 'Đối chiếu sổ quỹ với chứng từ.'),
  field(
    'ten_quy',
    'tên quỹ; để trống thì ẩn số dư',
    'the fund; nothing hides its balances',
    'Quỹ công đoàn cơ sở',
  ),
  field('ngay_so_du', 'ngày của số dư', 'day of the balances', '20/03/2026'),
  field('so_du_tien_mat', 'số dư tiền mặt', 'cash held', '12.500.000 đồng'),
  field('so_du_ngan_hang', 'số dư tiền gửi', 'held at the bank', '80.000.000 đồng'),
  field('so_du_cong', 'số dư cộng', 'held in all', '92.500.000 đồng'),
  line('uu_diem', 'từng dòng ưu điểm', 'each line of what is good', 'Sổ sách ghi chép đầy đủ, rõ ràng.'),
  HAS_FOUND,
  FOUND,
  line(
    'ket_luan',
    'từng dòng kết luận',
    'each line of the conclusion',
    'Thực hiện đúng quy định tài chính công đoàn.',
  ),
];

const REPORT: readonly WordField[] = [
  YEAR,
  GROUNDS,
  field('so_hop', 'số cuộc họp', 'meetings', '04'),
  field('so_ke_hoach', 'số việc trong kế hoạch', 'sessions planned', '06'),
  field('so_da_lam', 'số việc trong kế hoạch đã làm', 'planned sessions held', '05'),
  field('so_ngoai_ke_hoach', 'số cuộc ngoài kế hoạch', 'sessions outside the plan', '01'),
  field('so_cuoc', 'tổng số cuộc đã làm', 'sessions held', '06'),
  line(
    'theo_loai',
    'từng loại việc với số cuộc',
    'each kind with its number',
    'Kiểm tra tài chính, tài sản: 02 cuộc',
  ),
  field('tong_luot', 'tổng số lượt người tham gia', 'turns in all', '420'),
  field(
    'co_cuoc',
    'có cuộc đã làm; để trống thì ẩn bảng',
    'there are sessions; nothing hides the table',
    '06',
  ),
  list(
    'cuoc',
    'từng cuộc đã làm',
    'each session',
    ORDINAL,
    field('ngay', 'ngày', 'day', '20/03/2026'),
    field('ten_cuoc', 'tên cuộc', 'name', 'Kiểm tra tài chính công đoàn năm 2025'),
    field('doi_tuong', 'đối tượng', 'whom it is about', 'Ban Chấp hành công đoàn cơ sở'),
    field('luot', 'số người tham gia', 'people', '120'),
    field('ket_qua', 'kết quả', 'result', 'Đúng quy định; 02 kiến nghị'),
  ),
  field('chua_lam', 'số việc chưa làm; để trống thì ẩn', 'not held; nothing hides it', '01'),
  line(
    'viec_chua_lam',
    'từng việc trong kế hoạch chưa làm',
    'each planned session not held',
    'Giám sát thực hiện quy chế dân chủ',
  ),
  HAS_FOUND,
  field('so_kien_nghi', 'số kiến nghị', 'findings', '04'),
  field('so_da_khac_phuc', 'số kiến nghị đã khắc phục', 'findings mended', '03'),
  field('so_chua_khac_phuc', 'số kiến nghị chưa khắc phục', 'findings not mended', '01'),
  field('so_qua_han', 'số kiến nghị quá hạn; để trống thì ẩn', 'overdue; nothing hides it', '01'),
  FOUND,
  line('han_che', 'từng dòng hạn chế', 'each shortcoming', 'Một số cuộc làm chậm so với kế hoạch.'),
  line(
    'phuong_huong',
    'từng dòng phương hướng',
    'each line of what comes next',
    'Kiểm tra tài chính mỗi năm hai lần.',
  ),
];

const template = <K extends string>(
  key: K,
  [name, nameEn]: readonly [string, string],
  symbol: string,
  fields: readonly WordField[],
) => ({ key, name, nameEn, symbol, fields: [...COMMON, ...fields] });

export const INSPECTION_TEMPLATES = {
  inspectionPlan: template('inspectionPlan', ['Kế hoạch kiểm tra, giám sát', 'Inspection plan'], 'KH', PLAN),
  inspectionMinutes: template(
    'inspectionMinutes',
    ['Biên bản kiểm tra, giám sát', 'Inspection minutes'],
    'BB',
    SESSION,
  ),
  inspectionConclusion: template(
    'inspectionConclusion',
    ['Kết luận kiểm tra, giám sát', 'Inspection conclusion'],
    'KL',
    SESSION,
  ),
  inspectionReport: template(
    'inspectionReport',
    ['Báo cáo hoạt động ủy ban kiểm tra', 'Report of the inspection committee'],
    'BC',
    REPORT,
  ),
  womenPlan: template('womenPlan', ['Kế hoạch nữ công', 'Plan of women’s work'], 'KH', PLAN),
  womenMinutes: template('womenMinutes', ['Biên bản nữ công', 'Minutes of women’s work'], 'BB', SESSION),
  womenReport: template('womenReport', ['Báo cáo nữ công', 'Report of women’s work'], 'BC', REPORT),
} as const;
export type InspectionTemplateKey = keyof typeof INSPECTION_TEMPLATES;
