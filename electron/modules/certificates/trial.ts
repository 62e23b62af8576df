/** The calibration sheet and trial prints: papers that prove where a printer puts things. Not in the print log. */
import type { Layout, LayoutItem, LayoutRecord } from '../../../shared/domain/layout';
import { calibrationSheet } from '../../documents/certificates/calibrationSheet';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { PrintCertificatesInput, PrintCertificatesOutput } from '../../jobs/printCertificates';
import { recipientWithDecision } from '../awards/service';
import { skippedOn } from './blanks';
import { certificateRecord } from './content';
import { imagesFor } from './layoutFiles';
import { findLayout, ownSample } from './layouts';
import { officeRules } from './layoutWords';
import { pageOf } from './preview';
import { codedLayouts } from './proof/keys';
import { settings } from './repository';

type Shown = ParsedInputOf<'certificates.onBlank'>;

function recordOf(ctx: Ctx, layout: Layout, recipientId: number | null): LayoutRecord {
  const national = settings(ctx.db).national === 1;
  if (recipientId === null) return { ...ownSample(ctx, layout), national };
  const { recipient, decision } = recipientWithDecision(ctx, recipientId);
  return certificateRecord(ctx, decision, recipient, { national, ...codedLayouts(ctx)(layout.id) });
}

async function drawn(
  ctx: Ctx,
  layout: Layout,
  more: Pick<PrintCertificatesInput, 'mode' | 'skip' | 'calibration'> & { record: LayoutRecord },
): Promise<OutputOf<'certificates.trial'>> {
  const { record, ...how } = more;
  const rules = officeRules(ctx);
  const input: PrintCertificatesInput = {
    ...how,
    draw: 'one',
    layouts: [layout],
    sheets: [{ layoutId: layout.id, record, name: layout.name }],
    title: layout.name,
    images: imagesFor(ctx, [layout]),
    acceptProblems: true,
    ...(rules ? { rules } : {}),
  };
  const made = await ctx.jobs.run<PrintCertificatesOutput>('printCertificates', input, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  const name = `${layout.name.replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ').slice(0, 100)}.pdf`;
  return { file: ctx.files.put(name, 'application/pdf', made.bytes as Uint8Array) };
}

function sheet(
  input: ParsedInputOf<'certificates.calibrationSheet'>,
  ctx: Ctx,
): Promise<OutputOf<'certificates.calibrationSheet'>> {
  const calibration = input.adjustment ? { calibration: input.adjustment } : {};
  return drawn(ctx, calibrationSheet(input.w, input.h), {
    mode: 'full',
    skip: [],
    record: {},
    ...calibration,
  });
}

function onBlank(input: Shown, ctx: Ctx): OutputOf<'certificates.onBlank'> {
  const { layout } = findLayout(ctx, input.layoutId);
  const record = recordOf(ctx, layout, input.recipientId);
  const skip = skippedOn(ctx, input.blankId, []);
  const page = pageOf(ctx, layout, record, 'blank', skip, input.adjustment ?? undefined);
  return { page: page as unknown as OutputOf<'certificates.onBlank'>['page'] };
}

const FAINT = 'thu-mo';

/** The layout with the outline of the page's safe edge and of every printed item, and a mark nobody overlooks. */
function asTrial(layout: Layout, skip: readonly string[]): Layout {
  const { w, h } = layout.page;
  const shown = layout.items.filter((item) => item.blank && !(item.id && skip.includes(item.id)));
  const faint = { colour: FAINT, sw: 0.2, dash: [1, 1], blank: true };
  const boxes = shown.flatMap((item): LayoutItem[] =>
    item.type === 'text' || item.type === 'image'
      ? [{ ...faint, type: 'frame', x: item.x, y: item.y, w: item.w, h: item.h }]
      : item.type === 'qr'
        ? [{ ...faint, type: 'frame', x: item.x, y: item.y, w: item.w, h: item.w }]
        : [],
  );
  const edge: LayoutItem = { ...faint, type: 'frame', x: 5, y: 5, w: w - 10, h: h - 10 };
  const mark = (y: number): LayoutItem => ({
    type: 'text',
    text: 'BẢN THỬ – in trên giấy thường, ướm lên phôi trước đèn',
    x: 10,
    y,
    w: w - 20,
    h: 5,
    font: 'Arimo-Bold',
    size: 11,
    colour: 'ink',
    align: 'center',
    valign: 'middle',
    blank: true,
    fit: { mode: 'shrink', min: 6 },
  });
  return {
    ...layout,
    id: `${layout.id.slice(0, 70)}-thu`,
    name: `Bản thử – ${layout.name}`,
    palette: { ...layout.palette, [FAINT]: '#9A9A9A', ink: layout.palette.ink ?? '#000000' },
    items: [edge, ...boxes, mark(8), mark(h - 13), ...layout.items],
  };
}

function trial(
  input: ParsedInputOf<'certificates.trial'>,
  ctx: Ctx,
): Promise<OutputOf<'certificates.trial'>> {
  const { layout } = findLayout(ctx, input.layoutId);
  const skip = skippedOn(ctx, input.blankId, []);
  const record = recordOf(ctx, layout, input.recipientId);
  const calibration = input.adjustment ? { calibration: input.adjustment } : {};
  return drawn(ctx, asTrial(layout, skip), { mode: 'blank', skip, record, ...calibration });
}

export const trialHandlers = {
  'certificates.calibrationSheet': sheet,
  'certificates.onBlank': onBlank,
  'certificates.trial': trial,
};
