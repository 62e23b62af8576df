import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { History } from 'lucide-react';
import { useMemo } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { invoke, type Translate, useText } from '../../client';
import { type Column, EmptyState, ErrorState, LoadingBars, PlainTable, useFormat } from '../../ui';
import { Pane } from './Pane';

type Line = OutputOf<'audit.list'>['rows'][number];
const PAGE = 50;

/** The change log, newest first. Values are not shown here: the record's own page shows them. */
export function LogPane() {
  const t = useText();
  const format = useFormat();
  const log = useInfiniteQuery({
    queryKey: ['audit.list', 'pages'],
    queryFn: async ({ pageParam }) =>
      (await invoke('audit.list', pageParam ? { limit: PAGE, before: pageParam } : { limit: PAGE })).data,
    initialPageParam: 0,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const columns = useMemo<Column<Line>[]>(
    () => [
      { key: 'at', header: t('settings.log.at'), width: 150, cell: (line) => format.dateTime(line.at) },
      {
        key: 'action',
        header: t('settings.log.action'),
        width: 140,
        cell: (line) => wordOf(t, 'actions', line.action),
      },
      {
        key: 'entity',
        header: t('settings.log.entity'),
        width: 140,
        cell: (line) => wordOf(t, 'entities', line.entity),
      },
      { key: 'changed', header: t('settings.log.changed'), cell: (line) => nameOf(line, t) },
      {
        key: 'actor',
        header: t('settings.log.actor'),
        width: 100,
        cell: (line) => t(`settings.log.roles.${line.role}`),
      },
    ],
    [t, format],
  );
  const title = t('settings.log.title');
  const lines = log.data?.pages.flatMap((page) => page.rows);
  return (
    <Pane title={title}>
      <h2>{title}</h2>
      <p className="so-pane__lead">{t('settings.log.body')}</p>
      {log.error ? (
        <ErrorState error={log.error} onRetry={() => void log.refetch()} />
      ) : !lines ? (
        <LoadingBars rows={8} />
      ) : lines.length === 0 ? (
        <EmptyState icon={History} title={t('settings.log.empty')}>
          {t('settings.log.emptyBody')}
        </EmptyState>
      ) : (
        <PlainTable caption={title} columns={columns} rows={lines} rowKey={(line) => line.id} />
      )}
      {log.hasNextPage && (
        <div className="so-pane__actions">
          <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t('settings.log.older')}
          </Button>
        </div>
      )}
    </Pane>
  );
}

function wordOf(t: Translate, group: 'actions' | 'entities', word: string): string {
  return t.any(`settings.log.${group}.${word}`) || t(`settings.log.${group}.other`);
}

/** The record's name if the line holds one, else how many places changed. */
function nameOf(line: Line, t: Translate): string {
  const state = { ...asRecord(line.before), ...asRecord(line.after) };
  for (const key of ['fullName', 'full_name', 'name', 'title', 'number', 'label', 'fileName']) {
    const value = state[key];
    if (typeof value === 'string' && value) return value;
  }
  const [before, after] = [asRecord(line.before), asRecord(line.after)];
  const differs = (key: string) =>
    key !== 'version' && JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  const changed = Object.keys(after).filter(differs).length;
  return changed > 0 ? t('settings.log.fields', { count: changed }) : '';
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
