/** Built-in templates of inspection and women's work: plan, minutes, conclusion, report of the year. */
import type { InspectionTemplateKey } from '../../../shared/domain/inspectionTemplates';
import type { Block, SignatureBlock } from '../papers/paper';
import { column, listTable, ordinal } from './listTable';
import { head, mark, type Sheet, SIGNED_BY_BOTH, say, signedWith, when } from './sheet';

const lines = (tag: string, before = ''): Block[] => [
  mark(`#${tag}`),
  say(`${before}{dong}`),
  mark(`/${tag}`),
];
const GROUNDS: Block[] = [mark('#can_cu'), say('{dong}', { italic: true }), mark('/can_cu')];

const plan = (subject: string, opening: string, whose: string): Sheet => ({
  title: 'KẾ HOẠCH',
  subject,
  blocks: [
    ...GROUNDS,
    say(opening),
    head('I. MỤC ĐÍCH, YÊU CẦU'),
    ...lines('muc_dich'),
    head('II. NỘI DUNG, THỜI GIAN'),
    listTable('viec', [
      ordinal(),
      column('Nội dung', '*', '{noi_dung}'),
      column('Đối tượng', 42, '{doi_tuong}'),
      column('Thời gian', 24, '{thang}', 'center'),
      column('Phụ trách', 34, '{phu_trach}'),
    ]),
    head('III. TỔ CHỨC THỰC HIỆN'),
    say(
      `${whose} chủ động triển khai {so_viec} việc nêu trên, ghi biên bản và báo cáo kết quả với Ban Chấp hành. Các tổ công đoàn, bộ phận có liên quan phối hợp thực hiện./.`,
    ),
    signedWith('Công đoàn cấp trên (để báo cáo)', 'Các tổ công đoàn', 'Lưu: VT, công đoàn'),
  ],
});

const FINDINGS = listTable(
  'kien_nghi',
  [
    ordinal(),
    column('Tồn tại', '*', '{ton_tai}'),
    column('Kiến nghị', 50, '{noi_dung_kien_nghi}'),
    column('Nơi khắc phục', 30, '{noi_khac_phuc}'),
    column('Hạn', 24, '{han}', 'center'),
  ],
  12,
);
const MENDED = listTable(
  'kien_nghi',
  [
    ordinal(),
    column('Tồn tại, kiến nghị', '*', '{ton_tai} {noi_dung_kien_nghi}'),
    column('Nơi khắc phục', 30, '{noi_khac_phuc}'),
    column('Hạn', 24, '{han}', 'center'),
    column('Kết quả', 44, '{ket_qua_khac_phuc}'),
  ],
  12,
);
const BALANCES: Block[] = when(
  'ten_quy',
  say(
    'Số dư {ten_quy} đến hết ngày {ngay_so_du} là {so_du_cong}, gồm tiền mặt {so_du_tien_mat}, tiền gửi {so_du_ngan_hang}.',
  ),
);
const SIGNED_BY_TEAM: SignatureBlock = {
  ...SIGNED_BY_BOTH,
  signer: { authority: ['CHỦ TRÌ'], name: '{truong_doan}' },
};

const MINUTES: Sheet = {
  title: 'BIÊN BẢN',
  subject: '{ten_cuoc}',
  blocks: [
    ...GROUNDS,
    head('I. THỜI GIAN, ĐỊA ĐIỂM'),
    say('Thời gian: {thoi_gian}.'),
    say('Địa điểm: {dia_diem}.'),
    head('II. THÀNH PHẦN'),
    say('Chủ trì: {truong_doan}. Thư ký: {thu_ky}.'),
    say('Có mặt {so_thanh_vien} người, gồm:'),
    mark('#thanh_phan'),
    say('{stt}. {nguoi}.'),
    mark('/thanh_phan'),
    ...lines('vang_mat', 'Vắng: '),
    ...lines('dai_dien', 'Đại diện: '),
    ...when('so_nguoi', say('Số người tham gia: {so_nguoi}.')),
    head('III. NỘI DUNG'),
    ...when('doi_tuong', say('Đối tượng: {doi_tuong}{#thoi_ky}; {thoi_ky}{/thoi_ky}.')),
    ...lines('noi_dung'),
    ...BALANCES,
    head('IV. KẾT QUẢ'),
    ...lines('uu_diem'),
    ...when('co_kien_nghi', say('Tồn tại, kiến nghị:', { keepNext: true }), FINDINGS),
    ...lines('ket_luan'),
    say(
      'Kết thúc lúc {luc_ket_thuc}. Biên bản đã được đọc lại, những người dự nhất trí với nội dung trên./.',
    ),
    SIGNED_BY_TEAM,
  ],
};

const CONCLUSION: Sheet = {
  title: 'KẾT LUẬN',
  subject: '{ten_cuoc}',
  blocks: [
    ...GROUNDS,
    say(
      'Ngày {ngay}, đoàn kiểm tra do {truong_doan} chủ trì đã làm việc tại {dia_diem}{#doi_tuong} với {doi_tuong}{/doi_tuong}{#thoi_ky} ({thoi_ky}){/thoi_ky}. Sau khi xem xét, kết luận như sau:',
    ),
    head('I. KẾT QUẢ KIỂM TRA'),
    ...lines('noi_dung'),
    ...BALANCES,
    ...lines('uu_diem'),
    head('II. KẾT LUẬN'),
    ...lines('ket_luan'),
    ...when('co_kien_nghi', head('III. TỒN TẠI, KIẾN NGHỊ'), FINDINGS),
    say('Đề nghị nơi được kiểm tra khắc phục đúng hạn và báo cáo kết quả bằng văn bản./.'),
    signedWith('Nơi được kiểm tra', 'Ban Chấp hành (để báo cáo)', 'Lưu: VT, hồ sơ kiểm tra'),
  ],
};

interface ReportWords {
  subject: string;
  meetings: string;
  work: string;
  turns: boolean;
}
const report = ({ subject, meetings, work, turns }: ReportWords): Sheet => ({
  title: 'BÁO CÁO',
  subject,
  blocks: [
    ...GROUNDS,
    head('I. KẾT QUẢ THỰC HIỆN'),
    say(`1. ${meetings}: {so_hop} cuộc.`),
    say(
      `2. ${work}: kế hoạch năm có {so_ke_hoach} việc, đã làm {so_da_lam} việc{#so_ngoai_ke_hoach}; ngoài kế hoạch {so_ngoai_ke_hoach} cuộc{/so_ngoai_ke_hoach}. Trong năm đã tổ chức {so_cuoc} cuộc${turns ? '{#tong_luot}, có {tong_luot} lượt người tham gia{/tong_luot}' : ''}, gồm:`,
    ),
    ...lines('theo_loai', '- '),
    ...when(
      'co_cuoc',
      listTable(
        'cuoc',
        [
          ordinal(),
          column('Ngày', 24, '{ngay}', 'center'),
          column('Nội dung', '*', '{ten_cuoc}'),
          ...(turns
            ? [column('Số người', 20, '{luot}', 'center')]
            : [column('Đối tượng', 36, '{doi_tuong}')]),
          column('Kết quả', 48, '{ket_qua}'),
        ],
        12,
      ),
    ),
    ...when('chua_lam', say('Chưa làm {chua_lam} việc trong kế hoạch:'), ...lines('viec_chua_lam', '- ')),
    ...when(
      'co_kien_nghi',
      say(
        '3. Kiến nghị: {so_kien_nghi}; đã khắc phục {so_da_khac_phuc}; chưa khắc phục {so_chua_khac_phuc}{#so_qua_han}, trong đó {so_qua_han} kiến nghị quá hạn{/so_qua_han}.',
      ),
      MENDED,
    ),
    head('II. HẠN CHẾ'),
    ...lines('han_che', '- '),
    head('III. PHƯƠNG HƯỚNG'),
    ...lines('phuong_huong', '- '),
    signedWith('Công đoàn cấp trên (để báo cáo)', 'Ban Chấp hành', 'Lưu: VT, công đoàn'),
  ],
});

export const INSPECTION_SHEETS: Readonly<Record<InspectionTemplateKey, Sheet>> = {
  inspectionPlan: plan(
    'Kiểm tra, giám sát năm {nam_ke_hoach}',
    '{ten_cong_doan} xây dựng kế hoạch kiểm tra, giám sát năm {nam_ke_hoach} như sau:',
    'Ủy ban kiểm tra',
  ),
  inspectionMinutes: MINUTES,
  inspectionConclusion: CONCLUSION,
  inspectionReport: report({
    subject: 'Hoạt động của Ủy ban kiểm tra năm {nam_ke_hoach}',
    meetings: 'Họp Ủy ban kiểm tra',
    work: 'Kiểm tra, giám sát',
    turns: false,
  }),
  womenPlan: plan(
    'Hoạt động nữ công năm {nam_ke_hoach}',
    'Ban nữ công {ten_cong_doan} xây dựng kế hoạch hoạt động năm {nam_ke_hoach} như sau:',
    'Ban nữ công',
  ),
  womenMinutes: MINUTES,
  womenReport: report({
    subject: 'Hoạt động nữ công năm {nam_ke_hoach}',
    meetings: 'Họp Ban nữ công',
    work: 'Hoạt động nữ công',
    turns: true,
  }),
};
