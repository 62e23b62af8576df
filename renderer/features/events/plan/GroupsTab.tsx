/** Attendee groups of an event: who is in them, and marking by exceptions from the keyboard. */
import { Printer, UserRoundPlus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import {
  type Action,
  ActionButton,
  EmptyState,
  ErrorState,
  LoadingBars,
  MoreMenu,
  Page,
  PlainTable,
  Tag,
} from '../../../ui';
import type { EventDetail, EventFrame } from '../EventPage';
import { GroupForm } from './GroupForm';
import { GroupMarks } from './GroupMarks';
import { GroupPeople } from './GroupPeople';

export type Plan = OutputOf<'events.plan'>;
export type Group = Plan['groups'][number];

export function GroupsTab({ event, frame }: { event: EventDetail; frame: EventFrame }) {
  const t = useText();
  const [params] = useSearchParams();
  const [session, setSession] = useState<number | null>(Number(params.get('session')) || null);
  const [editing, setEditing] = useState<Group | 'new' | null>(null);
  const [marking, setMarking] = useState<number | null>(null);
  const [listed, setListed] = useState<Group | null>(null);
  const query = useQueryOp(
    'events.plan',
    { id: event.id, sessionId: session, language: t.language },
    { keep: true },
  );
  const plan = query.data;
  const sheets = useSheets(event.id, session);
  const add: Action = {
    key: 'add',
    label: t('eventPlans.addGroup'),
    icon: UserRoundPlus,
    onClick: () => setEditing('new'),
  };
  const groups = plan?.groups ?? [];
  return (
    <Page
      {...frame}
      primary={add}
      actions={groups.length > 0 ? [sheets] : []}
      toolbar={
        <>
          <h2 className="so-events-lead">{t('eventPlans.groupsTitle')}</h2>
          {plan && plan.sessions.length > 0 && (
            <span className="so-caption">
              {t('eventPlans.distinct', { people: plan.came, turns: plan.turns })}
            </span>
          )}
          <span className="so-push" />
          {plan && plan.sessions.length > 0 && (
            <select
              className="so-events-owner"
              aria-label={t('eventPlans.session')}
              value={session ?? ''}
              onChange={(change) => setSession(Number(change.target.value) || null)}
            >
              <option value="">{t('eventPlans.wholeEvent')}</option>
              {plan.sessions.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </>
      }
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!plan && !query.error && <LoadingBars rows={6} />}
      {plan && groups.length === 0 && (
        <EmptyState icon={UsersRound} title={t('eventPlans.groupsEmpty')}>
          {t('eventPlans.groupsEmptyBody')}
        </EmptyState>
      )}
      {groups.length > 0 && (
        <GroupTable
          groups={groups}
          marking={marking}
          canMark={session !== null || plan?.sessions.length === 0}
          onMark={(id) => setMarking(marking === id ? null : id)}
          onList={setListed}
          onEdit={setEditing}
          marks={(group) => (
            <GroupMarks
              eventId={event.id}
              group={group}
              sessionId={session}
              onClose={() => setMarking(null)}
            />
          )}
        />
      )}
      <GroupForm eventId={event.id} group={editing} onClose={() => setEditing(null)} />
      <GroupPeople
        group={groups.find((one) => one.id === listed?.id) ?? null}
        addressing={plan?.addressing ?? []}
        onClose={() => setListed(null)}
      />
    </Page>
  );
}

function useSheets(eventId: number, sessionId: number | null): Action {
  const t = useText();
  const job = useJobOp('events.groupSheets', { done: () => t('eventPlans.sheetsMade') });
  return {
    key: 'sheets',
    label: t('eventPlans.sheets'),
    icon: Printer,
    running: job.running,
    onClick: () => void job.run({ id: eventId, sessionId }).then(saveFile, () => undefined),
  };
}

interface TableProps {
  groups: readonly Group[];
  marking: number | null;
  /** Of an event with sessions, a session must be chosen to mark. */
  canMark: boolean;
  onMark(id: number): void;
  onList(group: Group): void;
  onEdit(group: Group): void;
  marks(group: Group): React.ReactNode;
}

function GroupTable({ groups, marking, canMark, onMark, onList, onEdit, marks }: TableProps) {
  const t = useText();
  const trash = useCommandOp('events.trashGroups', { done: () => t('eventPlans.groupsTrashed') });
  return (
    <PlainTable
      caption={t('eventPlans.groupsTitle')}
      framed
      rows={groups}
      rowKey={(group) => group.id}
      extra={(group) => (marking === group.id && canMark ? marks(group) : null)}
      columns={[
        {
          key: 'name',
          header: t('eventPlans.kind'),
          cell: (group) => (
            <span className="so-events-task">
              <button type="button" className="so-linklike" onClick={() => onList(group)}>
                {group.name}
              </button>
              {group.registerNow !== null && (
                <span className="so-caption">
                  {t('eventPlans.registerNow', { count: group.registerNow })}
                </span>
              )}
            </span>
          ),
        },
        {
          key: 'figure',
          header: t('eventPlans.figure'),
          width: 160,
          cell: (group) =>
            group.recorded ? (
              <span className="so-events-task">
                <strong>
                  {group.came}/{group.people}
                </strong>
                {group.absent > 0 && (
                  <span className="so-caption">
                    {t('eventPlans.absentFigure', { absent: group.absent, excused: group.excused })}
                  </span>
                )}
              </span>
            ) : (
              <span className="so-muted">
                {t('eventPlans.people', { count: group.people })}, {t('eventPlans.notMarked')}
              </span>
            ),
        },
        {
          key: 'quorum',
          header: t('eventPlans.quorum'),
          width: 170,
          cell: (group) =>
            group.quorum ? (
              <Tag tone={group.quorum.reached ? 'ok' : 'bad'}>{group.quorum.text}</Tag>
            ) : group.quorumCode ? (
              <span className="so-muted">{t(`eventPlans.quorums.${group.quorumCode}`)}</span>
            ) : null,
        },
        {
          key: 'act',
          header: '',
          width: 140,
          cell: (group) => (
            <span className="so-row">
              {canMark && group.people > 0 && (
                <ActionButton
                  size="small"
                  action={{ key: 'mark', label: t('eventPlans.mark'), onClick: () => onMark(group.id) }}
                />
              )}
              <MoreMenu
                actions={[
                  { key: 'list', label: t('eventPlans.openPeople'), onClick: () => onList(group) },
                  { key: 'edit', label: t('eventPlans.editGroup'), onClick: () => onEdit(group) },
                  {
                    key: 'trash',
                    label: t('eventPlans.toTrash'),
                    danger: true,
                    onClick: () => trash.fire({ ids: [group.id] }),
                  },
                ]}
              />
            </span>
          ),
        },
      ]}
    />
  );
}
