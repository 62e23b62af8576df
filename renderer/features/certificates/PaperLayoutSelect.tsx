/** The layout a course’s certificates or a kind of letter are printed on, remembered for the next time. */
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import type { InputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { Icon } from '../../ui';
import './certificates.css';
import { layoutName } from './LayoutGallery';

type Paper = InputOf<'certificates.paperLayouts'>['paper'];
const WORD = 'word';

export function PaperLayoutSelect({ paper, eventId = null }: { paper: Paper; eventId?: number | null }) {
  const t = useText();
  const { data } = useQueryOp('certificates.paperLayouts', { paper, eventId });
  const choose = useCommandOp('certificates.setPaperLayout', { done: () => t('certificates.papers.set') });
  const word = data?.word ? [{ value: WORD, label: t('certificates.papers.word') }] : [];
  const own = data?.rows.map((row) => ({ value: row.id, label: layoutName(row, t.language) })) ?? [];
  return (
    <Select<string>
      className="so-cert-layout-choice"
      aria-label={t('certificates.papers.label')}
      loading={!data}
      {...(data ? { value: data.chosen ?? WORD } : {})}
      onChange={(layoutId) => choose.fire({ paper, eventId, layoutId: layoutId === WORD ? null : layoutId })}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[...word, ...own]}
    />
  );
}
