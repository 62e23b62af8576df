/** Built-in templates of the award chain: registration, submission, summary list, achievement reports, council minutes. */
import type { WordTemplateKey } from '../../../shared/domain/wordTemplates';
import type { Block, SignatureBlock, TableBlock } from '../papers/paper';
import { column, listTable, ordinal } from './listTable';
import { head, mark, type Sheet, SIGNED, SIGNED_BY_BOTH, say, signedWith, when } from './sheet';

const part = (tag: string, title: string, table: TableBlock): Block[] => when(tag, head(title), table);

const TITLE = column('Danh hiệu đăng ký', 60, '{hinh_thuc_de_nghi}');
const COLLECTIVE_TITLES = [ordinal(), column('Tên tập thể', '*', '{ten}'), TITLE];
const HOUSEHOLD_TITLES = [ordinal(), column('Hộ gia đình', '*', '{ten}'), TITLE];
const PERSONAL_TITLES = [
  ordinal(),
  column('Họ và tên', 48, '{ten}'),
  column('Chức vụ, đơn vị', '*', '{chuc_vu_don_vi}'),
  column('Danh hiệu đăng ký', 48, '{hinh_thuc_de_nghi}'),
];
const REGISTRATION: Sheet = {
  title: 'BẢN ĐĂNG KÝ THI ĐUA',
  subject: 'Năm {nam_thi_dua}',
  numbered: false,
  blocks: [
    say([{ text: 'Kính gửi: ' }, { text: 'Ban Chấp hành {ten_cong_doan}', bold: true }], { align: 'center' }),
    say(
      '{#noi_dang_ky}{noi_dang_ky} đăng ký{/noi_dang_ky}{^noi_dang_ky}Các khoa, phòng, tổ công đoàn đăng ký{/noi_dang_ky} phấn đấu đạt các danh hiệu, hình thức khen thưởng năm {nam_thi_dua} như sau:',
    ),
    ...part('co_tap_the', 'TẬP THỂ ({so_tap_the})', listTable('tap_the', COLLECTIVE_TITLES)),
    ...part('co_gia_dinh', 'HỘ GIA ĐÌNH ({so_gia_dinh})', listTable('gia_dinh', HOUSEHOLD_TITLES)),
    ...part('co_ca_nhan', 'CÁ NHÂN ({so_ca_nhan})', listTable('ca_nhan', PERSONAL_TITLES)),
    say('Tổng số đăng ký: {cau_so_luong}.'),
    SIGNED,
  ],
};

const SUBMISSION: Sheet = {
  title: 'TỜ TRÌNH',
  subject: 'Về việc đề nghị khen thưởng năm {nam_thi_dua}',
  blocks: [
    say([{ text: 'Kính gửi: ' }, { text: '{kinh_gui}', bold: true }], { align: 'center' }),
    mark('#can_cu'),
    say('{dong}', { italic: true }),
    mark('/can_cu'),
    say(
      '{#hop_ngay}Trên cơ sở kết quả họp xét {hop_ngay}, {/hop_ngay}Ban Chấp hành {ten_cong_doan} đề nghị khen thưởng {cau_so_luong}{#dip} nhân dịp {dip}{/dip}, cụ thể:',
    ),
    mark('#tung_hinh_thuc'),
    say('{stt}. {ten_hinh_thuc}: {so_luong}.'),
    mark('/tung_hinh_thuc'),
    say('(Kèm theo danh sách trích ngang, báo cáo thành tích và biên bản họp xét.)', { italic: true }),
    say('Kính đề nghị {kinh_gui} xem xét, quyết định./.'),
    signedWith('Như trên', 'Lưu: VT, hồ sơ thi đua'),
  ],
};

const narrow = 11;
const SUMMARY_TAIL = [
  column('Tóm tắt thành tích', '*', '{thanh_tich}'),
  column('Sáng kiến', 25, '{sang_kien}'),
  column('Đã được khen', 29, '{da_khen}'),
  column('Hình thức đề nghị', 23, '{hinh_thuc_de_nghi}'),
  column('Tỷ lệ phiếu', 17, '{phieu}', 'center'),
] as const;
const SUMMARY: Sheet = {
  title: 'DANH SÁCH TRÍCH NGANG',
  subject: 'Tập thể, cá nhân đề nghị khen thưởng năm {nam_thi_dua}',
  note: '{ten_dot}',
  orientation: 'landscape',
  numbered: false,
  blocks: [
    ...part(
      'co_tap_the',
      'TẬP THỂ ({so_tap_the})',
      listTable('tap_the', [ordinal(10), column('Tên tập thể', 50, '{ten}'), ...SUMMARY_TAIL], narrow),
    ),
    ...part(
      'co_gia_dinh',
      'HỘ GIA ĐÌNH ({so_gia_dinh})',
      listTable('gia_dinh', [ordinal(10), column('Hộ gia đình', 50, '{ten}'), ...SUMMARY_TAIL], narrow),
    ),
    ...part(
      'co_ca_nhan',
      'CÁ NHÂN ({so_ca_nhan})',
      listTable(
        'ca_nhan',
        [
          ordinal(10),
          column('Họ và tên', 28, '{ten}'),
          column('Năm sinh, giới', 14, '{nam_sinh_gioi}', 'center'),
          column('Chức vụ chuyên môn', 21, '{chuc_vu}'),
          column('Chức vụ công đoàn', 22, '{chuc_vu_cong_doan}'),
          column('Đơn vị, tổ', 23, '{don_vi}'),
          ...SUMMARY_TAIL,
        ],
        narrow,
      ),
    ),
    say('Danh sách có {cau_so_luong}.'),
    SIGNED,
  ],
};

const PAST_AWARDS: Block[] = when(
  'co_khen',
  listTable('khen_thuong', [
    column('Năm', 20, '{nam_khen}', 'center'),
    column('Danh hiệu, hình thức khen thưởng', '*', '{hinh_thuc_khen}'),
    column('Số quyết định', 48, '{so_quyet_dinh}'),
  ]),
);
const MOVEMENTS: Block[] = [mark('#phong_trao'), say('- Phong trào {ten_phong_trao}.'), mark('/phong_trao')];
const report = (reporter: string, name: string): SignatureBlock => ({
  kind: 'signature',
  signer: { authority: [reporter], name },
  leftSigner: { authority: ['XÁC NHẬN CỦA CÔNG ĐOÀN', '{THAY_MAT}', '{CHUC_DANH_KY}'], name: '{nguoi_ky}' },
});

const PERSONAL: Sheet = {
  title: 'BÁO CÁO THÀNH TÍCH',
  subject: 'Đề nghị tặng {hinh_thuc_de_nghi} năm {nam_thi_dua}',
  numbered: false,
  blocks: [
    head('I. SƠ LƯỢC LÝ LỊCH'),
    say('- Họ và tên: {ten}. Giới tính: {gioi_tinh}.'),
    say('- Ngày, tháng, năm sinh: {ngay_sinh}.'),
    say('- Đơn vị công tác: {don_vi}.'),
    say('- Chức vụ chuyên môn: {chuc_vu}. Chức vụ công đoàn: {chuc_vu_cong_doan}.'),
    say('- Trình độ chuyên môn: {trinh_do}. Ngày vào công đoàn: {ngay_vao_cong_doan}.'),
    head('II. THÀNH TÍCH ĐẠT ĐƯỢC'),
    say('1. Kết quả thực hiện nhiệm vụ: {thanh_tich}'),
    say('2. Sáng kiến, giải pháp: {sang_kien}'),
    say('3. Tham gia hoạt động công đoàn và phong trào thi đua năm {nam_thi_dua}:'),
    mark('#hoat_dong'),
    say('- {ten_hoat_dong}.'),
    mark('/hoat_dong'),
    ...MOVEMENTS,
    head('III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG'),
    ...PAST_AWARDS,
    ...when('chua_khen', say('{chua_khen}')),
    report('NGƯỜI BÁO CÁO', '{ten}'),
  ],
};

const COLLECTIVE: Sheet = {
  title: 'BÁO CÁO THÀNH TÍCH',
  subject: 'Đề nghị tặng {hinh_thuc_de_nghi} năm {nam_thi_dua}',
  note: '{ten}',
  numbered: false,
  blocks: [
    head('I. ĐẶC ĐIỂM, TÌNH HÌNH'),
    say('- Tên tập thể: {ten}.'),
    say('- Số đoàn viên: {so_doan_vien}, trong đó nữ: {so_nu}.'),
    say('- Thuận lợi, khó khăn: …………'),
    head('II. THÀNH TÍCH ĐẠT ĐƯỢC'),
    say('1. Kết quả thực hiện nhiệm vụ: {thanh_tich}'),
    say('2. Sáng kiến, giải pháp: {sang_kien}'),
    say('3. Phong trào thi đua và hoạt động công đoàn:'),
    ...MOVEMENTS,
    head('III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG'),
    ...PAST_AWARDS,
    ...when('chua_khen', say('{chua_khen}')),
    report('ĐẠI DIỆN TẬP THỂ', ''),
  ],
};

const MINUTES: Sheet = {
  title: 'BIÊN BẢN',
  subject: 'Họp xét khen thưởng năm {nam_thi_dua}',
  note: '{ten_dot}',
  blocks: [
    head('I. THỜI GIAN, ĐỊA ĐIỂM'),
    say('Thời gian: {thoi_gian}.'),
    say('Địa điểm: {dia_diem}.'),
    head('II. THÀNH PHẦN'),
    say('Chủ trì: {chu_tri}.'),
    say('Thư ký: {thu_ky}.'),
    say('Triệu tập: {trieu_tap} người; có mặt: {co_mat} người, gồm:'),
    mark('#thanh_phan'),
    say('{stt}. {nguoi}.'),
    mark('/thanh_phan'),
    ...when('vang', say('Vắng: {vang} người.')),
    mark('#vang_mat'),
    say('- {ho_ten}{#ly_do} ({ly_do}){/ly_do}.'),
    mark('/vang_mat'),
    head('III. NỘI DUNG, Ý KIẾN'),
    say('Hội nghị xem xét {cau_so_luong} được các khoa, phòng, tổ công đoàn đề nghị khen thưởng.'),
    mark('#y_kien'),
    say('{dong}'),
    mark('/y_kien'),
    head('IV. KẾT QUẢ BỎ PHIẾU'),
    say('Đề nghị được nhất trí khi đạt từ {nguong} số phiếu của người có mặt.'),
    listTable(
      'xet',
      [
        ordinal(),
        column('Tên tập thể, cá nhân', '*', '{ten}'),
        column('Đơn vị', 30, '{don_vi}'),
        column('Hình thức đề nghị', 30, '{hinh_thuc_de_nghi}'),
        column('Phiếu đồng ý', 23, '{phieu}', 'center'),
        column('Kết quả', 26, '{ket_qua}'),
      ],
      12,
    ),
    head('V. KẾT LUẬN'),
    say('Nhất trí đề nghị khen thưởng {so_duyet} trường hợp theo kết quả trên.'),
    mark('#ket_luan'),
    say('{dong}'),
    mark('/ket_luan'),
    say(
      'Cuộc họp kết thúc lúc {luc_ket_thuc}. Biên bản đã được đọc lại, mọi người dự họp nhất trí với nội dung trên./.',
    ),
    { ...SIGNED_BY_BOTH, signer: { authority: ['CHỦ TRÌ'], name: '{chu_toa}' } },
  ],
};

export const PROPOSAL_SHEETS = {
  emulationRegistration: REGISTRATION,
  awardSubmission: SUBMISSION,
  awardSummary: SUMMARY,
  personalReport: PERSONAL,
  collectiveReport: COLLECTIVE,
  councilMinutes: MINUTES,
} satisfies Partial<Record<WordTemplateKey, Sheet>>;
