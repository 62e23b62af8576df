/** The change log as a workbook for whoever inspects it: a line for each changed field, numbered as in the log. */
import type { Change } from '../../../shared/contract/audit';
import { type ChangeSpeaker, fieldWords, valueWords } from '../../../shared/domain/changeWords';
import { formatDate } from '../../../shared/domain/dates';
import { locales } from '../../../shared/locales';
import { formatDecimal, formatMoney } from '../../../shared/text/numbers';
import { type SheetColumn, writeWorkbook } from './workbook';

const COLUMNS: readonly SheetColumn[] = [
  { key: 'id', title: 'Số dòng', width: 9, type: 'number' },
  { key: 'day', title: 'Ngày', width: 12, type: 'date' },
  { key: 'time', title: 'Giờ', width: 10, type: 'text' },
  { key: 'actor', title: 'Người làm', width: 22, type: 'text' },
  { key: 'action', title: 'Việc', width: 18, type: 'text' },
  { key: 'kind', title: 'Loại hồ sơ', width: 24, type: 'text' },
  { key: 'subject', title: 'Hồ sơ', width: 32, type: 'text' },
  { key: 'field', title: 'Chỗ thay đổi', width: 24, type: 'text' },
  { key: 'before', title: 'Trước', width: 30, type: 'text' },
  { key: 'after', title: 'Sau', width: 30, type: 'text' },
];

function word(key: string, values: Record<string, string | number> = {}): string {
  const found = key
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], locales.vi);
  return typeof found === 'string'
    ? found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
    : '';
}

const speaker: ChangeSpeaker = {
  language: 'vi',
  word,
  date: (iso) => formatDate(iso),
  number: (value, digits) => formatDecimal(value, digits),
  money: (dong) => formatMoney(dong),
};

/** "local" is the machine's only user, who has no name of their own. */
const actorWords = (actor: string): string =>
  actor === 'local' || actor === '' ? word('settings.log.user') : actor;

function linesOf(change: Change) {
  const at = new Date(change.at);
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
    .format(at)
    .split(' ');
  const own = {
    id: change.id,
    day: parts[0],
    time: parts[1],
    actor: actorWords(change.actor),
    action: word(`settings.log.actions.${change.action}`),
    kind: word(`settings.log.entities.${change.entity}`),
    subject: change.subject,
  };
  const named = change.changes.filter((field) => fieldWords(speaker, field) !== '');
  if (named.length === 0) return [own];
  return named.map((field) => ({
    ...own,
    field: fieldWords(speaker, field),
    before: field.hidden ? word('audit.masked') : field.before && valueWords(speaker, field.before),
    after: field.hidden ? word('audit.masked') : field.after && valueWords(speaker, field.after),
  }));
}

/** @param data `day` ISO: the day it is written. */
export async function logWorkbook(data: {
  unitName: string;
  day: string;
  changes: readonly Change[];
}): Promise<Uint8Array> {
  return writeWorkbook({
    sheets: [
      {
        name: 'Nhật ký',
        title: [data.unitName, `NHẬT KÝ THAY ĐỔI (lập ngày ${formatDate(data.day)})`],
        columns: COLUMNS,
        rows: data.changes.flatMap(linesOf),
        orientation: 'landscape',
      },
    ],
  });
}
