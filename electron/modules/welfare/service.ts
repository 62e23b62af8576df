/** Rules of the area welfare: gift campaigns, their lists and what they are worth. */
import { giftWords } from '../../../shared/domain/welfare';
import type { Ctx, HandlersOf, OutputOf } from '../../ipc/context';
import { boardHandlers } from './board';
import { campaignHandlers } from './campaigns';
import { chooseHandlers } from './choose';
import { lineHandlers } from './lines';
import { giftsOf } from './linesRepository';
import { paperHandlers } from './papers';
import { voucherHandlers } from './vouchers';
import { warningHandlers } from './warnings';

export { unsignedGifts } from './board';
export { membersOnLists } from './linesRepository';
export { campaignsUnpaid } from './vouchers';

/** What a member was given: "Nhận quà Tết 2026: 500.000 đ". */
export function giftTimeline(ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] {
  return giftsOf(ctx.db, memberId).map((gift) => ({
    kind: 'gift',
    date: gift.onDate,
    title: `Nhận ${gift.name.charAt(0).toLocaleLowerCase('vi')}${gift.name.slice(1)}: ${giftWords(gift)}`,
    titleEn: `Received ${gift.name}: ${giftWords(gift, 'en')}`,
    detail: null,
    recordId: gift.campaignId,
  }));
}

/** Gifts a member signed for, the latest first. */
export const giftsOfMember = (ctx: Pick<Ctx, 'db'>, memberId: number) => giftsOf(ctx.db, memberId);

export const welfareHandlers: HandlersOf<'welfare'> = {
  ...campaignHandlers,
  ...chooseHandlers,
  ...lineHandlers,
  ...warningHandlers,
  ...boardHandlers,
  ...paperHandlers,
  ...voucherHandlers,
};
