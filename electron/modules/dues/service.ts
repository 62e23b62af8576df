/** Dues, drives, donors and money of one purpose. Other areas ask here for the balance of a purpose, and spend from it. */
import type { HandlersOf } from '../../ipc/context';
import { addFundCheck } from '../funds/service';
import { boardHandlers } from './board';
import { collectionHandlers, tornCollections } from './collections';
import { donorHandlers } from './donors';
import { driveHandlers } from './drives';
import { earmarkHandlers } from './earmarks';
import { behindView, monthView, yearView } from './ledgerViews';
import { paperHandlers } from './papers';
import { rateHandlers } from './rates';

export { duesDue } from './board';
export { duesTimeline } from './collections';
export { driveTimeline } from './drives';
export { earmarkBalance, listEarmarks, refuseEarmark, spendEarmark } from './earmarks';

addFundCheck(tornCollections);

const {
  'dues.list': list,
  'dues.yearPaper': yearPaper,
  'drives.paper': paper,
  ...donorPapers
} = paperHandlers;

export const duesHandlers: HandlersOf<'dues'> = {
  ...rateHandlers,
  ...collectionHandlers,
  ...boardHandlers,
  'dues.month': monthView,
  'dues.year': yearView,
  'dues.behind': behindView,
  'dues.list': list,
  'dues.yearPaper': yearPaper,
};
export const drivesHandlers: HandlersOf<'drives'> = { ...driveHandlers, 'drives.paper': paper };
export const donorsHandlers: HandlersOf<'donors'> = { ...donorHandlers, ...earmarkHandlers, ...donorPapers };
