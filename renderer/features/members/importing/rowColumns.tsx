import { Copy, Equal, Pencil, Plus, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useText } from '../../../client';
import { type Column, NameCell, Tag, useFormat } from '../../../ui';
import type { Opened } from './ImportPage';
import type { Row } from './PreviewStep';

const SHOWN = [
  'birthDate',
  'gender',
  'department',
  'jobTitle',
  'cardNo',
  'idNumber',
  'phone',
  'unionJoinDate',
  'isParty',
] as const;
type ShownField = (typeof SHOWN)[number];
const DATES: readonly string[] = ['birthDate', 'unionJoinDate'];
const WIDTHS: Partial<Record<ShownField, number>> = { gender: 64, department: 200, isParty: 90 };
const SHORT = {
  gender: 'genderShort',
  jobTitle: 'jobTitleShort',
  cardNo: 'cardShort',
  unionJoinDate: 'unionJoinShort',
} as const;

/** Columns of the preview: only fields the file has. A cell that will be written differently shows both values. */
export function useRowColumns(opened: Opened): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return useMemo(() => {
    const has = new Set(opened.columns.map((column) => column.field));
    const inFile = (field: ShownField) =>
      has.has(field) ||
      field === 'department' ||
      (field === 'birthDate' && (has.has('birthDateMale') || has.has('birthYear'))) ||
      (field === 'gender' && (has.has('genderMale') || has.has('birthDateMale')));
    const say = (field: string, value: unknown) => {
      if (value === null || value === undefined || value === '') return '';
      if (field === 'gender') return t.any(`members.gender.${value}`);
      if (field === 'isParty') return value === true || value === 'true' ? t('members.yes') : t('members.no');
      return DATES.includes(field) ? format.date(String(value)) : String(value);
    };
    const cell = (field: string) => (row: Row) => {
      const change = row.changes.find((one) => one.field === field);
      const note = row.notes.find((one) => one.field === field);
      const problem = row.problems.find((one) => one.field === field);
      if (problem) return <span className="so-import-bad">{problem.value}</span>;
      if (change)
        return (
          <span className="so-import-change">
            {change.before && <s>{say(field, change.before)}</s>} <strong>{say(field, change.after)}</strong>
          </span>
        );
      return (
        <span
          title={note ? `${note.before ?? ''} → ${note.after ?? ''}` : undefined}
          className={note ? 'so-import-note' : undefined}
        >
          {say(field, row.values[field])}
        </span>
      );
    };
    const columns: Column<Row>[] = [
      {
        key: 'line',
        header: t('members.import.line'),
        width: 64,
        fixed: true,
        align: 'right',
        cell: (row) => row.line,
      },
      {
        key: 'verdict',
        header: t('members.import.conclusion'),
        width: 116,
        fixed: true,
        cell: (row) => <VerdictTag row={row} />,
      },
      {
        key: 'fullName',
        header: t('members.field.fullName'),
        width: 190,
        required: true,
        cell: (row) => <NameCell name={String(row.values.fullName ?? '')} />,
      },
    ];
    for (const field of SHOWN)
      if (inFile(field))
        columns.push({
          key: field,
          header: t(`members.field.${field in SHORT ? SHORT[field as keyof typeof SHORT] : field}`),
          width: WIDTHS[field] ?? 120,
          cell: cell(field),
        });
    return columns;
  }, [opened, t, format]);
}

function VerdictTag({ row }: { row: Row }) {
  const t = useText();
  if (row.verdict === 'new')
    return (
      <Tag tone="ok" icon={Plus}>
        {t('members.import.verdict.new')}
      </Tag>
    );
  if (row.verdict === 'changed')
    return (
      <Tag tone="muc" icon={Pencil}>
        {t('members.import.verdict.changed')}
      </Tag>
    );
  if (row.verdict === 'same')
    return (
      <Tag tone="neutral" icon={Equal}>
        {t('members.import.verdict.same')}
      </Tag>
    );
  return (
    <Tag tone="warn" icon={row.reason?.code.startsWith('repeats') ? Copy : TriangleAlert}>
      {t('members.import.verdict.suspect')}
    </Tag>
  );
}
