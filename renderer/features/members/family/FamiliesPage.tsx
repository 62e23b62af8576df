/** All families: the list of members' children as of a day, and the couples that make one household. */
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useText } from '../../../client';
import { ChildrenPage } from './ChildrenPage';
import { HouseholdsPage } from './HouseholdsPage';
import '../members.css';
import './family.css';

const TABS = ['children', 'households'] as const;
export type FamiliesTab = (typeof TABS)[number];

export default function FamiliesPage() {
  const t = useText();
  const [address, setAddress] = useSearchParams();
  const [day, setDay] = useState<string | null>(null);
  const active = TABS.find((key) => key === address.get('tab')) ?? 'children';
  const tabs = {
    items: [
      { key: 'children', label: t('memberFamily.list.tabChildren') },
      { key: 'households', label: t('memberFamily.list.tabHouseholds') },
    ],
    active,
    onChange: (key: string) => setAddress(key === 'children' ? {} : { tab: key }, { replace: true }),
  };
  return active === 'children' ? (
    <ChildrenPage tabs={tabs} day={day} onDay={setDay} />
  ) : (
    <HouseholdsPage tabs={tabs} day={day} onDay={setDay} />
  );
}
