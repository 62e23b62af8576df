/** How events are worded on the screens. */
import { useMemo } from 'react';
import {
  type Participation,
  participationRate,
  participationText,
} from '../../../shared/domain/eventFigures';
import { EVENT_CATEGORIES, EVENT_KINDS, eventKind } from '../../../shared/domain/eventKinds';
import { useText } from '../../client';
import { useFormat } from '../../ui';

export interface EventTime {
  startsOn: string;
  endsOn: string | null;
  startsAt?: string | null;
  endsAt?: string | null;
}

/** Words of kinds, times, organisers and figures in the language of the screen. */
export function useEventWords() {
  const t = useText();
  const format = useFormat();
  return useMemo(() => {
    const kindName = (code: string) => {
      const kind = eventKind(code);
      return t.language === 'vi' ? kind.name : kind.nameEn;
    };
    const hours = (time: EventTime) => [time.startsAt, time.endsAt].filter(Boolean).join(' – ');
    return {
      kindName,
      kindOptions: EVENT_KINDS.map((kind) => ({
        value: kind.code,
        label: kindName(kind.code),
        note: t(`events.categories.${kind.category}`),
      })),
      categoryOptions: EVENT_CATEGORIES.map((value) => ({ value, label: t(`events.categories.${value}`) })),
      /** "Thứ Tư, 24/07/2024, 14:00 – 16:30" */
      time: (time: EventTime) => {
        const days = time.endsOn && time.endsOn !== time.startsOn;
        const day = days ? format.range(time.startsOn, time.endsOn) : format.weekdayDate(time.startsOn);
        return [day, hours(time)].filter(Boolean).join(', ');
      },
      organiser: (level: string | null, name: string | null) =>
        name ?? (level === null ? '' : t.any(`events.level.${level}`)),
      figure: (one: Participation | null) => (one ? participationText(one, t.language) : ''),
      rate: (one: Participation | null) => (one ? (participationRate(one, t.language) ?? '') : ''),
    };
  }, [t, format]);
}
