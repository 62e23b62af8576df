/** Everyone of the list, one by one: a tick for who came, a field to tick or invite by typing. */
import { Checkbox } from 'antd';
import { UserMinus, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useText } from '../../../client';
import {
  type Candidate,
  ChoiceChips,
  type Column,
  DataTable,
  EmptyState,
  findMembers,
  IconButton,
  NameCell,
  NamePicker,
  Page,
  SearchField,
  Tag,
  useColumns,
  usePagedOp,
} from '../../../ui';
import { CountInForce } from './CountInForce';
import { useInviteAgain } from './inviteAgain';
import { ReasonField } from './ReasonField';
import type { ViewProps } from './view';

type Row = OutputOf<'events.participants'>['rows'][number];
type Shown = 'all' | 'came' | 'absent' | 'outside';

export function PeopleView({ event, attendance, page, switcher }: ViewProps) {
  const t = useText();
  const [shown, setShown] = useState<Shown>('all');
  const [search, setSearch] = useState('');
  const source = usePagedOp('events.participants', { id: event.id, show: shown, search });
  const marks = useMarks(event.id);
  const invited = attendance.audience === 'invited';
  const columns = usePeopleColumns(marks, invited);
  const nobody = attendance.eligible + attendance.outside === 0;
  const again = useInviteAgain(event, invited && nobody, marks.inviteAll);
  const recorded = attendance.participation !== null || attendance.present > 0;
  const items = [
    {
      key: 'all' as const,
      label: t('events.people.showAll'),
      count: attendance.eligible + attendance.outside,
    },
    {
      key: 'came' as const,
      label: t('events.people.showCame'),
      count: attendance.present + attendance.outside,
    },
    {
      key: 'absent' as const,
      label: t('events.people.showAbsent'),
      count: attendance.eligible - attendance.present,
    },
    ...(attendance.outside > 0 || shown === 'outside'
      ? [{ key: 'outside' as const, label: t('events.people.showOutside'), count: attendance.outside }]
      : []),
  ];
  const empty = search
    ? { title: t('events.people.searchNone'), body: t('events.people.searchNoneBody') }
    : shown !== 'all'
      ? { title: t('events.people.emptyShow'), body: t('events.people.emptyShowBody') }
      : {
          title: t(invited ? 'events.people.emptyInvited' : 'events.people.emptyList'),
          body: t(invited ? 'events.people.emptyInvitedBody' : 'events.people.emptyListBody'),
        };
  return (
    <Page
      {...page}
      fill
      toolbar={
        <>
          <h2 className="so-events-lead">{t('events.people.personTitle')}</h2>
          <span className="so-push" />
          {switcher}
        </>
      }
    >
      <CountInForce attendance={attendance} />
      <div className="so-events-add">
        <AddPerson
          invited={invited}
          onPick={(one) => (invited ? marks.invite(one.memberId) : marks.tick(one.memberId))}
        />
        <SearchField
          value={search}
          onChange={setSearch}
          placeholder={t('events.people.search')}
          width={190}
        />
        {recorded && (
          <ChoiceChips<Shown>
            label={t('events.people.show')}
            items={items}
            active={shown}
            onChange={setShown}
          />
        )}
      </div>
      <DataTable
        label={t('events.people.personTitle')}
        source={source}
        columns={columns}
        rowKey={(row) => row.memberId}
        rowLabel={(row) => row.fullName}
        onOpen={(row) => (row.came ? marks.untick(row.memberId) : marks.tick(row.memberId))}
        empty={
          <EmptyState icon={Users} title={empty.title} actions={again}>
            {empty.body}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useMarks(eventId: number) {
  const t = useText();
  const mark = useCommandOp('events.setPeople', {
    done: (_, input) =>
      input.add?.length
        ? t('events.people.doneTick', { count: input.add.length })
        : input.remove?.length
          ? t('events.people.doneUntick', { count: input.remove.length })
          : t('events.people.doneReason'),
  });
  const list = useCommandOp('events.setInvited', {
    done: (_, input) =>
      input.add?.length
        ? t('events.people.doneInvited', { count: input.add.length })
        : t('events.people.doneUninvited', { count: input.remove?.length ?? 0 }),
  });
  return useMemo(
    () => ({
      tick: (memberId: number) => mark.fire({ id: eventId, add: [memberId] }),
      untick: (memberId: number) => mark.fire({ id: eventId, remove: [memberId] }),
      reason: (memberId: number, reason: string) =>
        mark.fire({ id: eventId, reasons: [{ memberId, reason }] }),
      inviteAll: (memberIds: number[]) => list.fire({ id: eventId, add: memberIds }),
      invite: (memberId: number) => list.fire({ id: eventId, add: [memberId] }),
      uninvite: (memberId: number) => list.fire({ id: eventId, remove: [memberId] }),
    }),
    [eventId, mark.fire, list.fire],
  );
}
type Marks = ReturnType<typeof useMarks>;

/** Finds any active member; those not on the list take part beside it. */
function AddPerson({ invited, onPick }: { invited: boolean; onPick(candidate: Candidate): void }) {
  const t = useText();
  const words = t(invited ? 'events.people.inviteHint' : 'events.people.tickHint');
  return (
    <span className="so-events-adder">
      <NamePicker label={words} placeholder={words} find={findMembers} onPick={onPick} />
    </span>
  );
}

function usePeopleColumns(marks: Marks, invited: boolean) {
  const t = useText();
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        key: 'came',
        header: t('events.people.came'),
        width: 104,
        fixed: true,
        required: true,
        cell: (row) => (
          <Checkbox
            aria-label={t('events.people.tick', { name: row.fullName })}
            checked={row.came === true}
            onChange={(change) =>
              change.target.checked ? marks.tick(row.memberId) : marks.untick(row.memberId)
            }
          />
        ),
      },
      {
        key: 'name',
        header: t('events.people.personName'),
        width: 200,
        required: true,
        cell: (row) => <NameCell name={row.fullName} given={row.givenName} />,
        title: (row) => row.fullName,
      },
      {
        key: 'department',
        header: t('events.people.department'),
        width: 200,
        cell: (row) => row.department ?? '',
        title: (row) => row.department ?? '',
      },
      { key: 'jobTitle', header: t('events.people.jobTitle'), width: 130, cell: (row) => row.jobTitle ?? '' },
      {
        key: 'reason',
        header: t('events.people.reason'),
        width: 130,
        cell: (row) =>
          !row.eligible ? (
            <Tag tone="line">{t('events.people.outsideTag')}</Tag>
          ) : row.came === false ? (
            <ReasonField person={row} onChange={(reason) => marks.reason(row.memberId, reason)} />
          ) : (
            ''
          ),
      },
      ...(invited
        ? [
            {
              key: 'off',
              header: '',
              width: 44,
              fixed: true,
              cell: (row: Row) => (
                <IconButton
                  icon={UserMinus}
                  size="small"
                  label={`${t('events.people.uninvite')}: ${row.fullName}`}
                  onClick={() => marks.uninvite(row.memberId)}
                />
              ),
            },
          ]
        : []),
    ],
    [t, marks, invited],
  );
  return useColumns(invited ? 'events.invited' : 'events.people', columns);
}
