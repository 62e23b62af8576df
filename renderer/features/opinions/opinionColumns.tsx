/** Columns of the register of opinions; together as wide as the window of 1366. */
import { useMemo } from 'react';
import { useText } from '../../client';
import { type Column, useFormat } from '../../ui';
import { nameIn, type OpinionRow } from './useOpinions';
import { StateTag } from './words';

type Columns = Column<OpinionRow>[];

export function useOpinionColumns(): Columns {
  const t = useText();
  const format = useFormat();
  return useMemo(() => {
    const kind = (row: OpinionRow) => nameIn(t, row.kind, row.kindEn);
    const topic = (row: OpinionRow) => nameIn(t, row.topic, row.topicEn);
    const vi = (text: string | null) => <span lang="vi">{text}</span>;
    const from: Columns = [
      { key: 'code', header: t('opinions.field.code'), width: 74, required: true, cell: (row) => row.code },
      {
        key: 'received',
        header: t('opinions.field.receivedOn'),
        width: 94,
        cell: (row) => format.date(row.receivedOn),
      },
      {
        key: 'text',
        header: t('opinions.field.text'),
        width: 228,
        required: true,
        cell: (row) => (
          <span lang="vi" className="so-strong">
            {row.text}
          </span>
        ),
        title: (row) => row.text,
      },
      {
        key: 'source',
        header: t('opinions.field.source'),
        width: 102,
        cell: (row) => (row.sourceUnit ? vi(row.sourceUnit) : t(`opinions.source.${row.source}`)),
        title: (row) => row.sourceUnit ?? '',
      },
    ];
    const work: Columns = [
      {
        key: 'kind',
        header: t('opinions.field.kindId'),
        width: 112,
        cell: (row) => vi(kind(row)),
        title: kind,
      },
      {
        key: 'topic',
        header: t('opinions.field.topicId'),
        width: 118,
        cell: (row) => vi(topic(row)),
        title: topic,
      },
      {
        key: 'sentTo',
        header: t('opinions.field.sentTo'),
        width: 110,
        cell: (row) => vi(row.sentTo),
        title: (row) => row.sentTo ?? '',
      },
      {
        key: 'due',
        header: t('opinions.field.dueOn'),
        width: 96,
        cell: (row) => format.date(row.dueOn),
      },
      { key: 'state', header: t('opinions.field.state'), width: 192, cell: (row) => <StateTag row={row} /> },
      {
        key: 'days',
        header: t('opinions.field.days'),
        width: 120,
        hidden: true,
        cell: (row) => (row.days === null ? null : t('opinions.daysCount', { count: row.days })),
      },
      {
        key: 'unit',
        header: t('opinions.field.orgUnitId'),
        width: 150,
        hidden: true,
        cell: (row) => vi(row.orgUnit),
      },
    ];
    return [...from, ...work];
  }, [t, format]);
}
