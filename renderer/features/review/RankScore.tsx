/** The total with its rank, on a bar with the thresholds of the ranks. */
import { useText } from '../../client';
import { useFormat } from '../../ui';
import type { Sheet } from './SheetPage';

const WIDTH = 180;

export function RankScore({ sheet }: { sheet: Sheet }) {
  const t = useText();
  const format = useFormat();
  const { score, max } = sheet.totals;
  const nameOf = (rank: Sheet['ranks'][number]) =>
    t.language === 'vi' ? rank.name : (rank.nameEn ?? rank.name);
  const rank = sheet.rank ? nameOf(sheet.rank) : null;
  const provisional = sheet.closedAt === null && sheet.counts.open > 0;
  const x = (points: number) => (max > 0 ? (Math.min(points, max) / max) * WIDTH : 0);
  const marks = sheet.ranks.filter((each) => each.min > 0 && each.min <= max);
  const best = Math.max(...marks.map((each) => each.min));
  const words = marks.map((each) => `${format.decimal(each.min, 2)} ${nameOf(each)}`).join('; ');
  return (
    <div className="so-review-rank">
      <div className="so-review-rank__words">
        <div>
          <span className="so-review-rank__points">{score === null ? '–' : format.decimal(score, 2)}</span>
          <span className="so-muted"> {t('review.of', { max: format.decimal(max, 2) })}</span>
        </div>
        <div className="so-review-rank__name">
          {rank ? (provisional ? t('review.provisional', { rank }) : rank) : t('review.notScored')}
        </div>
      </div>
      <svg
        width={WIDTH + 14}
        height={38}
        role="img"
        aria-label={`${t('review.ranks')}: ${words}`}
        className="so-review-bar"
      >
        <title>{words}</title>
        <rect x={0} y={8} width={WIDTH} height={8} rx={4} className="so-review-bar__track" />
        {score !== null && score > 0 && (
          <rect x={0} y={8} width={Math.max(4, x(score))} height={8} rx={4} className="so-svg-1" />
        )}
        {marks.map((each) => (
          <g key={each.min}>
            <line
              x1={x(each.min)}
              x2={x(each.min)}
              y1={3}
              y2={21}
              className={each.min === best ? 'so-review-bar__best' : 'so-review-bar__mark'}
            />
            <text x={x(each.min)} y={34} textAnchor="middle">
              {format.decimal(each.min, 2)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
