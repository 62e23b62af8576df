/** Sources of the figures of Party development: each person once, a file without a name behind each. */
import { dateBounds } from '../../../shared/domain/dates';
import type { IndicatorId, IndicatorRecord } from '../../../shared/domain/indicators';
import type { PartyStage } from '../../../shared/domain/party';
import { listed } from '../listed';
import { allSteps, liveFiles } from './repository';

type PartyIndicator = Extract<IndicatorId, `party.${string}`>;

const reached = (stage: PartyStage) =>
  listed((db, days): IndicatorRecord[] => {
    const hit = new Set(
      allSteps(db)
        .filter((step) => step.stage === stage)
        .filter((step) => {
          const { first, last } = dateBounds(step.onDate);
          return first >= days.from && last <= days.to;
        })
        .map((step) => step.fileId),
    );
    const people = new Set<number>();
    return liveFiles(db).flatMap((file) => {
      if (!hit.has(file.id) || people.has(file.memberId)) return [];
      people.add(file.memberId);
      const label = `Hồ sơ số ${String(file.number).padStart(2, '0')}`;
      return [{ entity: 'party_file' as const, id: file.id, label, date: null, detail: null, amount: 1 }];
    });
  });

export const partySources: Record<PartyIndicator, ReturnType<typeof listed>> = {
  'party.nominated': reached('nominated'),
  'party.class': reached('class'),
  'party.reviewed': reached('reviewed'),
  'party.admitted': reached('admitted'),
  'party.official': reached('official'),
};
