/** An older cash book from a table file: columns, what each row becomes, then all good rows at once. */
import { Select } from 'antd';
import { ChevronDown, FileUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { BOOK_COLUMNS, type BookColumn } from '../../../shared/domain/cashBook';
import { pickFile, useCommandOp, useJobOp, useText } from '../../client';
import {
  ActionButton,
  type Column,
  EmptyState,
  Icon,
  PlainTable,
  ProgressPanel,
  Tag,
  useFormat,
} from '../../ui';
import type { Fund } from './useFund';

type Preview = OutputOf<'funds.readBook'>;
type Row = Preview['rows'][number];
type Columns = Partial<Record<BookColumn, number | null>>;
const SHOWN = 200;

export function ImportPane({ fund, onDone }: { fund: Fund; onDone(): void }) {
  const t = useText();
  const [token, setToken] = useState<string | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const read = useJobOp('funds.readBook', { done: null });
  const show = async (file: string, sheet: number, columns: Columns) => {
    setToken(file);
    setPreview(await read.run({ token: file, fundId: fund.id, sheet, columns }));
  };
  const pick = async () => {
    const file = await pickFile(['xlsx', 'xls', 'ods', 'csv']);
    if (file) await show(file.token, 0, {});
  };
  if (read.running)
    return (
      <ProgressPanel
        title={t('funds.import.reading')}
        progress={read.progress}
        onStop={read.cancel}
        stopping={read.stopping}
      />
    );
  if (!preview || !token)
    return (
      <EmptyState
        icon={FileUp}
        title={t('funds.import.title')}
        primary={{ key: 'pick', label: t('funds.import.pick'), icon: FileUp, onClick: () => void pick() }}
      >
        {t('funds.import.body')}
      </EmptyState>
    );
  return (
    <PreviewPane
      fund={fund}
      preview={preview}
      onColumns={(sheet, columns) => void show(token, sheet, columns)}
      onDone={onDone}
    />
  );
}

interface PreviewPaneProps {
  fund: Fund;
  preview: Preview;
  onColumns(sheet: number, columns: Columns): void;
  onDone(): void;
}

function PreviewPane({ fund, preview, onColumns, onDone }: PreviewPaneProps) {
  const t = useText();
  const format = useFormat();
  const columns = useRowColumns();
  const [sheet, setSheet] = useState(0);
  const good = preview.rows.filter((row) => row.problem === null);
  const write = useCommandOp('funds.importBook', {
    done: (data) => t('funds.import.done', { count: data.count, figure: format.count(data.count) }),
  });
  const run = async () => {
    const rows = good.map(({ onDate, kind, amount, oldNumber, reason, person }) => ({
      ...{ kind, amount, oldNumber, person },
      onDate: onDate ?? '',
      reason: reason ?? '',
    }));
    await write.run({ fundId: fund.id, fileName: preview.fileName, rows });
    onDone();
  };
  return (
    <div className="so-stack">
      {preview.sheets.length > 1 && (
        <Select<number>
          aria-label={t('funds.import.sheet')}
          value={sheet}
          suffixIcon={<Icon of={ChevronDown} />}
          options={preview.sheets.map((label, value) => ({ value, label }))}
          onChange={(next) => {
            setSheet(next);
            onColumns(next, {});
          }}
        />
      )}
      <div className="so-funds-columns">
        {BOOK_COLUMNS.map((role) => (
          <Select<number>
            key={role}
            size="small"
            aria-label={t(`funds.import.column.${role}`)}
            prefix={<span className="so-muted">{t(`funds.import.column.${role}`)}</span>}
            value={preview.columns[role] ?? -1}
            suffixIcon={<Icon of={ChevronDown} />}
            options={[
              { value: -1, label: t('funds.import.noColumn') },
              ...preview.heads.map((head, value) => ({ value, label: head || `(${value + 1})` })),
            ]}
            onChange={(column) =>
              onColumns(sheet, { ...preview.columns, [role]: column < 0 ? null : column })
            }
          />
        ))}
      </div>
      <div className="so-row">
        <span>
          {t('funds.import.facts', {
            good: format.count(good.length),
            bad: format.count(preview.rows.length - good.length),
            skipped: format.count(preview.skipped),
          })}
        </span>
        <span className="so-push" />
        <ActionButton
          primary
          action={{
            key: 'write',
            label: t('funds.import.write', { figure: format.count(good.length) }),
            disabled: good.length === 0,
            running: write.running,
            onClick: () => void run(),
          }}
        />
      </div>
      <PlainTable
        framed
        caption={preview.fileName}
        columns={columns}
        rows={preview.rows.slice(0, SHOWN)}
        rowKey={(row) => row.line}
      />
    </div>
  );
}

function useRowColumns(): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<Row>[]>(
    () => [
      { key: 'line', header: t('funds.import.line'), width: 60, align: 'right', cell: (row) => row.line },
      { key: 'date', header: t('funds.field.onDate'), width: 96, cell: (row) => format.date(row.onDate) },
      { key: 'number', header: t('funds.oldNumber'), width: 90, cell: (row) => row.oldNumber },
      { key: 'reason', header: t('funds.col.text'), cell: (row) => <span lang="vi">{row.reason}</span> },
      {
        key: 'in',
        header: t('funds.direction.in'),
        width: 100,
        align: 'right',
        cell: (row) => (row.kind === 'receipt' ? format.count(row.amount) : null),
      },
      {
        key: 'out',
        header: t('funds.direction.out'),
        width: 100,
        align: 'right',
        cell: (row) => (row.kind === 'payment' ? format.count(row.amount) : null),
      },
      {
        key: 'problem',
        header: '',
        width: 150,
        cell: (row) =>
          row.problem && (
            <Tag tone={row.problem === 'known' ? 'neutral' : 'warn'}>
              {t(`funds.import.problem.${row.problem}`)}
            </Tag>
          ),
      },
    ],
    [t, format],
  );
}
