/** What a plan gives to the Word papers of its event: guests in order, groups with quorum, votes, the work that follows. */
import { formatDate } from '../../../shared/domain/dates';
import { groupWord } from '../../../shared/domain/eventPlans';
import type { WordData } from '../../../shared/domain/wordTemplates';
import { twoDigits } from '../../documents/papers/text';
import type { Ctx } from '../../ipc/context';
import { waitingOf } from './followUps/service';
import { guestText, type PlanPapers } from './plans/service';

type Person = PlanPapers['people'][number];
const MOST_ABSENT = 100;
const MOST_OWNERS = 6;

const keyOf = (row: Person) => (row.memberId === null ? `a${row.id}` : `m${row.memberId}`);
const distinct = (rows: readonly Person[]) => [...new Map(rows.map((row) => [keyOf(row), row])).values()];
const numbered = <R>(rows: readonly R[], words: (row: R) => WordData): WordData[] =>
  rows.map((row, i) => ({ stt: String(i + 1), ...words(row) }));
const postOf = (row: Person) =>
  [row.title, row.organisation ?? row.department].filter(Boolean).join(', ') || null;

/** A sentence with its full stop. */
export const closed = (text: string): string => (/[.;:!?…]$/.test(text.trim()) ? text : `${text.trim()}.`);

/** Who is called to an event with groups: everybody but guests. */
export const calledOf = (plan: PlanPapers): Person[] => {
  const guests = new Set(plan.guests.map((row) => row.id));
  return distinct(plan.people.filter((row) => !guests.has(row.id)));
};

/** Guests who came, or those who are asked while nobody is marked. */
function guestsShown(plan: PlanPapers): Person[] {
  const marked = plan.guests.some((row) => row.came !== null);
  return plan.guests.filter((row) => (marked ? row.came === 1 : row.invitation !== 'declined'));
}

/** Attendance as the groups tell it; null without groups other than guests. */
export function groupAttendance(plan: PlanPapers): WordData | null {
  const called = calledOf(plan);
  if (called.length === 0) return null;
  const marked = called.some((row) => row.came !== null);
  const absent = called.filter((row) => row.came === 0);
  return {
    trieu_tap: twoDigits(called.length),
    co_mat: marked ? twoDigits(called.filter((row) => row.came === 1).length) : null,
    vang: marked ? twoDigits(absent.length) : null,
    vang_mat: numbered(absent.slice(0, MOST_ABSENT), (row) => ({
      ho_ten: row.fullName,
      ly_do: row.reason ?? 'không rõ lý do',
    })),
  };
}

/** "có mặt 9/11 ủy viên, đủ 2/3" of each group but guests. */
function groupsOf(plan: PlanPapers): WordData[] {
  return plan.groups
    .filter((group) => group.kind !== 'guests' && group.people > 0)
    .map((group) => {
      const word = groupWord(group.kind);
      const came = group.recorded
        ? `có mặt ${group.quorum?.text ?? `${group.came}/${group.people} ${word}`}`
        : `triệu tập ${twoDigits(group.people)} ${word}`;
      return { ten_nhom: group.name, cau_nhom: came };
    });
}

/** "biểu quyết: 9 tán thành, 1 không tán thành, 1 ý kiến khác"; empty where no votes were counted. */
function votesText(one: PlanPapers['resolutions'][number]): string {
  const parts = [
    [one.votesFor, 'tán thành'],
    [one.votesAgainst, 'không tán thành'],
    [one.votesOther, 'ý kiến khác'],
  ] as const;
  return parts
    .filter(([count]) => count !== null)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}

/** The work an event left, once for each direction, with everyone it was given to. */
function tasksOf(ctx: Ctx, eventId: number): WordData[] {
  const batches = new Map<string, ReturnType<typeof waitingOf>>();
  for (const row of waitingOf(ctx, eventId)) batches.set(row.batch, [...(batches.get(row.batch) ?? []), row]);
  return numbered([...batches.values()], (rows) => {
    const { text = '', dueOn = null } = rows[0] ?? {};
    const owners = rows.map((row) => row.owner);
    return {
      viec_can_lam: text,
      noi_lam: owners.length > MOST_OWNERS ? `${twoDigits(owners.length)} đơn vị` : owners.join(', '),
      han: dueOn === null ? '' : formatDate(dueOn),
    };
  });
}

/** Everything the plan says, to be laid over what the event itself says. */
export function planWords(ctx: Ctx, eventId: number, plan: PlanPapers): WordData {
  const guests = guestsShown(plan);
  return {
    ...(plan.edition ? { lan_thu: plan.edition } : {}),
    ...(plan.chair ? { chu_toa: plan.chair } : {}),
    ...(plan.secretary ? { thu_ky: plan.secretary } : {}),
    ...(plan.agenda.length > 0
      ? {
          chuong_trinh: numbered(plan.agenda, (item) => ({
            gio: item.at === null ? '' : item.at.replace(':', ' giờ '),
            viec: item.text,
            phu_trach: item.who ?? '',
          })),
        }
      : {}),
    ...(plan.resolutions.length > 0
      ? {
          quyet_nghi: plan.resolutions.map((one, i) => ({
            dieu: String(i + 1),
            noi_dung_dieu: closed(one.text),
            phieu: votesText(one),
          })),
        }
      : {}),
    bieu_quyet: plan.resolutions.map((one) => ({ noi_dung_dieu: one.text, phieu: votesText(one) })),
    ...groupAttendance(plan),
    so_khach: guests.length > 0 ? twoDigits(guests.length) : '',
    thanh_phan: numbered(guests, (row) => ({
      ho_ten: [row.honorific, row.fullName].filter(Boolean).join(' '),
      chuc_vu: postOf(row) ?? '',
      khach: guestText(row),
    })),
    nhom: groupsOf(plan),
    tuc_so: plan.quorums.map((one) => `${one.group} ${one.text}`).join('; '),
    viec_tiep: tasksOf(ctx, eventId),
  };
}

/** Whom invitations of an event with groups are written to: guests first, in their order. */
export function askedByGroups(plan: PlanPapers): WordData[] {
  const asked = distinct([...plan.guests.filter((row) => row.invitation !== 'declined'), ...calledOf(plan)]);
  return asked.map((row) => {
    const called = row.honorific ?? 'Đồng chí';
    const name =
      row.memberId === null
        ? guestText({ ...row, honorific: called })
        : [`${called} ${row.fullName}`, postOf(row)].filter(Boolean).join(', ');
    return { kinh_gui: name, xung_ho: called === 'Đồng chí' ? 'đồng chí' : called };
  });
}
