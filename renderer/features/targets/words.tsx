/** How targets are named and marked on screen. */
import { ArrowRight, CircleHelp, Clock, type LucideIcon } from 'lucide-react';
import type { OutputOf } from '../../../shared/contract';
import { actualText, askedText, rateText, type TargetState } from '../../../shared/domain/targets';
import { formatCount, formatDecimal } from '../../../shared/text/numbers';
import { useText } from '../../client';
import { Tag, type TagTone } from '../../ui';

export type TargetRow = OutputOf<'targets.list'>['rows'][number];
export type Reading = OutputOf<'targets.get'>['readings'][number];
export type ActualRow = OutputOf<'targets.get'>['actuals'][number];
export type ResolutionRow = OutputOf<'targets.resolutions'>['rows'][number];

const TONES: Readonly<Record<TargetState, { tone: TagTone; icon?: LucideIcon }>> = {
  met: { tone: 'ok' },
  onTrack: { tone: 'muc', icon: ArrowRight },
  behind: { tone: 'warn' },
  missed: { tone: 'bad' },
  unknown: { tone: 'neutral', icon: CircleHelp },
  notYet: { tone: 'line', icon: Clock },
};

export function StateTag({ state }: { state: TargetState | null }) {
  const t = useText();
  if (state === null) return null;
  const { tone, icon } = TONES[state];
  return (
    <Tag tone={tone} {...(icon ? { icon } : {})}>
      {t(`targets.states.${state}`)}
    </Tag>
  );
}

type About = Pick<TargetRow, 'percent' | 'direction' | 'unit'>;

/** What is asked and reached in words of the screen's language. */
export function useReadingWords() {
  const { language } = useText();
  return (about: About, reading: Pick<Reading, 'value' | 'actual' | 'expected'>) => {
    const asked = { ...about, value: reading.value };
    const due = reading.expected;
    return {
      asked: reading.value === null ? null : askedText({ ...about, value: reading.value }, language),
      shown: actualText(reading.actual, asked, language),
      rate: rateText(reading.actual, asked, language),
      expected:
        due === null
          ? null
          : `${Number.isInteger(due) ? formatCount(due, language) : formatDecimal(due, 1, language)}${about.percent ? '%' : ''}`,
    };
  };
}
