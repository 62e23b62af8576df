import type { Same } from '..';
import type { holidays as vi } from '../vi/holidays';

export const holidays = {
  lead: 'Public holidays used by the calendar, working days of absences and deadlines. When the announcement differs from the habit, enter it here.',
  year: 'Year {{year}}',
  before: 'Year before',
  next: 'Next year',
  byHabit: '{{year}} goes by habit',
  byHabitBody:
    'Labour Code 2019, Articles 111 and 112; the days around Tet and beside 2 September as announced in past years.',
  announced: '{{year}} goes by the days announced',
  edit: 'Enter announced days off',
  clear: 'Go by habit again',
  cleared: '{{year}} goes by habit again',
  saved: 'Days off of {{year}} saved',
  day: 'Day off',
  name: 'Occasion',
  instead: 'In lieu',
  workedOn: 'Worked on {{day}}',
  formTitle: 'Days off of {{year}}',
  tetFrom: 'Tet holiday from',
  tetHint: 'Empty is by habit: from {{day}}, five days running.',
  beside: 'Day off beside 2 September',
  swaps: 'Swapped working days',
  swapsHint:
    'A weekday off and the weekend day worked for it. Leave the right field empty if none is worked.',
  off: 'Day off',
  work: 'Worked on',
  note: 'As announced in',
  noteHint: 'Number and date of the announcement.',
  names: {
    newYear: 'New Year',
    tet: 'Tet',
    hungKings: 'Hung Kings’ Day',
    reunification: 'Reunification Day',
    labour: 'Labour Day',
    national: 'National Day',
    swap: 'Swapped working day',
  },
} satisfies Same<typeof vi>;
