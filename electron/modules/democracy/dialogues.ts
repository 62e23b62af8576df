/** Dialogues at the workplace (đối thoại tại nơi làm việc). */
import { AppError } from '../../../shared/contract/errors';
import { fold } from '../../../shared/text/fold';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { type Kept, keptMovers, liveKept, type Own, only, saveKept } from '../kept';
import * as repo from './dialoguesRepository';

type Fields = Omit<ParsedInputOf<'democracy.saveDialogue'>, keyof Own>;
type Row = OutputOf<'democracy.dialogue'>['dialogue'];

/** Words of texts without tones, for finding. */
export const keyOf = (...texts: (string | null)[]): string => fold(texts.filter(Boolean).join(' '));
export const wordsOf = (search: string): string[] => fold(search).split(' ').filter(Boolean);

const FIELDS = [
  'kind',
  'onDate',
  'startsAt',
  'endsAt',
  'place',
  'title',
  'askedBy',
  'employerLead',
  'workerLead',
  'employerPeople',
  'workerPeople',
  'employerCount',
  'workerCount',
  'secretary',
  'content',
  'conclusions',
  'openPoints',
  'eventId',
  'note',
] as const satisfies readonly (keyof Fields)[];

export const dialogueKept: Kept<Fields, repo.DialogueRecord> = {
  table: 'dialogue',
  uid: true,
  operations: {
    save: 'democracy.saveDialogue',
    trash: 'democracy.trashDialogues',
    restore: 'democracy.restoreDialogues',
  },
  find: repo.dialogueById,
  fields: (row) => only(row, FIELDS),
  written: (fields) => ({
    ...fields,
    searchKey: keyOf(fields.title, fields.content, fields.conclusions, fields.place),
  }),
  check(_, { startsAt, endsAt }) {
    if (startsAt !== null && endsAt !== null && endsAt < startsAt)
      throw new AppError('DATE_ORDER', { fields: { endsAt: 'DATE_ORDER' } });
  },
};

/** A dialogue that is not in the trash. Errors: NOT_FOUND. */
export const liveDialogue = (ctx: Pick<Ctx, 'db'>, id: number): repo.DialogueRecord =>
  liveKept(ctx, dialogueKept, id, 'dialogueId');

export const toDialogue = ({ deletedAt: _, ...row }: repo.DialogueRecord): Row => row;

function list(input: ParsedInputOf<'democracy.dialogues'>, ctx: Ctx): OutputOf<'democracy.dialogues'> {
  const { search, from, to, kind, offset, limit } = input;
  const conditions = { words: wordsOf(search), from, to, kind };
  return {
    total: repo.countDialogues(ctx.db, conditions),
    rows: repo.listDialogues(ctx.db, conditions, { offset, limit }).map(toDialogue),
  };
}

function get({ id }: ParsedInputOf<'democracy.dialogue'>, ctx: Ctx): OutputOf<'democracy.dialogue'> {
  const row = repo.dialogueById(ctx.db, id);
  if (!row) throw new AppError('NOT_FOUND');
  return { dialogue: toDialogue(row), deletedAt: row.deletedAt };
}

const movers = keptMovers(dialogueKept);
export const dialogueHandlers = {
  'democracy.dialogues': list,
  'democracy.dialogue': get,
  'democracy.saveDialogue': ({ id, version, ...fields }: ParsedInputOf<'democracy.saveDialogue'>, ctx: Ctx) =>
    saveKept(ctx, dialogueKept, { id, version }, fields),
  'democracy.trashDialogues': movers.trash,
  'democracy.restoreDialogues': movers.restore,
};
