/** Signed codes for papers of other areas. */
import type { Ctx } from '../../../ipc/context';
import { settings } from '../repository';
import { codedLayouts, ensureKey } from './keys';

export { signFacts } from './text';

/** What signs the codes of a layout, the key being made on first use; null where codes are not printed. */
export function codeSigner(ctx: Ctx, layoutId: string) {
  if (settings(ctx.db).code !== 1) return null;
  ctx.write(() => ensureKey(ctx));
  const { code, signer } = codedLayouts(ctx)(layoutId);
  return code ? signer : null;
}
