/** Lists and cards of members out of the program: XLSX, CSV, printed by department or group, cards. */

import { AppError } from '../../../../shared/contract/errors';
import { formatDate } from '../../../../shared/domain/dates';
import { CSV_MIME } from '../../../documents/spreadsheets/csv';
import { XLSX_MIME } from '../../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import type { ExportedMembers, ExportMembersInput } from '../../../jobs/exportMembers';
import type { MemberPaperInput } from '../../../jobs/memberPapers';
import { paperUnit, profileOn, termOn } from '../../organisation/service';
import { toConditions } from '../conditions';
import type { MemberConditions } from '../repository';
import { outgoingCount } from './rows';
import { privateAmong, recordTaken } from './taken';

/** The most people one printed file holds. */
export const MOST_PRINTED = 20_000;
/** Cards carry pictures: fewer in one file. */
export const MOST_CARDS = 4_000;

const dayText = (day: string) => formatDate(day).replace(/\//g, '-');

export async function exportList(
  input: ParsedInputOf<'members.exportList'>,
  ctx: Ctx,
): Promise<OutputOf<'members.exportList'>> {
  const { columns, format, separator, purpose, sort, descending, ...filter } = input;
  const hidden = privateAmong(ctx, columns, purpose);
  const asOf = filter.asOf ?? ctx.today();
  const job: ExportMembersInput = {
    conditions: toConditions(filter, ctx),
    order: { sort, descending },
    columns,
    format,
    separator,
    unitName: profileOn(ctx, asOf)?.name ?? '',
    asOf,
  };
  const { bytes, ids } = await run<ExportedMembers>(ctx, 'exportMembers', job);
  recordTaken(ctx, { paper: 'list', format, columns, private: hidden, purpose, ids });
  const mime = format === 'csv' ? CSV_MIME : XLSX_MIME;
  return ctx.files.put(`Danh sách đoàn viên ${dayText(asOf)}.${format}`, mime, bytes);
}

export async function printList(
  input: ParsedInputOf<'members.printList'>,
  ctx: Ctx,
): Promise<OutputOf<'members.printList'>> {
  const { columns, by, pageEach, orientation, signature, title, purpose, sort, descending, ...filter } =
    input;
  const hidden = privateAmong(ctx, columns, purpose);
  const asOf = filter.asOf ?? ctx.today();
  const job: MemberPaperInput = {
    ...paperBase(ctx, asOf),
    kind: 'list',
    conditions: printable(ctx, toConditions(filter, ctx), MOST_PRINTED),
    order: { sort, descending },
    columns,
    by,
    pageEach,
    orientation,
    signature,
    title,
  };
  const { bytes, ids } = await run<ExportedMembers>(ctx, 'memberPapers', job);
  recordTaken(ctx, { paper: 'printedList', format: 'pdf', columns, private: hidden, purpose, ids });
  return ctx.files.put(`Danh sách đoàn viên ${dayText(asOf)}.pdf`, 'application/pdf', bytes);
}

export async function printCards(
  input: ParsedInputOf<'members.printCards'>,
  ctx: Ctx,
): Promise<OutputOf<'members.printCards'>> {
  const { sort, descending, ...filter } = input;
  const job: MemberPaperInput = {
    ...paperBase(ctx, ctx.today()),
    kind: 'cards',
    conditions: printable(ctx, toConditions(filter, ctx), MOST_CARDS),
    order: { sort, descending },
  };
  const { bytes, ids } = await run<ExportedMembers>(ctx, 'memberPapers', job);
  recordTaken(ctx, { paper: 'cards', format: 'pdf', columns: [], private: [], purpose: null, ids });
  return ctx.files.put(`Thẻ đoàn viên ${dayText(ctx.today())}.pdf`, 'application/pdf', bytes);
}

const CARD_FILES = { new: 'cấp mới', changed: 'đổi', lost: 'cấp lại' } as const;

export async function printCardList(
  input: ParsedInputOf<'members.printCardList'>,
  ctx: Ctx,
): Promise<OutputOf<'members.printCardList'>> {
  const { kind, sort, descending, ...filter } = input;
  const job: MemberPaperInput = {
    ...paperBase(ctx, ctx.today()),
    kind: 'cardList',
    list: kind,
    conditions: printable(ctx, toConditions(filter, ctx), MOST_PRINTED),
    order: { sort, descending },
  };
  const { bytes, ids } = await run<ExportedMembers>(ctx, 'memberPapers', job);
  if (ids.length === 0) throw new AppError('NOTHING_TO_PRINT');
  recordTaken(ctx, { paper: 'cardList', format: 'pdf', columns: [kind], private: [], purpose: null, ids });
  const name = `Danh sách đề nghị ${CARD_FILES[kind]} thẻ ${dayText(ctx.today())}.pdf`;
  return ctx.files.put(name, 'application/pdf', bytes);
}

const run = <T>(ctx: Ctx, name: string, input: unknown): Promise<T> =>
  ctx.jobs.run<T>(name, input, { signal: ctx.job?.signal, progress: ctx.job?.progress });

/** Errors: NOTHING_TO_PRINT, TOO_MANY_TO_PRINT. */
function printable(ctx: Ctx, conditions: MemberConditions, most: number): MemberConditions {
  const count = outgoingCount(ctx.db, conditions);
  if (count === 0) throw new AppError('NOTHING_TO_PRINT');
  if (count > most) throw new AppError('TOO_MANY_TO_PRINT', { details: { count, most } });
  return conditions;
}

/** The unit and its signer as they are on the day of the paper. */
export function paperBase(
  ctx: Pick<Ctx, 'db'>,
  day: string,
): Pick<MemberPaperInput, 'unit' | 'signer' | 'day'> {
  const profile = profileOn(ctx, day);
  const term = termOn(ctx, day);
  return {
    day,
    unit: paperUnit(profile),
    signer: {
      authority: [term?.onBehalfOf ?? 'TM. BAN CHẤP HÀNH', term?.chairTitle ?? 'Chủ tịch'],
      name: term?.chairName ?? null,
    },
  };
}
