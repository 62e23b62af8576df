import { useSearchParams } from 'react-router-dom';
import { useQueryOp, useText } from '../../client';
import { ErrorState, LoadingBars, Page } from '../../ui';
import { TermsTab } from './TermsTab';
import { TreeTab } from './tree/TreeTab';
import { UnitsTab } from './UnitsTab';
import { UnitTab } from './UnitTab';
import './organisation.css';

type Tab = 'unit' | 'tree' | 'departments' | 'groups' | 'terms';

/** The unit under its dated names, departments, union groups and terms. */
export default function OrganisationPage() {
  const t = useText();
  const [address, setAddress] = useSearchParams();
  const tab = (address.get('tab') as Tab | null) ?? 'unit';
  const query = useQueryOp('organisation.get', {});
  const units = useQueryOp('organisation.units', {}).data?.rows;
  const countOf = (kind: 'department' | 'group') => units?.filter((unit) => unit.kind === kind).length;
  return (
    <Page
      title={t('organisation.title')}
      facts={[query.data?.profile?.shortName, query.data?.profile?.upperName]}
      tabs={{
        items: [
          { key: 'unit', label: t('organisation.tabs.unit') },
          { key: 'tree', label: t('organisationTree.tab') },
          { key: 'departments', label: t('organisation.tabs.departments'), count: countOf('department') },
          { key: 'groups', label: t('organisation.tabs.groups'), count: countOf('group') },
          { key: 'terms', label: t('organisation.tabs.terms'), count: query.data?.terms.length },
        ],
        active: tab,
        onChange: (key) => setAddress({ tab: key }, { replace: true }),
      }}
    >
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <LoadingBars />
      ) : tab === 'unit' ? (
        <UnitTab data={query.data} onReload={() => void query.refetch()} />
      ) : tab === 'tree' ? (
        <TreeTab />
      ) : tab === 'terms' ? (
        <TermsTab data={query.data} onReload={() => void query.refetch()} />
      ) : (
        <UnitsTab key={tab} kind={tab === 'departments' ? 'department' : 'group'} />
      )}
    </Page>
  );
}
