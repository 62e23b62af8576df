/**
 * Sentences officers write in reports, by area, as data. `{id}` is a figure of the catalogue of indicators; a sentence
 * whose figures are not on record says that they are not.
 */
import { INDICATORS, type IndicatorId } from './indicators';

export const SENTENCE_AREAS = [
  'members',
  'organisation',
  'welfare',
  'events',
  'awards',
  'training',
  'women',
  'inspection',
  'opinions',
  'agreements',
  'funds',
] as const;
export type SentenceArea = (typeof SENTENCE_AREAS)[number];

export interface CatalogueSentence {
  readonly key: string;
  readonly area: SentenceArea;
  /** Said with "chưa có số liệu" while nothing is on record. */
  readonly name: string;
  readonly nameEn: string;
  readonly template: string;
}

const said = (
  key: string,
  area: SentenceArea,
  [name, nameEn]: readonly [string, string],
  template: string,
): CatalogueSentence => ({ key, area, name, nameEn, template });

const MEMBERS: readonly CatalogueSentence[] = [
  said(
    'members.strength',
    'members',
    ['Đội ngũ đoàn viên', 'Strength of the union'],
    'Công đoàn cơ sở có {members.active} đoàn viên, trong đó nữ {members.female} đoàn viên{?, sinh hoạt tại {organisation.groups} tổ công đoàn?}{? thuộc {organisation.departments} khoa, phòng?}.',
  ),
  said(
    'members.rate',
    'members',
    ['Tỷ lệ tập hợp đoàn viên', 'Membership rate'],
    'Tỷ lệ tập hợp đoàn viên đạt {members.gatherRate|rate} ({members.gatherRate|fraction} người lao động).',
  ),
  said(
    'members.party',
    'members',
    ['Đảng viên trong đoàn viên', 'Party members'],
    'Trong đoàn viên có {members.party} đảng viên.',
  ),
  said(
    'members.joined',
    'members',
    ['Phát triển đoàn viên', 'New members'],
    'Trong kỳ đã kết nạp {members.joined|two} đoàn viên mới{?; {members.left|two} đoàn viên thôi sinh hoạt do chuyển công tác, nghỉ hưu, thôi việc?}.',
  ),
  said(
    'members.partyJoined',
    'members',
    ['Phát triển đảng viên', 'Admissions to the Party'],
    'Công đoàn giới thiệu, tạo điều kiện để {members.partyJoined|two} đoàn viên ưu tú được kết nạp vào Đảng.',
  ),
  said(
    'members.records',
    'members',
    ['Hồ sơ đoàn viên', 'Records of members'],
    'Hồ sơ đoàn viên được cập nhật đầy đủ {members.completeness|fraction}, đạt {members.completeness|rate}.',
  ),
  said(
    'organisation.units',
    'organisation',
    ['Công đoàn trực thuộc', 'Affiliated unions'],
    'Có {organisation.unionsActive}/{organisation.unions} tổ công đoàn, công đoàn bộ phận hoạt động ổn định.',
  ),
  said(
    'organisation.meetings',
    'organisation',
    ['Họp Ban Chấp hành', 'Committee meetings'],
    'Ban Chấp hành họp {events.kind.committee_meeting|two} cuộc{?, các tổ công đoàn sinh hoạt {events.kind.group_meeting|two} cuộc?}.',
  ),
];

const WELFARE: readonly CatalogueSentence[] = [
  said(
    'welfare.gifts',
    'welfare',
    ['Tặng quà', 'Gifts'],
    'Tổ chức tặng {welfare.gifts} suất quà cho đoàn viên, người lao động, trị giá {welfare.giftMoney}.',
  ),
  said(
    'welfare.spending',
    'welfare',
    ['Chi chăm lo đoàn viên', 'Spending on care'],
    'Đã chi {welfare.giftMoney|over} chăm lo cho đoàn viên, người lao động bằng các suất quà.',
  ),
  said(
    'welfare.visits',
    'welfare',
    ['Thăm hỏi', 'Visits'],
    'Thăm hỏi {welfare.visitsOnce} lượt đoàn viên và người thân khi ốm đau, thai sản, hiếu, hỉ{?, số tiền {welfare.visitMoney}?}.',
  ),
  said(
    'welfare.cases',
    'welfare',
    ['Trợ giúp đoàn viên khó khăn', 'Help in hardship'],
    'Đã hoàn thành {welfare.casesFinished|two} hồ sơ trợ giúp, hỗ trợ nhà ở{?, số tiền {welfare.caseMoney}?}{?; đang theo dõi {welfare.casesOpen|two} hồ sơ?}.',
  ),
  said(
    'welfare.staffConference',
    'welfare',
    ['Hội nghị cán bộ, viên chức', 'Staff conference'],
    'Phối hợp với chuyên môn tổ chức {democracy.conferences|two} hội nghị cán bộ, viên chức, người lao động.',
  ),
  said(
    'donors.money',
    'welfare',
    ['Vận động tài trợ', 'Donors'],
    'Vận động {donors.gifts|two} lượt tài trợ{?, số tiền {donors.money}?}.',
  ),
  said(
    'drives.money',
    'welfare',
    ['Ủng hộ các quỹ', 'Drives'],
    'Đoàn viên ủng hộ các cuộc vận động {drives.money}{?, tỷ lệ tham gia {drives.rate|rate} ({drives.rate|fraction} đoàn viên)?}.',
  ),
];

const EVENTS: readonly CatalogueSentence[] = [
  said(
    'events.all',
    'events',
    ['Hoạt động trong kỳ', 'Events of the period'],
    'Trong kỳ đã tổ chức {events.all} hoạt động{?, thu hút {events.turns} lượt đoàn viên, người lao động tham gia?}.',
  ),
  said(
    'events.communication',
    'events',
    ['Tuyên truyền, phổ biến pháp luật', 'Communication of law'],
    'Tổ chức {events.kind.communication|two} buổi tuyên truyền, phổ biến chủ trương, chính sách{?, có {events.turnsOf.communication} lượt người dự?}.',
  ),
  said(
    'events.contests',
    'events',
    ['Cuộc thi, hội thi', 'Contests'],
    'Tham gia, tổ chức {events.group.contest|two} cuộc thi, hội thi{?, trong đó thi trực tuyến có {events.turnsOf.online_contest} lượt tham gia?}.',
  ),
  said(
    'events.culture',
    'events',
    ['Văn hóa, thể thao', 'Culture and sport'],
    'Tổ chức {events.group.culture|two} hoạt động văn hóa, văn nghệ, thể thao, kỷ niệm các ngày lễ.',
  ),
  said(
    'events.blood',
    'events',
    ['Hiến máu tình nguyện', 'Blood donation'],
    'Có {events.turnsOf.blood_donation} lượt đoàn viên tham gia hiến máu tình nguyện.',
  ),
  said(
    'training.classes',
    'training',
    ['Tập huấn cán bộ công đoàn', 'Training of officers'],
    'Mở {events.kind.training|two} lớp tập huấn nghiệp vụ{?, có {events.turnsOf.training} lượt cán bộ công đoàn dự?}.',
  ),
];

const AWARDS: readonly CatalogueSentence[] = [
  said(
    'awards.movements',
    'awards',
    ['Phong trào thi đua', 'Emulation movements'],
    'Phát động {movements.launched|two} phong trào thi đua{?; có {movements.unitsRegistered|two} đơn vị?}{? và {movements.peopleRegistered} người đăng ký?}{?; {movements.peopleAchieved} người đạt kết quả?}.',
  ),
  said(
    'awards.given',
    'awards',
    ['Khen thưởng', 'Awards'],
    'Kết quả khen thưởng: {awards.collective|two} tập thể và {awards.individual|two} cá nhân{?, {awards.household|two} gia đình?} được khen{?, trong đó {awards.upper|two} khen thưởng từ cấp tỉnh, ngành trở lên?}.',
  ),
  said(
    'awards.initiatives',
    'awards',
    ['Sáng kiến, lao động sáng tạo', 'Initiatives'],
    'Có {awards.initiative|two} khen thưởng sáng kiến, lao động sáng tạo.',
  ),
  said(
    'women.awards',
    'women',
    ['Giỏi việc nước – đảm việc nhà', 'Women’s titles'],
    'Có {awards.women|two} khen thưởng phong trào “Giỏi việc nước – Đảm việc nhà”.',
  ),
  said(
    'women.days',
    'women',
    ['Hoạt động nữ công', 'Women’s work'],
    'Tổ chức {events.kind.womens_day|two} hoạt động ngày 08/3{? và {events.kind.vietnamese_womens_day|two} hoạt động ngày 20/10?} cho nữ đoàn viên.',
  ),
];

const OVERSIGHT: readonly CatalogueSentence[] = [
  said(
    'inspection.done',
    'inspection',
    ['Kiểm tra, giám sát', 'Inspection and supervision'],
    'Ủy ban kiểm tra thực hiện {inspection.held|two} cuộc kiểm tra, giám sát{?, trong đó {inspection.charter|two} cuộc kiểm tra chấp hành Điều lệ?}{?, {inspection.finance|two} cuộc kiểm tra tài chính?}{?; có {inspection.findings|two} kiến nghị?}{?, đã khắc phục {inspection.mended|two}?}.',
  ),
  said(
    'funds.money',
    'funds',
    ['Tài chính công đoàn', 'Union finance'],
    'Tổng thu các quỹ {funds.income|full}; tổng chi {funds.spending|full}.',
  ),
  said(
    'funds.dues',
    'funds',
    ['Thu đoàn phí', 'Dues'],
    'Thu đoàn phí {dues.collected|full}{?, đạt {dues.rate|rate} số phải thu?}.',
  ),
];

const DEMOCRACY: readonly CatalogueSentence[] = [
  said(
    'opinions.received',
    'opinions',
    ['Ý kiến, kiến nghị của đoàn viên', 'Opinions of members'],
    'Tiếp nhận {opinions.received|two} ý kiến, kiến nghị của đoàn viên, người lao động{?; đã trả lời {opinions.answered|two}?}{?; đang giải quyết {opinions.open|two}?}.',
  ),
  said(
    'opinions.petitions',
    'opinions',
    ['Đơn thư', 'Petitions'],
    'Tiếp nhận {opinions.petitions|two} đơn thư{?; đã giải quyết {opinions.petitionsAnswered|two}?}.',
  ),
  said(
    'democracy.dialogues',
    'opinions',
    ['Đối thoại tại nơi làm việc', 'Workplace dialogues'],
    'Phối hợp tổ chức {democracy.dialogues|two} cuộc đối thoại tại nơi làm việc.',
  ),
  said(
    'democracy.participation',
    'opinions',
    ['Tham gia quản lý', 'Part in management'],
    'Tham gia góp ý {democracy.comments|two} dự thảo văn bản, quy chế{?; xây dựng {democracy.programmes|two} chương trình, kế hoạch?}{?; dự {democracy.meetings|two} cuộc họp của cơ quan, hội đồng?}.',
  ),
  said(
    'agreements.kept',
    'agreements',
    ['Thực hiện quy chế phối hợp', 'Agreements'],
    'Có {agreements.inForce|two} quy chế, chương trình phối hợp đang thực hiện{?; đã làm {agreements.works|two} việc?}{?, hoàn thành {agreements.kept|two} cam kết?}{?, kinh phí {agreements.money}?}.',
  ),
];

/** The catalogue, in the order the picker shows it. */
export const SENTENCES: readonly CatalogueSentence[] = [
  ...MEMBERS,
  ...WELFARE,
  ...EVENTS,
  ...AWARDS,
  ...OVERSIGHT,
  ...DEMOCRACY,
];

const byKey = new Map(SENTENCES.map((one) => [one.key, one]));
export const sentenceOf = (key: string): CatalogueSentence | undefined => byKey.get(key);

/** A sentence of its own for any figure of the catalogue: "Đoàn viên nữ: 214 đoàn viên." */
export function sentenceOfIndicator(id: IndicatorId): CatalogueSentence {
  const { label, labelEn, noun, unit } = INDICATORS.find((one) => one.id === id)!;
  const words = unit === 'money' || unit === 'percent' ? '' : ` ${noun}`;
  const rate = unit === 'percent' ? ` ({${id}|fraction})` : '';
  return {
    key: `indicator:${id}`,
    area: 'members',
    name: label,
    nameEn: labelEn,
    template: `${label}: {${id}}${rate}${words}.`,
  };
}
