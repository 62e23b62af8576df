/** The calendar in the search of the window: a typed date opens its day, the name of an occasion its next day. */
import { CalendarDays, CalendarHeart } from 'lucide-react';
import { formatWeekdayDate } from '../../../shared/domain/dates';
import { lunarToSolar } from '../../../shared/domain/lunar';
import { parseDate } from '../../../shared/domain/partialDate';
import { fold } from '../../../shared/text/fold';
import type { PaletteHit, PaletteSearch } from '../../app/feature';
import { invoke, type Translate } from '../../client';
import { dayAddress, lunarOf } from './words';

const FIRST = '1990-01-01';
const LAST = '2100-12-31';
const MOST = 4;
const LUNAR = /\s*(âm lịch|âm|al|lunar)$/i;
const YEAR = /\s+((?:19|20)\d\d)$/;

/** The day typed: "2/2/2030", or by the lunar calendar "1/1/2030 âm lịch". */
export function dayTyped(text: string): string | null {
  const plain = text.replace(LUNAR, '');
  const read = parseDate(plain);
  if (!read.ok || read.precision !== 'day') return null;
  const [year = 0, month = 0, day = 0] = read.iso.split('-').map(Number);
  const iso = plain === text ? read.iso : lunarToSolar({ day, month, year });
  return iso !== null && iso >= FIRST && iso <= LAST ? iso : null;
}

const hitOf = (key: string, day: string, title: string | null, t: Translate): PaletteHit => ({
  key,
  title: title ?? formatWeekdayDate(day, t.language),
  facts: [title ? formatWeekdayDate(day, t.language) : null, lunarOf(day, t)].filter(Boolean).join(' · '),
  path: dayAddress(day),
  icon: title ? CalendarHeart : CalendarDays,
});

/** "tet", "tết 2030": the occasion's next day, or its day in the year. */
async function occasionsTyped(text: string, t: Translate): Promise<PaletteHit[]> {
  const year = YEAR.exec(text)?.[1];
  const wanted = fold(text.replace(YEAR, ''));
  if (wanted.length < 2) return [];
  const { data } = await invoke('calendar.occasions', year ? { year: Number(year) } : {});
  return data.rows
    .map((row) => ({ row, name: t.language === 'en' ? (row.nameEn ?? row.name) : row.name }))
    .filter(({ row, name }) => !row.hidden && fold(name).includes(wanted))
    .map(({ row, name }) => hitOf(`occasion-${row.code ?? row.id}`, row.next, name, t));
}

export const search: PaletteSearch = {
  label: 'calendar.title',
  find: async (text, t) => {
    const day = dayTyped(text.trim());
    const hits = day ? [hitOf(`day-${day}`, day, null, t)] : await occasionsTyped(text.trim(), t);
    return { total: hits.length, hits: hits.slice(0, MOST) };
  },
};
