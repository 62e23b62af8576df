/** Certificates by year, each column opening its lines of the register. */
import type { AwardSide } from '../../../shared/domain/awards';
import { useQueryOp, useText } from '../../client';
import { ColumnChart, todayIso } from '../../ui';

export function YearChart({ side }: { side: AwardSide | null }) {
  const t = useText();
  const rows = useQueryOp('awards.byYear', { side }, { keep: true }).data?.rows ?? [];
  if (rows.length < 2) return null;
  const now = Number(todayIso().slice(0, 4));
  return (
    <div className="so-awards-chart">
      <ColumnChart
        title={t('awardHistory.chart')}
        note={rows.some((row) => row.certificates === null) ? t('awardHistory.chartNote') : undefined}
        unit={t('awardHistory.chartUnit')}
        head={[t('awardHistory.chartYear'), t('awardHistory.chartCount')]}
        bars={rows.map((row) => ({
          key: String(row.year),
          label: String(row.year),
          name: t('awards.yearIs', { year: row.year }),
          value: row.certificates,
          unfinished: row.year === now,
          to: `/awards?tab=register&year=${row.year}${side ? `&side=${side}` : ''}`,
        }))}
      />
    </div>
  );
}
