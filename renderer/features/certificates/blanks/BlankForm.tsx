/** What is said of a blank: name, size, how the scan lies, for which layouts, which words it bears already. */
import { Checkbox, Input, Segmented, Select } from 'antd';
import { ChevronDown, ImageUp, Trash2 } from 'lucide-react';
import { type ReactNode, useId, useMemo } from 'react';
import type { Layout } from '../../../../shared/domain/layout';
import { useQueryOp, useText } from '../../../client';
import { ActionButton, Icon } from '../../../ui';
import { itemName } from '../../designer/itemName';
import { NumberField } from '../../designer/NumberField';
import { SizeFields } from '../../designer/PageSize';
import { layoutName } from '../LayoutGallery';
import type { BlankDraft, Placing } from './useBlankDraft';

export const DEFAULT_LAYOUT = 'giay-khen-a4-ngang-in-phoi';

/** The layout a blank is looked at with: the first it is for. */
export const shownLayout = (layouts: readonly string[]): string => layouts[0] ?? DEFAULT_LAYOUT;

export function BlankForm({ parts }: { parts: BlankDraft }) {
  const t = useText();
  const nameId = useId();
  const { draft, set, resize } = parts;
  return (
    <aside className="so-blank-form" aria-label={t('blanks.facts')}>
      <Part title={t('blanks.sheetPart')}>
        <label className="so-des-field" htmlFor={nameId}>
          <span>{t('blanks.name')}</span>
          <Input
            id={nameId}
            value={draft.name}
            maxLength={100}
            onChange={(event) => set({ name: event.target.value })}
          />
        </label>
        <SizeFields w={draft.w} h={draft.h} onChange={resize} />
      </Part>
      <ScanPart parts={parts} />
      <LayoutsPart parts={parts} />
      <StandingPart parts={parts} />
    </aside>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="so-blank-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

const PLACINGS: readonly Placing[] = ['whole', 'place', 'corners'];

function ScanPart({ parts }: { parts: BlankDraft }) {
  const t = useText();
  const { draft, set, placing, placeBy, choose } = parts;
  const choosing = {
    ...{ key: 'choose', label: t(draft.scan ? 'blanks.otherScan' : 'blanks.chooseScan'), icon: ImageUp },
    onClick: () => void choose(),
  };
  const dropping = {
    ...{ key: 'drop', label: t('blanks.dropScan'), icon: Trash2 },
    onClick: () => set({ scan: null }),
  };
  return (
    <Part title={t('blanks.scanPart')}>
      <span className="so-row so-wrap">
        <ActionButton size="small" action={choosing} />
        {draft.scan && <ActionButton size="small" action={dropping} />}
      </span>
      {draft.scan ? (
        <>
          <Segmented
            block
            aria-label={t('blanks.placing')}
            value={placing}
            onChange={placeBy}
            options={PLACINGS.map((value) => ({ value, label: t(`blanks.placings.${value}`) }))}
          />
          {placing === 'place' && <PlaceFields parts={parts} />}
        </>
      ) : null}
      <p className="so-caption">{t(draft.scan ? `blanks.placingBody.${placing}` : 'blanks.scanBody')}</p>
    </Part>
  );
}

function PlaceFields({ parts }: { parts: BlankDraft }) {
  const t = useText();
  const { place } = parts.draft;
  const field = (key: 'x' | 'y' | 'w' | 'h', min: number, max: number) => (
    <NumberField
      label={t(`designer.place.${key}`)}
      unit="mm"
      value={place[key]}
      min={min}
      max={max}
      onChange={(value) => parts.set({ place: { ...place, [key]: value } })}
    />
  );
  return (
    <div className="so-des-pair">
      {field('x', -1200, 1200)}
      {field('y', -1200, 1200)}
      {field('w', 10, 2400)}
      {field('h', 10, 2400)}
      <NumberField
        label={t('blanks.turn')}
        unit="°"
        value={place.turn}
        min={-180}
        max={180}
        onChange={(turn) => parts.set({ place: { ...place, turn } })}
      />
    </div>
  );
}

function LayoutsPart({ parts }: { parts: BlankDraft }) {
  const t = useText();
  const layouts = useQueryOp('certificates.layouts', {}).data?.rows ?? [];
  return (
    <Part title={t('blanks.layoutsPart')}>
      <Select<string[]>
        mode="multiple"
        aria-label={t('blanks.layoutsPart')}
        placeholder={t('blanks.anyLayout')}
        value={parts.draft.layouts}
        optionFilterProp="label"
        onChange={(chosen) => parts.set({ layouts: chosen })}
        suffixIcon={<Icon of={ChevronDown} />}
        options={layouts.map((row) => ({ value: row.id, label: layoutName(row, t.language) }))}
      />
    </Part>
  );
}

/** Words that are printed onto a blank, of the layout it is looked at with. */
function StandingPart({ parts }: { parts: BlankDraft }) {
  const t = useText();
  const { draft, set } = parts;
  const layoutId = shownLayout(draft.layouts);
  const source = useQueryOp('certificates.layout', { layoutId }, { keep: true }).data?.layout;
  const items = useMemo(
    () => (source ? (JSON.parse(source) as Layout).items.filter((item) => item.blank && item.id) : []),
    [source],
  );
  const toggle = (id: string, on: boolean) =>
    set({ off: on ? [...draft.off, id] : draft.off.filter((one) => one !== id) });
  return (
    <Part title={t('blanks.offPart')}>
      <p className="so-caption">{t('blanks.offBody')}</p>
      {items.map((item) => {
        const id = item.id as string;
        return (
          <Checkbox
            key={id}
            checked={draft.off.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          >
            {itemName(item, t)}
          </Checkbox>
        );
      })}
    </Part>
  );
}
