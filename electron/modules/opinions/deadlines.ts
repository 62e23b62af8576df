/** Days opinions are to be answered by, on the calendar. */
import { opinionCode } from '../../../shared/domain/opinions';
import { type CalendarSource, calendarEntry } from '../calendar/service';
import { duesIn } from './repository';

export const opinionDeadlines: CalendarSource = ({ db }, span) =>
  duesIn(db, span).map(({ id, topic, dueOn, ...row }) =>
    calendarEntry(
      'opinion',
      `${opinionCode(row)} · ${topic}`,
      { from: dueOn },
      { entity: 'opinion', id, late: dueOn < span.today },
    ),
  );
