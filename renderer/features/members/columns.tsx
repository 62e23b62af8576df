import { useMemo } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { useText } from '../../client';
import { type Column, NameCell, useFormat } from '../../ui';
import { useExtraFields } from './privacy/useFields';

export type MemberRow = OutputOf<'members.list'>['rows'][number];

/** Columns of the register; the rarer ones stay off until chosen. */
export function useMemberColumns(): Column<MemberRow>[] {
  const t = useText();
  const format = useFormat();
  const own = useExtraFields();
  return useMemo<Column<MemberRow>[]>(
    () => [
      {
        key: 'name',
        header: t('members.field.fullName'),
        required: true,
        sort: 'name',
        width: 190,
        cell: (r) => <NameCell name={r.fullName} given={r.givenName} />,
      },
      {
        key: 'birthDate',
        header: t('members.field.birthDate'),
        sort: 'birthDate',
        width: 96,
        fixed: true,
        cell: (r) => format.date(r.birthDate),
      },
      {
        key: 'gender',
        header: t('members.field.genderShort'),
        sort: 'gender',
        width: 56,
        fixed: true,
        cell: (r) => (r.gender ? t(`members.gender.${r.gender}`) : ''),
      },
      {
        key: 'department',
        header: t('members.field.department'),
        sort: 'department',
        width: 200,
        cell: (r) => r.departmentShort ?? r.department,
        title: (r) => r.department ?? undefined,
      },
      {
        key: 'jobTitle',
        header: t('members.field.jobTitleShort'),
        sort: 'jobTitle',
        width: 150,
        cell: (r) => r.jobTitle,
        title: (r) => r.jobTitle ?? undefined,
      },
      {
        key: 'unionJoinDate',
        header: t('members.field.unionJoinShort'),
        sort: 'unionJoinDate',
        width: 104,
        fixed: true,
        cell: (r) => format.date(r.unionJoinDate),
      },
      {
        key: 'cardNo',
        header: t('members.field.cardShort'),
        sort: 'cardNo',
        width: 110,
        hidden: true,
        cell: (r) => r.cardNo,
      },
      {
        key: 'group',
        header: t('members.field.group'),
        sort: 'group',
        width: 150,
        hidden: true,
        cell: (r) => r.groupShort ?? r.group,
        title: (r) => r.group ?? undefined,
      },
      { key: 'phone', header: t('members.field.phone'), width: 116, hidden: true, cell: (r) => r.phone },
      {
        key: 'unionPosition',
        header: t('members.field.unionPosition'),
        width: 150,
        hidden: true,
        cell: (r) => r.unionPosition,
      },
      {
        key: 'position',
        header: t('members.field.position'),
        width: 150,
        hidden: true,
        cell: (r) => r.position,
      },
      {
        key: 'education',
        header: t('members.field.education'),
        width: 110,
        hidden: true,
        cell: (r) => r.education,
      },
      {
        key: 'hireDate',
        header: t('members.field.hireDate'),
        sort: 'hireDate',
        width: 110,
        hidden: true,
        cell: (r) => format.date(r.hireDate),
      },
      { key: 'email', header: t('members.field.email'), width: 170, hidden: true, cell: (r) => r.email },
      {
        key: 'status',
        header: t('members.field.status'),
        sort: 'status',
        width: 120,
        hidden: true,
        cell: (r) => t(`members.status.${r.status}`),
      },
      {
        key: 'cardDate',
        header: t('members.field.cardDate'),
        width: 110,
        hidden: true,
        cell: (r) => format.date(r.cardDate),
      },
      ...own.map(
        (field): Column<MemberRow> => ({
          key: `extra:${field.id}`,
          header: field.label,
          sort: `extra:${field.id}`,
          width: 130,
          hidden: true,
          ...(field.kind === 'number' ? { align: 'right' as const } : {}),
          cell: (r) => ownValue(r.extra[field.id], field.kind, format),
        }),
      ),
    ],
    [t, format, own],
  );
}

function ownValue(
  value: string | number | undefined,
  kind: string,
  format: ReturnType<typeof useFormat>,
): string | null {
  if (value === undefined) return null;
  if (kind === 'date') return format.date(String(value));
  return typeof value === 'number' ? format.decimal(value) : value;
}
