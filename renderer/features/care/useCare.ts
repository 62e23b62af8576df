/** What the screens of visits and cases share: rows, lists, files taken out, words of a recipient. */
import type { OutputOf } from '../../../shared/contract';
import { announceFailure, saveFile, type Translate, useJobOp, useQueryOp, useText } from '../../client';

export type Visit = OutputOf<'care.visits'>['rows'][number];
export type CaseRow = OutputOf<'care.cases'>['rows'][number];
export type Whole = OutputOf<'care.case'>;
export type Catalogue = OutputOf<'care.catalogue'>;
const NONE: Catalogue = { reasons: [], norms: [], kinds: [] };

export const useCatalogue = (): Catalogue => useQueryOp('care.catalogue', {}, { keep: true }).data ?? NONE;

/** Name of a row in the language of the screen. */
export const nameOf = (t: Translate, row: { name: string; nameEn: string | null }): string =>
  t.language === 'en' ? (row.nameEn ?? row.name) : row.name;

/** "Cha, mẹ của Lò Thị Mai", or who it is for. */
export function whose(t: Translate, row: Pick<Visit, 'who' | 'member' | 'relation' | 'department'>): string {
  if (row.member !== null)
    return t('care.visit.of', { relation: t(`care.relation.${row.relation}`), name: row.member });
  return row.who === 'member' ? (row.department ?? '') : t(`care.who.${row.who}`);
}

/** Slips printed and saved. */
export function useSlips() {
  const job = useJobOp('care.slips', { done: null });
  const t = useText();
  const print = (ids: readonly number[], format: 'pdf' | 'docx' = 'pdf') =>
    job
      .run({ ids: [...ids], format })
      .then(saveFile)
      .catch(announceFailure);
  return { print, running: job.running, label: (count: number) => t('care.visit.print', { count }) };
}

/** Whether a group of sensitive fields is in use. */
export const useGroupOn = (group: 'health' | 'hardship'): boolean =>
  useQueryOp('members.sensitive', {}, { keep: true }).data?.rows.some(
    (row) => row.group === group && row.enabled,
  ) ?? false;
