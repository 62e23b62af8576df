/** How steps are called: as the unit named them, or in English. */
import { useMemo } from 'react';
import type { OutputOf } from '../../../shared/contract';
import type { PartyStage } from '../../../shared/domain/party';
import { useQueryOp, useText } from '../../client';
import { todayIso } from '../../ui';

export type MaskedFile = OutputOf<'party.list'>['rows'][number];
export type OpenedFile = OutputOf<'party.reveal'>['rows'][number];
export type Stage = OutputOf<'party.overview'>['stages'][number];

export const thisYear = (): number => Number(todayIso().slice(0, 4));
export const fileNo = (number: number): string => String(number).padStart(2, '0');

/** The name of a step. */
export function useStageName(): (stage: PartyStage) => string {
  const t = useText();
  const stages = useQueryOp('party.overview', { year: thisYear() }).data?.stages;
  return useMemo(() => {
    const own = new Map(stages?.map((stage) => [stage.code, stage]));
    return (stage) => {
      const row = own.get(stage);
      return (t.language === 'en' ? row?.nameEn : row?.name) ?? t(`party.stage.${stage}`);
    };
  }, [stages, t]);
}
