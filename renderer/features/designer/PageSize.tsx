/** The size of the sheet: a known paper, or millimetres of one's own. */
import { Segmented } from 'antd';
import { useText } from '../../client';
import { setPage } from './model/edit';
import type { Design } from './model/state';
import { NumberField } from './NumberField';
import { Choice } from './panels';

/** Short and long side in millimetres. */
export const PAPERS = { A5: [148, 210], A4: [210, 297], A3: [297, 420], large: [300, 400] } as const;
export type Paper = keyof typeof PAPERS | 'own';

export function paperOf(w: number, h: number): Paper {
  const found = (Object.keys(PAPERS) as (keyof typeof PAPERS)[]).find((key) => {
    const [short, long] = PAPERS[key];
    return Math.min(w, h) === short && Math.max(w, h) === long;
  });
  return found ?? 'own';
}

export function PageSize({ design }: { design: Design }) {
  const { w, h } = design.layout.page;
  return (
    <SizeFields
      w={w}
      h={h}
      onChange={(width, height, tag) =>
        design.change((layout) => setPage(layout, width, height), tag ?? null)
      }
    />
  );
}

export interface SizeFieldsProps {
  w: number;
  h: number;
  /** `tag` is one for all changes while the caret stays in a field. */
  onChange(w: number, h: number, tag?: string): void;
}

/** A known paper and its direction, or both sides in millimetres. */
export function SizeFields({ w, h, onChange }: SizeFieldsProps) {
  const t = useText();
  const tall = h > w;
  return (
    <>
      <Choice
        label={t('designer.paper')}
        value={paperOf(w, h)}
        options={(['A5', 'A4', 'A3', 'large', 'own'] as const).map((value) => ({
          value,
          label: t(`designer.papers.${value}`),
        }))}
        onChange={(paper) => {
          if (paper === 'own') return;
          const [short, long] = PAPERS[paper];
          onChange(tall ? short : long, tall ? long : short);
        }}
      />
      <Segmented
        block
        aria-label={t('designer.turn')}
        value={tall ? 'portrait' : 'landscape'}
        onChange={(turn) => {
          if ((turn === 'portrait') !== tall) onChange(h, w);
        }}
        options={(['landscape', 'portrait'] as const).map((value) => ({
          value,
          label: t(`designer.turns.${value}`),
        }))}
      />
      <div className="so-des-pair">
        <NumberField
          label={t('designer.place.w')}
          unit="mm"
          value={w}
          min={50}
          max={1200}
          onChange={(value, tag) => onChange(value, h, tag)}
        />
        <NumberField
          label={t('designer.place.h')}
          unit="mm"
          value={h}
          min={50}
          max={1200}
          onChange={(value, tag) => onChange(w, value, tag)}
        />
      </div>
    </>
  );
}
