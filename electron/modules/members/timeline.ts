/** One member's story: joining, moves, events, awards and changes of the record, newest first. */
import { AppError } from '../../../shared/contract/errors';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { historyRows } from './history/story';
import * as repo from './repository';

type Row = OutputOf<'members.timeline'>['rows'][number];

/** Another area's part of the story; areas add theirs here. */
export type TimelineSource = (ctx: Ctx, memberId: number) => Row[];
const sources: TimelineSource[] = [];

/** Adds an area's rows to every member's story. */
export function addTimelineSource(source: TimelineSource): void {
  sources.push(source);
}

export function timeline(input: ParsedInputOf<'members.timeline'>, ctx: Ctx): OutputOf<'members.timeline'> {
  if (!repo.memberById(ctx.db, input.id)) throw new AppError('NOT_FOUND');
  const told = repo.changesOf(ctx.db, input.id).filter((c) => c.action !== 'move');
  const changes = told.map(
    (c): Row => ({
      kind: c.action === 'create' ? 'created' : c.action === 'import' ? 'imported' : 'changed',
      date: c.at,
      title: c.action,
      detail: c.actor,
      recordId: null,
    }),
  );
  const rows = [
    ...historyRows(ctx, input.id),
    ...sources.flatMap((source) => source(ctx, input.id)),
    ...changes,
  ];
  return { rows: rows.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)) };
}
