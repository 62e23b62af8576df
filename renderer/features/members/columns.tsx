import { useMemo } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { useText } from '../../client';
import { type Column, NameCell, useFormat } from '../../ui';

export type MemberRow = OutputOf<'members.list'>['rows'][number];

/** Columns of the register; the rarer ones stay off until chosen. */
export function useMemberColumns(): Column<MemberRow>[] {
  const t = useText();
  const format = useFormat();
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
        width: 56,
        fixed: true,
        cell: (r) => (r.gender ? t(`members.gender.${r.gender}`) : ''),
      },
      {
        key: 'department',
        header: t('members.field.department'),
        sort: 'department',
        width: 200,
        cell: (r) => r.department,
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
        width: 110,
        hidden: true,
        cell: (r) => r.cardNo,
      },
      { key: 'group', header: t('members.field.group'), width: 150, hidden: true, cell: (r) => r.group },
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
        width: 110,
        hidden: true,
        cell: (r) => format.date(r.hireDate),
      },
      { key: 'email', header: t('members.field.email'), width: 170, hidden: true, cell: (r) => r.email },
      {
        key: 'status',
        header: t('members.field.status'),
        width: 120,
        hidden: true,
        cell: (r) => t(`members.status.${r.status}`),
      },
    ],
    [t, format],
  );
}
