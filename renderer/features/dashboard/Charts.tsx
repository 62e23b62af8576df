/** Charts of the dashboard: every bar is a link to its records. */
import { useState } from 'react';
import type { Slice } from '../../../shared/domain/dashboard';
import type { IndicatorId } from '../../../shared/domain/indicators';
import { useText } from '../../client';
import { BarList, type BarPart, ColumnChart, FigureLink, PyramidChart, useFormat } from '../../ui';
import type { Figures } from './DashboardPage';
import { bandName, monthName } from './parts';

interface ChartProps {
  data: Figures;
  open(id: IndicatorId, slice?: { by: Slice; key: string }): string;
}

export function Charts(props: ChartProps) {
  return (
    <>
      <div className="so-dash__three">
        <Ages {...props} />
        <Months {...props} />
        <Awards {...props} />
      </div>
      <div className="so-dash__three">
        <Members {...props} of="departments" />
        <Members {...props} of="professions" />
        <Events {...props} />
      </div>
    </>
  );
}

function Ages({ data, open }: ChartProps) {
  const t = useText();
  const format = useFormat();
  const rows = data.ages.filter((row) => row.key !== 'none' || row.female + row.male > 0);
  const unknown = data.ages.reduce((sum, row) => sum + row.unknown, 0);
  const to = (sex: 'f' | 'm', key: string) => open('members.active', { by: 'age', key: `${sex}:${key}` });
  const some = rows.some((row) => row.female + row.male > 0);
  return (
    <PyramidChart
      title={t('dashboard.chart.ages')}
      note={
        unknown > 0 ? (
          <FigureLink label={t('dashboard.chart.ages')} to={open('members.without.gender')}>
            {t('dashboard.chart.unknownSex', { count: unknown })}
          </FigureLink>
        ) : undefined
      }
      rowHead={t('dashboard.chart.ageHead')}
      leftLabel={t('dashboard.chart.women')}
      rightLabel={t('dashboard.chart.men')}
      empty={t('dashboard.chart.noMembers')}
      rows={
        some
          ? rows.map((row) => ({
              key: row.key,
              label: bandName(row.key, t),
              left: row.female,
              right: row.male,
              leftTo: to('f', row.key),
              rightTo: to('m', row.key),
            }))
          : []
      }
      key={format.count(unknown)}
    />
  );
}

function Months({ data, open }: ChartProps) {
  const t = useText();
  const format = useFormat();
  const now = data.today.slice(0, 7);
  const turns = data.figures['events.turns']?.value ?? null;
  return (
    <ColumnChart
      title={t('dashboard.chart.months')}
      note={
        turns !== null && turns > 0 ? (
          <>
            <FigureLink label={t('dashboard.chart.months')} to={open('events.turns')}>
              {format.count(turns)}
            </FigureLink>{' '}
            {t('dashboard.chart.turns')}
          </>
        ) : undefined
      }
      unit={t('dashboard.chart.turns')}
      head={[t('dashboard.chart.month'), t('dashboard.chart.turnsHead')]}
      empty={t('dashboard.chart.empty')}
      bars={data.months.map((row) => ({
        key: row.month,
        label: String(Number(row.month.slice(5))),
        name: monthName(row.month, t),
        value: row.month > now ? null : row.turns,
        unfinished: row.month === now,
        to: open('events.turns', { by: 'month', key: row.month }),
      }))}
    />
  );
}

function Events({ data, open }: ChartProps) {
  const t = useText();
  const format = useFormat();
  const now = data.today.slice(0, 7);
  const all = data.figures['events.all']?.value ?? 0;
  return (
    <ColumnChart
      title={t('dashboard.chart.events')}
      note={
        all > 0 ? (
          <>
            <FigureLink label={t('dashboard.chart.events')} to={open('events.all')}>
              {format.count(all)}
            </FigureLink>{' '}
            {t('dashboard.chart.eventsUnit')}
          </>
        ) : undefined
      }
      unit={t('dashboard.chart.eventsUnit')}
      head={[t('dashboard.chart.month'), t('dashboard.chart.eventsHead')]}
      empty={t('dashboard.chart.empty')}
      bars={data.months.map((row) => ({
        key: row.month,
        label: String(Number(row.month.slice(5))),
        name: monthName(row.month, t),
        value: row.month > now ? null : row.events,
        unfinished: row.month === now,
        to: open('events.all', { by: 'month', key: row.month }),
      }))}
    />
  );
}

function Awards({ data, open }: ChartProps) {
  const t = useText();
  const format = useFormat();
  const total = (kind: 'collective' | 'individual') => {
    const known = data.awards.flatMap((row) => row[kind] ?? []);
    return known.length === 0 ? '–' : format.count(known.reduce((sum, value) => sum + value, 0));
  };
  return (
    <BarList
      title={t('dashboard.chart.awards')}
      head={[
        t('dashboard.chart.levelHead'),
        t('dashboard.chart.collective'),
        t('dashboard.chart.individual'),
      ]}
      empty={t('dashboard.chart.empty')}
      legend={[
        { tone: 3, label: t('dashboard.chart.collectiveLegend', { count: total('collective') }) },
        { tone: 1, label: t('dashboard.chart.individualLegend', { count: total('individual') }) },
      ]}
      rows={data.awards.map((row) => {
        const to = open('awards.all', { by: 'awardLevel', key: row.level });
        const part = (kind: 'collective' | 'individual' | 'household', tone: BarPart['tone']): BarPart => ({
          value: row[kind],
          tone,
          label: t(`dashboard.chart.${kind}`),
          to,
        });
        const parts = [part('collective', 3), part('individual', 1)];
        return {
          key: row.level,
          label: t(`dashboard.level.${row.level}`),
          parts: row.household ? [...parts, part('household', 2)] : parts,
        };
      })}
    />
  );
}

const SHOWN = 8;

function Members({ data, open, of }: ChartProps & { of: 'departments' | 'professions' }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const bars = data[of];
  const by = of === 'departments' ? 'department' : 'profession';
  const head = t(of === 'departments' ? 'dashboard.chart.departmentHead' : 'dashboard.chart.professionHead');
  const none = t(of === 'departments' ? 'dashboard.chart.noDepartment' : 'dashboard.chart.noProfession');
  return (
    <BarList
      title={t(`dashboard.chart.${of}`)}
      note={
        bars.length > SHOWN ? (
          <button type="button" className="so-linklike" onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? t('dashboard.chart.less') : t('dashboard.chart.all', { count: bars.length })}
          </button>
        ) : undefined
      }
      head={[head, t('dashboard.chart.membersHead')]}
      empty={t('dashboard.chart.noMembers')}
      rows={(all ? bars : bars.slice(0, SHOWN)).map((bar) => ({
        key: bar.key,
        label: bar.label ?? none,
        parts: [
          {
            value: bar.value,
            tone: 1,
            label: t('dashboard.chart.members'),
            to: open('members.active', { by, key: bar.key }),
          },
        ],
      }))}
    />
  );
}
