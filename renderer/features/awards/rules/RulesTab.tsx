/** Conditions of commending: rules, people not considered, rates of award money, sums by source. */

import { useText } from '../../../client';
import { ChoiceChips, Page } from '../../../ui';
import { type AwardsFrame, useAwardParams } from '../AwardsPage';
import { HoldsPart, useHoldActions } from './HoldsPart';
import { RatesPart, useRateActions } from './RatesPart';
import { RulesPart, useRuleActions } from './RulesPart';
import './rules.css';
import { SumsPart } from './SumsPart';

const PARTS = ['rules', 'holds', 'money', 'sums'] as const;

export function RulesTab({ frame }: { frame: AwardsFrame }) {
  const t = useText();
  const { params, set } = useAwardParams();
  const part = PARTS.find((key) => key === params.get('part')) ?? 'rules';
  const rules = useRuleActions();
  const holds = useHoldActions();
  const rates = useRateActions();
  const actions = { rules: rules.actions, holds: holds.actions, money: rates.actions, sums: [] }[part];
  return (
    <Page
      {...frame}
      actions={actions}
      toolbar={
        <ChoiceChips
          label={t('awardRules.part')}
          items={PARTS.map((key) => ({ key, label: t(`awardRules.parts.${key}`) }))}
          active={part}
          onChange={(key) => set({ part: key === 'rules' ? null : key, year: null })}
        />
      }
    >
      {part === 'rules' && <RulesPart {...rules} />}
      {part === 'holds' && <HoldsPart {...holds} />}
      {part === 'money' && <RatesPart {...rates} />}
      {part === 'sums' && <SumsPart />}
    </Page>
  );
}
