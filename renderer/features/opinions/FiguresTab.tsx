/** Opinions of a year in figures: how many came, stand open, are late; days to solve; by topic, kind and month. */
import { MessageSquareText } from 'lucide-react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useQueryOp, useText } from '../../client';
import {
  BarList,
  type BarRow,
  ColumnChart,
  EmptyState,
  ErrorState,
  FiguresStrip,
  LoadingBars,
  Page,
  type StripFigure,
  useFormat,
} from '../../ui';
import type { OpinionsTabProps } from './OpinionsPage';
import { nameIn, useYear } from './useOpinions';

type Figures = OutputOf<'opinions.figures'>;

export function FiguresTab({ frame, params, set }: OpinionsTabProps) {
  const t = useText();
  const navigate = useNavigate();
  const { year, chooser } = useYear({ params, set }, false);
  const span = { from: `${year}-01-01`, to: `${year}-12-31` };
  const query = useQueryOp('opinions.figures', span, { keep: true });
  const strip = useStrip(query.data, year!);
  return (
    <Page {...frame} extra={chooser}>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <LoadingBars />}
      {query.data && query.data.received === 0 && (
        <EmptyState
          icon={MessageSquareText}
          title={t('opinions.figures.none')}
          primary={{
            key: 'add',
            label: t('opinions.add'),
            icon: MessageSquareText,
            onClick: () => navigate('/opinions?new=1'),
          }}
        />
      )}
      {query.data && query.data.received > 0 && (
        <div className="so-stack">
          <FiguresStrip figures={strip} label={t('opinions.figures.title')} />
          <div className="so-opinions-two">
            <Bars title={t('opinions.figures.byTopic')} of="topic" rows={query.data.topics} year={year!} />
            <div className="so-stack">
              <Bars title={t('opinions.figures.byKind')} of="kind" rows={query.data.kinds} year={year!} />
              <Months data={query.data} year={year!} />
            </div>
          </div>
        </div>
      )}
    </Page>
  );
}

function useStrip(data: Figures | undefined, year: number): StripFigure[] {
  const t = useText();
  const format = useFormat();
  if (!data) return [];
  const to = (show: string) => `/opinions?year=${year}&show=${show}`;
  return [
    {
      key: 'received',
      label: t('opinions.figures.received'),
      value: format.count(data.received),
      note: t('opinions.figures.anonymousNote', { count: data.anonymous }),
      to: `/opinions?year=${year}`,
    },
    {
      key: 'answered',
      label: t('opinions.figures.answered'),
      value: format.count(data.answered),
      note: t('opinions.figures.ofReceived', { percent: format.percent(data.answered, data.received) ?? '' }),
      to: to('answered'),
    },
    {
      key: 'open',
      label: t('opinions.figures.open'),
      value: format.count(data.open),
      to: to('open'),
    },
    {
      key: 'overdue',
      label: t('opinions.figures.overdue'),
      value: format.count(data.overdue),
      note: t('opinions.figures.lateNote', { count: data.answeredLate }),
      to: to('overdue'),
      ...(data.overdue > 0 ? { tone: 'warn' as const } : {}),
    },
    {
      key: 'average',
      label: t('opinions.figures.average'),
      value: data.averageDays === null ? '–' : format.decimal(data.averageDays, 1),
      unit: t('opinions.figures.averageUnit'),
    },
    {
      key: 'petitions',
      label: t('opinions.figures.petitions'),
      value: format.count(data.petitions),
      note: t('opinions.figures.petitionsNote', { count: data.petitionsAnswered }),
    },
  ];
}

function Bars({
  title,
  of,
  rows,
  year,
}: {
  title: string;
  of: 'topic' | 'kind';
  rows: Figures['topics'];
  year: number;
}) {
  const t = useText();
  const bars = rows.map((row): BarRow => {
    const to = `/opinions?year=${year}&${of}=${row.id}`;
    return {
      key: String(row.id),
      label: nameIn(t, row.name, row.nameEn),
      parts: [
        { value: row.answered, tone: 1, label: t('opinions.figures.answered').toLocaleLowerCase(), to },
        { value: row.open, tone: 3, label: t('opinions.figures.open').toLocaleLowerCase(), to },
      ],
    };
  });
  return (
    <BarList
      title={title}
      rows={bars}
      head={[title, t('opinions.figures.answered'), t('opinions.figures.open')]}
    />
  );
}

function Months({ data, year }: { data: Figures; year: number }) {
  const t = useText();
  const came = new Map(data.months.map((row) => [row.month, row.received]));
  const bars = Array.from({ length: 12 }, (_, at) => {
    const month = String(at + 1).padStart(2, '0');
    const value = came.get(`${year}-${month}`) ?? 0;
    return { key: month, label: String(at + 1), name: `${month}/${year}`, value };
  });
  return (
    <ColumnChart
      title={t('opinions.figures.byMonth')}
      head={[t('opinions.figures.month'), t('opinions.figures.received')]}
      bars={bars}
      unit={t('opinions.figures.unit')}
    />
  );
}
