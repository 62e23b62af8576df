/** Word lists for setting Vietnamese lines. Data: extend freely, lower case, NFC. */

/** Compounds (từ ghép) that a line break should not part. */
export const COMPOUNDS: readonly string[] = [
  'thi đua',
  'xây dựng',
  'công đoàn',
  'lao động',
  'sáng tạo',
  'phong trào',
  'thành tích',
  'xuất sắc',
  'tiêu biểu',
  'vững mạnh',
  'tổ chức',
  'cơ sở',
  'đoàn viên',
  'công nhân',
  'viên chức',
  'công chức',
  'người lao động',
  'cán bộ',
  'nhiệm vụ',
  'chính trị',
  'đơn vị',
  'giai đoạn',
  'hoàn thành',
  'phong cách',
  'thái độ',
  'phục vụ',
  'người bệnh',
  'hài lòng',
  'sự hài lòng',
  'đổi mới',
  'y tế',
  'bệnh viện',
  'bệnh tật',
  'trung tâm',
  'khu vực',
  'trưởng khoa',
  'điều dưỡng',
  'kỹ thuật viên',
  'hộ sinh',
  'bác sĩ',
  'dược sĩ',
  'hồi sức',
  'cấp cứu',
  'chống độc',
  'gây mê',
  'xét nghiệm',
  'chẩn đoán',
  'hình ảnh',
  'kiểm soát',
  'nữ công',
  'ban nữ công',
  'chấp hành',
  'ban chấp hành',
  'ban thường vụ',
  'ủy viên',
  'uỷ viên',
  'chủ tịch',
  'phó chủ tịch',
  'tổ trưởng',
  'phó trưởng',
  'tổ phó',
  'liên đoàn',
  'liên khoa',
  'giải thưởng',
  'danh hiệu',
  'gia đình',
  'tập thể',
  'cá nhân',
  'chuyên môn',
  'chăm sóc',
  'sức khỏe',
  'sức khoẻ',
  'nhân dân',
  'sinh sản',
  'khám bệnh',
  'chữa bệnh',
  'bảo vệ',
  'quyền lợi',
  'lợi ích',
  'hợp pháp',
  'chính đáng',
  'đại hội',
  'nghị quyết',
  'nhiệm kỳ',
  'kế hoạch',
  'chuyên đề',
  'tuyên truyền',
  'phổ biến',
  'pháp luật',
  'nghiên cứu',
  'khoa học',
  'sáng kiến',
  'cải tiến',
  'kỹ thuật',
  'văn hóa',
  'văn hoá',
  'văn nghệ',
  'thể thao',
  'thể dục',
  'hội thao',
  'hội thi',
  'hội diễn',
  'giao lưu',
  'tham gia',
  'tích cực',
  'đóng góp',
  'góp phần',
  'hiến máu',
  'tình nguyện',
  'nhân đạo',
  'từ thiện',
  'hoạt động',
  'công tác',
  'phòng chống',
  'dịch bệnh',
  'đoàn kết',
  'dân chủ',
  'kỷ cương',
  'tình thương',
  'trách nhiệm',
  'giỏi việc nước',
  'đảm việc nhà',
  'phụ nữ',
  'bình đẳng giới',
  'an toàn',
  'vệ sinh',
  'môi trường',
  'chất lượng',
  'hiệu quả',
  'năng suất',
  'quản lý',
  'nâng cao',
  'phát triển',
  'kinh tế',
  'xã hội',
  'đất nước',
  'quê hương',
  'học tập',
  'làm theo',
  'tư tưởng',
  'đạo đức',
  'hồ chí minh',
  'giáo viên',
  'học sinh',
  'nhà trường',
  'giáo dục',
  'đào tạo',
  'chuyển đổi số',
  'công nghệ',
  'thông tin',
  'đồng chí',
  'chi nhánh',
  'phân xưởng',
  'sản xuất',
  'kinh doanh',
  'doanh nghiệp',
  'công ty',
  'hợp tác',
];

/** Words before which a line likes to break. */
export const OPENERS: ReadonlySet<string> = new Set(['trong', 'và', 'góp', 'gắn', 'hướng', 'cho', 'với']);

/** Forms of address that stay with the first word of the name. */
export const HONORIFICS: ReadonlySet<string> = new Set([
  'ông',
  'bà',
  'anh',
  'chị',
  'cô',
  'chú',
  'em',
  'bác',
  'cụ',
]);

/** Words that stay with the number after them: ngày 5, Điều 1. */
export const BEFORE_NUMBER: ReadonlySet<string> = new Set([
  'ngày',
  'tháng',
  'quý',
  'điều',
  'khoản',
  'điểm',
  'chương',
  'mục',
  'số',
  'tổ',
  'khóa',
  'khoá',
  'hạng',
]);

/** Units that stay with the number before them: 68 %, 24 tiết. */
export const UNITS: ReadonlySet<string> = new Set([
  '%',
  '‰',
  'đồng',
  'đ',
  'vnđ',
  'km',
  'm',
  'cm',
  'mm',
  'kg',
  'g',
  'lít',
  'ml',
  'giờ',
  'phút',
  'tiết',
  'tuổi',
  'người',
  'lượt',
  'suất',
  'tập',
  'triệu',
  'tỷ',
  'nghìn',
]);

/** Prices of a set of lines; the cheapest set wins. */
export interface BreakingPrices {
  /** Times the sum of squares of how far lines differ from their mean, in widths of the box. */
  readonly uneven: number;
  /** Each line beyond two. */
  readonly line: number;
  /** Each half point of shrinking. */
  readonly shrink: number;
  /** A break inside “…”. */
  readonly quoted: number;
  readonly compound: number;
  readonly number: number;
  readonly dash: number;
  readonly opener: number;
  readonly comma: number;
}

/** How Vietnamese lines may break, as an office may change it: words in lower case, and the prices. */
export interface BreakingRules {
  readonly compounds: readonly string[];
  readonly openers: readonly string[];
  readonly honorifics: readonly string[];
  readonly beforeNumber: readonly string[];
  readonly units: readonly string[];
  readonly prices: BreakingPrices;
}

export const SHIPPED_RULES: BreakingRules = {
  compounds: COMPOUNDS,
  openers: [...OPENERS],
  honorifics: [...HONORIFICS],
  beforeNumber: [...BEFORE_NUMBER],
  units: [...UNITS],
  prices: {
    uneven: 180,
    line: 16,
    shrink: 7,
    quoted: 45,
    compound: 60,
    number: 80,
    dash: 40,
    opener: -9,
    comma: -14,
  },
};

/** The rules made ready for looking up. */
export interface Breaking {
  /** Syllables of each compound by its first one. */
  readonly compounds: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly openers: ReadonlySet<string>;
  readonly honorifics: ReadonlySet<string>;
  readonly beforeNumber: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly prices: BreakingPrices;
}

export function readyRules(rules: BreakingRules): Breaking {
  const compounds = new Map<string, string[][]>();
  for (const compound of rules.compounds) {
    const syllables = compound.split(' ');
    const first = syllables[0] as string;
    compounds.set(first, [...(compounds.get(first) ?? []), syllables]);
  }
  return {
    compounds,
    openers: new Set(rules.openers),
    honorifics: new Set(rules.honorifics),
    beforeNumber: new Set(rules.beforeNumber),
    units: new Set(rules.units),
    prices: rules.prices,
  };
}

/** What holds until an office changes it. */
export const SHIPPED_BREAKING: Breaking = readyRules(SHIPPED_RULES);
