/** Rules of the area funds. Other areas record and link vouchers from here. */
import type { HandlersOf } from '../../ipc/context';
import { bookHandlers } from './books';
import { catalogueHandlers } from './catalogue';
import { oldBookHandlers } from './oldBook';
import { paperHandlers } from './papers';
import { voucherHandlers } from './vouchers';

export { addFundCheck } from './books';
export { createVoucher, linkVoucher, type NewVoucher, type VoucherSource, vouchersFor } from './vouchers';
export { wordsOf } from './words';

export const fundsHandlers: HandlersOf<'funds'> = {
  ...catalogueHandlers,
  ...voucherHandlers,
  ...bookHandlers,
  ...paperHandlers,
  ...oldBookHandlers,
};
