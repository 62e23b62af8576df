/** Follow-ups as lines: what, whose, until when, what became of it. */
import { CheckCheck } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useText } from '../../../client';
import { ActionButton, type Column, PlainTable, Tag, useFormat } from '../../../ui';

export type FollowUp = OutputOf<'events.followUps'>['rows'][number];

const TONES = { open: 'neutral', doing: 'muc', done: 'ok', dropped: 'line' } as const;

export function FollowUpTable({
  rows,
  onOpen,
  withEvent = false,
  inBatch = null,
}: {
  rows: readonly FollowUp[];
  onOpen(id: number): void;
  withEvent?: boolean;
  /** The rows are those of one direction. */
  inBatch?: string | null;
}) {
  const t = useText();
  const columns = useFollowUpColumns(onOpen, withEvent, inBatch);
  return (
    <PlainTable
      caption={t('followUps.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      framed
    />
  );
}

function useFollowUpColumns(
  onOpen: (id: number) => void,
  withEvent: boolean,
  inBatch: string | null,
): Column<FollowUp>[] {
  const t = useText();
  const format = useFormat();
  const finish = useCommandOp('events.reportFollowUp', { done: () => t('followUps.saved') });
  return useMemo<Column<FollowUp>[]>(
    () => [
      {
        key: 'text',
        header: t('followUps.text'),
        cell: (row) => (
          <span className="so-events-task">
            <button type="button" className="so-linklike" onClick={() => onOpen(row.id)}>
              {row.text}
            </button>
            <span className="so-caption">
              {[
                row.saidBy && [row.saidBy, row.saidTitle].filter(Boolean).join(', '),
                row.saidOn && format.date(row.saidOn),
                row.evidence > 0 && t('followUps.evidence', { count: row.evidence }),
              ]
                .filter(Boolean)
                .join(' · ')}
              {row.inBatch > 1 && inBatch !== row.batch && (
                <>
                  {' · '}
                  <Link to={`/events/follow-ups?show=all&batch=${row.batch}`}>
                    {t('followUps.batch', { reported: row.reportedInBatch, all: row.inBatch })}
                  </Link>
                </>
              )}
              {withEvent && row.eventId !== null && row.eventName && (
                <>
                  {' · '}
                  <Link to={`/events/${row.eventId}?tab=followUps`}>{row.eventName}</Link>
                </>
              )}
            </span>
          </span>
        ),
      },
      { key: 'owner', header: t('followUps.owner'), width: 190, cell: (row) => row.owner },
      {
        key: 'due',
        header: t('followUps.dueOn'),
        width: 100,
        cell: (row) => (row.dueOn ? format.date(row.dueOn) : ''),
      },
      {
        key: 'state',
        header: t('followUps.state'),
        width: 112,
        cell: (row) => (
          <Tag tone={row.overdue ? 'bad' : TONES[row.state]}>
            {row.overdue ? t('followUps.late') : t(`followUps.states.${row.state}`)}
          </Tag>
        ),
      },
      {
        key: 'finish',
        header: '',
        width: 110,
        cell: (row) =>
          row.state === 'open' || row.state === 'doing' ? (
            <ActionButton
              size="small"
              action={{
                key: 'finish',
                label: t('followUps.finish'),
                icon: CheckCheck,
                onClick: () =>
                  finish.fire({ id: row.id, version: row.version, state: 'done', result: row.result }),
              }}
            />
          ) : row.doneOn ? (
            <span className="so-muted">{format.date(row.doneOn)}</span>
          ) : null,
      },
    ],
    [t, format, onOpen, withEvent, inBatch, finish.fire],
  );
}
