/** What each role may do, read off the table the core goes by. */
import { mayIn, type PrivateGroup, ROLE_PRIVATE, ROLES, type Role } from '../../../shared/domain/roles';
import { useText } from '../../client';
import { type Column, PlainTable } from '../../ui';

const AREAS = [
  'members',
  'events',
  'awards',
  'documents',
  'opinions',
  'welfare',
  'care',
  'funds',
  'dues',
  'inspection',
  'party',
  'review',
  'audit',
  'users',
] as const;
type Area = (typeof AREAS)[number];
type Line = Area | 'private';

export function RolesTable() {
  const t = useText();
  const right = (role: Role, area: Area) => {
    if (mayIn(role, area, 'change')) return <span className="so-strong">{t('users.table.change')}</span>;
    const reads = area === 'users' ? false : mayIn(role, area, 'read');
    return reads ? t('users.table.read') : <span className="so-muted">{t('users.table.none')}</span>;
  };
  const groups = (role: Role) =>
    ROLE_PRIVATE[role].map((group: PrivateGroup) => t(`users.private.${group}`)).join(', ');
  const columns: Column<Line>[] = [
    {
      key: 'area',
      header: t('users.table.area'),
      width: 200,
      cell: (line) => (line === 'private' ? t('users.table.private') : t(`users.areas.${line}`)),
    },
    ...ROLES.map((role) => ({
      key: role,
      header: t(`users.roles.${role}`),
      cell: (line: Line) => (line === 'private' ? groups(role) || t('users.table.none') : right(role, line)),
    })),
  ];
  return (
    <section className="so-users__wide">
      <h3 className="so-setting__head">{t('users.table.title')}</h3>
      <PlainTable
        caption={t('users.table.title')}
        columns={columns}
        rows={[...AREAS, 'private'] as Line[]}
        rowKey={(line) => line}
        framed
      />
    </section>
  );
}
