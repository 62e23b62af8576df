/** Visits and cases as workbooks. What is sensitive goes along only when asked for, and every export is written down. */
import { AppError } from '../../../shared/contract/errors';
import { CASE_SOURCE_WORDS, RELATION_WORDS } from '../../../shared/domain/care';
import { formatDate } from '../../../shared/domain/dates';
import { recordChange } from '../../db/audit';
import { visitorsText } from '../../documents/papers/visitSlip';

import { type SheetRow, XLSX_MIME } from '../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { requireOn } from '../members/privacy/service';
import { profileOn } from '../organisation/service';
import { caseConditions } from './cases';
import { listCases } from './casesRepository';
import { draw } from './papers';
import { toCaseRow } from './record';
import * as repo from './repository';
import { shownVisits, toConditions } from './visits';

const MOST = 100_000;
const periodText = (from: string | null, to: string | null): string =>
  [from && `từ ${formatDate(from)}`, to && `đến ${formatDate(to)}`].filter(Boolean).join(' ');

async function exportVisits(
  input: ParsedInputOf<'care.exportVisits'>,
  ctx: Ctx,
): Promise<OutputOf<'care.exportVisits'>> {
  if (input.sensitive) requireOn(ctx, ['healthNote']);
  const page = { sort: 'date' as const, descending: false, offset: 0, limit: MOST };
  const found = repo.listVisits(ctx.db, toConditions(input), page);
  if (found.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const rows = shownVisits(ctx, found).map(
    (row, at): SheetRow => ({
      ordinal: at + 1,
      code: row.code,
      onDate: row.onDate,
      name: row.name,
      relation: row.member === null ? null : `${RELATION_WORDS[row.relation]} của ${row.member}`,
      department: row.department,
      reason: row.reason,
      words: row.words,
      health: found[at]!.health_detail,
      place: row.place,
      visitors: visitorsText(row.visitors),
      cash: row.cash,
      kind: row.kindText,
      kindValue: row.kindValue === 0 ? null : row.kindValue,
      source: row.sourceName ?? CASE_SOURCE_WORDS[row.source],
      voucher: row.voucher?.code ?? row.exception,
      note: row.note,
    }),
  );
  const told = rows.map(({ health, ...row }) => (input.sensitive ? { ...row, health } : row));
  const data = {
    unitName: profileOn(ctx, ctx.today())?.name ?? '',
    period: periodText(input.from, input.to),
    health: input.sensitive,
    rows: told,
  };
  const bytes = await draw(ctx, { paper: 'visits', data });
  const after = { rows: rows.length, fields: input.sensitive ? ['healthDetail'] : [] };
  ctx.write(() => recordChange(ctx, { entity: 'care_visit', entityId: null, action: 'export', after }));
  return ctx.files.put('Danh sách thăm hỏi.xlsx', XLSX_MIME, bytes);
}

const STATES = { open: 'Đang theo dõi', finished: 'Đã xong', stopped: 'Dừng' } as const;

async function exportCases(
  input: ParsedInputOf<'care.exportCases'>,
  ctx: Ctx,
): Promise<OutputOf<'care.exportCases'>> {
  const found = listCases(ctx.db, caseConditions(input, ctx), { offset: 0, limit: MOST });
  if (found.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const rows = found.map(toCaseRow).map(
    (row, at): SheetRow => ({
      ordinal: at + 1,
      title: row.title,
      name: row.name,
      department: row.department,
      kind: row.kind,
      openedOn: row.openedOn,
      state: STATES[row.state],
      closedOn: row.closedOn,
      step: row.state === 'open' ? row.step : null,
      papers: row.papers,
      total: row.total,
    }),
  );
  const unitName = profileOn(ctx, ctx.today())?.name ?? '';
  const bytes = await draw(ctx, {
    paper: 'cases',
    data: { unitName, period: periodText(input.from, input.to), rows },
  });
  const after = { rows: rows.length };
  ctx.write(() => recordChange(ctx, { entity: 'care_case', entityId: null, action: 'export', after }));
  return ctx.files.put('Hồ sơ trợ giúp, nhà ở.xlsx', XLSX_MIME, bytes);
}

export const exportHandlers = {
  'care.exportVisits': exportVisits,
  'care.exportCases': exportCases,
};
