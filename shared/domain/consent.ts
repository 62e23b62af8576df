/**
 * Purposes data of members are kept for, and consent to them (Luật 91/2025/QH15; cases.md section 4). What the law lets a
 * union keep without consent is for a lawyer to say, so each purpose holds whether the person has to agree.
 */
import { SENSITIVE_FIELD_GROUPS, type SensitiveFieldGroup } from './privateFields';

export const PURPOSES = [
  'basic',
  'photo',
  'publish',
  'party',
  'hardship',
  'health',
  'money',
  'ethnicity',
  'religion',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** How consent was given: silence and boxes ticked beforehand do not count. */
export const CONSENT_WAYS = ['paper', 'list', 'message', 'system'] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];

/** Whether a purpose asks for consent as long as the unit has not said otherwise. */
export const asksByDefault = (purpose: Purpose): boolean => purpose !== 'basic';

/** The group of sensitive fields a purpose is about. */
export const groupOfPurpose = (purpose: Purpose): SensitiveFieldGroup | null =>
  (SENSITIVE_FIELD_GROUPS as readonly string[]).includes(purpose) ? (purpose as SensitiveFieldGroup) : null;

/** Purposes in words, as they stand on papers. */
export const PURPOSE_NAMES: Readonly<Record<Purpose, string>> = {
  basic: 'Hồ sơ đoàn viên (họ tên, ngày sinh, nơi làm việc, liên hệ)',
  photo: 'Ảnh chân dung',
  publish: 'Nêu tên, hình ảnh khi khen thưởng, đưa tin hoạt động',
  party: 'Thông tin về Đảng',
  hardship: 'Hoàn cảnh khó khăn',
  health: 'Tình trạng sức khỏe',
  money: 'Lương, mức đóng đoàn phí, tài khoản',
  ethnicity: 'Dân tộc',
  religion: 'Tôn giáo',
};
