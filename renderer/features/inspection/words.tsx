/** How rows of inspection are marked on screen. */
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { useText } from '../../client';
import { Tag, useFormat } from '../../ui';

export type Item = OutputOf<'inspection.plan'>['items'][number];
export type Finding = OutputOf<'inspection.findings'>['rows'][number];
export type SessionRow = OutputOf<'inspection.sessions'>['rows'][number];
export type SessionData = OutputOf<'inspection.session'>;

export function FindingState({ row }: { row: Finding }) {
  const t = useText();
  const format = useFormat();
  if (row.mendedOn !== null)
    return <Tag tone="ok">{t('inspection.finding.mended', { date: format.date(row.mendedOn) })}</Tag>;
  if (row.late !== null) return <Tag tone="bad">{t('inspection.finding.late', { count: row.late })}</Tag>;
  if (row.dueOn !== null)
    return <Tag tone="warn">{t('inspection.finding.due', { date: format.date(row.dueOn) })}</Tag>;
  return <Tag tone="warn">{t('inspection.finding.open')}</Tag>;
}

/** What was typed or comes from the register: Vietnamese on every screen. */
export const asRecorded = (text: string | null): ReactNode => text && <span lang="vi">{text}</span>;

/** Whom it is about, as recorded. */
export const aboutOf = (row: { subject: string | null; fund: string | null }): string =>
  [row.subject, row.fund].filter(Boolean).join(' · ');
