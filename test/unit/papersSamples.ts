/** Invented data of the papers under test. */
import { join } from 'node:path';
import type { AwardDecisionData, AwardRecipient } from '../../electron/documents/papers/awardDecision';
import type { PaperUnit } from '../../electron/documents/papers/paper';
import type { SelfReviewData } from '../../electron/documents/papers/selfReview';
import type { SignInSheetData } from '../../electron/documents/papers/signInSheet';

export const fontsDir = join(__dirname, '../../resources/fonts');

export const unit: PaperUnit = {
  upperBody: 'Liên đoàn Lao động tỉnh Đồng Khê',
  body: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
  national: true,
  place: 'Suối Mơ',
};

const NAMES = [
  'Nguyễn Thị Hồng Đào',
  'H’Nguyệt Niê Kđăm',
  'Lý Y Ba',
  'Vàng A Chẩu',
  'Đỗ Thị Ngọc Ẩn',
  'Ksor Y Blang Thiên',
  'Trần Quang Huyễn',
  'Công Tằng Tôn Nữ Bích Phượng Uyên',
  'Lường Văn Phẩm',
  'Rơ Chăm H’Bưi',
];
const POSTS = ['Tổ trưởng Tổ Công đoàn', 'Điều dưỡng', 'Bác sĩ', 'Hộ lý', 'Kỹ thuật viên', null];
const DEPARTMENTS = ['Khoa Hồi sức cấp cứu – Chống độc', 'Khoa Kiểm soát bệnh tật – HIV/AIDS', 'Khoa Nhi'];

export const nameAt = (i: number): string => NAMES[i % NAMES.length]!;

export function signInData(perGroup = 7): SignInSheetData {
  return {
    unit,
    title: 'Danh sách đại biểu dự Hội nghị tổng kết',
    subject: 'hoạt động công đoàn năm 2026 và triển khai nhiệm vụ năm 2027',
    time: '14 giờ 00',
    date: '2026-12-18',
    place: 'Hội trường tầng 3',
    groups: DEPARTMENTS.map((name, d) => ({
      name,
      people: Array.from({ length: perGroup }, (_, i) => ({
        name: nameAt(d * perGroup + i),
        post: POSTS[i % POSTS.length] ?? null,
      })),
    })),
  };
}

const GROUPS: [string, string, number][] = [
  ['1', 'Đại diện, chăm lo, bảo vệ; tham gia quản lý, kiểm tra, giám sát', 40],
  ['2', 'Xây dựng tổ chức công đoàn', 40],
  ['3', 'Tuyên truyền và các hoạt động khác', 15],
  ['4', 'Điểm thưởng', 5],
];
const ITEMS = [
  'Phối hợp tổ chức Hội nghị CBCCVC đúng thời hạn',
  'Quy chế dân chủ ở cơ sở: tham gia xây dựng, giám sát thực hiện',
  'Thăm hỏi ốm đau, thai sản, hiếu hỷ',
  'Tỷ lệ tập hợp đoàn viên (≥ ngưỡng)',
  'Phong trào thi đua “Lao động giỏi – Lao động sáng tạo”',
];

export function selfReviewData(perGroup = 7): SelfReviewData {
  return {
    unit,
    year: 2026,
    criteriaFrom: '2026-10-01',
    dataUntil: '2026-11-30',
    groups: GROUPS.map(([code, title, max], g) => ({
      code,
      title,
      max,
      proposed: max - 2.5,
      score: max - 1.5,
      items: Array.from({ length: perGroup }, (_, i) => ({
        code: `${code}.${i + 1}`,
        title: ITEMS[(g + i) % ITEMS.length]!,
        max: 4,
        figure: i % 3 === 0 ? null : i % 3 === 1 ? '344/351 đoàn viên (98 %)' : '112 lượt',
        proposed: i % 3 === 0 ? null : 3.5,
        score: i === 3 ? null : 4,
        evidence: i % 2 === 0 ? 'Biên bản ngày 16/01/2026' : null,
      })),
    })),
    total: { max: 100, proposed: 90, score: 92.5 },
    rank: 'Hoàn thành xuất sắc nhiệm vụ',
    rankReason: 'ngưỡng 90 điểm; không nhóm tiêu chí nào dưới 50 % số điểm',
    confirmed: false,
    signer: { authority: ['TM. Ban Chấp hành', 'Chủ tịch'], name: 'Hoàng Minh Tuệ' },
    date: '2026-12-07',
  };
}

function recipient(name: string, post: string | null, amount: number, number: number): AwardRecipient {
  const registerNumber = `${String(number).padStart(3, '0')}/2026`;
  return { name, postAndUnit: post, amount, registerNumber };
}

export function awardDecisionData(people = 72): AwardDecisionData {
  return {
    unit,
    issuer: 'Ban Chấp hành Công đoàn cơ sở\nTrung tâm Y tế khu vực Suối Mơ',
    number: '27/QĐ-CĐCS',
    date: '2026-11-20',
    subject:
      'Về việc tặng Giấy khen cho tập thể, cá nhân\ncó thành tích xuất sắc trong hoạt động công đoàn năm 2026',
    form: 'Giấy khen của Ban Chấp hành Công đoàn cơ sở',
    achievement:
      'đã có thành tích xuất sắc trong phong trào thi đua “Lao động giỏi – Lao động sáng tạo” và xây dựng tổ chức Công đoàn vững mạnh năm 2026',
    basis: [
      'Căn cứ Điều lệ Công đoàn Việt Nam',
      'Căn cứ Quy chế khen thưởng hiện hành của Tổng Liên đoàn Lao động Việt Nam;',
      'Theo Biên bản họp xét khen thưởng ngày 18 tháng 11 năm 2026 của Ban Chấp hành',
    ],
    collectives: DEPARTMENTS.map((name, i) => recipient(`Tổ Công đoàn ${name}`, null, 600_000, i + 1)),
    households: [],
    individuals: Array.from({ length: people }, (_, i) =>
      recipient(`${i % 3 === 0 ? 'Bà' : 'Ông'} ${nameAt(i)}`, 'Điều dưỡng trưởng, Khoa Nhi', 300_000, i + 4),
    ),
    totalInWords: 'Hai mươi ba triệu bốn trăm nghìn đồng',
    moneySource: 'nguồn tài chính công đoàn cơ sở năm 2026',
    recipients: ['Như Điều 3', 'LĐLĐ tỉnh Đồng Khê (b/c)', 'Lưu: VT, BCH'],
    signer: { authority: ['TM. Ban Chấp hành', 'Chủ tịch'], name: 'Hoàng Minh Tuệ' },
    year: 2026,
  };
}
