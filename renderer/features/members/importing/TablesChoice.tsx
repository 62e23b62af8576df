import { Checkbox } from 'antd';
import { useText } from '../../../client';
import { PlainTable, Tag } from '../../../ui';
import type { Opened } from './ImportPage';

type Table = Opened['tables'][number];

/** Several lists in one file: which of them are read. */
export function TablesChoice({
  opened,
  chosen,
  onChange,
}: {
  opened: Opened;
  chosen: ReadonlySet<number>;
  onChange(table: number, read: boolean): void;
}) {
  const t = useText();
  if (opened.tables.length < 2) return null;
  return (
    <section className="so-import-tables" aria-label={t('memberImport.tables')}>
      <h2>{t('memberImport.tables')}</h2>
      <p className="so-caption">{t('memberImport.tablesLead', { count: opened.tables.length })}</p>
      <PlainTable<Table>
        framed
        caption={t('memberImport.tables')}
        rows={opened.tables}
        rowKey={(table) => table.table}
        columns={[
          {
            key: 'read',
            header: t('memberImport.read'),
            width: 64,
            cell: (table) => (
              <Checkbox
                checked={chosen.has(table.table)}
                aria-label={t('memberImport.readOf', { sheet: table.sheet, line: table.headerLine })}
                onChange={(event) => onChange(table.table, event.target.checked)}
              />
            ),
          },
          {
            key: 'table',
            header: t('memberImport.table'),
            width: 260,
            cell: (table) => (
              <strong>{t('memberImport.tableOf', { sheet: table.sheet, line: table.headerLine })}</strong>
            ),
          },
          {
            key: 'people',
            header: t('memberImport.tablePeople'),
            width: 90,
            align: 'right',
            cell: (table) => table.people,
          },
          {
            key: 'title',
            header: t('memberImport.tableTitle'),
            width: 220,
            cell: (table) => table.title ?? '',
          },
          {
            key: 'why',
            header: '',
            width: 240,
            cell: (table) => (
              <Tag tone={table.why === 'repeats' || table.why === 'other-columns' ? 'warn' : 'neutral'}>
                {t(`memberImport.why.${table.why}`)}
              </Tag>
            ),
          },
        ]}
      />
    </section>
  );
}
