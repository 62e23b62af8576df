/** Under the sheet: what does not fit or comes too near the edge, and how large the sheet is shown. */
import { Select } from 'antd';
import { Maximize, TriangleAlert, ZoomIn, ZoomOut } from 'lucide-react';
import type { NearEdge } from '../../../shared/domain/layout';
import { sentenceOf, useText } from '../../client';
import { Icon, IconButton, useFormat } from '../../ui';
import { useItemName } from './itemName';

import { itemOf } from './model/edit';
import type { Design } from './model/state';
import { showNumber } from './model/words';
import type { Drawn } from './useDrawn';
import { ZOOMS, type Zoom } from './useZoom';

export interface StatusBarProps {
  design: Design;
  drawn: Drawn | null;
  error: unknown;
  edges: readonly NearEdge[];
  zoom: Zoom;
}

/** Letters of an item's name in a remark. */
const LONGEST_NAME = 26;

interface Remark {
  id: string;
  text: string;
}

function useRemarks({ design, drawn, edges }: StatusBarProps): Remark[] {
  const t = useText();
  const format = useFormat();
  const name = useItemName();
  const nameOf = (id: string) => {
    const item = itemOf(design.layout, id);
    const text = item ? name(item) : id;
    return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME).trimEnd()}…` : text;
  };
  const problems = (drawn?.page.problems ?? []).map(({ item, reason }) => ({
    id: item,
    text: t(`designer.problem.${reason}`, { item: nameOf(item) }),
  }));
  const near = edges.map(({ id, distance }) => ({
    id,
    text: t('designer.problem.edge', { item: nameOf(id), distance: format.decimal(distance) }),
  }));
  return [...problems, ...near];
}

export function StatusBar(props: StatusBarProps) {
  const { design, drawn, error, zoom } = props;
  const t = useText();
  const remarks = useRemarks(props);
  const { w, h } = design.layout.page;
  const size = `${showNumber(w, t.language)} × ${showNumber(h, t.language)} mm`;
  return (
    <div className="so-des-status">
      <div className="so-des-remarks" role="status" aria-label={t('designer.remarks')}>
        {error ? <span className="so-des-remark">{sentenceOf(error)}</span> : null}
        {remarks.slice(0, 3).map((remark) => (
          <button
            key={`${remark.id}${remark.text}`}
            type="button"
            className="so-des-remark"
            onClick={() => design.choose([remark.id])}
          >
            <Icon of={TriangleAlert} /> {remark.text}
          </button>
        ))}
        {remarks.length > 3 && (
          <span className="so-caption">{t('designer.moreRemarks', { count: remarks.length - 3 })}</span>
        )}
        {!error && drawn && remarks.length === 0 && (
          <span className="so-caption">{t('designer.allFits')}</span>
        )}
      </div>
      <span className="so-caption so-number">{size}</span>
      <IconButton icon={ZoomOut} size="small" label={t('designer.zoomOut')} onClick={() => zoom.step(-1)} />
      <Select<string>
        size="small"
        className="so-des-zoom"
        aria-label={t('designer.zoom')}
        value={zoom.fits ? 'fit' : String(zoom.percent)}
        onChange={(value) => zoom.set(value === 'fit' ? 'fit' : Number(value))}
        options={[
          { value: 'fit', label: t('designer.fitted', { percent: zoom.percent }) },
          ...ZOOMS.map((value) => ({ value: String(value), label: `${value}%` })),
        ]}
      />
      <IconButton icon={ZoomIn} size="small" label={t('designer.zoomIn')} onClick={() => zoom.step(1)} />
      <IconButton
        icon={Maximize}
        size="small"
        label={t('designer.zoomFit')}
        pressed={zoom.fits}
        onClick={() => zoom.set('fit')}
      />
    </div>
  );
}
