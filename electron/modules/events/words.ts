/** What the papers of an event say: the data of its Word templates. */
import { AppError } from '../../../shared/contract/errors';
import { formatLongDate, weekday } from '../../../shared/domain/dateFormat';
import { sequenceText } from '../../../shared/domain/eventFigures';
import { eventKind } from '../../../shared/domain/eventKinds';
import { TEMPLATES, type WordData, type WordTemplateKey } from '../../../shared/domain/wordTemplates';
import { twoDigits } from '../../documents/papers/text';
import { BLANK } from '../../documents/word/fill';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { fillWord } from '../files/service';
import { termOn } from '../organisation/service';
import { liveEvent } from './attendance/list';
import type { ListedPerson } from './attendance/repository';
import { peopleOf } from './attendance/view';
import { planPapers } from './plans/service';
import { askedByGroups, closed, planWords } from './planWords';
import type { ListedEvent } from './repository';
import { clockText } from './signIn';

export async function word(input: ParsedInputOf<'events.word'>, ctx: Ctx): Promise<OutputOf<'events.word'>> {
  const { id, template, guests } = input;
  const event = liveEvent(ctx, id);
  const data = eventWordData(ctx, template, id);
  const name = `${TEMPLATES[template].name} ${event.name.slice(0, 80)}`;
  if (template !== 'invitation' || guests === 'general') return fillWord(ctx, template, data, name);
  const plan = planPapers(ctx, id);
  const asked = plan.people.length > 0 ? askedByGroups(plan) : guestsOf(ctx, event);
  if (asked.length === 0) throw new AppError('NOTHING_TO_PRINT');
  return fillWord(
    ctx,
    template,
    asked.map((guest) => ({ ...data, ...guest })),
    name,
  );
}

/** Everything the templates of an event may say. */
export function eventWordData(ctx: Ctx, _key: WordTemplateKey, id: number): WordData {
  const event = liveEvent(ctx, id);
  const start = clockText(event.starts_at);
  const plan = planPapers(ctx, event.id);
  return {
    ten_su_kien: event.name || eventKind(event.kind).name,
    loai: eventKind(event.kind).name,
    lan_thu: event.sequence === null ? null : sequenceText(event.sequence, event.starts_on),
    thoi_gian: timeText(event),
    gio_bat_dau: start,
    gio_ket_thuc: clockText(event.ends_at),
    ngay_to_chuc: formatLongDate(event.last_day),
    dia_diem: event.place ?? (event.mode === 'online' ? 'trực tuyến' : null),
    noi_dung:
      event.content ??
      (plan.agenda.length > 0 ? closed(plan.agenda.map((item) => item.text).join('; ')) : null),
    ket_qua: event.result,
    don_vi_to_chuc: event.organiser_name,
    kinh_gui: 'Các đồng chí đại biểu',
    xung_ho: 'các đồng chí',
    chuong_trinh: agendaOf(event, start),
    quyet_nghi: articlesOf(event),
    ket_luan: conclusionsOf(event, plan.resolutions.length > 0),
    luc_ket_thuc: endText(event),
    ...attendanceWords(ctx, event),
    ...planWords(ctx, event.id, plan),
  };
}

/** "14 giờ 00, thứ Sáu, ngày 20 tháng 11 năm 2026"; over several days "từ … đến …". */
function timeText(event: ListedEvent): string {
  const day = (iso: string) =>
    [weekday(iso).replace(/^Thứ/, 'thứ').replace(/^Chủ/, 'chủ'), formatLongDate(iso)]
      .filter(Boolean)
      .join(', ');
  const { starts_on: from, ends_on: to } = event;
  const days = to !== null && to !== from ? `từ ${day(from)} đến ${day(to)}` : day(from);
  return [clockText(event.starts_at), days].filter(Boolean).join(', ');
}

const linesOf = (text: string | null): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-–•+]|\d+[.)])\s*/, '').trim())
    .filter(Boolean);

/** The usual order of a meeting around what was written as its content. */
function agendaOf(event: ListedEvent, start: string | null): WordData[] {
  const own = linesOf(event.content);
  const items = [
    'Ổn định tổ chức',
    'Tuyên bố lý do, giới thiệu đại biểu',
    ...(own.length > 0 ? own : [null]),
    'Thảo luận',
    'Kết luận, bế mạc',
  ];
  return items.map((viec, i) => ({
    stt: String(i + 1),
    gio: i === 0 ? start : '',
    viec,
    phu_trach: '',
  }));
}

/** One article for each line of the result; two blank ones where nothing is written. */
function articlesOf(event: ListedEvent): WordData[] {
  const own: (string | null)[] = linesOf(event.result);
  return (own.length > 0 ? own : [null, null]).map((noi_dung_dieu, i) => ({
    dieu: String(i + 1),
    noi_dung_dieu: noi_dung_dieu === null ? null : closed(noi_dung_dieu),
    phieu: '',
  }));
}

/** One paragraph for each line of the result; a blank one where nothing is written nor resolved. */
function conclusionsOf(event: ListedEvent, resolved: boolean): WordData[] {
  const own: (string | null)[] = linesOf(event.result);
  return (own.length > 0 || resolved ? own : [null]).map((dong) => ({
    dong: dong === null ? null : closed(dong),
  }));
}

/** "16 giờ 30 cùng ngày"; of several days with the last one. */
function endText(event: ListedEvent): string {
  const { starts_on: from, ends_on: to } = event;
  const hour = clockText(event.ends_at) ?? BLANK;
  return to !== null && to !== from ? `${hour}, ${formatLongDate(to)}` : `${hour} cùng ngày`;
}

function attendanceWords(ctx: Ctx, event: ListedEvent): WordData {
  const term = termOn(ctx, event.starts_on);
  const chaired = { chu_toa: term?.chairName ?? null, thu_ky: null, thanh_phan: [] };
  if (event.list_id === null) return { ...chaired, trieu_tap: null, co_mat: null, vang: null, vang_mat: [] };
  const asked = peopleOf(ctx, event).people.filter((person) => person.eligible === 1);
  const absent = asked.filter((person) => person.came === 0);
  const known = asked.filter((person) => person.came !== null).length > 0;
  return {
    ...chaired,
    trieu_tap: twoDigits(asked.length),
    co_mat: known ? twoDigits(asked.filter((person) => person.came === 1).length) : null,
    vang: known ? twoDigits(absent.length) : null,
    vang_mat: absent.slice(0, 100).map((person, i) => ({
      stt: String(i + 1),
      ho_ten: person.fullName,
      ly_do: person.reason,
    })),
  };
}

/** Whom an invitation is written to, each by name and post. */
function guestsOf(ctx: Ctx, event: ListedEvent): WordData[] {
  return peopleOf(ctx, event)
    .people.filter((person) => person.eligible === 1)
    .map((person) => ({ kinh_gui: titled(person), xung_ho: 'đồng chí' }));
}

function titled(person: ListedPerson): string {
  const post = person.unionPosition ?? person.position ?? person.jobTitle;
  return [`Đồng chí ${person.fullName}`, post].filter(Boolean).join(', ');
}
