/** Kinds of income and spending: dated data the office keeps in step with the guidance it works under. */
import { FilePlus2, PencilLine, Scale, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { CATEGORY_DIRECTIONS } from '../../../shared/domain/funds';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  CheckField,
  type Column,
  DateField,
  Drawer,
  ErrorState,
  FieldRow,
  IconButton,
  LoadingBars,
  Note,
  Page,
  PlainTable,
  RecordForm,
  SegmentedField,
  TextField,
  useFormat,
} from '../../ui';
import type { TabProps } from './FundsPage';
import type { Category } from './useFund';

export function CategoriesTab({ frame, more }: TabProps) {
  const t = useText();
  const query = useQueryOp('funds.categories', {});
  const [editing, setEditing] = useState<Category | 'new' | null>(null);
  const columns = useCategoryColumns(setEditing);
  const add = {
    key: 'add',
    label: t('funds.category.add'),
    icon: FilePlus2,
    onClick: () => setEditing('new'),
  };
  return (
    <Page {...frame} more={[add, ...more]}>
      <div className="so-stack">
        <Note tone="muc" icon={Scale}>
          {t('funds.category.body')}
        </Note>
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : query.data ? (
          <PlainTable
            framed
            caption={t('funds.tabs.categories')}
            columns={columns}
            rows={query.data.rows}
            rowKey={(row) => row.id}
            groupOf={(row) => t(`funds.direction.${row.direction}`)}
          />
        ) : (
          <LoadingBars />
        )}
      </div>
      <Drawer
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={editing === 'new' ? t('funds.category.add') : t('funds.category.edit')}
        width={440}
      >
        {editing !== null && (
          <CategoryForm row={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />
        )}
      </Drawer>
    </Page>
  );
}

function useCategoryColumns(onEdit: (row: Category) => void): Column<Category>[] {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('funds.trashCategories', { done: () => t('funds.category.trashed') });
  return useMemo<Column<Category>[]>(() => {
    const name = (row: Category) => (t.language === 'en' ? (row.nameEn ?? row.name) : row.name);
    return [
      { key: 'code', header: t('funds.field.code'), width: 80, cell: (row) => row.code },
      {
        key: 'name',
        header: t('funds.col.category'),
        cell: (row) => <span className="so-strong">{name(row)}</span>,
      },
      {
        key: 'source',
        header: t('funds.field.source'),
        width: 360,
        cell: (row) => (
          <span className="so-muted" lang="vi">
            {row.internal ? t('funds.field.internal') : row.source}
          </span>
        ),
      },
      {
        key: 'valid',
        header: t('funds.col.valid'),
        width: 120,
        cell: (row) => format.range(row.validFrom, row.validTo),
      },
      {
        key: 'used',
        header: t('funds.tabs.vouchers'),
        width: 100,
        align: 'right',
        cell: (row) => format.count(row.vouchers),
      },
      {
        key: 'tools',
        header: '',
        width: 76,
        cell: (row) => (
          <span className="so-row">
            <IconButton
              icon={PencilLine}
              size="small"
              label={t('funds.category.change', { name: name(row) })}
              onClick={() => onEdit(row)}
            />
            {row.vouchers === 0 && (
              <IconButton
                icon={Trash2}
                size="small"
                label={t('funds.category.remove', { name: name(row) })}
                onClick={() => trash.fire({ ids: [row.id] })}
              />
            )}
          </span>
        ),
      },
    ];
  }, [t, format, onEdit, trash.fire]);
}

type Values = Omit<Category, 'id' | 'version' | 'vouchers'>;

function CategoryForm({ row, onDone }: { row: Category | null; onDone(): void }) {
  const t = useText();
  const save = useCommandOp('funds.saveCategory', {
    failure: 'inline',
    done: (_, input) => t('funds.category.saved', { name: input.name }),
  });
  const { id, version, vouchers: _, ...fields } = row ?? { id: null, version: null, vouchers: 0 };
  return (
    <RecordForm<Values>
      draftKey={`fund-category:${id ?? 'new'}`}
      initial={row ? (fields as Values) : { direction: 'out', internal: false }}
      onCancel={onDone}
      onSubmit={async (values) => {
        await save.run({ ...values, id, version });
        onDone();
      }}
    >
      <FieldRow columns="110px 1fr">
        <TextField name="code" label={t('funds.field.code')} required max={20} autoFocus />
        <TextField name="name" label={t('funds.col.category')} required max={150} />
      </FieldRow>
      <TextField name="nameEn" label={t('funds.field.nameEn')} optional max={150} />
      <SegmentedField
        name="direction"
        label={t('funds.field.direction')}
        options={CATEGORY_DIRECTIONS.map((value) => ({ value, label: t(`funds.direction.${value}`) }))}
      />
      <CheckField name="internal" label={t('funds.category.internal')} />
      <FieldRow>
        <DateField name="validFrom" label={t('funds.field.validFrom')} optional />
        <DateField name="validTo" label={t('funds.field.validTo')} optional />
      </FieldRow>
      <TextField name="source" label={t('funds.field.source')} optional max={300} />
    </RecordForm>
  );
}
