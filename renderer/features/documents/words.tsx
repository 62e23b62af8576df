/** How documents are named and marked on screen. */
import { useCallback } from 'react';
import { useText } from '../../client';
import { Tag, useFormat } from '../../ui';
import type { DocumentRow } from './useDocuments';

/** What a paper waits for, or what became of it; nothing for one that only has its number. */
export function StateTag({ row }: { row: DocumentRow }) {
  const t = useText();
  const format = useFormat();
  if (row.status === 'void') return <Tag tone="neutral">{t('documents.state.void')}</Tag>;
  if (row.status === 'reserved') return <Tag tone="muc">{t('documents.state.reserved')}</Tag>;
  if (row.late !== null) return <Tag tone="bad">{t('documents.state.late', { count: row.late })}</Tag>;
  if (row.answeredOn !== null) {
    const key = row.answeredById === null ? 'settled' : 'answered';
    return <Tag tone="ok">{t(`documents.state.${key}`, { date: format.date(row.answeredOn) })}</Tag>;
  }
  if (row.deadline === null) return null;
  return <Tag tone="warn">{t('documents.state.due', { date: format.date(row.deadline) })}</Tag>;
}

/** The name of a type in the language of the screen. */
export function useTypeName() {
  const { language } = useText();
  return useCallback(
    (type: { name: string; nameEn: string | null }): string =>
      language === 'en' ? (type.nameEn ?? type.name) : type.name,
    [language],
  );
}
