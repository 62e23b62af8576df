/** Democracy at the workplace. Other areas read what is due and missing from here. */
import type { Ctx, HandlersOf } from '../../ipc/context';
import { conferenceBoard, conferenceHandlers, countedOn } from './conferences';
import { dialogueHandlers } from './dialogues';
import { labourHandlers } from './labour';
import { endingLabour } from './labourRepository';
import { paperHandlers } from './papers';
import { participationHandlers } from './participation';

/** From this month on the parts that have not held their conference of the year are looked for. */
const CONFERENCE_MONTH = '03';

/** Labour agreements near their end, and parts without a staff conference of the year once some have held it. */
export function democracyDue(ctx: Ctx): {
  labourEnding: number;
  firstEnd: string | null;
  conferencesMissing: number;
} {
  const today = ctx.today();
  const { count, first } = endingLabour(ctx.db, today);
  const year = Number(today.slice(0, 4));
  const board = conferenceBoard(ctx.db, year, countedOn(year, today));
  const asked = today.slice(5, 7) >= CONFERENCE_MONTH && board.held > 0;
  return {
    labourEnding: count,
    firstEnd: first,
    conferencesMissing: asked ? board.missing.length : 0,
  };
}

export const democracyHandlers: HandlersOf<'democracy'> = {
  ...dialogueHandlers,
  ...labourHandlers,
  ...conferenceHandlers,
  ...participationHandlers,
  ...paperHandlers,
};
