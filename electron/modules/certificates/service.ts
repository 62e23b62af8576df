/** Rules of certificates (giấy khen): which layout, what stands on it, how it was printed. */
import { AppError } from '../../../shared/contract/errors';
import { registerText } from '../../../shared/domain/awards';
import type { DisplayPage } from '../../../shared/domain/layout/display';
import { joinRegister } from '../../../shared/domain/numberRanges';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import {
  liveDecision,
  namedRecord,
  postAndUnit,
  printedName,
  recipientsInOrder,
  recipientWithDecision,
  registerOf,
} from '../awards/service';
import { sheetMaker } from './batches/issued';
import { numbersOfRun, printsByCertificate } from './batches/repository';
import { batchHandlers } from './batches/service';
import { blankHandlers, skippedOn } from './blanks';
import { emblemHandlers } from './emblem';
import { drawHandlers } from './layoutDraw';
import { layoutFileHandlers } from './layoutFiles';
import { allLayouts, chosenLayouts, findLayout, layoutName, ownSample } from './layouts';
import { layoutHandlers } from './layoutsService';
import { wordHandlers } from './layoutWords';
import { paperLayoutHandlers } from './paperLayouts';
import { pageOf } from './preview';
import { printHandlers } from './print';
import { printerHandlers } from './printers';
import { checkHandlers } from './proof/check';
import { keyHandlers } from './proof/keys';
import * as repo from './repository';
import { trialHandlers } from './trial';

export { EMBLEM } from './emblem';
export { imagesFor } from './layoutFiles';
export { trashedDesigns } from './layoutsRepository';
export { officeRules } from './layoutWords';
export { paperLayoutOf } from './paperLayouts';
export { currentImage, settings as certificateSettings, trashedPrinters } from './repository';
export { thankLetters } from './thanks';

function layouts(_: ParsedInputOf<'certificates.layouts'>, ctx: Ctx): OutputOf<'certificates.layouts'> {
  const rows = allLayouts(ctx).map(({ layout, nameEn, kinds, blankItems, own }) => ({
    id: layout.id,
    name: layout.name,
    nameEn,
    paper: layout.page.paper,
    orientation: layout.page.orientation,
    w: layout.page.w,
    h: layout.page.h,
    kinds: [...kinds],
    blankItems: [...blankItems],
    number: layout.version,
    own,
  }));
  return { rows, chosen: chosenLayouts(ctx, null) };
}

/** A display list as the contract carries it. */
const asOutput = (page: DisplayPage) => page as unknown as OutputOf<'certificates.preview'>['page'];

function sample(input: ParsedInputOf<'certificates.sample'>, ctx: Ctx): OutputOf<'certificates.sample'> {
  const { layout } = findLayout(ctx, input.layoutId);
  const record = { ...ownSample(ctx, layout), national: repo.settings(ctx.db).national === 1 };
  return { page: asOutput(pageOf(ctx, layout, record, 'full', [])) };
}

function get(input: ParsedInputOf<'certificates.get'>, ctx: Ctx): OutputOf<'certificates.get'> {
  const d = liveDecision(ctx, input.decisionId);
  const prints = new Map(printsByCertificate(ctx.db, d.id).map((row) => [row.certificateId, row]));
  const sheetOf = sheetMaker(ctx, d);
  const recipients = recipientsInOrder(ctx, d.id);
  const rows = recipients.map((r, i) => {
    const { certificate, oldLayout } = sheetOf(r);
    const printed = certificate ? prints.get(certificate.id) : undefined;
    return {
      id: r.id,
      ordinal: i + 1,
      kind: r.kind,
      name: printedName(namedRecord(r)),
      post: postAndUnit({ post: r.post, unitName: r.unit_name }),
      register: certificate ? registerText(certificate.registerNo, certificate.registerYear) : registerOf(r),
      copy: certificate?.copy ?? 0,
      voidedOn: certificate?.voidedOn ?? null,
      prints: printed?.prints ?? 0,
      lastPrintedAt: printed?.lastAt ?? null,
      oldLayout,
    };
  });
  const longest = rows.reduce<(typeof rows)[number] | null>(
    (best, row) => (best === null || row.name.length > best.name.length ? row : best),
    null,
  );
  return {
    decisionId: d.id,
    number: d.number,
    decidedOn: d.decided_on,
    status: d.status,
    form: d.form,
    formEn: d.form_en,
    occasion: d.occasion,
    layouts: chosenLayouts(ctx, d.id),
    rows,
    ownOrder: recipients.some((r) => r.ceremony !== null),
    longestId: longest?.id ?? null,
  };
}

function preview(input: ParsedInputOf<'certificates.preview'>, ctx: Ctx): OutputOf<'certificates.preview'> {
  const { recipient, decision } = recipientWithDecision(ctx, input.recipientId);
  const { layout, layoutId, record, oldLayout } = sheetMaker(ctx, decision, input)(recipient);
  const printer = input.printerId === null ? undefined : repo.printerById(ctx.db, input.printerId);
  if (input.printerId !== null && !printer) throw new AppError('NOT_FOUND');
  const skip = skippedOn(ctx, input.blankId, input.skip);
  return { page: asOutput(pageOf(ctx, layout, record, input.mode, skip, printer)), layoutId, oldLayout };
}

function setLayout(
  input: ParsedInputOf<'certificates.setLayout'>,
  ctx: Ctx,
): OutputOf<'certificates.setLayout'> {
  if (input.layoutId !== null) findLayout(ctx, input.layoutId);
  if (input.decisionId !== null) liveDecision(ctx, input.decisionId);
  const decisionId = input.decisionId ?? 0;
  const before =
    repo.layoutChoices(ctx.db, decisionId).find((row) => row.kind === input.kind)?.layoutId ?? null;
  repo.setLayoutChoice(ctx.db, decisionId, input.kind, input.layoutId);
  recordChange(ctx, {
    entity: 'certificate_layout',
    entityId: input.decisionId,
    action: 'update',
    before: { kind: input.kind, layout: layoutName(ctx, before) },
    after: { kind: input.kind, layout: layoutName(ctx, input.layoutId) },
  });
  ctx.undo('certificates.setLayout', { ...input, layoutId: before });
  return chosenLayouts(ctx, input.decisionId);
}

function runs(input: ParsedInputOf<'certificates.runs'>, ctx: Ctx): OutputOf<'certificates.runs'> {
  return {
    rows: repo.runs(ctx.db, input.decisionId, input.limit).map((row) => ({
      ...row,
      numbers: joinRegister(numbersOfRun(ctx.db, row.id)),
      layouts: repo.printedLayouts(ctx.db, row.id),
      names: repo
        .printedNames(ctx.db, row.id, 20)
        .map((one) => [one.register, one.name].filter(Boolean).join(' – ')),
    })),
  };
}

export const certificatesHandlers: HandlersOf<'certificates'> = {
  'certificates.layouts': layouts,
  'certificates.sample': sample,
  'certificates.list': (input, ctx) => ({ rows: repo.printable(ctx.db, input.year) }),
  'certificates.get': get,
  'certificates.preview': preview,
  'certificates.setLayout': setLayout,
  'certificates.runs': runs,
  ...emblemHandlers,
  ...printerHandlers,
  ...printHandlers,
  ...batchHandlers,
  ...layoutHandlers,
  ...layoutFileHandlers,
  ...drawHandlers,
  ...wordHandlers,
  ...paperLayoutHandlers,
  ...blankHandlers,
  ...trialHandlers,
  ...keyHandlers,
  ...checkHandlers,
};
