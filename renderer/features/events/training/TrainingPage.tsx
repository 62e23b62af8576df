/** Courses and sessions of a year with their figures, and officers not trained since their election. */
import { GraduationCap } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { hoursText, type TrainingType } from '../../../../shared/domain/training';
import { useQueryOp, useText } from '../../../client';
import {
  type Column,
  EmptyState,
  ErrorState,
  FiguresStrip,
  LoadingBars,
  Page,
  PlainTable,
  todayIso,
  useFormat,
} from '../../../ui';
import { type CourseFilter, CourseFilters } from './CourseFilters';
import { PeopleOfCourses } from './PeopleOfCourses';
import { Untrained } from './Untrained';
import './training.css';

type Courses = OutputOf<'training.list'>;
type Course = Courses['rows'][number];

export default function TrainingPage() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const tab = params.get('tab') === 'untrained' ? 'untrained' : 'courses';
  const frame = {
    title: t('training.title'),
    crumbs: [{ label: t('training.list.crumb'), to: '/events' }],
    tabs: {
      items: [
        { key: 'courses', label: t('training.list.courses') },
        { key: 'untrained', label: t('training.list.untrained') },
      ],
      active: tab,
      onChange: (key: string) => setParams(key === 'courses' ? {} : { tab: key }, { replace: true }),
    },
  };
  return tab === 'courses' ? <CoursesTab frame={frame} /> : <Untrained frame={frame} />;
}

export type Frame = { frame: Parameters<typeof Page>[0] | Omit<Parameters<typeof Page>[0], 'children'> };

function CoursesTab({ frame }: Frame) {
  const t = useText();
  const [filter, setFilter] = useState<CourseFilter>({
    year: Number(todayIso().slice(0, 4)),
    type: null,
    kind: null,
  });
  const [people, setPeople] = useState(false);
  const query = useQueryOp('training.list', filter, { keep: true });
  const columns = useCourseColumns();
  return (
    <Page {...frame} toolbar={<CourseFilters filter={filter} onChange={setFilter} />}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <LoadingBars rows={8} />
      ) : query.data.rows.length === 0 ? (
        <EmptyState icon={GraduationCap} title={t('training.list.empty')}>
          {t('training.list.emptyBody')}
        </EmptyState>
      ) : (
        <div className="so-stack so-training">
          <Figures data={query.data} onPeople={() => setPeople(true)} />
          <PlainTable
            framed
            caption={t('training.list.courses')}
            columns={columns}
            rows={query.data.rows}
            rowKey={(row) => row.eventId}
          />
        </div>
      )}
      <PeopleOfCourses filter={filter} open={people} onClose={() => setPeople(false)} />
    </Page>
  );
}

function Figures({ data, onPeople }: { data: Courses; onPeople(): void }) {
  const t = useText();
  const format = useFormat();
  const { totals, quarters } = data;
  const unrecorded =
    totals.unrecorded > 0 ? t('training.list.unrecorded', { count: totals.unrecorded }) : undefined;
  return (
    <>
      <FiguresStrip
        label={t('training.list.courses')}
        figures={[
          { key: 'events', label: t('training.list.events'), value: format.count(totals.events) },
          { key: 'topics', label: t('training.list.topicsTotal'), value: format.count(totals.topics) },
          {
            key: 'turns',
            label: t('training.list.turns'),
            value: format.count(totals.turns),
            note: unrecorded,
          },
          {
            key: 'people',
            label: t('training.list.distinct'),
            value: format.count(totals.people),
            ...(totals.people > 0 ? { onOpen: onPeople } : {}),
          },
          {
            key: 'certificates',
            label: t('training.list.certificates'),
            value: format.count(totals.certificates),
            ...(totals.certificates > 0 ? { onOpen: onPeople } : {}),
          },
        ]}
      />
      <ul className="so-training__quarters" aria-label={t('training.list.quarters')}>
        {quarters.map((one) => (
          <li key={one.quarter}>
            <span className="so-strong">{t('training.list.quarter', { n: one.quarter })}</span>{' '}
            {t('training.list.quarterFigure', {
              events: format.count(one.events),
              turns: format.count(one.turns),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

function useCourseColumns(): Column<Course>[] {
  const t = useText();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'name',
        header: t('training.list.name'),
        cell: (row) => <Link to={`/events/${row.eventId}?tab=training`}>{row.name}</Link>,
      },
      {
        key: 'day',
        header: t('training.list.day'),
        width: 110,
        cell: (row) => format.range(row.startsOn, row.endsOn),
      },
      {
        key: 'type',
        header: t('training.list.type'),
        width: 170,
        cell: (row) => (row.type === null ? '' : t(`training.types.${row.type as TrainingType}`)),
      },
      {
        key: 'topics',
        header: t('training.list.topics'),
        width: 92,
        align: 'right',
        cell: (row) => (row.topics === 0 ? '' : format.count(row.topics)),
      },
      {
        key: 'hours',
        header: t('training.list.hours'),
        width: 92,
        align: 'right',
        cell: (row) => (row.tenths === null ? '' : hoursText(row.tenths, row.hourUnit, t.language)),
      },
      {
        key: 'people',
        header: t('training.list.people'),
        width: 96,
        align: 'right',
        cell: (row) => (row.turns === null ? '' : format.count(row.turns)),
      },
      {
        key: 'certificates',
        header: t('training.list.certificates'),
        width: 64,
        align: 'right',
        cell: (row) => (row.certificates === 0 ? '' : format.count(row.certificates)),
      },
    ],
    [t, format],
  );
}
