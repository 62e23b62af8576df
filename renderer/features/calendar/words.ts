/** Where entries of the calendar lead, and how days are named. */
import {
  Award,
  Cake,
  CalendarCheck2,
  CalendarHeart,
  ClipboardCheck,
  FileClock,
  Gift,
  Handshake,
  Inbox,
  Landmark,
  ListTodo,
  type LucideIcon,
  MailQuestion,
  MessageSquare,
  NotebookPen,
  Palmtree,
  Wallet,
} from 'lucide-react';
import type { OutputOf } from '../../../shared/contract';
import { type CalendarKind, calendarTitle, lunarLong } from '../../../shared/domain/calendar';
import { solarToLunar } from '../../../shared/domain/lunar';
import type { Translate } from '../../client';

export type Item = OutputOf<'calendar.month'>['items'][number];
export type Day = OutputOf<'calendar.month'>['days'][number];

export const KIND_ICONS: Readonly<Record<CalendarKind, LucideIcon>> = {
  holiday: Palmtree,
  occasion: CalendarHeart,
  event: CalendarCheck2,
  followUp: ListTodo,
  plan: NotebookPen,
  round: Inbox,
  agreement: Handshake,
  agreementEnd: Handshake,
  labourEnd: FileClock,
  campaign: Gift,
  money: Wallet,
  decision: Award,
  document: FileClock,
  request: MailQuestion,
  opinion: MessageSquare,
  review: ClipboardCheck,
  term: Landmark,
  birthday: Cake,
};

const PAGES: Readonly<Record<string, (id: number) => string>> = {
  event: (id) => `/events/${id}`,
  inspection_session: (id) => `/inspection/sessions/${id}`,
  follow_up: (id) => `/events/follow-ups?open=${id}`,
  plan_item: (id) => `/plans?item=${id}`,
  award_round: (id) => `/awards/rounds/${id}`,
  agreement: (id) => `/agreements/${id}`,
  opinion: (id) => `/opinions/${id}`,
  labour_agreement: (id) => `/opinions/labour/${id}`,
  document: (id) => `/documents/${id}`,
  award_decision: (id) => `/awards/${id}`,
  member: (id) => `/members/${id}`,
  review: (id) => `/review/${id}`,
  term: () => '/organisation?tab=terms&view=terms',
  occasion: () => '/calendar/occasions',
  welfare_campaign: (id) => `/welfare/${id}`,
  fund_voucher: (id) => `/funds/vouchers/${id}`,
};

/** Address of a record by its kind. */
export const recordPath = (entity: string, id: number): string | undefined => PAGES[entity]?.(id);

/** Address of the record behind an entry; undefined for what is built in. */
export function pathOf(item: Item): string | undefined {
  if (item.entity === null || item.id === null) return undefined;
  const path = recordPath(item.entity, item.id);
  return item.kind === 'request' ? `${path}?tab=requests` : path;
}

export const titleOf = (item: Item, t: Translate): string => calendarTitle(item, t.language);

/** Key of an entry in a list. */
export const keyOf = (item: Item): string => `${item.kind}-${item.id}-${item.code}-${item.from}-${item.at}`;

export const dayAddress = (day: string): string => `/calendar?day=${day}`;

/** A new event on a day, for an occasion where one is meant. */
export function planAddress(
  day: string,
  about: { title: string; eventKind: string | null } | null,
  t: Translate,
): string {
  const params = new URLSearchParams({ startsOn: day });
  if (about) params.set('name', t('calendar.planName', { name: about.title, year: day.slice(0, 4) }));
  if (about?.eventKind) params.set('kind', about.eventKind);
  return `/events/new?${params.toString()}`;
}

/** A new gift campaign for an occasion. */
export function giftAddress(
  occasion: { code: string | null; id: number | null; next: string },
  title: string,
  t: Translate,
): string {
  const year = occasion.next.slice(0, 4);
  const params = new URLSearchParams({
    occasion: occasion.code ?? `own:${occasion.id}`,
    onDate: occasion.next,
    name: t('calendar.giftName', { name: title, year }),
  });
  return `/welfare/new?${params.toString()}`;
}

export const lunarOf = (day: string, t: Translate): string => lunarLong(solarToLunar(day), t.language);

/** Matters that mark a day as busy. */
export const isBusy = (item: Item): boolean => item.kind !== 'occasion' && item.kind !== 'holiday';
