/** The lines of the annex: value, the year before, the difference, and what has to be said beside them. */
import { PencilLine } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { annexUnit } from '../../../shared/domain/annex';
import { amountText, type Figure } from '../../../shared/domain/figures';
import { type IndicatorId, indicatorOf } from '../../../shared/domain/indicators';
import { useText } from '../../client';
import { type Column, FigureLink, IconButton, PlainTable, useFormat } from '../../ui';
import type { Line, Table } from './FiguresPage';
import { LineNote } from './LineNote';

export type ShownLine = Line & { section: Table['sections'][number] };

/** Name of an indicator in the language of the screen. */
export function useIndicatorName() {
  const { language } = useText();
  return useCallback(
    (id: IndicatorId) => indicatorOf(id)[language === 'vi' ? 'label' : 'labelEn'],
    [language],
  );
}

interface Props {
  lines: readonly ShownLine[];
  onOpen(id: IndicatorId): void;
  onType(id: IndicatorId): void;
}

type Text = ReturnType<typeof useText>;
type NameOf = ReturnType<typeof useIndicatorName>;

const wordColumns = (t: Text, nameOf: NameOf): Column<ShownLine>[] => [
  {
    key: 'code',
    header: t('figures.column.code'),
    width: 62,
    cell: (line) => <span className="so-muted">{line.code}</span>,
  },
  {
    key: 'name',
    header: t('figures.column.name'),
    cell: (line) => (
      <>
        {nameOf(line.figure.id)}
        {line.mark === 'B' && (
          <span className="so-muted" title={t('figures.note.own')}>
            {' (*)'}
          </span>
        )}
      </>
    ),
  },
  {
    key: 'unit',
    header: t('figures.column.unit'),
    width: 92,
    cell: (line) => <span className="so-muted">{annexUnit(line.figure.id, t.language)}</span>,
  },
];

const amountColumns = (t: Text, nameOf: NameOf, onOpen: Props['onOpen']): Column<ShownLine>[] => [
  {
    key: 'value',
    header: t('figures.column.value'),
    width: 116,
    align: 'right',
    cell: ({ figure }) => (
      <Amount figure={figure} label={nameOf(figure.id)} onOpen={() => onOpen(figure.id)} />
    ),
  },
  {
    key: 'before',
    header: t('figures.column.before'),
    width: 116,
    align: 'right',
    cell: (line) => <Amount figure={line.before} label={nameOf(line.figure.id)} />,
  },
  {
    key: 'difference',
    header: t('figures.column.difference'),
    width: 112,
    align: 'right',
    cell: (line) => <Difference line={line} />,
  },
];

const noteColumns = (t: Text, nameOf: NameOf, onType: Props['onType']): Column<ShownLine>[] => [
  {
    key: 'note',
    header: t('figures.column.note'),
    width: 236,
    cell: (line) => <LineNote line={line} />,
  },
  {
    key: 'edit',
    header: '',
    width: 44,
    cell: ({ figure }) => (
      <IconButton
        icon={PencilLine}
        size="small"
        label={t('figures.typed.open', { name: nameOf(figure.id) })}
        onClick={() => onType(figure.id)}
      />
    ),
  },
];

export function FiguresTable({ lines, onOpen, onType }: Props) {
  const t = useText();
  const nameOf = useIndicatorName();
  const columns = useMemo(
    () => [...wordColumns(t, nameOf), ...amountColumns(t, nameOf, onOpen), ...noteColumns(t, nameOf, onType)],
    [t, nameOf, onOpen, onType],
  );
  return (
    <div className="so-figures">
      <PlainTable
        framed
        caption={t('figures.title')}
        columns={columns}
        rows={lines}
        rowKey={(line) => line.code}
        groupOf={({ section }) => `${section.code}. ${t.language === 'vi' ? section.title : section.titleEn}`}
      />
      <p className="so-caption">(*) {t('figures.note.own')}</p>
    </div>
  );
}

function Amount({ figure, label, onOpen }: { figure: Figure; label: string; onOpen?: () => void }) {
  const t = useText();
  const text = amountText(figure, t.language);
  if (text === null) return <span className="so-muted">{t('figures.unknown')}</span>;
  const words = figure.wording !== undefined && figure.value === null;
  return (
    <FigureLink label={label} {...(onOpen ? { onOpen } : {})}>
      {words ? <span lang="vi">{text}</span> : text}
    </FigureLink>
  );
}

function Difference({ line: { difference, figure } }: { line: Line }) {
  const t = useText();
  const format = useFormat();
  if (difference === null) return null;
  const percent = figure.unit === 'percent';
  const size = Math.abs(difference);
  const text = percent ? format.decimal(size) : format.count(size);
  if (text === '0') return <span className="so-muted">0</span>;
  const signed = `${difference > 0 ? '+' : '−'}${text}`;
  return <span>{percent ? t('figures.points', { value: signed }) : signed}</span>;
}
