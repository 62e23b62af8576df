/** Ends of labour agreements, on the calendar. */
import { type CalendarSource, calendarEntry } from '../calendar/service';
import { endsIn } from './labourRepository';

export const labourDeadlines: CalendarSource = ({ db }, span) =>
  endsIn(db, span).map(({ id, title, toOn }) =>
    calendarEntry('labourEnd', title, { from: toOn }, { entity: 'labour_agreement', id }),
  );
