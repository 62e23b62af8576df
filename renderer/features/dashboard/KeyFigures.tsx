/** The strip of key figures; what is not known is said so, never shown as 0. */
import type { IndicatorId } from '../../../shared/domain/indicators';
import { useText } from '../../client';
import { FiguresStrip, useFormat } from '../../ui';
import type { Figures } from './DashboardPage';

export function KeyFigures({ data, open }: { data: Figures; open(id: IndicatorId): string }) {
  const t = useText();
  const format = useFormat();
  const of = (id: IndicatorId) => data.figures[id]?.value ?? null;
  const say = (id: IndicatorId) => {
    const value = of(id);
    return value === null ? t('dashboard.unknown') : format.count(value);
  };
  const rate = data.figures['members.gatherRate'];
  const percent = rate && rate.value !== null ? format.percent(rate.part, rate.whole) : null;
  return (
    <FiguresStrip
      label={t('dashboard.figures')}
      figures={[
        {
          key: 'active',
          label: t('dashboard.active'),
          value: say('members.active'),
          note: t('dashboard.activeNote', {
            women: say('members.female'),
            share: format.percent(of('members.female'), of('members.active'), 1) ?? '–',
          }),
          to: open('members.active'),
        },
        {
          key: 'rate',
          label: t('dashboard.gatherRate'),
          value: percent ?? '–',
          unit: percent && rate ? format.fraction(rate.part ?? 0, rate.whole ?? 0) : undefined,
          note: percent
            ? rate?.wholeOn && t('dashboard.gatherNote', { date: format.date(rate.wholeOn) })
            : t(rate?.gap === 'partOverWhole' ? 'dashboard.gatherOver' : 'dashboard.gatherNone'),
          to: percent ? open('members.gatherRate') : '/organisation',
        },
        {
          key: 'joined',
          label: t('dashboard.joined'),
          value: say('members.joined'),
          note: t('dashboard.joinedNote', { left: say('members.left') }),
          to: open('members.joined'),
        },
        {
          key: 'party',
          label: t('dashboard.partyJoined'),
          value: say('members.partyJoined'),
          note:
            data.figures['members.party']?.gap === 'fieldOff'
              ? t('dashboard.partyOff')
              : t('dashboard.partyNote', { count: say('members.party') }),
          to:
            data.figures['members.party']?.gap === 'fieldOff'
              ? '/settings/privacy'
              : open('members.partyJoined'),
        },
        {
          key: 'turns',
          label: t('dashboard.turns'),
          value: say('events.turns'),
          note: t('dashboard.turnsNote', { events: say('events.all') }),
          to: open('events.turns'),
        },
        {
          key: 'awards',
          label: t('dashboard.awards'),
          value: say('awards.all'),
          note: t('dashboard.awardsNote', {
            collective: say('awards.collective'),
            individual: say('awards.individual'),
          }),
          to: open('awards.all'),
        },
      ]}
    />
  );
}
