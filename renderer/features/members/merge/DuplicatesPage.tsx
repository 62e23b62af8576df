/** Records of one person: pairs to look at, merges that can be taken apart, and pairs settled as two people. */
import { useSearchParams } from 'react-router-dom';
import { useQueryOp, useText } from '../../../client';
import type { PageProps } from '../../../ui';
import { DistinctPairs } from './DistinctPairs';
import { MergedList } from './MergedList';
import { ProposedPairs } from './ProposedPairs';
import './merge.css';

const TABS = ['proposed', 'merged', 'distinct'] as const;

export default function DuplicatesPage() {
  const t = useText();
  const [address, setAddress] = useSearchParams();
  const merged = useQueryOp('members.merges', { limit: 1 }).data?.total;
  const distinct = useQueryOp('members.distinctPairs', { limit: 1 }).data?.total;
  const active = TABS.find((key) => key === address.get('tab')) ?? 'proposed';
  const frame: Pick<PageProps, 'title' | 'crumbs' | 'tabs'> = {
    title: t('memberMerge.title'),
    crumbs: [{ label: t('members.title'), to: '/members' }],
    tabs: {
      items: [
        { key: 'proposed', label: t('memberMerge.tabs.proposed') },
        { key: 'merged', label: t('memberMerge.tabs.merged'), count: merged },
        { key: 'distinct', label: t('memberMerge.tabs.distinct'), count: distinct },
      ],
      active,
      onChange: (key) => setAddress(key === 'proposed' ? {} : { tab: key }, { replace: true }),
    },
  };
  if (active === 'merged') return <MergedList frame={frame} />;
  if (active === 'distinct') return <DistinctPairs frame={frame} />;
  return <ProposedPairs frame={frame} />;
}
