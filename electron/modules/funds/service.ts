/** Rules of the area funds. Other areas record and link vouchers from here. */
import type { HandlersOf } from '../../ipc/context';
import { bookHandlers } from './books';
import { catalogueHandlers } from './catalogue';
import { moveHandlers } from './moves';
import { oldBookHandlers } from './oldBook';
import { paperHandlers } from './papers';
import { voucherHandlers } from './vouchers';

export { addFundCheck } from './books';
export { categoryOf, fundBalances } from './catalogue';
export { liveVoucher } from './record';
export {
  createVoucher,
  linkVoucher,
  type NewVoucher,
  numberVouchers,
  takeVouchersBack,
  type VoucherSource,
  voucherDrafts,
  vouchersFor,
} from './vouchers';
export { wordsOf } from './words';

export const fundsHandlers: HandlersOf<'funds'> = {
  ...catalogueHandlers,
  ...voucherHandlers,
  ...bookHandlers,
  ...moveHandlers,
  ...paperHandlers,
  ...oldBookHandlers,
};
