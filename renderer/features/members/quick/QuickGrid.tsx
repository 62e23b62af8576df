/** The table of quick entry. Tab goes to the next cell, Enter to the next row, arrows up and down; keys of a tone being composed are left alone. */
import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { type Translate, useText } from '../../../client';
import { chordOf, NameCell, Tag, useShortcuts } from '../../../ui';
import {
  findPlace,
  isBlank,
  nameInCell,
  type Places,
  QUICK_COLUMNS,
  type QuickColumn,
  type QuickRow,
} from './rows';

interface GridProps {
  rows: readonly QuickRow[];
  places: Places;
  onType(key: number, column: QuickColumn, value: string): void;
  onPaste(key: number, column: QuickColumn, text: string): void;
  onFinish(key: number): void;
  onAllow(key: number): void;
  onDrop(key: number): void;
}

const heading = (column: QuickColumn, t: Translate): string =>
  column === 'gender'
    ? t('members.field.genderShort')
    : column === 'jobTitle'
      ? t('members.field.jobTitleShort')
      : column === 'unionJoinDate'
        ? t('members.field.unionJoinShort')
        : column === 'cardNo'
          ? t('members.field.cardShort')
          : t(`members.field.${column}`);

export function QuickGrid(props: GridProps) {
  const { rows, onFinish } = props;
  const t = useText();
  const table = useRef<HTMLTableElement>(null);
  useShortcuts({
    'Ctrl+S': () => {
      for (const row of rows) if (row.state !== 'saved' && !isBlank(row.typed)) onFinish(row.key);
    },
  });
  useEffect(() => {
    const inputs = table.current?.querySelectorAll<HTMLInputElement>('input[data-column="fullName"]');
    inputs?.[inputs.length - 1]?.focus();
  }, []);
  const goTo = (from: HTMLElement, by: number, column: QuickColumn) => {
    const all = [
      ...(table.current?.querySelectorAll<HTMLInputElement>(`input[data-column="${column}"]`) ?? []),
    ];
    const row = from.closest('tr');
    const at = all.findIndex((input) => input.closest('tr') === row);
    const next = all[at + by];
    next?.focus();
    next?.select();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const column = input.dataset.column as QuickColumn;
    const chord = chordOf(event);
    const move = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[chord];
    if (move === undefined) return;
    event.preventDefault();
    goTo(input, move, chord === 'Enter' ? 'fullName' : column);
  };
  return (
    <div className="so-quick">
      <table ref={table} onKeyDown={onKeyDown} aria-label={t('memberViews.quick.title')}>
        <thead>
          <tr>
            <th className="so-quick__line" aria-label={t('memberViews.quick.row', { line: '' })} />
            {QUICK_COLUMNS.map((column) => (
              <th key={column} scope="col" className={`so-quick__${column}`}>
                {heading(column, t)}
              </th>
            ))}
            <th className="so-quick__state">{t('memberViews.quick.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <QuickLine key={row.key} {...props} row={row} line={at + 1} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps extends Omit<GridProps, 'rows'> {
  row: QuickRow;
  line: number;
}

const QuickLine = memo(function QuickLine(props: LineProps) {
  const { row, line, onFinish } = props;
  const t = useText();
  const left = useRef(false);
  const leave = (event: React.FocusEvent<HTMLTableRowElement>) => {
    left.current = !event.currentTarget.contains(event.relatedTarget);
    if (left.current && row.state === 'typing' && (!row.twin || row.allowTwin) && !isBlank(row.typed))
      onFinish(row.key);
  };
  if (row.state === 'saved') return <SavedLine row={row} line={line} places={props.places} />;
  const problems = Object.entries(row.problems).filter(([, text]) => text);
  const twin = row.allowTwin ? null : row.twin;
  return (
    <>
      <tr onBlur={leave} className={problems.length > 0 || twin ? 'so-quick__row--problem' : undefined}>
        <td className="so-quick__line">{line}</td>
        {QUICK_COLUMNS.map((column) => (
          <QuickCell key={column} {...props} column={column} />
        ))}
        <td className="so-quick__state so-caption">
          {row.state === 'saving'
            ? t('memberViews.quick.stateSaving')
            : row.state === 'undone'
              ? t('memberViews.quick.stateUndone')
              : isBlank(row.typed)
                ? null
                : t('memberViews.quick.stateTyping')}
        </td>
      </tr>
      {(problems.length > 0 || twin) && (
        <tr className="so-quick__notes">
          <td />
          <td colSpan={QUICK_COLUMNS.length + 1} role="alert">
            {problems.map(([, text]) => text).join(' · ')}
            {twin && (
              <span className="so-row so-wrap">
                <span>
                  {t('memberViews.quick.twin')} <Link to={`/members/${twin.id}`}>{twin.who}</Link>
                </span>
                <button type="button" className="so-linklike" onClick={() => props.onAllow(row.key)}>
                  {t('memberViews.quick.addAnyway')}
                </button>
                <button type="button" className="so-linklike" onClick={() => props.onDrop(row.key)}>
                  {t('memberViews.quick.skip')}
                </button>
              </span>
            )}
          </td>
        </tr>
      )}
    </>
  );
});

function QuickCell({ row, line, column, places, onType, onPaste }: LineProps & { column: QuickColumn }) {
  const t = useText();
  const problem = row.problems[column];
  return (
    <td>
      <input
        data-column={column}
        value={row.typed[column]}
        aria-label={t('memberViews.quick.cell', { field: heading(column, t), line })}
        aria-invalid={Boolean(problem)}
        title={problem ?? wholeName(column, row.typed[column], places)}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        readOnly={row.state === 'saving'}
        onChange={(event) => onType(row.key, column, event.target.value)}
        onBlur={() => {
          if (column !== 'department' && column !== 'group') return;
          const typed = row.typed[column].trim();
          const found = typed === '' ? null : findPlace(places[column], typed);
          if (!found || !('id' in found)) return;
          const name = nameInCell(found, places[column]);
          if (name !== typed) onType(row.key, column, name);
        }}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (!/[\t\n]/.test(text.trim())) return;
          event.preventDefault();
          onPaste(row.key, column, text);
        }}
      />
    </td>
  );
}

/** The whole name of a place that stands in its cell by the short one. */
function wholeName(column: QuickColumn, typed: string, places: Places): string | undefined {
  if ((column !== 'department' && column !== 'group') || typed.trim() === '') return undefined;
  const found = findPlace(places[column], typed.trim());
  return 'id' in found ? found.name : undefined;
}

function SavedLine({ row, line, places }: { row: QuickRow; line: number; places: Places }) {
  const t = useText();
  return (
    <tr className="so-quick__row--saved">
      <td className="so-quick__line">{line}</td>
      {QUICK_COLUMNS.map((column) => (
        <td key={column} title={wholeName(column, row.typed[column], places) ?? row.typed[column]}>
          {column === 'fullName' ? <NameCell name={row.typed.fullName.trim()} /> : row.typed[column]}
        </td>
      ))}
      <td className="so-quick__state">
        <Link to={`/members/${row.memberId}`} title={t('memberViews.quick.open')}>
          <Tag tone="ok">{t('memberViews.quick.stateSaved')}</Tag>
        </Link>{' '}
        {row.twin && (
          <Link
            to={`/members/duplicates/${row.memberId}/${row.twin.id}`}
            title={t('members.compareWith', { who: row.twin.who })}
          >
            {t('memberViews.quick.compare')}
          </Link>
        )}
      </td>
    </tr>
  );
}
