/** Who took part: by department, one by one, or only a count; the rate stands at the right. */
import { Segmented } from 'antd';
import { ChartNoAxesColumn } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useQueryOp, useText } from '../../../client';
import { ActionButton, ErrorState, LoadingBars, Page, useMedia } from '../../../ui';
import type { EventDetail, EventFrame } from '../EventPage';
import { AttendanceSide } from './AttendanceSide';
import { CountView } from './CountView';
import { DepartmentsView } from './DepartmentsView';
import { PeopleDrawer, type PeopleShown } from './PeopleDrawer';
import { PeopleView } from './PeopleView';

export type Attendance = OutputOf<'events.attendance'>;
const VIEWS = ['departments', 'people', 'count'] as const;
type View = (typeof VIEWS)[number];

/** Where recording starts: with the count if there is one, with names for those invited. */
function usualView(attendance: Attendance): View {
  if (attendance.count && attendance.recordedDepartments === 0) return 'count';
  return attendance.audience === 'invited' ? 'people' : 'departments';
}

export function PeopleTab({ event, frame }: { event: EventDetail; frame: EventFrame }) {
  const t = useText();
  const query = useQueryOp('events.attendance', { id: event.id, language: t.language }, { keep: true });
  if (!query.data)
    return (
      <Page {...frame}>
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingBars rows={10} />
        )}
      </Page>
    );
  return <Recording event={event} frame={frame} attendance={query.data} />;
}

function Recording({
  event,
  frame,
  attendance,
}: {
  event: EventDetail;
  frame: EventFrame;
  attendance: Attendance;
}) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [shown, setShown] = useState<PeopleShown | null>(null);
  const roomy = useMedia('(min-width: 1101px)');
  const [sideOpen, setSideOpen] = useState(false);
  const [first] = useState(() => usualView(attendance));
  const asked = params.get('view') as View | null;
  const view = asked && VIEWS.includes(asked) ? asked : first;
  const switcher = (
    <>
      {!roomy && (
        <ActionButton
          size="small"
          action={{
            key: 'side',
            label: t('events.side.open'),
            icon: ChartNoAxesColumn,
            onClick: () => setSideOpen(true),
          }}
        />
      )}
      <Segmented<View>
        aria-label={t('events.people.how')}
        value={view}
        onChange={(next) => setParams({ tab: 'people', view: next }, { replace: true })}
        options={[
          { value: 'departments', label: t('events.people.byDepartment') },
          { value: 'people', label: t('events.people.byPerson') },
          { value: 'count', label: t('events.people.countOnly') },
        ]}
      />
    </>
  );
  const page = {
    ...frame,
    side:
      roomy || sideOpen ? (
        <AttendanceSide
          event={event}
          attendance={attendance}
          onShow={setShown}
          {...(roomy ? {} : { onClose: () => setSideOpen(false) })}
        />
      ) : undefined,
  };
  const props = { event, attendance, page, switcher };
  return (
    <>
      {view === 'departments' && <DepartmentsView {...props} />}
      {view === 'people' && <PeopleView {...props} />}
      {view === 'count' && <CountView {...props} />}
      <PeopleDrawer eventId={event.id} attendance={attendance} shown={shown} onShow={setShown} />
    </>
  );
}
