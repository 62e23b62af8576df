/** Sources of the annex's figures of members: how they came and went, their education, ethnic minorities. */
import {
  EDUCATION_LEVELS,
  type EducationLevel,
  educationLevel,
} from '../../../shared/domain/annexIndicators';
import type { IndicatorId } from '../../../shared/domain/indicators';
import { fold } from '../../../shared/text/fold';
import type { Db } from '../../db/database';
import type { Source } from '../indicators';
import * as repo from './figuresRepository';

const left = (...kinds: repo.Going[]): Source => ({
  value: (db, span) => ({ value: repo.countLeft(db, span, kinds) }),
  records: (db, span, page) => repo.leftRecords(db, span, page, kinds),
});

/** Members whose written fact passes; `text` is folded. */
function written(fact: repo.TextFact, passes: (text: string) => boolean): Source {
  const found = (db: Db, day: string) =>
    repo.activeByText(db, day, fact).filter(({ text }) => passes(fold(text)));
  return {
    value: (db, { asOf }) => ({ value: found(db, asOf).reduce((sum, { n }) => sum + n, 0) }),
    records: (db, { asOf }, page) =>
      repo.activeWithText(
        db,
        asOf,
        fact,
        found(db, asOf).map(({ text }) => text),
        page,
      ),
  };
}

type Own =
  | `members.education.${EducationLevel}`
  | Extract<
      IndicatorId,
      | 'members.transferredIn'
      | 'members.transferredOut'
      | 'members.retired'
      | 'members.leftUnion'
      | 'members.lost'
    >;

export const memberSources = {
  'members.transferredIn': {
    value: (db, span) => ({ value: repo.countTransferredIn(db, span) }),
    records: (db, span, page) => repo.transferredInRecords(db, span, page),
  },
  'members.transferredOut': left('transferredOut'),
  'members.retired': left('retired'),
  'members.leftUnion': left('left'),
  'members.lost': left('expelled', 'died'),
  ...(Object.fromEntries(
    EDUCATION_LEVELS.map((level) => [
      `members.education.${level}`,
      written('education', (text) => educationLevel(text) === level),
    ]),
  ) as Record<`members.education.${EducationLevel}`, Source>),
} satisfies Record<Own, Source>;

/** Active members whose ethnic group is recorded and is not the majority's. */
export const minorities = written('ethnicity', (text) => text !== '' && text !== 'kinh');
