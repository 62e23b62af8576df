import { useText } from '../../client';
import { Tag } from '../../ui';
import type { MaskedFile } from './words';

/** Where a file stands, the most urgent said first. */
export function State({ row }: { row: MaskedFile }) {
  const t = useText();
  if (row.late !== null) return <Tag tone="bad">{t('party.lateBy', { count: row.late })}</Tag>;
  if (row.unwritten) return <Tag tone="warn">{t('party.unwritten')}</Tag>;
  const tone = { open: 'muc', official: 'ok', stopped: 'neutral' } as const;
  return <Tag tone={tone[row.state]}>{t(`party.state.${row.state}`)}</Tag>;
}
