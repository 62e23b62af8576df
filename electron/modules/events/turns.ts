/** Turns (lượt) of kinds of events: unknown, not 0, while none of them has its participation recorded. */
import { joinFlags } from '../../../shared/domain/counts';
import { pageOf, type Source } from '../indicators';
import * as events from './figuresRepository';

/** A count said as "hơn", "gần" or "khoảng" makes the sum one too; events without a count are told apart. */
export const turnsOf = (kinds: events.Kinds): Source => ({
  value(db, span) {
    const { turns, events: n, unrecorded, flags } = events.participationTurns(db, span, kinds);
    if (n > 0 && unrecorded === n) return { value: null, unknown: unrecorded };
    const flag = joinFlags(flags);
    return {
      value: turns,
      ...(flag === 'exact' ? {} : { flag }),
      ...(unrecorded > 0 ? { unknown: unrecorded } : {}),
    };
  },
  records: (db, span, page) => pageOf(events.participationRecords(db, span, kinds), page),
});
