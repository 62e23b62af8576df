/**
 * Templates of the events every grassroots union holds (mẫu chương trình thường dùng), offered to an office that has
 * none yet. `{năm}` in a name stands for the year of the event made from it.
 */
import type { EventKindCode } from './eventKinds';
import type { AttendeeGroupKind, QuorumCode } from './eventPlans';

interface UsualTemplate {
  readonly name: string;
  readonly kind: EventKindCode;
  readonly eventName: string;
  readonly content: string;
  readonly groups: readonly { readonly kind: AttendeeGroupKind; readonly quorum?: QuorumCode }[];
  readonly agenda: readonly { readonly text: string; readonly who?: string }[];
}

export const USUAL_TEMPLATES: readonly UsualTemplate[] = [
  {
    name: 'Họp Ban Chấp hành thường kỳ',
    kind: 'committee_meeting',
    eventName: 'Họp Ban Chấp hành thường kỳ',
    content: 'Đánh giá công tác tháng trước, bàn nhiệm vụ tháng tới.',
    groups: [{ kind: 'executive', quorum: 'twoThirds' }],
    agenda: [
      { text: 'Điểm danh, thông qua chương trình', who: 'Chủ tọa' },
      { text: 'Báo cáo công tác tháng trước', who: 'Chủ tịch' },
      { text: 'Thảo luận, bàn nhiệm vụ tháng tới' },
      { text: 'Biểu quyết nghị quyết', who: 'Chủ tọa' },
      { text: 'Kết luận', who: 'Chủ tịch' },
    ],
  },
  {
    name: 'Hội nghị tổng kết năm',
    kind: 'year_review',
    eventName: 'Hội nghị tổng kết công tác công đoàn năm {năm}',
    content: 'Tổng kết công tác công đoàn trong năm, bàn phương hướng năm tới, khen thưởng.',
    groups: [
      { kind: 'guests' },
      { kind: 'executive' },
      { kind: 'inspection' },
      { kind: 'chairs' },
      { kind: 'vices' },
    ],
    agenda: [
      { text: 'Ổn định tổ chức, tuyên bố lý do, giới thiệu đại biểu', who: 'Ban tổ chức' },
      { text: 'Báo cáo tổng kết năm {năm}', who: 'Chủ tịch' },
      { text: 'Báo cáo của Ủy ban kiểm tra', who: 'Chủ nhiệm Ủy ban kiểm tra' },
      { text: 'Thảo luận, ý kiến phát biểu' },
      { text: 'Phát biểu chỉ đạo', who: 'Đại diện công đoàn cấp trên' },
      { text: 'Công bố quyết định, trao khen thưởng', who: 'Ban tổ chức' },
      { text: 'Kết luận, bế mạc', who: 'Chủ tịch' },
    ],
  },
  {
    name: 'Lớp tập huấn nghiệp vụ công đoàn',
    kind: 'training',
    eventName: 'Tập huấn nghiệp vụ công đoàn năm {năm}',
    content: 'Bồi dưỡng nghiệp vụ cho ủy viên Ban Chấp hành, tổ trưởng, tổ phó công đoàn.',
    groups: [{ kind: 'executive' }, { kind: 'chairs' }, { kind: 'vices' }],
    agenda: [
      { text: 'Khai mạc', who: 'Chủ tịch' },
      { text: 'Các chuyên đề', who: 'Báo cáo viên' },
      { text: 'Trao đổi, giải đáp' },
      { text: 'Bế mạc', who: 'Ban tổ chức' },
    ],
  },
  {
    name: 'Hội thao công đoàn',
    kind: 'sports',
    eventName: 'Hội thao công đoàn năm {năm}',
    content: 'Thi đấu thể thao giữa các khoa, phòng và tổ công đoàn.',
    groups: [],
    agenda: [
      { text: 'Khai mạc, giới thiệu các đội', who: 'Ban tổ chức' },
      { text: 'Thi đấu các môn', who: 'Tổ trọng tài' },
      { text: 'Công bố kết quả, trao giải, bế mạc', who: 'Ban tổ chức' },
    ],
  },
  {
    name: 'Gặp mặt ngày 8/3',
    kind: 'womens_day',
    eventName: 'Gặp mặt nữ đoàn viên ngày Quốc tế Phụ nữ 8/3 năm {năm}',
    content: 'Ôn truyền thống, tặng quà, giao lưu.',
    groups: [],
    agenda: [
      { text: 'Văn nghệ chào mừng', who: 'Ban nữ công' },
      { text: 'Ôn truyền thống ngày Quốc tế Phụ nữ', who: 'Ban nữ công' },
      { text: 'Chúc mừng, tặng quà', who: 'Chủ tịch' },
    ],
  },
  {
    name: 'Kiểm tra của Ủy ban kiểm tra',
    kind: 'inspection',
    eventName: 'Kiểm tra việc chấp hành Điều lệ và thu, chi tài chính năm {năm}',
    content: 'Kiểm tra tổ công đoàn theo chương trình công tác của Ủy ban kiểm tra.',
    groups: [{ kind: 'inspection' }],
    agenda: [
      { text: 'Công bố quyết định, thành phần đoàn kiểm tra', who: 'Trưởng đoàn' },
      { text: 'Nghe báo cáo, xem sổ sách, chứng từ' },
      { text: 'Thông qua biên bản kiểm tra', who: 'Thư ký' },
    ],
  },
];
