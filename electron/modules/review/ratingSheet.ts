/** A rating as a grid: who is rated, scores of every column, totals under the caps, ranks and how many reached each. */

import { AppError } from '../../../shared/contract/errors';
import type { Rater, RatingSheet } from '../../../shared/contract/reviewRatings';
import { RATERS } from '../../../shared/contract/reviewRatings';
import { dateBounds } from '../../../shared/domain/dateMath';
import { monthsOf } from '../../../shared/domain/reviewPeriod';
import { groupTotals, type ScoredItem, totalOf } from '../../../shared/domain/scoring';
import { overQuota, type RankFacts, rankWith } from '../../../shared/domain/scoringRanks';
import { sensitiveState } from '../members/privacy/service';
import type { Store } from './measure';
import * as repo from './ratingRepository';
import { groupsOf, rulesOf } from './sets';
import { setById } from './setsRepository';
import { paperUnitOn } from './sheet';
import { disciplinedIn } from './tasksRepository';

type Line = RatingSheet['lines'][number];
type Groups = RatingSheet['groups'];
type Scores = Line['scores'];
type Subject = repo.Subject;

/** Everybody open on the last day, and those with scores that left since. */
function subjectsOf(ctx: Store, rating: repo.RatingRow, lines: readonly repo.LineRow[]): Subject[] {
  const day = [rating.to, ctx.today()].sort()[0]!;
  const present: Subject[] =
    rating.orgUnitId === null ? repo.groupsOn(ctx.db, day) : repo.membersOn(ctx.db, rating.orgUnitId, day);
  const known = new Set(present.map((subject) => subject.id));
  const gone = lines.flatMap((line) =>
    known.has(line.subjectId) ? [] : (repo.subjectOf(ctx.db, rating.kind, line.subjectId) ?? []),
  );
  return [...present, ...gone];
}

const NONE = { self: null, group: null, upper: null } as const;

function scoresBySubject(rows: readonly repo.ScoreRow[]): Map<number, Scores> {
  const found = new Map<number, Scores>();
  for (const { subjectId, criterionUid, who, score } of rows) {
    const scores = found.get(subjectId) ?? {};
    scores[criterionUid] = { ...(scores[criterionUid] ?? NONE), [who]: score };
    found.set(subjectId, scores);
  }
  return found;
}

/** Totals of one column group by group, and over all. */
function totalsBy(groups: Groups, scores: Scores, who: Rater) {
  const own = groups.map((group) => {
    const items: ScoredItem[] = group.criteria.map(({ uid, max }) => ({
      ...{ max, proposed: null },
      score: scores[uid]?.[who] ?? null,
    }));
    return groupTotals({ max: group.max, items });
  });
  const rated = groups
    .flatMap((group) => group.criteria)
    .filter(({ uid }) => scores[uid]?.[who] != null).length;
  const { score } = totalOf(own);
  return { groups: own.map((each) => each.score), total: score === null ? null : { score, rated } };
}

/** Who was disciplined in the year, as the conditions ask. */
type Disciplined = (subjectId: number) => RankFacts['disciplined'];

function disciplineOf(ctx: Store, rating: repo.RatingRow): Disciplined {
  const sides = sensitiveState(ctx).isParty ? ['union', 'employer', 'party'] : ['union', 'employer'];
  const rows = disciplinedIn(ctx.db, { from: rating.from, to: rating.to, sides });
  return (subjectId) => {
    const own = rows.filter((row) => (rating.kind === 'group' ? row.groupId : row.memberId) === subjectId);
    return { reprimand: own.length, warning: own.filter((row) => row.warned === 1).length };
  };
}

function monthsSince(since: string | null, to: string): number | null {
  if (since === null) return null;
  const { first } = dateBounds(since);
  return first > to ? 0 : monthsOf(first, to) - 1;
}

interface Desk {
  rating: repo.RatingRow;
  groups: Groups;
  ranks: RatingSheet['ranks'];
  disciplined: Disciplined;
}

function lineOf(desk: Desk, subject: Subject, scores: Scores, note: string | null): Line {
  const { rating, groups, ranks } = desk;
  const columns = new Map(RATERS.map((who) => [who, totalsBy(groups, scores, who)]));
  const finalBy = [...RATERS].reverse().find((who) => columns.get(who)?.total != null) ?? null;
  const last = finalBy === null ? null : (columns.get(finalBy) ?? null);
  const final = last?.total?.score ?? null;
  const facts: RankFacts = {
    groups: groups.map(({ code, bonus, max }, at) => ({ code, bonus, max, score: last?.groups[at] ?? null })),
    disciplined: desk.disciplined(subject.id),
    ageMonths: monthsSince(subject.since, rating.to),
  };
  const { rank, blocked } = rankWith(ranks, final, facts);
  const total = (who: Rater) => columns.get(who)?.total ?? null;
  return {
    ...{ subjectId: subject.id, name: subject.name, detail: subject.detail, scores },
    totals: { self: total('self'), group: total('group'), upper: total('upper') },
    ...{ final, finalBy, rank, blocked, note },
  };
}

function headOf(ctx: Store, rating: repo.RatingRow) {
  const set = setById(ctx.db, rating.setId);
  if (!set) throw new AppError('NOT_FOUND');
  const { ranks, formula } = rulesOf(ctx.db, set);
  const groups: Groups = groupsOf(ctx.db, set.id).map(({ criteria, ...group }) => ({
    ...group,
    criteria: criteria.map(({ uid, code, title, titleEn, max }) => ({ uid, code, title, titleEn, max })),
  }));
  const { id, name, nameEn, edition, confirmedOn } = set;
  return { set: { id, name, nameEn, edition, confirmedOn }, ranks, formula, groups };
}

function measureRating(ctx: Store, rating: repo.RatingRow): RatingSheet {
  const head = headOf(ctx, rating);
  const rows = repo.linesOf(ctx.db, rating.id);
  const notes = new Map(rows.map((row) => [row.subjectId, row.note]));
  const scores = scoresBySubject(repo.scoresOf(ctx.db, rating.id));
  const desk: Desk = {
    ...{ rating, groups: head.groups, ranks: head.ranks },
    disciplined: disciplineOf(ctx, rating),
  };
  const lines = subjectsOf(ctx, rating, rows).map((subject) =>
    lineOf(desk, subject, scores.get(subject.id) ?? {}, notes.get(subject.id) ?? null),
  );
  const counts = head.ranks.map(({ name, nameEn }) => ({
    ...{ name, nameEn },
    count: lines.filter((line) => line.rank?.name === name).length,
  }));
  const { id, version, kind, year, orgUnitId, orgUnitName, from, to, closedAt, closedBy } = rating;
  return {
    ...{ id, version, kind, year, orgUnitId, orgUnitName, from, to, closedAt, closedBy },
    ...head,
    max: head.groups.reduce((sum, group) => sum + group.max, 0),
    ...{ lines, counts },
    unrated: lines.filter((line) => line.rank === null).length,
    overQuota: overQuota(head.ranks, counts),
    unit: paperUnitOn(ctx, [to, ctx.today()].sort()[0]!),
  };
}

/** The whole rating; a closed one is its snapshot, whatever changed since. */
export function ratingSheet(ctx: Store, rating: repo.RatingRow): RatingSheet {
  if (rating.snapshot === null) return measureRating(ctx, rating);
  const frozen = JSON.parse(rating.snapshot) as RatingSheet;
  const { version, closedAt, closedBy } = rating;
  return { ...frozen, version, closedAt, closedBy };
}
