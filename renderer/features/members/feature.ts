import { Baby, FileInput, Merge, Rows3, UserPlus, Users } from 'lucide-react';
import { formatDate } from '../../../shared/domain/dates';
import type { Feature } from '../../app/feature';
import { invoke, useQueryOp } from '../../client';

/** The register of members. */
export const feature: Feature = {
  area: 'members',
  nav: [
    {
      group: 'people',
      order: 1,
      path: '/members',
      label: 'app.nav.members',
      icon: Users,
      useCounts: () => ({ count: useQueryOp('members.counts', {}).data?.active }),
    },
  ],
  routes: [
    { path: 'members', load: () => import('./MembersPage') },
    { path: 'members/new', load: () => import('./NewMemberPage') },
    { path: 'members/import', load: () => import('./importing/ImportPage') },
    { path: 'members/imports', load: () => import('./importing/ImportHistoryPage') },
    { path: 'members/bulk', load: () => import('./bulk/BulkPage') },
    { path: 'members/quick', load: () => import('./quick/QuickEntryPage') },
    { path: 'members/duplicates', load: () => import('./merge/DuplicatesPage') },
    { path: 'members/duplicates/:kept/:gone', load: () => import('./merge/ComparePage') },
    { path: 'members/families', load: () => import('./family/FamiliesPage') },
    { path: 'members/children', load: () => import('./family/FamiliesPage') },
    { path: 'members/:id', load: () => import('./MemberPage') },
    { path: 'members/:id/edit', load: () => import('./EditMemberPage') },
  ],
  actions: [
    { key: 'members.quick', label: 'memberViews.quick.action', icon: Rows3, path: '/members/quick' },
    { key: 'members.families', label: 'memberFamily.open', icon: Baby, path: '/members/families' },
    { key: 'members.duplicates', label: 'memberMerge.open', icon: Merge, path: '/members/duplicates' },
    { key: 'members.new', label: 'members.add', icon: UserPlus, path: '/members/new' },
    { key: 'members.import', label: 'members.importFile', icon: FileInput, path: '/members/import' },
  ],
  search: {
    label: 'members.title',
    async find(text, t) {
      const { data } = await invoke('members.list', { search: text, limit: 8 });
      return {
        total: data.total,
        hits: data.rows.map((row) => ({
          key: String(row.id),
          title: row.fullName,
          facts: [formatDate(row.birthDate, t.language), row.department, row.cardNo]
            .filter(Boolean)
            .join(' · '),
          path: `/members/${row.id}`,
          person: true,
        })),
      };
    },
  },
};
