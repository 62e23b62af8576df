import { Copy, Equal, Pencil, Plus, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { DATE_FIELDS } from '../../../../shared/domain/import/fields';
import { PART_LINES } from '../../../../shared/domain/import/raw';
import { useText } from '../../../client';
import { type Column, NameCell, Tag, useFormat } from '../../../ui';
import { fieldName } from './fieldNames';
import type { Opened } from './ImportPage';
import type { Row } from './PreviewStep';
import type { Mapping } from './useMapping';

/** Fields shown first; the others of the file follow. */
const FIRST = [
  'birthDate',
  'gender',
  'department',
  'jobTitle',
  'cardNo',
  'idNumber',
  'phone',
  'unionJoinDate',
  'isParty',
];
const DATES = new Set<string>(DATE_FIELDS);
const WIDTHS: Record<string, number> = { gender: 64, department: 200, isParty: 90, address: 220, note: 200 };
const SHORT: Record<string, string> = {
  gender: 'members.field.genderShort',
  jobTitle: 'members.field.jobTitleShort',
  cardNo: 'members.field.cardShort',
  unionJoinDate: 'members.field.unionJoinShort',
};
/** Columns of a file that become another field. */
const BECOMES: Record<string, string> = {
  surname: 'fullName',
  givenName: 'fullName',
  genderMale: 'gender',
  genderFemale: 'gender',
  birthDateMale: 'birthDate',
  birthDateFemale: 'birthDate',
  birthDay: 'birthDate',
  birthMonth: 'birthDate',
  birthYear: 'birthDate',
};

function fieldsOf(opened: Opened, mapping: Mapping): string[] {
  const fields = mapping.layouts.flatMap(({ columns }) =>
    columns.flatMap(({ field }) => (field === null ? [] : [BECOMES[field] ?? field])),
  );
  // Departments may come from lines between the people.
  const places = fields.includes('fullName') || opened.notes.some(({ kind }) => kind === 'sections');
  const has = new Set([
    ...fields,
    ...(places ? ['department'] : []),
    ...(fields.includes('partyDate') ? ['isParty'] : []),
  ]);
  has.delete('fullName');
  return [...FIRST.filter((field) => has.has(field)), ...[...has].filter((field) => !FIRST.includes(field))];
}

/** Columns of the preview: only fields the file has. A cell that will be written differently shows both values. */
export function useRowColumns(opened: Opened, mapping: Mapping): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return useMemo(() => {
    const say = (field: string, value: unknown) => {
      if (value === null || value === undefined || value === '') return '';
      if (field === 'gender') return t.any(`members.gender.${value}`);
      if (field === 'hardship') return t.any(`memberPrivacy.hardship.${value}`);
      if (field === 'cardStatus') return t.any(`memberPrivacy.cardStatus.${value}`);
      if (field === 'isParty') return value === true || value === 'true' ? t('members.yes') : t('members.no');
      return DATES.has(field) ? format.date(String(value)) : String(value);
    };
    const cell = (field: string) => (row: Row) => {
      const change = row.changes.find((one) => one.field === field);
      const note = row.notes.find((one) => one.field === field);
      const problem = row.problems.find((one) => one.field === field);
      if (problem) return <span className="so-import-bad">{problem.value}</span>;
      if (change)
        return (
          <span className="so-import-change">
            {change.before && <s>{say(field, change.before)}</s>}{' '}
            <strong>{change.after === null ? t('memberImport.emptied') : say(field, change.after)}</strong>
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
        cell: (row) => row.line % PART_LINES,
      },
      {
        key: 'verdict',
        header: t('members.import.conclusion'),
        width: 116,
        fixed: true,
        cell: (row) => <VerdictTag row={row} />,
      },
      ...(several(opened, mapping)
        ? [
            {
              key: 'sheet',
              header: t('members.import.sheet'),
              width: 120,
              cell: (row: Row) => row.sheet ?? '',
            },
          ]
        : []),
      {
        key: 'fullName',
        header: t('members.field.fullName'),
        width: 190,
        required: true,
        cell: (row) => <NameCell name={String(row.values.fullName ?? row.who ?? '')} />,
      },
    ];
    for (const field of fieldsOf(opened, mapping))
      columns.push({
        key: field,
        header: (SHORT[field] && t.any(SHORT[field])) || fieldName(field, opened.extraFields, t),
        width: WIDTHS[field] ?? 120,
        cell: cell(field),
      });
    return columns;
  }, [opened, mapping, t, format]);
}

const several = (opened: Opened, mapping: Mapping) =>
  new Set(opened.tables.filter(({ table }) => mapping.tables.has(table)).map(({ sheet }) => sheet)).size > 1;

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
