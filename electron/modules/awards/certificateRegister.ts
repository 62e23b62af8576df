/** Certificates of a decision enter the register when it is issued; one made void keeps its number for ever. */
import type { Ctx } from '../../ipc/context';
import * as repo from './certificateRepository';

export type { CertificateRow } from './certificateRepository';
export {
  certificateById,
  certificatesOfRecipient,
  currentCertificates,
  insertCertificate,
  keepContent,
  nextCopy,
  settleRecipient,
  setVoid,
} from './certificateRepository';
export { nextRegisterNumber } from './repository';

/** Why a number of another year's register was given up. */
const OTHER_YEAR = 'Quyết định đổi ngày ký sang năm khác';

/** Registers one recipient of a decision being issued, under the number it has there. */
export function registerCertificate(
  ctx: Pick<Ctx, 'db' | 'now' | 'today'>,
  d: { id: number; decided_on: string | null },
  r: { uid: string; year: number; no: number },
): void {
  const known = repo.certificatesOfRecipient(ctx.db, r.uid);
  const first = known[0];
  if (first && first.registerYear === r.year) return;
  const held = known.find((row) => row.voidedOn === null);
  if (known.length > 0 && !held) return;
  if (held) repo.setVoid(ctx.db, held.id, ctx.today(), OTHER_YEAR);
  const added = {
    recipientUid: r.uid,
    decisionId: d.id,
    registerYear: r.year,
    registerNo: r.no,
    copy: 0,
    replacesId: held?.id ?? null,
    reason: held ? OTHER_YEAR : null,
    givenOn: d.decided_on,
  };
  repo.insertCertificate(ctx.db, added, ctx.now());
}

/** Takes up what was kept of the prints of a decision that was opened and is issued anew. */
export const forgetContents = (ctx: Pick<Ctx, 'db'>, decisionId: number): void =>
  repo.forgetContents(ctx.db, decisionId);
