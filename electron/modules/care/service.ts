/** Rules of care: visits with their slips and money, cases of help from survey to handover. */
import type { HandlersOf } from '../../ipc/context';
import { caseMoneyHandlers } from './caseMoney';
import { caseHandlers } from './cases';
import { catalogueHandlers } from './catalogue';
import { exportHandlers } from './exports';
import { figureHandlers } from './figures';
import { moneyHandlers } from './money';
import { paperHandlers } from './papers';
import { visitHandlers } from './visits';

export { membersCaredFor } from './catalogueRepository';
export { careConditions } from './conditions';
export { careDue, careTimeline } from './figures';
export { unpaidFindings } from './money';

export const careHandlers: HandlersOf<'care'> = {
  ...visitHandlers,
  ...moneyHandlers,
  ...caseHandlers,
  ...caseMoneyHandlers,
  ...catalogueHandlers,
  ...figureHandlers,
  ...paperHandlers,
  ...exportHandlers,
};
