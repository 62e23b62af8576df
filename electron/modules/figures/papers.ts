/** The annex on paper: what each line says, in the words of papers. */
import { annexUnit } from '../../../shared/domain/annex';
import { formatDate } from '../../../shared/domain/dates';
import { amountText, type Figure } from '../../../shared/domain/figures';
import { indicatorOf } from '../../../shared/domain/indicators';
import { formatCount, formatFraction } from '../../../shared/text/numbers';
import type { AnnexPaperData, AnnexRow } from '../../documents/papers/annex';
import { XLSX_MIME } from '../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { AnnexPaperInput } from '../../jobs/annexPaper';
import { chairSigner } from '../organisation/committees/service';
import { paperUnit, profileOn } from '../organisation/service';

type Table = OutputOf<'figures.table'>;
type Format = ParsedInputOf<'figures.paper'>['format'];

const DOCX_MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MIMES: Record<Format, string> = { pdf: 'application/pdf', docx: DOCX_MIME, xlsx: XLSX_MIME };

const sentence = (parts: readonly (string | null | false | undefined)[]): string | null =>
  parts
    .filter(Boolean)
    .join('; ')
    .replace(/^./, (first) => first.toLocaleUpperCase('vi')) || null;

/** What the note of a line says: the fraction, the source of a typed figure, what is not counted. */
export function noteOf(figure: Figure): string | null {
  const { part, whole, wholeOn, typed, unknown, gap, unit } = figure;
  const fraction =
    unit === 'percent' &&
    part !== null &&
    whole !== null &&
    `${formatFraction(part, whole)}${wholeOn ? `, mẫu số ngày ${formatDate(wholeOn)}` : ''}`;
  return sentence([
    fraction,
    typed && `nhập tay, nguồn: ${typed.source}`,
    typed && typed.computed !== null && `hồ sơ trong sổ cho ${formatCount(typed.computed)}`,
    unknown && figure.value !== null ? `chưa kể ${unknown} mục chưa có số` : null,
    gap === 'fieldOff' && 'chưa bật ô thông tin để đếm',
    figure.value === null && figure.wording === undefined && gap !== 'fieldOff' && 'chưa có số liệu',
  ]);
}

const rowOf = ({ code, mark, figure }: Table['sections'][number]['lines'][number]): AnnexRow => ({
  code,
  name: indicatorOf(figure.id as Figure['id']).label,
  unit: annexUnit(figure.id as Figure['id']),
  amount: amountText(figure as Figure) ?? '',
  value: figure.flag === undefined && figure.unit !== 'percent' ? figure.value : null,
  note: noteOf(figure as Figure),
  own: mark === 'B',
});

export function annexData(table: Table, ctx: Ctx): AnnexPaperData {
  const { from, to, asOf } = table.now;
  const day = ctx.today();
  const profile = profileOn(ctx, day);
  return {
    unit: paperUnit(profile),
    subject: `Hoạt động công đoàn từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`,
    note: asOf < to ? `Số liệu đến ngày ${formatDate(asOf)}` : null,
    sections: table.sections.map(({ code, title, lines }) => ({ code, title, rows: lines.map(rowOf) })),
    signers: {
      left: { authority: ['Người lập biểu'], name: null },
      right: chairSigner(ctx, day),
    },
    date: day,
  };
}

export async function annexPaper(table: Table, format: Format, ctx: Ctx): Promise<OutputOf<'figures.paper'>> {
  const input: AnnexPaperInput = { data: annexData(table, ctx), format };
  const bytes = await ctx.jobs.run<Uint8Array>('annexPaper', input, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  const { from, to } = table.now;
  return ctx.files.put(`Phụ lục số liệu ${from} – ${to}.${format}`, MIMES[format], bytes);
}
