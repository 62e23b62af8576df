/**
 * What a certificate is printed from. Its first official print keeps its text and the version of its layout; from
 * then on it is printed the same, whatever was renamed or redrawn since.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Layout, LayoutRecord } from '../../../../shared/domain/layout';
import { withMarks } from '../../../documents/certificates/marks';
import type { Ctx } from '../../../ipc/context';
import type { ListedDecision, RecipientRecord } from '../../awards/service';
import { type CertificateRow, currentCertificates } from '../../awards/service';
import { certificateRecord } from '../content';
import { chosenLayouts, findLayout, parsedOnce } from '../layouts';
import { codedLayouts } from '../proof/keys';
import { layoutChoices, settings } from '../repository';
import { keptText } from './keptText';
import * as repo from './repository';

export interface IssuedSheet {
  /** In force, or void where none is; null in a draft. */
  readonly certificate: CertificateRow | null;
  /** With its marks, and an id of its own for each version. */
  readonly layout: Layout;
  readonly layoutId: string;
  readonly layoutName: string;
  readonly layoutVersion: number;
  /** The layout's text without marks, to be kept. */
  readonly text: { readonly hash: string; readonly layout: string };
  readonly record: LayoutRecord;
  /** An earlier version than the one in use now. */
  readonly oldLayout: boolean;
}

const texts = new WeakMap<Layout, { hash: string; layout: string }>();

/** A layout's text and the SHA-256 of what it draws: another name is not another version. */
function textOf(layout: Layout): { hash: string; layout: string } {
  const known = texts.get(layout);
  if (known) return known;
  const nameless = JSON.stringify({ ...layout, name: '' });
  const made = {
    hash: createHash('sha256').update(nameless).digest('hex'),
    layout: JSON.stringify(layout),
  };
  texts.set(layout, made);
  return made;
}

const marked = new Map<string, Layout>();
const MARKED_LIMIT = 40;

/** What was made of a layout is kept with the object, so the same marks give the same object. */
function markedOnce(
  layoutId: string,
  layout: Layout,
  hash: string,
  marks: { copy: number; voided: boolean },
  fontsDir: string,
): Layout {
  const key = `${layoutId} ${hash} ${layout.name} ${marks.copy} ${marks.voided}`;
  const known = marked.get(key);
  if (known) return known;
  if (marked.size >= MARKED_LIMIT) marked.clear();
  const made = withMarks({ ...layout, id: `${layoutId}-${hash.slice(0, 12)}` }, marks, fontsDir);
  marked.set(key, made);
  return made;
}

export interface SheetOptions {
  /** Layouts as they are now, also for certificates printed in an earlier version. */
  readonly fresh?: boolean;
  /** This layout for every sheet: to look at it. */
  readonly layoutId?: string | null;
  /** This certificate of its recipient, instead of the one in force. */
  readonly certificate?: CertificateRow;
}

type Kept = ReturnType<typeof repo.printedVersions>[number];

/** The layout of one certificate: the version it was printed in before, unless a fresh one is asked for. */
function layoutOf(
  ctx: Pick<Ctx, 'db' | 'paths'>,
  layoutId: string,
  kept: Kept | undefined,
): { layout: Layout; text: { hash: string; layout: string }; old: boolean } {
  if (kept) {
    const stored = repo.keptLayout(ctx.db, kept.hash);
    if (stored !== undefined) {
      const layout = parsedOnce(kept.hash, stored);
      return { layout, text: { hash: kept.hash, layout: stored }, old: true };
    }
  }
  const { layout } = findLayout(ctx, layoutId);
  return { layout, text: textOf(layout), old: false };
}

/** Makes the sheets of a decision; what they share is read once. */
export function sheetMaker(
  ctx: Pick<Ctx, 'db' | 'paths' | 'today'>,
  d: ListedDecision,
  options: SheetOptions = {},
): (recipient: RecipientRecord) => IssuedSheet {
  const issued = d.status === 'issued';
  const current = new Map(
    issued ? currentCertificates(ctx.db, d.id).map((row) => [row.recipientId, row] as const) : [],
  );
  const versions = new Map(
    repo.printedVersions(ctx.db, d.id).map((row) => [`${row.certificateId} ${row.layoutId}`, row] as const),
  );
  const chosen = chosenLayouts(ctx, d.id);
  const own = new Map(layoutChoices(ctx.db, d.id).map((row) => [row.kind, row.layoutId] as const));
  const coded = codedLayouts(ctx);
  const national = settings(ctx.db).national === 1;
  const fontsDir = join(ctx.paths.resources, 'fonts');
  return (recipient) => {
    const certificate = options.certificate ?? current.get(recipient.id) ?? null;
    const keptUnder = (id: string) =>
      certificate && !options.fresh && !options.layoutId
        ? versions.get(`${certificate.id} ${id}`)
        : undefined;
    const wished = own.get(recipient.kind);
    const layoutId =
      options.layoutId ?? (wished !== undefined && keptUnder(wished) ? wished : chosen[recipient.kind]);
    const now = options.fresh || options.layoutId ? undefined : keptUnder(layoutId);
    const { layout, text, old } = layoutOf(ctx, layoutId, now);
    const marks = { copy: certificate?.copy ?? 0, voided: certificate?.voidedOn != null };
    return {
      certificate,
      layout: markedOnce(layoutId, layout, text.hash, marks, fontsDir),
      layoutId,
      layoutName: layout.name,
      layoutVersion: layout.version,
      text,
      record: recordOf(ctx, d, recipient, certificate, { national, ...coded(layoutId) }),
      oldLayout: old && isOld(ctx, layoutId, text.hash),
    };
  };
}

function isOld(ctx: Pick<Ctx, 'db' | 'paths'>, layoutId: string, hash: string): boolean {
  try {
    const text = textOf(findLayout(ctx, layoutId).layout);
    return text.hash !== hash && keptText(ctx, text).hash !== hash;
  } catch {
    return true;
  }
}

/** Its kept text; a code is added to one printed without. */
function recordOf(
  ctx: Pick<Ctx, 'db' | 'today'>,
  d: ListedDecision,
  recipient: RecipientRecord,
  certificate: CertificateRow | null,
  options: Parameters<typeof certificateRecord>[3],
): LayoutRecord {
  const numbered = certificate
    ? { ...recipient, register_no: certificate.registerNo, register_year: certificate.registerYear }
    : recipient;
  const live = certificateRecord(ctx, d, numbered, options);
  if (!certificate?.content) return live;
  const kept = JSON.parse(certificate.content) as LayoutRecord;
  return { ...kept, qr: kept.qr || live.qr };
}
