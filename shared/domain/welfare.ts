/** Gift campaigns (đợt quà, đợt chăm lo): states, categories of recipients, sources, warnings. */
import type { Locale } from '../text/locale';
import { formatMoney, type Vagueness } from '../text/numbers';
import { formatCountOf } from './counts';

/** Đang lập, đã chốt danh sách, đã phát, đối chiếu xong. */
export const CAMPAIGN_STATES = ['draft', 'listed', 'given', 'settled'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];
/** A list of people, or a count that only a source tells of. */
export const CAMPAIGN_KINDS = ['list', 'count'] as const;

/** Why somebody is given: what a line is worth follows it. */
export const GIFT_CATEGORIES = [
  'standard',
  'hard',
  'very_hard',
  'ill',
  'maternity',
  'women',
  'child',
  'policy',
  'retired',
  'collective',
  'outsider',
] as const;
export type GiftCategory = (typeof GIFT_CATEGORIES)[number];

/** Own fund, union above, employer, sponsor. */
export const GIFT_SOURCES = ['own', 'above', 'employer', 'sponsor'] as const;
export type GiftSource = (typeof GIFT_SOURCES)[number];

/** What is looked at before a list is printed. */
export const GIFT_WARNINGS = ['twice', 'other', 'household', 'passed', 'inactive', 'noDepartment'] as const;
export type GiftWarning = (typeof GIFT_WARNINGS)[number];

/** Members of the chosen group who got nothing at the occasion in so many years are told of. */
export const PASSED_YEARS = 3;

/** Vietnamese name of a category on papers. */
export const CATEGORY_WORDS: Readonly<Record<GiftCategory, string>> = {
  standard: 'Bình thường',
  hard: 'Khó khăn',
  very_hard: 'Đặc biệt khó khăn',
  ill: 'Ốm đau, bệnh hiểm nghèo',
  maternity: 'Thai sản',
  women: 'Nữ đoàn viên',
  child: 'Con đoàn viên',
  policy: 'Gia đình chính sách',
  retired: 'Hưu trí',
  collective: 'Tập thể',
  outsider: 'Người ngoài đơn vị',
};

/** Worth of one gift on average, in whole đồng, half up; null without gifts. */
export function meanWorth(total: number, gifts: number): number | null {
  return gifts > 0 ? Math.floor((2 * total + gifts) / (2 * gifts)) : null;
}

/** "500.000 đ", "Hộp sữa trị giá 300.000 đ", "500.000 đ và hộp sữa". */
export function giftWords(
  gift: { cash: number; kindText: string | null; kindValue: number },
  locale: Locale = 'vi',
): string {
  const worth = locale === 'vi' ? 'trị giá' : 'worth';
  const kind =
    gift.kindText === null
      ? gift.kindValue > 0
        ? `${locale === 'vi' ? 'quà' : 'a gift'} ${worth} ${formatMoney(gift.kindValue, locale)}`
        : null
      : gift.kindValue > 0
        ? `${gift.kindText} ${worth} ${formatMoney(gift.kindValue, locale)}`
        : gift.kindText;
  const cash = gift.cash > 0 || kind === null ? formatMoney(gift.cash, locale) : null;
  const text = [cash, kind].filter(Boolean).join(locale === 'vi' ? ' và ' : ' and ');
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** "hàng trăm suất", "hơn 344 suất". */
export const countWords = (
  count: { value: number | null; flag: Vagueness; wording: string | null },
  locale: Locale = 'vi',
): string =>
  formatCountOf(
    {
      value: count.value,
      unit: 'gift',
      flag: count.flag,
      ...(count.wording === null ? {} : { wording: count.wording }),
    },
    locale,
  );
