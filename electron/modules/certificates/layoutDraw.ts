/** A layout being designed: drawn for the screen, and as one sheet of paper. Nothing is kept. */
import { displayBlocks, type Layout, type LayoutRecord, POINT } from '../../../shared/domain/layout';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { PrintCertificatesInput, PrintCertificatesOutput } from '../../jobs/printCertificates';
import { namedRecord, printedName, recipientWithDecision } from '../awards/service';
import { certificateRecord } from './content';
import { imagesFor } from './layoutFiles';
import { ownSample } from './layouts';
import { longNames } from './layoutsRepository';
import { readSource } from './layoutsService';
import { officeRules } from './layoutWords';
import { knownImages, measureOf } from './preview';
import { codedLayouts } from './proof/keys';
import { settings } from './repository';

type Show = ParsedInputOf<'certificates.draw'>['show'];

/** How many of the longest names are measured to find the widest. */
const MEASURED_NAMES = 30;

/** The widest name of the store, in the font that draws names. */
function widestName(ctx: Pick<Ctx, 'db' | 'paths'>, layout: Layout): string | undefined {
  const item = layout.items.find((one) => one.type === 'text' && one.text.includes('{name}'));
  const font = item?.type === 'text' ? item.font : 'Tinos-Bold';
  const measure = measureOf(ctx);
  const width = (name: string) =>
    measure.spans(font, name, true).reduce((sum, span) => sum + span.advance, 0) * POINT;
  const names = longNames(ctx.db, MEASURED_NAMES);
  return names.reduce<string | undefined>(
    (best, name) => (best === undefined || width(name) > width(best) ? name : best),
    undefined,
  );
}

function recordFor(ctx: Ctx, layout: Layout, show: Show): { record: LayoutRecord; name: string } {
  const choice = settings(ctx.db);
  const national = choice.national === 1;
  if (show.kind === 'recipient') {
    const { recipient, decision } = recipientWithDecision(ctx, show.id);
    const record = certificateRecord(ctx, decision, recipient, { national, ...codedLayouts(ctx)(layout.id) });
    return { record, name: printedName(namedRecord(recipient)) };
  }
  const sample: LayoutRecord = { ...ownSample(ctx, layout), national };
  const longest = show.kind === 'longest' ? widestName(ctx, layout) : undefined;
  const name = longest ?? String(sample.name ?? '');
  return { record: longest ? { ...sample, name, 'a.name': name } : sample, name };
}

function draw(input: ParsedInputOf<'certificates.draw'>, ctx: Ctx): OutputOf<'certificates.draw'> {
  const layout = readSource(ctx, input.source);
  const { record, name } = recordFor(ctx, layout, input.show);
  const drawn = displayBlocks(layout, record, measureOf(ctx), input.mode, {
    images: knownImages(ctx, layout),
  });
  const page = { ...drawn.page, items: [] };
  return {
    page: page as unknown as OutputOf<'certificates.draw'>['page'],
    blocks: mutable(drawn.blocks),
    name,
  };
}

const mutable = (blocks: ReturnType<typeof displayBlocks>['blocks']) =>
  blocks.map(({ id, items }) => ({ id, items: [...items] }));

async function proof(
  input: ParsedInputOf<'certificates.proof'>,
  ctx: Ctx,
): Promise<OutputOf<'certificates.proof'>> {
  const layout = readSource(ctx, input.source);
  const { record, name } = recordFor(ctx, layout, input.show);
  const rules = officeRules(ctx);
  const sheet: PrintCertificatesInput = {
    draw: 'one',
    layouts: [layout],
    sheets: [{ layoutId: layout.id, record, name }],
    mode: input.mode,
    skip: [],
    title: layout.name,
    images: imagesFor(ctx, [layout]),
    acceptProblems: true,
    ...(rules ? { rules } : {}),
  };
  const made = await ctx.jobs.run<PrintCertificatesOutput>('printCertificates', sheet, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  const bytes = made.bytes as Uint8Array;
  return { file: ctx.files.put(`${layout.name} (in thử).pdf`, 'application/pdf', bytes) };
}

export const drawHandlers = { 'certificates.draw': draw, 'certificates.proof': proof };
