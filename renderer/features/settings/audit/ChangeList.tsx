/** The change log as sentences by days, each opening what was before and after, with one field put back at a time. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ChevronDown, ChevronUp, History } from 'lucide-react';
import { useEffect, useId, useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import type { InputOf } from '../../../../shared/contract';
import type { Change } from '../../../../shared/contract/audit';
import { invoke, useText } from '../../../client';
import { EmptyState, ErrorState, LoadingBars, localParts, useFormat } from '../../../ui';
import { ChangeDetail } from './ChangeDetail';
import { sentenceOf } from './words';
import './audit.css';

export type ChangeFilter = Omit<InputOf<'audit.changes'>, 'limit' | 'after'>;
type Next = { at: string; id: number } | null;
const PAGE = 50;

function useChanges(filter: ChangeFilter) {
  return useInfiniteQuery({
    queryKey: ['audit.changes', filter],
    queryFn: async ({ pageParam }) =>
      (await invoke('audit.changes', { ...filter, limit: PAGE, after: pageParam })).data,
    initialPageParam: null as Next,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function ChangeList({
  filter,
  onClear,
}: {
  filter: ChangeFilter;
  onClear?: (() => void) | undefined;
}) {
  const t = useText();
  const log = useChanges(filter);
  const rows = useMemo(() => log.data?.pages.flatMap((page) => page.rows) ?? [], [log.data]);
  const searching = (filter.search ?? '') !== '';
  const [stopped, setStopped] = useState(false);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = log;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new filter looks again
  useEffect(() => setStopped(false), [filter]);
  // A search looks through a part of the log at a time, and goes on until a page is full.
  const goesOn = searching && !stopped && hasNextPage && rows.length < PAGE;
  useEffect(() => {
    if (goesOn && !isFetchingNextPage) void fetchNextPage();
  }, [goesOn, isFetchingNextPage, fetchNextPage]);
  if (log.error) return <ErrorState error={log.error} onRetry={() => void log.refetch()} />;
  if (!log.data) return <LoadingBars rows={8} />;
  if (rows.length === 0 && !goesOn)
    return onClear ? (
      <EmptyState
        icon={History}
        title={t('audit.none')}
        primary={{ key: 'clear', label: t('audit.clear'), onClick: onClear }}
      />
    ) : (
      <EmptyState icon={History} title={t('audit.empty')}>
        {t('audit.emptyBody')}
      </EmptyState>
    );
  return (
    <div className="so-audit">
      <Days rows={rows} />
      {goesOn ? (
        <p className="so-row" role="status">
          <span className="so-muted">{t('audit.searching')}</span>
          <button type="button" className="so-linklike" onClick={() => setStopped(true)}>
            {t('audit.stop')}
          </button>
        </p>
      ) : (
        hasNextPage && (
          <div className="so-pane__actions">
            <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('audit.older')}
            </Button>
          </div>
        )
      )}
    </div>
  );
}

/** Rows under the day they were made on. */
function Days({ rows }: { rows: readonly Change[] }) {
  const format = useFormat();
  const days = new Map<string, Change[]>();
  for (const row of rows) {
    const { date } = localParts(row.at);
    days.set(date, [...(days.get(date) ?? []), row]);
  }
  return (
    <>
      {[...days].map(([day, list]) => (
        <section key={day} aria-label={format.weekdayDate(day) ?? day}>
          <h3>{format.weekdayDate(day)}</h3>
          <ol>
            {list.map((row) => (
              <ChangeLine key={row.id} change={row} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function ChangeLine({ change }: { change: Change }) {
  const t = useText();
  const format = useFormat();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { lead, subject, tail, details } = sentenceOf({ t, format }, change);
  const expandable = change.changes.length > 0 && change.action !== 'reveal';
  return (
    <li>
      <time dateTime={change.at}>{format.time(change.at)}</time>
      <div className="so-audit__words">
        <p>
          {lead}
          {subject !== null &&
            (change.path ? <Link to={change.path}>{subject}</Link> : <strong>{subject}</strong>)}
          {tail}
          {details && <span className="so-audit__details">{`: ${details}`}</span>}
        </p>
        {open && (
          <div id={id}>
            <ChangeDetail change={change} />
          </div>
        )}
      </div>
      {expandable && (
        <button
          type="button"
          className="so-linklike so-audit__more"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? <ChevronUp size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
          {open
            ? t('audit.detail.close')
            : change.action === 'create'
              ? t('audit.detail.content')
              : t('audit.detail.open')}
        </button>
      )}
    </li>
  );
}
