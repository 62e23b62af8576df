/** Papers of awards: the decision, the table by level and form, the register; drawn in a worker. */
import { AppError } from '../../../shared/contract/errors';
import { addKnown, LEVEL_NAMES, registerText } from '../../../shared/domain/awards';
import { amountInWords } from '../../../shared/text/amountInWords';
import type { AwardDecisionData, AwardRecipient } from '../../documents/papers/awardDecision';
import type { AwardTablePaperData } from '../../documents/papers/awardTable';
import { XLSX_MIME } from '../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { AwardPapersInput } from '../../jobs/awardPapers';
import { signerOn } from '../organisation/committees/service';
import { paperUnit, profileOn } from '../organisation/service';
import { formById } from './formsRepository';
import { periodText } from './period';
import { moneyOf, namedRecord, postAndUnit, printedName } from './record';
import { tableOf } from './register';
import * as repo from './repository';
import { sheetHandlers } from './sheets';

const MIMES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: XLSX_MIME,
} as const;

/** Draws a paper of awards in a worker. */
export async function drawAwardPaper(
  ctx: Ctx,
  input: AwardPapersInput,
  format: keyof typeof MIMES,
  name: string,
): Promise<OutputOf<'awards.decisionPdf'>> {
  const bytes = await ctx.jobs.run<Uint8Array>('awardPapers', input, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  return ctx.files.put(`${name}.${format}`, MIMES[format], bytes);
}

/** The first letter of a template is small inside a sentence: "đã có thành tích …". */
const inSentence = (text: string) =>
  text.charAt(0).toLocaleLowerCase('vi') + text.slice(1).replace(/[.\s]+$/, '');

/** "Giấy khen", "danh hiệu “Đoàn viên công đoàn xuất sắc”", "Giấy khen chuyên đề “Xanh – Sạch – Đẹp”". */
function formPhrase(kind: 'title' | 'form' | 'theme' | undefined, name: string): string {
  if (kind === 'title') return `danh hiệu “${name}”`;
  return kind === 'theme' ? `Giấy khen chuyên đề “${name}”` : name;
}

/** What the decision's paper holds, under the names it was issued with. */
export function decisionData(ctx: Ctx, d: repo.ListedDecision): AwardDecisionData {
  const snapshot = d.snapshot === null ? null : (JSON.parse(d.snapshot) as Record<string, string | null>);
  const profile = profileOn(ctx, d.decided_on ?? ctx.today());
  const rows = repo.recipientsOf(ctx.db, d.id);
  const form = formPhrase(formById(ctx.db, d.form_id)?.kind, d.form);
  const of = (kind: repo.RecipientRecord['kind']): AwardRecipient[] =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => ({
        name: printedName(namedRecord(row)),
        postAndUnit: postAndUnit({ post: row.post, unitName: row.unit_name }),
        amount: moneyOf(d, row),
        registerNumber: registerText(row.register_no, row.register_year),
      }));
  const total = addKnown(rows.map((row) => moneyOf(d, row)));
  const body = snapshot?.unitName ?? profile?.name ?? '';
  const issuer = d.authority ?? `Ban Chấp hành ${body}`;
  const reason = (d.reason_template ?? '').replace(/\{\s*(năm|nam)\s*\}/giu, String(d.award_year));
  return {
    unit: {
      upperBody: (snapshot ? snapshot.upperName : profile?.upperName) ?? null,
      body: (snapshot ? snapshot.unitShortName : profile?.shortName) || body,
      national: true,
      place: (snapshot ? snapshot.place : profile?.place) ?? null,
    },
    issuer,
    number: d.number,
    date: d.decided_on?.length === 10 ? d.decided_on : null,
    subject: `Về việc tặng ${form}${d.occasion ? ` nhân dịp ${inSentence(d.occasion)}` : ` năm ${d.award_year}`}`,
    form,
    achievement: inSentence(reason),
    basis: (d.basis ?? DEFAULT_BASIS).split('\n').filter((line) => line.trim() !== ''),
    collectives: of('collective'),
    households: of('household'),
    individuals: of('individual'),
    totalInWords: total ? amountInWords(total) : null,
    moneySource: d.money_source,
    recipients: ['Như Điều 3', `Lưu: VT, hồ sơ thi đua`],
    signer: {
      authority: [d.signer_for, d.signer_title].filter((line) => line !== null),
      name: d.signer_name,
    },
    year: d.award_year,
  };
}

const DEFAULT_BASIS = [
  'Căn cứ Luật Công đoàn ngày 27 tháng 11 năm 2024',
  'Căn cứ Điều lệ Công đoàn Việt Nam',
  'Căn cứ Quyết định số 999/QĐ-TLĐ ngày 29 tháng 5 năm 2024 của Tổng Liên đoàn Lao động Việt Nam về khen thưởng trong tổ chức Công đoàn',
  'Xét đề nghị của Hội đồng Thi đua, Khen thưởng',
].join('\n');

async function decisionFile(
  id: number,
  format: 'docx' | 'pdf',
  ctx: Ctx,
): Promise<OutputOf<'awards.decisionPdf'>> {
  const d = repo.decisionById(ctx.db, id);
  if (!d || d.deleted_at !== null) throw new AppError('NOT_FOUND');
  const data = decisionData(ctx, d);
  if (data.collectives.length + data.households.length + data.individuals.length === 0)
    throw new AppError('NOTHING_TO_PRINT');
  const name = `Quyết định ${(d.number ?? 'chưa có số').replaceAll('/', '-')} tặng ${d.form}`;
  return drawAwardPaper(ctx, { paper: 'decision', format, data }, format, name);
}

/** The table as a paper of the unit, signed by today's chair. */
export function tableData(ctx: Ctx, input: ParsedInputOf<'awards.tablePdf'>): AwardTablePaperData {
  const { rows } = tableOf(ctx, input);
  const today = ctx.today();
  const profile = profileOn(ctx, today);
  const signer = signerOn(ctx, today);
  return {
    rows: rows.map((row) => ({
      level: LEVEL_NAMES[row.level],
      form: row.form,
      collectives: row.counts.collective,
      individuals: row.counts.individual,
      households: row.counts.household,
    })),
    unit: paperUnit(profile),
    period: periodText(input),
    date: today,
    signer: {
      authority: [signer.onBehalfOf, signer.title].filter((line) => line !== null),
      name: signer.name,
    },
  };
}

async function tableFile(
  input: ParsedInputOf<'awards.tablePdf'>,
  format: 'docx' | 'pdf',
  ctx: Ctx,
): Promise<OutputOf<'awards.tablePdf'>> {
  const data = tableData(ctx, input);
  if (data.rows.length === 0) throw new AppError('NOTHING_TO_PRINT');
  return drawAwardPaper(
    ctx,
    { paper: 'table', format, data },
    format,
    `Bảng khen thưởng ${periodText(input).replaceAll('/', '-')}`,
  );
}

export const fileHandlers = {
  'awards.decisionDocx': (input: { id: number }, ctx: Ctx) => decisionFile(input.id, 'docx', ctx),
  'awards.decisionPdf': (input: { id: number }, ctx: Ctx) => decisionFile(input.id, 'pdf', ctx),
  'awards.tableDocx': (input: ParsedInputOf<'awards.tableDocx'>, ctx: Ctx) => tableFile(input, 'docx', ctx),
  'awards.tablePdf': (input: ParsedInputOf<'awards.tablePdf'>, ctx: Ctx) => tableFile(input, 'pdf', ctx),
  ...sheetHandlers,
};
