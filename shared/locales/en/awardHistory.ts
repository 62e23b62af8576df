/** Texts of awards over the years. */
import type { Same } from '../index';
import type { awardHistory as vi } from '../vi/awardHistory';

export const awardHistory = {
  period: 'Period',
  days: 'From day to day',
  from: 'From',
  to: 'To',
  wrongOrder: 'The first day is after the last',
  inYear: 'in {{year}}',
  inAll: 'in all years',
  between: 'from {{from}} to {{to}}',
  chart: 'Awards over the years',
  chartUnit: 'certificates',
  chartYear: 'Year',
  chartCount: 'Certificates',
  chartNote: 'Years without figures are left empty',
  csv: 'Export as CSV',
  tableCsv: 'Table as CSV',
  unit: 'Department or group',
  everyUnit: 'Every department',
  closed: '{{name}} (closed)',
  noneOfUnit: 'No awards of {{name}} {{period}}',
  noneOfUnitBody:
    'The department itself and the people who belonged to it on the day are counted. Choose another period or every year.',
  ofUnit: 'Awards',
  memberList: 'Open in the register',
} as const satisfies Same<typeof vi>;
