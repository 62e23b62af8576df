/** How awards are worded on the screens. */
import { useMemo } from 'react';
import type { AwardCounts, RecipientKind } from '../../../shared/domain/awards';
import { useText } from '../../client';
import { useFormat } from '../../ui';

interface Named {
  form: string;
  formEn: string | null;
}

export function useAwardWords() {
  const t = useText();
  const format = useFormat();
  return useMemo(() => {
    const formName = (row: Named) => (t.language === 'en' ? (row.formEn ?? row.form) : row.form);
    const parts: Record<RecipientKind, (count: number) => string> = {
      collective: (count) => t('awards.collectives', { count, figure: format.count(count) }),
      household: (count) => t('awards.households', { count, figure: format.count(count) }),
      individual: (count) => t('awards.individuals', { count, figure: format.count(count) }),
    };
    return {
      formName,
      part: (kind: RecipientKind, count: number) => parts[kind](count),
      /** "4 tập thể, 72 cá nhân"; "chưa có số liệu" when nothing is known. */
      counts: (counts: AwardCounts): string => {
        const said = (['collective', 'household', 'individual'] as const).flatMap((kind) => {
          const count = counts[kind];
          return count === null || count === 0 ? [] : [parts[kind](count)];
        });
        if (said.length > 0) return said.join(', ');
        return counts.collective === null && counts.individual === null ? t('awards.unknown') : '0';
      },
      level: (level: string) => t.any(`awards.levels.${level}`),
      /** Own decisions are issued; those of others enter the register. */
      status: (row: { status: 'draft' | 'issued'; level: string }) =>
        row.status === 'draft'
          ? t('awards.status.draft')
          : row.level === 'unit'
            ? t('awards.status.issued')
            : t('awards.status.recorded'),
      numberOf: (number: string | null) => number ?? t('awards.noNumber'),
    };
  }, [t, format]);
}
