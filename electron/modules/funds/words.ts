/** Amounts in words, in the style the office chose in the settings. */
import { type AmountStyle, amountInWords } from '../../../shared/text/amountInWords';
import type { Ctx } from '../../ipc/context';
import { settingsOn } from '../settings/service';

/** The style of the settings: lẻ or linh, nghìn or ngàn, "đồng chẵn" or not. */
export function amountStyle(ctx: Pick<Ctx, 'db' | 'today'>): AmountStyle {
  const { oddWord, thousandWord, evenWord } = settingsOn(ctx, ctx.today());
  return {
    odd: oddWord === 'le' ? 'lẻ' : 'linh',
    thousand: thousandWord === 'nghin' ? 'nghìn' : 'ngàn',
    even: evenWord,
  };
}

/** "Một trăm tám mươi mốt triệu đồng". */
export const wordsOf = (ctx: Pick<Ctx, 'db' | 'today'>, amount: number): string =>
  amountInWords(amount, amountStyle(ctx));
