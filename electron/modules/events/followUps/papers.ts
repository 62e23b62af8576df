/** The list of follow-ups as it is shown, on paper. */
import { AppError } from '../../../../shared/contract/errors';
import { formatDate } from '../../../../shared/domain/dates';
import { type FollowUpState, WAITING_STATES } from '../../../../shared/domain/followUps';
import { fold } from '../../../../shared/text/fold';
import type { FollowUpLine, FollowUpListData } from '../../../documents/papers/followUpList';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { chairSigner } from '../../organisation/committees/service';
import { paperUnit, profileOn } from '../../organisation/service';
import * as repo from './repository';

type Input = ParsedInputOf<'events.followUpsPaper'>;

const STATES: Readonly<Record<FollowUpState, string>> = {
  open: 'chưa làm',
  doing: 'đang làm',
  done: 'đã xong',
  dropped: 'không làm nữa',
};
const MOST = 2000;

const day = (iso: string | null): string | null => (iso === null ? null : formatDate(iso));
const asked = (row: repo.ListedFollowUp, withEvent: boolean): string | null =>
  [row.saidBy, row.saidTitle, day(row.saidOn), withEvent ? row.eventName : null].filter(Boolean).join(', ') ||
  null;

const lineOf = (row: repo.ListedFollowUp, withEvent: boolean): FollowUpLine => ({
  text: row.text,
  asked: asked(row, withEvent),
  owner: row.owner,
  dueOn: day(row.dueOn),
  state: row.overdue === 1 ? 'quá hạn' : STATES[row.state],
  result: [row.result, row.doneOn && `(${formatDate(row.doneOn)})`].filter(Boolean).join(' ') || null,
});

/** What the paper holds: one direction with the units that have not reported first, or the list as shown. */
export function followUpListData(input: Input, ctx: Ctx): FollowUpListData {
  const { search, ...rest } = input;
  const conditions = { ...rest, words: fold(search).split(' ').filter(Boolean), today: ctx.today() };
  const rows = repo.listFollowUps(ctx.db, conditions, { offset: 0, limit: MOST });
  const [first] = rows;
  if (!first) throw new AppError('NOTHING_TO_PRINT');
  const oneDirection = input.batch !== null;
  const waits = (row: repo.ListedFollowUp) => WAITING_STATES.includes(row.state);
  const lines = (some: repo.ListedFollowUp[]) => some.map((row) => lineOf(row, input.eventId === null));
  const profile = profileOn(ctx, ctx.today());
  return {
    unit: paperUnit(profile),
    title: oneDirection ? 'Tình hình báo cáo của các đơn vị' : 'Danh sách việc cần theo dõi',
    subject: oneDirection ? first.text : input.eventId === null ? null : first.eventName,
    note: oneDirection ? asked(first, true) : `Tính đến ngày ${formatDate(ctx.today())}`,
    oneDirection,
    groups: oneDirection
      ? [
          { name: 'Chưa báo cáo', rows: lines(rows.filter(waits)) },
          { name: 'Đã báo cáo', rows: lines(rows.filter((row) => !waits(row))) },
        ]
      : [{ name: null, rows: lines(rows) }],
    countWord: 'đơn vị',
    signer: chairSigner(ctx, ctx.today()),
    date: ctx.today(),
  };
}

export async function followUpsPaper(input: Input, ctx: Ctx): Promise<OutputOf<'events.followUpsPaper'>> {
  const data = followUpListData(input, ctx);
  const bytes = await ctx.jobs.run<Uint8Array>(
    'eventPapers',
    { paper: 'followUpList', data },
    { signal: ctx.job?.signal, progress: ctx.job?.progress },
  );
  const name = [data.title, data.subject].filter(Boolean).join(' ').slice(0, 110);
  return ctx.files.put(`${name}.pdf`, 'application/pdf', bytes);
}
