/** The people behind a figure, complete and by department: who came, who did not with the reason, who came besides. */
import { FileSpreadsheet, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { saveFile, useJobOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  ChoiceChips,
  type Column,
  Drawer,
  ErrorState,
  LoadingBars,
  NameCell,
  PlainTable,
  useFormat,
} from '../../../ui';
import type { Attendance } from './PeopleTab';

export type PeopleShown = 'came' | 'absent' | 'outside';
type List = OutputOf<'events.participants'>;
type Department = List['departments'][number];

const PAGE = 500;
/** Departments of a list this short lie open. */
const SHORT = 120;

interface Props {
  eventId: number;
  attendance: Attendance;
  shown: PeopleShown | null;
  onShow(shown: PeopleShown | null): void;
}

export function PeopleDrawer({ eventId, attendance, shown, onShow }: Props) {
  const t = useText();
  const { participation, outside } = attendance;
  const whole = participation?.whole ?? null;
  const sizes: [PeopleShown, number | null][] = [
    ['came', participation?.value ?? null],
    ['absent', whole === null ? null : whole - (participation?.value ?? 0)],
    ['outside', whole === null ? 0 : outside],
  ];
  const lists = sizes.filter(([key, size]) => key === shown || size !== 0);
  return (
    <Drawer
      open={shown !== null}
      onClose={() => onShow(null)}
      title={shown ? t(`events.list.${shown}`) : ''}
      width={480}
    >
      {shown && (
        <div className="so-stack">
          <ChoiceChips<PeopleShown>
            label={t('events.list.which')}
            items={lists.map(([key, count]) => ({
              key,
              label: t(`events.list.chips.${key}`),
              ...(count === null ? {} : { count }),
            }))}
            active={shown}
            onChange={onShow}
          />
          <PeopleList
            key={shown}
            eventId={eventId}
            show={shown === 'came' && whole !== null ? 'onList' : shown}
            title={t(`events.list.${shown}`)}
          />
        </div>
      )}
    </Drawer>
  );
}

interface ListProps {
  eventId: number;
  show: 'came' | 'onList' | 'absent' | 'outside';
  title: string;
}

function PeopleList({ eventId, show, title }: ListProps) {
  const t = useText();
  const query = useQueryOp('events.participants', { id: eventId, show, limit: 1 });
  const [open, setOpen] = useState<'all' | 'none' | null>(null);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars />;
  const { total, departments } = query.data;
  if (total === 0) return <p className="so-caption">{t('events.list.nobody')}</p>;
  const isOpen = open === null ? total <= SHORT : open === 'all';
  return (
    <>
      <div className="so-row so-wrap">
        <Papers eventId={eventId} show={show} />
        <span className="so-push" />
        <button type="button" className="so-linklike" onClick={() => setOpen(isOpen ? 'none' : 'all')}>
          {t(isOpen ? 'events.list.closeAll' : 'events.list.openAll')}
        </button>
      </div>
      <div>
        {departments.map((one) => (
          <DepartmentPeople
            key={`${one.departmentId}.${isOpen}`}
            eventId={eventId}
            show={show}
            title={title}
            department={one}
            open={isOpen}
          />
        ))}
      </div>
    </>
  );
}

function Papers({ eventId, show }: Omit<ListProps, 'title'>) {
  const t = useText();
  const job = useJobOp('events.participantsPaper', { done: () => t('events.list.made') });
  const make = (format: 'pdf' | 'xlsx') => () =>
    void job.run({ id: eventId, show, format }).then(saveFile, () => undefined);
  return (
    <>
      <ActionButton
        size="small"
        action={{
          key: 'print',
          label: t('events.list.print'),
          icon: Printer,
          disabled: job.running,
          onClick: make('pdf'),
        }}
      />
      <ActionButton
        size="small"
        action={{
          key: 'xlsx',
          label: t('events.list.xlsx'),
          icon: FileSpreadsheet,
          disabled: job.running,
          onClick: make('xlsx'),
        }}
      />
    </>
  );
}

/** One department with its count; its people are read when it is opened. */
function DepartmentPeople({
  department,
  open: first,
  ...list
}: ListProps & { department: Department; open: boolean }) {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState(first);
  return (
    <details
      className="so-events-department"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className="so-strong">{department.name ?? t('events.people.noDepartment')}</span>
        <span className="so-number">{format.count(department.count)}</span>
      </summary>
      {open && <PeoplePage {...list} department={department} offset={0} />}
    </details>
  );
}

/** A page of a department's people, and those after it. */
function PeoplePage({
  eventId,
  show,
  title,
  department,
  offset,
}: ListProps & { department: Department; offset: number }) {
  const query = useQueryOp('events.participants', {
    id: eventId,
    show,
    department: department.departmentId ?? 'none',
    offset,
    limit: PAGE,
  });
  const columns = usePeopleColumns(show === 'absent');
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars rows={Math.min(department.count, 5)} />;
  const next = offset + query.data.rows.length;
  return (
    <>
      <PlainTable caption={title} columns={columns} rows={query.data.rows} rowKey={(row) => row.memberId} />
      {next < query.data.total && next > offset && (
        <PeoplePage {...{ eventId, show, title, department }} offset={next} />
      )}
    </>
  );
}

function usePeopleColumns(reasons: boolean): Column<List['rows'][number]>[] {
  const t = useText();
  return useMemo(
    () => [
      {
        key: 'name',
        header: t('events.people.personName'),
        cell: (row) => (
          <Link to={`/members/${row.memberId}`}>
            <NameCell name={row.fullName} given={row.givenName} />
          </Link>
        ),
      },
      reasons
        ? { key: 'reason', header: t('events.people.reason'), width: 150, cell: (row) => row.reason ?? '' }
        : { key: 'job', header: t('events.list.job'), width: 150, cell: (row) => row.jobTitle ?? '' },
    ],
    [t, reasons],
  );
}
