/** Agenda and resolutions typed as lines: "14:00 Khai mạc | Lê Thị Mai", "Thông qua kế hoạch | 9/0/1". */
import { readClock } from '../clock';
import type { Plan } from './GroupsTab';

type Agenda = Plan['agenda'];
type Resolutions = Plan['resolutions'];

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The line without what follows its last bar, and that. */
function cut(line: string): [string, string | null] {
  const at = line.lastIndexOf('|');
  if (at < 0) return [line, null];
  return [line.slice(0, at).trim() || line, line.slice(at + 1).trim() || null];
}

export const agendaText = (agenda: Agenda): string =>
  agenda.map(({ at, text, who }) => `${at ? `${at} ` : ''}${text}${who ? ` | ${who}` : ''}`).join('\n');

export function agendaFrom(text: string): Agenda {
  return linesOf(text).map((line) => {
    const [told, who] = cut(line);
    const hour = /^(\d{1,2}\s?[:hg]\s?\d{0,2})\s+(.+)$/u.exec(told);
    const at = hour ? readClock(hour[1]!) : null;
    return { at, text: at && hour ? hour[2]! : told, who };
  });
}

export const resolutionsText = (rows: Resolutions): string =>
  rows
    .map(({ text, votesFor, votesAgainst, votesOther }) =>
      votesFor === null ? text : `${text} | ${votesFor}/${votesAgainst ?? 0}/${votesOther ?? 0}`,
    )
    .join('\n');

export function resolutionsFrom(text: string): Resolutions {
  return linesOf(text).map((line) => {
    const [told, after] = cut(line);
    const votes = /^(\d+)\s*\/\s*(\d+)(?:\s*\/\s*(\d+))?$/.exec(after ?? '');
    if (!votes) return { text: line, votesFor: null, votesAgainst: null, votesOther: null };
    return {
      text: told,
      votesFor: Number(votes[1]),
      votesAgainst: Number(votes[2]),
      votesOther: votes[3] === undefined ? null : Number(votes[3]),
    };
  });
}
