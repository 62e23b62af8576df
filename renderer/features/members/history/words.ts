/** How dated facts are put into words. */
import type { OutputOf } from '../../../../shared/contract';
import { type FactKind, isDatedKind } from '../../../../shared/domain/memberHistory';
import type { Translate } from '../../../client';
import type { useFormat } from '../../../ui';

export type Fact = OutputOf<'members.facts'>['rows'][number];
type Format = ReturnType<typeof useFormat>;

/** "Chuyển khoa, phòng", "Nghỉ hưu". */
export const factTitle = (t: Translate, kind: FactKind): string =>
  isDatedKind(kind) ? t(`memberHistory.change.${kind}`) : t(`memberHistory.kind.${kind}`);

/** The same of a row: what held before the first change is no change. */
export const rowTitle = (t: Translate, fact: Fact): string =>
  isDatedKind(fact.kind) && fact.onDate === null
    ? t(`memberHistory.kind.${fact.kind}`)
    : factTitle(t, fact.kind);

/** The new department or title, or where somebody came from or went to. */
export function factContent(t: Translate, fact: Fact): string | null {
  if (isDatedKind(fact.kind)) return fact.valueName ?? t('memberHistory.facts.none');
  if (!fact.place) return null;
  const word = fact.kind === 'transferredIn' ? 'from' : fact.kind === 'joined' ? 'at' : 'to';
  return t(`memberHistory.facts.${word}`, { place: fact.place });
}

/** "QĐ 12/QĐ-TTYT ngày 20/12/2025". */
export function decisionText(
  t: Translate,
  format: Format,
  { decisionNo, decisionDate }: { decisionNo: string | null; decisionDate: string | null },
): string | null {
  if (decisionNo && decisionDate)
    return t('memberHistory.facts.decisionOf', { no: decisionNo, date: format.date(decisionDate) });
  if (decisionNo) return t('memberHistory.facts.decision', { no: decisionNo });
  return decisionDate ? t('memberHistory.facts.dateOnly', { date: format.date(decisionDate) }) : null;
}
