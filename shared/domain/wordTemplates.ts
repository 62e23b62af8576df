/**
 * Word templates and the fields each may use. A field is written `{ten_su_kien}` in Word; `{TEN_SU_KIEN}` prints its
 * value in capitals; rows that repeat stand between `{#chuong_trinh}` and `{/chuong_trinh}`.
 */

import { INSPECTION_TEMPLATES } from './inspectionTemplates';
import { PROPOSAL_TEMPLATES } from './proposalTemplates';
import { REPORT_TEMPLATES } from './reportFields';
import { COMMON, field, list, type WordField } from './wordFields';

export type { WordField } from './wordFields';

export const WORD_TEMPLATES = [
  'invitation',
  'agenda',
  'minutes',
  'resolution',
  'thankYou',
  'condolence',
  'appeal',
  'emulationRegistration',
  'awardSubmission',
  'awardSummary',
  'personalReport',
  'collectiveReport',
  'councilMinutes',
  'report',
  'inspectionPlan',
  'inspectionMinutes',
  'inspectionConclusion',
  'inspectionReport',
  'womenPlan',
  'womenMinutes',
  'womenReport',
] as const;
export type WordTemplateKey = (typeof WORD_TEMPLATES)[number];

/** Templates that are filled from an event. */
export const EVENT_TEMPLATES = ['invitation', 'agenda', 'minutes', 'resolution'] as const;
export type EventTemplateKey = (typeof EVENT_TEMPLATES)[number];

/** What can be wrong with a tag of a template. */
export const TAG_PROBLEMS = [
  'unclosed',
  'unopened',
  'doubled',
  'unclosedList',
  'unopenedList',
  'mismatch',
  'unknown',
  'outside',
  'other',
] as const;
export type TagProblemCode = (typeof TAG_PROBLEMS)[number];

/** Values of a paper: texts, and lists of rows. Null is unknown and prints a blank to fill by hand. */
export type WordData = { [field: string]: string | null | readonly WordData[] };

const EVENT: readonly WordField[] = [
  field('ten_su_kien', 'tên chương trình', 'name of the event', 'Hội nghị Ban Chấp hành quý IV'),
  field('loai', 'loại hoạt động', 'kind of event', 'Họp Ban Chấp hành'),
  field('lan_thu', 'lần thứ mấy', 'its number', 'lần thứ II năm 2026'),
  field('thoi_gian', 'thời gian', 'time', '14 giờ 00, thứ sáu ngày 20 tháng 11 năm 2026'),
  field('gio_bat_dau', 'giờ bắt đầu', 'hour of the beginning', '14 giờ 00'),
  field('gio_ket_thuc', 'giờ kết thúc', 'hour of the end', '16 giờ 30'),
  field('ngay_to_chuc', 'ngày tổ chức viết đầy đủ', 'day of the event in full', 'ngày 20 tháng 11 năm 2026'),
  field('dia_diem', 'địa điểm', 'place', 'Hội trường tầng 3'),
  field('noi_dung', 'nội dung', 'content', 'Sơ kết công tác công đoàn, bàn việc quý sau'),
  field('ket_qua', 'kết quả đã ghi', 'result on record', 'Thống nhất kế hoạch quý sau'),
  field('don_vi_to_chuc', 'nơi tổ chức', 'organiser', 'Ban Chấp hành công đoàn cơ sở'),
];

const AGENDA = list(
  'chuong_trinh',
  'từng mục của chương trình',
  'each item of the agenda',
  field('stt', 'số thứ tự', 'number', '1'),
  field('gio', 'giờ', 'hour', '14 giờ 00'),
  field('viec', 'nội dung', 'item', 'Tuyên bố lý do, giới thiệu đại biểu'),
  field('phu_trach', 'người phụ trách', 'in charge', 'Đồng chí Lê Thị Mai'),
);

const ATTENDANCE: readonly WordField[] = [
  field('trieu_tap', 'số người triệu tập', 'people called', '15'),
  field('co_mat', 'số người có mặt', 'people present', '13'),
  field('vang', 'số người vắng', 'people absent', '02'),
  field('chu_toa', 'người chủ tọa', 'chair of the meeting', 'Hoàng Minh Tuệ'),
  field('thu_ky', 'thư ký', 'secretary', 'Nguyễn Thu Hà'),
  list(
    'vang_mat',
    'từng người vắng',
    'each person absent',
    field('stt', 'số thứ tự', 'number', '1'),
    field('ho_ten', 'họ và tên', 'name', 'Trần Văn Bình'),
    field('ly_do', 'lý do', 'reason', 'đi công tác'),
  ),
  field(
    'so_khach',
    'số khách mời; để trống thì ẩn cả đoạn',
    'number of guests; nothing hides the part',
    '02',
  ),
  list(
    'thanh_phan',
    'từng khách mời, theo thứ tự',
    'each guest, in order of precedence',
    field('stt', 'số thứ tự', 'number', '1'),
    field('ho_ten', 'họ và tên', 'name', 'Phạm Quốc Việt'),
    field('chuc_vu', 'chức vụ, nơi công tác', 'post', 'Giám đốc Trung tâm'),
    field(
      'khach',
      'họ tên kèm chức vụ, nơi công tác',
      'name with post',
      'Ông Phạm Quốc Việt, Phó Chủ tịch Liên đoàn Lao động tỉnh',
    ),
  ),
  list(
    'nhom',
    'từng thành phần triệu tập',
    'each group called',
    field('ten_nhom', 'tên thành phần', 'name of the group', 'Ủy viên Ban Chấp hành'),
    field('cau_nhom', 'có mặt bao nhiêu, đủ hay chưa đủ', 'how many came', 'có mặt 9/11 ủy viên, đủ 2/3'),
  ),
  field(
    'tuc_so',
    'câu về tỷ lệ có mặt',
    'sentence of the quorum',
    'Ủy viên Ban Chấp hành 9/11 ủy viên, đủ 2/3',
  ),
];

const ARTICLES = list(
  'quyet_nghi',
  'từng điều quyết nghị',
  'each article',
  field('dieu', 'số của điều', 'number of the article', '1'),
  field('noi_dung_dieu', 'nội dung của điều', 'text of the article', 'Thông qua kế hoạch công tác quý sau'),
  field('phieu', 'kết quả biểu quyết', 'votes', '9 tán thành, 0 không tán thành'),
);

const AFTER: readonly WordField[] = [
  list(
    'ket_luan',
    'từng dòng kết quả đã ghi',
    'each line of the result',
    field('dong', 'một dòng', 'one line', 'Thống nhất kế hoạch quý sau'),
  ),
  list(
    'bieu_quyet',
    'từng điều đã biểu quyết',
    'each vote',
    field('noi_dung_dieu', 'nội dung của điều', 'text of the article', 'Thông qua kế hoạch công tác quý sau'),
    field('phieu', 'kết quả biểu quyết', 'votes', '9 tán thành, 0 không tán thành'),
  ),
  field('luc_ket_thuc', 'giờ, ngày kết thúc', 'hour and day of the end', '16 giờ 30 cùng ngày'),
  list(
    'viec_tiep',
    'từng việc giao sau cuộc họp',
    'each follow-up',
    field('stt', 'số thứ tự', 'number', '1'),
    field('viec_can_lam', 'việc phải làm', 'what is to be done', 'Lập danh sách đoàn viên khó khăn'),
    field('noi_lam', 'nơi làm', 'owner', 'Ban nữ công'),
    field('han', 'hạn', 'deadline', '15/12/2026'),
  ),
];

const letter = (...more: WordField[]): readonly WordField[] => [
  field('nguoi_nhan', 'nơi nhận thư, người nhận thư', 'addressee', 'Công ty TNHH Dược phẩm Thảo Nguyên'),
  field('xung_ho', 'cách xưng với người nhận', 'form of address', 'Quý Công ty'),
  ...more,
];

export interface WordTemplate {
  key: WordTemplateKey;
  name: string;
  nameEn: string;
  /** Letters after the number of the paper: "GM"; null for letters without a number. */
  symbol: string | null;
  fields: readonly WordField[];
}

export const TEMPLATES: Readonly<Record<WordTemplateKey, WordTemplate>> = {
  invitation: {
    key: 'invitation',
    name: 'Giấy mời',
    nameEn: 'Invitation',
    symbol: 'GM',
    fields: [
      ...COMMON,
      ...EVENT,
      field('kinh_gui', 'người được mời', 'guest', 'Ông Phạm Quốc Việt, Giám đốc Trung tâm'),
      field('xung_ho', 'cách xưng với người được mời', 'form of address', 'Ông'),
    ],
  },
  agenda: {
    key: 'agenda',
    name: 'Chương trình',
    nameEn: 'Agenda',
    symbol: 'CTr',
    fields: [...COMMON, ...EVENT, AGENDA],
  },
  minutes: {
    key: 'minutes',
    name: 'Biên bản',
    nameEn: 'Minutes',
    symbol: 'BB',
    fields: [...COMMON, ...EVENT, ...ATTENDANCE, AGENDA, ARTICLES, ...AFTER],
  },
  resolution: {
    key: 'resolution',
    name: 'Nghị quyết',
    nameEn: 'Resolution',
    symbol: 'NQ',
    fields: [...COMMON, ...EVENT, ...ATTENDANCE, ARTICLES, ...AFTER],
  },
  thankYou: {
    key: 'thankYou',
    name: 'Thư cảm ơn',
    nameEn: 'Thank-you letter',
    symbol: null,
    fields: [
      ...COMMON,
      ...letter(
        field('dip', 'dịp', 'occasion', 'Nhân dịp Tết Bính Ngọ 2026'),
        field(
          'dong_gop',
          'điều đã giúp',
          'what was given',
          '120 suất quà, trị giá 60.000.000 đồng (Sáu mươi triệu đồng)',
        ),
        field('chuong_trinh_nhan', 'chương trình nhận giúp', 'for which programme', 'Tết Sum vầy'),
        field(
          'da_dung',
          'đã dùng vào việc gì',
          'what it was used for',
          'trao tận tay đoàn viên có hoàn cảnh khó khăn; danh sách ký nhận gửi kèm theo thư này',
        ),
      ),
    ],
  },
  condolence: {
    key: 'condolence',
    name: 'Thư chia buồn',
    nameEn: 'Letter of condolence',
    symbol: null,
    fields: [
      ...COMMON,
      field('nguoi_nhan', 'người nhận thư', 'addressee', 'đồng chí Nguyễn Thị Hoa cùng gia quyến'),
      field('xung_ho', 'cách xưng với người nhận', 'form of address', 'đồng chí'),
      field('nguoi_mat', 'người mất', 'the deceased', 'cụ Nguyễn Văn An'),
      field('quan_he', 'quan hệ với người nhận', 'relation', 'thân phụ của đồng chí'),
      field('huong_tho', 'hưởng thọ, hưởng dương', 'age', 'hưởng thọ 86 tuổi'),
      field('ngay_mat', 'ngày mất', 'date of death', 'ngày 18 tháng 11 năm 2026'),
    ],
  },
  ...PROPOSAL_TEMPLATES,
  ...REPORT_TEMPLATES,
  ...INSPECTION_TEMPLATES,
  appeal: {
    key: 'appeal',
    name: 'Thư kêu gọi',
    nameEn: 'Appeal',
    symbol: null,
    fields: [
      ...COMMON,
      field('nguoi_nhan', 'gửi tới ai', 'addressee', 'Toàn thể đoàn viên, viên chức, người lao động'),
      field('chu_de', 'cuộc vận động', 'the drive', 'Chung tay vì đồng nghiệp gặp khó khăn'),
      field('hoan_canh', 'hoàn cảnh, lý do', 'the need', 'Mưa lũ đã làm hư hỏng nhà của 06 đoàn viên'),
      field('muc_dich', 'dùng vào việc gì', 'what it is for', 'sửa nhà và mua lại đồ dùng thiết yếu'),
      field('muc_gop', 'mức gợi ý', 'suggested gift', 'một ngày lương hoặc tùy tâm'),
      field('han_gop', 'hạn nhận', 'until', 'hết ngày 30 tháng 11 năm 2026'),
      field('noi_nhan', 'nơi nhận đóng góp', 'where to give', 'Văn phòng công đoàn, gặp đồng chí thủ quỹ'),
    ],
  },
};

/** A sample of every field, for trying a template; lists have two rows. */
export function sampleOf(fields: readonly WordField[]): WordData {
  return Object.fromEntries(
    fields.map(({ tag, sample, rows }) => {
      if (!rows) return [tag, sample ?? null];
      const row = sampleOf(rows);
      return [
        tag,
        [row, { ...row, ...('stt' in row ? { stt: '2' } : {}), ...('dieu' in row ? { dieu: '2' } : {}) }],
      ];
    }),
  );
}

/** Every tag with its label, also those inside lists. */
export function tagsOf(fields: readonly WordField[]): Map<string, WordField> {
  const all = new Map<string, WordField>();
  for (const one of fields) {
    all.set(one.tag, one);
    for (const inner of one.rows ?? []) if (!all.has(inner.tag)) all.set(inner.tag, inner);
  }
  return all;
}

/**
 * A tag as it is looked up: small letters, no tones, words joined by "_". Word puts in capitals, spaces and marks that
 * nobody sees; none of them changes which field is meant.
 */
export function plainTag(tag: string): string {
  return tag
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .trim()
    .replace(/[\s\u00a0-]+/g, '_');
}

/** The tag is in capitals, so its value is printed so. */
export const isCapital = (tag: string): boolean => /\p{Lu}/u.test(tag) && tag === tag.toUpperCase();

/** The known tag nearest to a mistyped one; null when none is near. */
export function nearestTag(tag: string, known: Iterable<string>): string | null {
  const plain = plainTag(tag);
  let best: string | null = null;
  let least = Math.max(2, Math.floor(plain.length / 3)) + 1;
  for (const candidate of known) {
    const far = steps(plain, candidate);
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best ?? [...known].find((candidate) => sharesWords(plain, candidate)) ?? null;
}

function sharesWords(a: string, b: string): boolean {
  const words = a.split('_').filter((word) => word.length > 1);
  return words.length > 1 && words.filter((word) => b.split('_').includes(word)).length >= 2;
}

/** Letters to put in, take out or change. */
function steps(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
