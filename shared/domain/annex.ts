/**
 * The statistical annex (phụ lục số liệu) of domain.md 2.2: its lines in order, each an indicator or a few. Mark C: a
 * figure of this kind stands in a published report; B: the office's own, never shown as an official line.
 */

import type { Locale } from '../text/locale';
import { EDUCATION_LEVELS, GROUP_CLASSES } from './annexIndicators';
import { VISIT_REASONS } from './annexSums';
import type { IndicatorUnit, Pair } from './indicator';
import { type IndicatorId, indicatorOf } from './indicators';

export type AnnexMark = 'B' | 'C';
export interface AnnexLine {
  readonly code: string;
  readonly mark: AnnexMark;
  readonly ids: readonly IndicatorId[];
}
export interface AnnexSection {
  readonly code: string;
  readonly title: Pair;
  readonly lines: readonly AnnexLine[];
}

const line = (code: string, mark: AnnexMark, ...ids: IndicatorId[]): AnnexLine => ({ code, mark, ids });

export const ANNEX: readonly AnnexSection[] = [
  {
    code: '1',
    title: ['Đoàn viên, tổ chức', 'Members and organisation'],
    lines: [
      line('1.1', 'C', 'organisation.staff'),
      line('1.2', 'C', 'organisation.staffFemale'),
      line('1.3', 'C', 'members.active'),
      line('1.4', 'C', 'members.female'),
      line('1.5', 'C', 'members.joined'),
      line(
        '1.6',
        'B',
        'members.transferredIn',
        'members.transferredOut',
        'members.leftUnion',
        'members.retired',
        'members.lost',
      ),
      line('1.7', 'C', 'organisation.groups', 'organisation.sections'),
      line('1.8', 'C', 'members.party'),
      line('1.9', 'C', 'party.nominated', 'members.partyJoined'),
      line('1.10', 'C', ...EDUCATION_LEVELS.map((level) => `members.education.${level}` as const)),
      line('1.11', 'B', 'members.ethnic'),
    ],
  },
  {
    code: '2',
    title: ['Chăm lo, bảo vệ', 'Care and protection'],
    lines: [
      line('2.1', 'C', 'democracy.conferences'),
      line('2.2', 'B', 'democracy.dialogues', 'democracy.comments', 'democracy.supervisions'),
      line(
        '2.3',
        'C',
        'welfare.visits',
        'welfare.visitMoney',
        ...VISIT_REASONS.flatMap((reason) => [
          `welfare.visitsOf.${reason}` as const,
          `welfare.visitMoneyOf.${reason}` as const,
        ]),
      ),
      line('2.4', 'C', 'welfare.helpTurns', 'welfare.helpMoney'),
      line('2.5', 'C', 'welfare.giftsOf.tet', 'welfare.giftMoneyOf.tet'),
      line('2.6', 'C', 'welfare.giftsOf.children', 'welfare.giftMoneyOf.children'),
      line('2.7', 'C', 'events.turnsOf.excursion', 'events.excursionMoney'),
      line('2.8', 'C', 'welfare.houses', 'welfare.houseMoney'),
      line(
        '2.9',
        'C',
        'welfare.giftsOf.workers',
        'welfare.giftMoneyOf.workers',
        'events.turnsOf.workers_month',
        'events.kind.tet',
        'events.turnsOf.union_meal',
      ),
    ],
  },
  {
    code: '3',
    title: ['Tuyên truyền, phong trào', 'Information and movements'],
    lines: [
      line('3.1', 'C', 'events.kind.communication', 'events.turnsOf.communication'),
      line('3.2', 'C', 'events.resolutionStudy'),
      line('3.3', 'C', 'events.turnsOf.online_contest', 'events.onlineRate'),
      line('3.4', 'C', 'events.festivals', 'events.festivalTurns'),
      line('3.5', 'C', 'events.bloodUnits', 'events.turnsOf.blood_donation'),
    ],
  },
  {
    code: '4',
    title: ['Thi đua', 'Emulation'],
    lines: [
      line('4.1', 'C', 'awards.initiative'),
      line('4.2', 'C', 'events.conduct'),
      line('4.3', 'C', 'awards.womenRegistered', 'awards.womenRate'),
    ],
  },
  {
    code: '5',
    title: ['Tổ chức, kiểm tra', 'Organisation and inspection'],
    lines: [
      line('5.1', 'B', 'events.kind.committee_meeting', 'inspection.meetings', 'women.meetings'),
      line('5.2', 'C', 'events.kind.training', 'events.turnsOf.training'),
      line('5.3', 'B', 'inspection.charter', 'inspection.finance', 'inspection.held'),
      line('5.4', 'B', 'opinions.petitions', 'opinions.petitionsAnswered'),
    ],
  },
  {
    code: '6',
    title: ['Tài chính', 'Finance'],
    lines: [
      line(
        '6.1',
        'B',
        'funds.incomeOf.dues',
        'funds.incomeOf.fee',
        'funds.incomeOf.other',
        'funds.spending',
        'funds.balance',
      ),
    ],
  },
  {
    code: '7',
    title: ['Xếp loại, khen thưởng', 'Classes and awards'],
    lines: [
      line('7.1', 'B', ...GROUP_CLASSES.map((code) => `organisation.class.${code}` as const)),
      line('7.2', 'C', 'awards.outstandingMembers'),
      line(
        '7.3',
        'C',
        'awards.merit.unit.collective',
        'awards.merit.unit.individual',
        'awards.merit.superior.collective',
        'awards.merit.superior.individual',
        'awards.merit.province.collective',
        'awards.merit.province.individual',
        'awards.merit.sector.collective',
        'awards.merit.sector.individual',
        'awards.merit.confederation.collective',
        'awards.merit.confederation.individual',
        'awards.flags',
      ),
    ],
  },
];

/** Code of the n-th figure of a line: "2.3" alone, "1.6.2" among several. */
export const annexCode = (own: AnnexLine, at: number): string =>
  own.ids.length === 1 ? own.code : `${own.code}.${at + 1}`;

/** Every indicator the annex shows. */
export const ANNEX_IDS: readonly IndicatorId[] = ANNEX.flatMap((section) =>
  section.lines.flatMap((own) => own.ids),
);

const UNITS: Partial<Record<IndicatorUnit, Pair>> = {
  percent: ['%', '%'],
  money: ['đồng', 'dong'],
  member: ['người', 'people'],
  person: ['người', 'people'],
  event: ['cuộc', 'events'],
  turn: ['lượt', 'turns'],
  award: ['số', 'number'],
};

const SHORT: Readonly<Record<string, string>> = { 'tổ công đoàn': 'tổ', 'công đoàn bộ phận': 'bộ phận' };

/** The unit (ĐVT) of an indicator as the annex writes it. */
export function annexUnit(id: IndicatorId, locale: Locale = 'vi'): string {
  const { unit, noun, nounEn } = indicatorOf(id);
  const known = UNITS[unit];
  if (known) return known[locale === 'vi' ? 0 : 1];
  if (locale === 'en') return nounEn;
  return SHORT[noun] ?? noun;
}
