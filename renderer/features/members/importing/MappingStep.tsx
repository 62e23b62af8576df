import { Select } from 'antd';
import { FileSpreadsheet, Info } from 'lucide-react';
import { useState } from 'react';
import { IMPORT_FIELDS, type ImportField } from '../../../../shared/domain/import/fields';
import { useCommandOp, useJobOp, useText } from '../../../client';
import { ActionButton, matchesTyped, Note, PlainTable, ProgressPanel, Tag } from '../../../ui';
import type { Opened, Preview } from './ImportPage';

type Column = Opened['columns'][number];

/** The mapping that was guessed, with sample values; every column can be given another field or left out. */
export function MappingStep({
  opened,
  token,
  onOpened,
  onPreview,
  onLeave,
}: {
  opened: Opened;
  token: string;
  onOpened(opened: Opened): void;
  onPreview(preview: Preview, columns: Column[]): void;
  onLeave(): void;
}) {
  const t = useText();
  const [columns, setColumns] = useState<Column[]>(opened.columns);
  const preview = useJobOp('members.importPreview', { done: null });
  const reopen = useJobOp('members.importOpen', { done: null });
  const discard = useCommandOp('members.importDiscard', { done: null });
  const busy =
    preview.progress && preview.running ? preview : reopen.progress && reopen.running ? reopen : null;
  const set = (index: number, field: ImportField | null) =>
    setColumns((old) =>
      old.map((column) =>
        column.index === index
          ? { ...column, field }
          : field !== null && column.field === field
            ? { ...column, field: null }
            : column,
      ),
    );
  const go = async () => {
    const mapping = columns.map(({ index, field }) => ({ index, field }));
    const answer = await preview.run({ importId: opened.importId, mapping });
    if (answer) onPreview(answer, columns);
  };
  const changeSheet = async (sheet: number) => {
    const again = await reopen.run({ token, sheet });
    if (again) {
      onOpened(again);
      setColumns(again.columns);
    }
  };
  if (busy?.progress)
    return (
      <ProgressPanel
        title={t('members.import.reading')}
        progress={busy.progress}
        onStop={busy.cancel}
        stopping={busy.stopping}
      />
    );
  return (
    <>
      <div className="so-import-scroll">
        <Note
          icon={FileSpreadsheet}
          title={t('members.import.found', {
            count: opened.people,
            file: opened.fileName,
            line: opened.headerLine,
          })}
        >
          {opened.notes
            .map((note) => t.any(`members.import.notes.${note.kind}`))
            .filter(Boolean)
            .join(' ')}
        </Note>
        {opened.sheets.length > 1 && (
          <div className="so-row so-import-sheet">
            <span>{t('members.import.sheet')}</span>
            <Select
              size="small"
              value={opened.sheet}
              aria-label={t('members.import.sheet')}
              options={opened.sheets.map((sheet, value) => ({
                value,
                label: `${sheet.name} (${sheet.rows})`,
              }))}
              onChange={(value) => void changeSheet(value).catch(() => undefined)}
              style={{ minWidth: 220 }}
            />
          </div>
        )}
        <PlainTable<Column>
          framed
          caption={t('members.import.steps.mapping')}
          rows={columns}
          rowKey={(column) => column.index}
          columns={[
            {
              key: 'column',
              header: t('members.import.column'),
              width: 200,
              cell: (c) => <strong>{c.header}</strong>,
            },
            {
              key: 'samples',
              header: t('members.import.samples'),
              width: 320,
              cell: (c) => c.samples.slice(0, 3).join(' · '),
            },
            {
              key: 'field',
              header: t('members.import.field'),
              width: 240,
              cell: (c) => <FieldChoice column={c} onChange={set} />,
            },
            { key: 'sure', header: '', width: 150, cell: (c) => <Confidence column={c} /> },
          ]}
        />
      </div>
      <div className="so-import-foot">
        <span className="so-muted so-row">
          <Info size={16} aria-hidden /> {t('members.import.safe')}
        </span>
        <span className="so-push" />
        <ActionButton
          action={{
            key: 'cancel',
            label: t('members.import.discard'),
            onClick: () => {
              discard.fire({ importId: opened.importId });
              onLeave();
            },
          }}
        />
        <ActionButton
          primary
          action={{
            key: 'preview',
            label: t('members.import.preview', { count: opened.people }),
            onClick: () => void go().catch(() => undefined),
            disabled: !columns.some((column) => column.field === 'fullName' || column.field === 'givenName'),
          }}
        />
      </div>
    </>
  );
}

function FieldChoice({
  column,
  onChange,
}: {
  column: Column;
  onChange(index: number, field: ImportField | null): void;
}) {
  const t = useText();
  return (
    <Select
      size="small"
      aria-label={`${t('members.import.field')}: ${column.header}`}
      value={column.field ?? '-'}
      style={{ width: '100%' }}
      showSearch={{ filterOption: (typed, option) => matchesTyped(typed, String(option?.label ?? '')) }}
      onChange={(value) => onChange(column.index, value === '-' ? null : (value as ImportField))}
      options={[
        {
          value: '-',
          label: column.isRowNumber ? t('members.import.rowNumber') : t('members.import.ignore'),
        },
        ...IMPORT_FIELDS.map((field) => ({
          value: field as string,
          label: t(`members.import.fields.${field}`),
        })),
      ]}
    />
  );
}

function Confidence({ column }: { column: Column }) {
  const t = useText();
  if (column.isRowNumber && column.field === null) return null;
  if (column.encoding !== 'unicode')
    return <Tag tone="warn">{t(`members.import.encoding.${column.encoding}`)}</Tag>;
  if (column.field === null) return <Tag tone="neutral">{t('members.import.unknown')}</Tag>;
  return column.confidence >= 0.8 ? (
    <Tag tone="ok">{t('members.import.sure')}</Tag>
  ) : (
    <Tag tone="warn">{t('members.import.guess')}</Tag>
  );
}
