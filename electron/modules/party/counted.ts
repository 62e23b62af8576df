/**
 * Who counts at a step of Party development, in one way for every figure, list and screen. Admissions are those of the
 * files and, of people without a file that tells of one, the day in the member's own record; each person once.
 */
import { dateBounds } from '../../../shared/domain/dates';
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { PartyStage } from '../../../shared/domain/party';
import type { Db } from '../../db/database';
import { groupState } from '../members/privacy/service';
import * as repo from './repository';

export interface Counted {
  memberId: number;
  onDate: string;
  /** Null: only the member's own record tells it. */
  file: { id: number; number: number } | null;
  fullName: string;
  department: string | null;
}
interface Days {
  from: string;
  to: string;
  /** The last day that has come. */
  until: string;
}

const surely = (date: string, { from, to, until }: Days): boolean => {
  const { first, last } = dateBounds(date);
  return first >= from && last <= to && first <= until;
};

/** What a file says less exactly than the member's record is said by the record. */
const exact = (inFile: string, inRecord: string | null): string =>
  inRecord?.startsWith(inFile) ? inRecord : inFile;

/** By their files, the latest first. */
function inFiles(db: Db, stage: PartyStage): Counted[] {
  const dayOf = new Map(
    repo.allSteps(db).flatMap((step) => (step.stage === stage ? [[step.fileId, step.onDate] as const] : [])),
  );
  return repo.liveFiles(db).flatMap(({ id, number, memberId, partyDate, fullName, department }) => {
    const day = dayOf.get(id);
    if (day === undefined) return [];
    const onDate = stage === 'admitted' ? exact(day, partyDate) : day;
    return [{ memberId, onDate, file: { id, number }, fullName, department }];
  });
}

/** By members' own records alone; nobody while that field is off. */
function inRecords(db: Db, days: Days, told: readonly Counted[]): Counted[] {
  if (!groupState({ db }).party) return [];
  const known = new Set(told.map((one) => one.memberId));
  return repo
    .datedMembers(db, days)
    .flatMap((row) => (known.has(row.memberId) ? [] : [{ ...row, file: null }]));
}

/** Those whose day of a step surely lies in the period. */
export function countedIn(db: Db, stage: PartyStage, days: Days): Counted[] {
  const told = inFiles(db, stage);
  const all = stage === 'admitted' ? [...told, ...inRecords(db, days, told)] : told;
  const people = new Set<number>();
  return all.filter(({ memberId, onDate }) => {
    if (!surely(onDate, days) || people.has(memberId)) return false;
    people.add(memberId);
    return true;
  });
}

/** What a figure's list shows: a file without its person, or somebody of whom there is none; never the day. */
export const recordOf = ({ memberId, file, fullName, department }: Counted): IndicatorRecord => ({
  ...(file
    ? {
        entity: 'party_file' as const,
        id: file.id,
        label: `Hồ sơ số ${String(file.number).padStart(2, '0')}`,
        detail: null,
      }
    : { entity: 'member' as const, id: memberId, label: fullName, detail: department }),
  ...{ date: null, amount: 1 },
});
