/** Letters of thanks drawn on a layout, one page each, with the words of the Word template. */
import { AppError } from '../../../shared/contract/errors';
import type { PaperKind } from '../../../shared/contract/layouts';
import { formatLongDate } from '../../../shared/domain/dates';
import type { LayoutRecord } from '../../../shared/domain/layout';
import { THANKS } from '../../../shared/domain/letterTexts';
import type { WordData } from '../../../shared/domain/wordTemplates';
import { BLANK } from '../../documents/word/fill';
import type { Ctx } from '../../ipc/context';
import type { OutgoingFile } from '../../ipc/files';
import type { PrintCertificatesInput, PrintCertificatesOutput } from '../../jobs/printCertificates';
import { commonWords, fillWord } from '../files/service';
import { signerOn } from '../organisation/committees/service';
import { imagesFor } from './layoutFiles';
import { officeRules } from './layoutWords';
import { paperLayoutOf } from './paperLayouts';
import * as repo from './repository';

const said = (value: WordData[string] | undefined): string =>
  typeof value === 'string' && value !== '' ? value : BLANK;

/** The text of a letter; what is not known is dots. */
const bodyOf = (data: WordData): string =>
  THANKS.map((line) => line.replace(/\{(\w+)\}/g, (_, field: string) => said(data[field]))).join('\n');

function recordOf(ctx: Ctx, data: WordData): LayoutRecord {
  const common = commonWords(ctx, 'thankYou');
  const signer = signerOn(ctx, ctx.today());
  const text = (value: WordData[string] | undefined) => (typeof value === 'string' ? value : '');
  return {
    'unit.long': text(common.ten_cong_doan),
    'unit.parent': text(common.cap_tren),
    national: repo.settings(ctx.db).national === 1,
    place: text(common.dia_danh),
    date: formatLongDate(ctx.today()),
    'signer.for': (signer.onBehalfOf ?? '').toLocaleUpperCase('vi'),
    'signer.post': signer.title ?? '',
    'signer.name': signer.name ?? '',
    to: said(data.nguoi_nhan),
    body: bodyOf({ ...common, ...data }),
  };
}

/** Letters as PDF on the layout chosen for their kind, else from the office's Word template. */
export async function thankLetters(
  ctx: Ctx,
  kind: Exclude<PaperKind, 'training'>,
  letters: readonly WordData[],
  name: string,
): Promise<OutgoingFile> {
  const layout = paperLayoutOf(ctx, kind)?.layout;
  if (!layout) return fillWord(ctx, 'thankYou', [...letters], name);
  const rules = officeRules(ctx);
  const job: PrintCertificatesInput = {
    draw: 'one',
    layouts: [layout],
    sheets: letters.map((data) => ({
      layoutId: layout.id,
      record: recordOf(ctx, data),
      name: said(data.nguoi_nhan),
    })),
    mode: 'full',
    skip: [],
    title: name,
    images: imagesFor(ctx, [layout]),
    ...(rules ? { rules } : {}),
  };
  const made = await ctx.jobs.run<PrintCertificatesOutput>('printCertificates', job, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  if (!made.bytes) {
    const names = [...new Set(made.problems.map(({ index }) => job.sheets[index]?.name ?? ''))];
    throw new AppError('TEXT_OVERFLOW', {
      details: { count: names.length, names: names.slice(0, 5).join('; ') },
    });
  }
  return ctx.files.put(`${name}.pdf`, 'application/pdf', made.bytes);
}
