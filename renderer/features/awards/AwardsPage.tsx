/** The awards area: decisions of a year, the table by level and form, the register, the catalogue of forms. */
import { Select } from 'antd';
import { ChevronDown, FilePlus2 } from 'lucide-react';
import { useNavigate } from 'react-router-dom';
import { useQueryOp, useText } from '../../client';
import { Icon, type PageProps, todayIso, useAddressConditions, useShortcuts } from '../../ui';
import './awards.css';
import { DecisionsTab } from './DecisionsTab';
import { FormsTab } from './FormsTab';
import { MovementsTab } from './movements/MovementsTab';
import { ProposalsTab } from './proposals/ProposalsTab';
import { RegisterTab } from './RegisterTab';
import { RulesTab } from './rules/RulesTab';
import { TableTab } from './TableTab';

const TABS = ['decisions', 'proposals', 'movements', 'table', 'register', 'rules', 'forms'] as const;
type TabKey = (typeof TABS)[number];

/** What every tab puts around its content. */
export type AwardsFrame = Pick<PageProps, 'title' | 'tabs' | 'primary'>;

/** Conditions live in the address, so that figures elsewhere can open a list and Back returns to it. */
export function useAwardParams() {
  const { params, set } = useAddressConditions();
  const text = params.get('year');
  const year =
    text === 'all' ? null : /^\d{4}$/.test(text ?? '') ? Number(text) : Number(todayIso().slice(0, 4));
  return { params, set, year };
}

export default function AwardsPage() {
  const t = useText();
  const navigate = useNavigate();
  const { params, set } = useAwardParams();
  const tab: TabKey = TABS.find((key) => key === params.get('tab')) ?? 'decisions';
  const add = () => navigate('/awards/new');
  useShortcuts({ 'Ctrl+N': add }, tab !== 'movements' && tab !== 'proposals');
  const frame: AwardsFrame = {
    title: t('awards.title'),
    primary: { key: 'add', label: t('awards.add'), icon: FilePlus2, keys: 'Ctrl N', onClick: add },
    tabs: {
      items: TABS.map((key) => ({ key, label: t(`awards.tabs.${key}`) })),
      active: tab,
      onChange: (key) =>
        set({
          tab: key === 'decisions' ? null : key,
          level: null,
          form: null,
          kind: null,
          member: null,
          unit: null,
          part: null,
        }),
    },
  };
  if (tab === 'proposals') return <ProposalsTab frame={frame} />;
  if (tab === 'movements') return <MovementsTab frame={frame} />;
  if (tab === 'table') return <TableTab frame={frame} />;
  if (tab === 'register') return <RegisterTab frame={frame} />;
  if (tab === 'rules') return <RulesTab frame={frame} />;
  if (tab === 'forms') return <FormsTab frame={frame} />;
  return <DecisionsTab frame={frame} />;
}

export function YearSelect({ value, onChange }: { value: number | null; onChange(year: string): void }) {
  const t = useText();
  const known = useQueryOp('awards.years', {}).data?.rows.map((row) => row.year) ?? [];
  const years = [...new Set([...known, Number(todayIso().slice(0, 4)), ...(value ? [value] : [])])].sort(
    (a, b) => b - a,
  );
  return (
    <Select<string>
      size="small"
      className="so-awards-year"
      aria-label={t('awards.year')}
      value={value === null ? 'all' : String(value)}
      onChange={onChange}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[
        { value: 'all', label: t('awards.everyYear') },
        ...years.map((year) => ({ value: String(year), label: t('awards.yearIs', { year }) })),
      ]}
    />
  );
}
