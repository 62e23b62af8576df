/** Sources of the annex's figures of events: festivals together, and the rate of online contests. */
import { measuredRate } from '../../../shared/domain/figures';
import { pageOf, type Source } from '../indicators';
import * as repo from './figuresRepository';
import { turnsOf } from './turns';

const FESTIVALS = ['contest', 'sports', 'arts'] as const;
const ONLINE = ['online_contest'] as const;

export const eventSources = {
  'events.festivals': {
    value: (db, span) => ({ value: repo.countEvents(db, FESTIVALS, span) }),
    records: (db, span, page) => pageOf(repo.eventRecords(db, FESTIVALS, span), page),
  },
  'events.festivalTurns': turnsOf(FESTIVALS),
  'events.onlineRate': {
    value(db, span) {
      const rated = repo.ratedEvents(db, span, ONLINE);
      const unknown = repo.countEvents(db, ONLINE, span) - rated.length;
      const sum = (of: 'part' | 'whole') => rated.reduce((total, row) => total + row[of], 0);
      const on = rated.map((row) => row.wholeOn).sort();
      return {
        ...measuredRate(sum('part'), rated.length === 0 ? null : sum('whole'), on[on.length - 1] ?? null),
        ...(unknown > 0 ? { unknown } : {}),
      };
    },
    records: (db, span, page) =>
      pageOf(
        repo.ratedEvents(db, span, ONLINE).map(({ part, whole, wholeOn: _, ...row }) => ({
          entity: 'event' as const,
          ...row,
          detail: `${part}/${whole} đoàn viên`,
          amount: part,
        })),
        page,
      ),
  },
} satisfies Record<string, Source>;
