/** Twelve months of dues by person. */
import { FileSpreadsheet, Printer } from 'lucide-react';
import { useMemo } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { saveFile, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Column,
  DataTable,
  NameCell,
  Page,
  SearchField,
  todayIso,
  useColumns,
  useFormat,
  usePagedOp,
} from '../../ui';
import { DepartmentSelect, type DuesTabProps, departmentOf, useYear } from './DuesPage';
import { NobodyYet } from './NobodyYet';

type Row = OutputOf<'dues.year'>['rows'][number];

export function YearTab({ frame, params, set }: DuesTabProps) {
  const t = useText();
  const format = useFormat();
  const { year, chooser } = useYear({ params, set });
  const input = { year, departmentId: departmentOf(params), search: params.get('q') ?? '' };
  const source = usePagedOp('dues.year', input);
  const sums = useQueryOp('dues.year', { ...input, search: '', limit: 1 }, { keep: true }).data;
  const departments = useQueryOp('dues.month', { month: `${year}-12`, limit: 1 }, { keep: true }).data
    ?.departments;
  const start = useQueryOp('dues.rates', {}).data?.start ?? null;
  const columns = useColumns('dues.year', useYearColumns(start));
  const paper = useJobOp('dues.yearPaper', { done: null });
  const print = async (as: 'pdf' | 'xlsx') =>
    saveFile(await paper.run({ year, departmentId: input.departmentId, format: as }));
  return (
    <Page
      {...frame}
      fill
      extra={chooser}
      facts={[
        sums && `${t('dues.field.paid')} ${format.money(sums.paid)}`,
        sums && `${t('dues.field.due')} ${format.money(sums.due)}`,
      ]}
      actions={[
        {
          key: 'print',
          label: t('dues.year.print'),
          icon: Printer,
          running: paper.running,
          onClick: () => print('pdf'),
        },
      ]}
      more={[
        { key: 'excel', label: t('dues.month.excel'), icon: FileSpreadsheet, onClick: () => print('xlsx') },
      ]}
      toolbar={
        <>
          <SearchField
            value={input.search}
            onChange={(q) => set({ q })}
            placeholder={t('dues.searchHint')}
            width={220}
          />
          <DepartmentSelect params={params} set={set} departments={departments ?? []} />
        </>
      }
    >
      <DataTable
        label={t('dues.tabs.year')}
        source={source}
        columns={columns}
        rowKey={(row) => row.memberId}
        rowLabel={(row) => row.fullName}
        empty={<NobodyYet title={t('dues.year.empty')} />}
      />
    </Page>
  );
}

/** What lies before the first month kept, or ahead, is left blank. */
function useYearColumns(start: string | null): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<Row>[]>(() => {
    const cell = (row: Row, at: number) => {
      const one = row.cells[at];
      if (!one) return null;
      const text =
        one.paid !== 0
          ? format.count(one.paid)
          : one.state === 'exempt'
            ? t('dues.year.exempt')
            : one.state === 'department'
              ? t('dues.year.together')
              : (start !== null && one.month < start) || one.month > todayIso().slice(0, 7)
                ? ''
                : '–';
      return (
        <span className={`so-dues-cell--${one.state}`} title={t(`dues.state.${one.state}`)}>
          {text}
        </span>
      );
    };
    return [
      {
        key: 'name',
        header: t('dues.field.memberId'),
        required: true,
        width: 176,
        fixed: true,
        cell: (row) => <NameCell name={row.fullName} given={row.givenName} />,
      },
      ...Array.from(
        { length: 12 },
        (_, at): Column<Row> => ({
          key: `m${at + 1}`,
          header: `T${at + 1}`,
          width: 70,
          align: 'right',
          cell: (row) => cell(row, at),
        }),
      ),
      {
        key: 'paid',
        private: true,
        header: t('dues.field.paid'),
        width: 96,
        align: 'right',
        cell: (row) => (row.paid === 0 ? '' : format.count(row.paid)),
      },
      {
        key: 'department',
        header: t('dues.field.departmentId'),
        width: 220,
        hidden: true,
        cell: (row) => row.department,
      },
    ];
  }, [t, format, start]);
}
