/** The papers of a pack as a table: each opens its screen, and each gap the screen that mends it. */
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import { useText } from '../../client';
import { type Column, PlainTable, Tag, type TagTone, useFormat } from '../../ui';
import { mendingOf, type PackRow, placeOf } from './places';

const TONES: Readonly<Record<PackRow['state'], TagTone>> = {
  ready: 'ok',
  open: 'warn',
  missing: 'bad',
  none: 'line',
};

export function PackTable({ rows, year }: { rows: readonly PackRow[]; year: number }) {
  const t = useText();
  return (
    <PlainTable
      framed
      caption={t('yearEnd.table', { year: String(year) })}
      columns={usePackColumns(year)}
      rows={rows}
      rowKey={(row) => row.no}
    />
  );
}

function usePackColumns(year: number): Column<PackRow>[] {
  const t = useText();
  return useMemo(
    () => [
      { key: 'no', header: t('yearEnd.columns.no'), width: 52, cell: (row) => row.no },
      {
        key: 'paper',
        header: t('yearEnd.columns.paper'),
        width: 206,
        cell: (row) => (
          <Link to={placeOf(row, year)}>
            {row.closing ? t('yearEnd.closingReview') : t(`yearEnd.papers.${row.paper}`)}
          </Link>
        ),
      },
      {
        key: 'source',
        header: t('yearEnd.columns.source'),
        cell: (row) => <Source row={row} year={year} />,
      },
      {
        key: 'number',
        header: t('yearEnd.columns.number'),
        width: 156,
        cell: (row) => <NumberAndDay row={row} />,
      },
      {
        key: 'state',
        header: t('yearEnd.columns.state'),
        width: 108,
        cell: (row) => <Tag tone={TONES[row.state]}>{t(`yearEnd.states.${row.state}`)}</Tag>,
      },
      {
        key: 'left',
        header: t('yearEnd.columns.left'),
        width: 262,
        cell: (row) => <Left row={row} year={year} />,
      },
    ],
    [t, year],
  );
}

function Source({ row, year }: { row: PackRow; year: number }) {
  const t = useText();
  const format = useFormat();
  const { paper, subject, from, to, asOf, count } = row;
  const until = asOf !== null && to !== null && asOf < to;
  const facts = [
    from && to && format.range(from, to),
    until && t('yearEnd.upTo', { date: format.date(asOf) }),
    paper !== 'report' &&
      count !== null &&
      t(`yearEnd.counts.${paper}`, { count, next: String(year + 1) }).replaceAll(' ', '\u00a0'),
  ].filter(Boolean);
  return (
    <>
      {subject && <div lang="vi">{subject}</div>}
      {facts.length > 0 && <div className="so-caption">{facts.join(' · ')}</div>}
    </>
  );
}

function NumberAndDay({ row }: { row: PackRow }) {
  const t = useText();
  const format = useFormat();
  const { paper, code, onDate, closed, recordId } = row;
  const draft = !closed && recordId !== null && (paper === 'report' || paper === 'review');
  return (
    <>
      {code && <div lang="vi">{code}</div>}
      {onDate && <div className="so-caption">{format.date(onDate)}</div>}
      {(closed || draft) && (
        <div className="so-caption">{t(closed ? 'yearEnd.closed' : 'yearEnd.draft')}</div>
      )}
    </>
  );
}

function Left({ row, year }: { row: PackRow; year: number }) {
  const t = useText();
  return (
    <ul className="so-year-end-left">
      {row.gaps.map(({ gap, count }) => (
        <li key={gap}>
          <Link to={mendingOf(row, gap, year)}>{t(`yearEnd.gaps.${gap}`, { count })}</Link>
        </li>
      ))}
    </ul>
  );
}
