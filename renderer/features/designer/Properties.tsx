/** The panel at the right: the item chosen, several of them, or the page. */
import { Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { type Box, fieldsOf, LAYOUT_FIELDS, union } from '../../../shared/domain/layout';
import { useText } from '../../client';
import { useItemName } from './itemName';
import { type Item, isLocked, itemOf, looseOf, moveItems, resizeItem, setGuides } from './model/edit';
import type { Design } from './model/state';
import { readNumber, showNumber } from './model/words';
import { NumberField } from './NumberField';
import { PageSize } from './PageSize';
import { PicturePanel } from './PicturePanel';
import { Choice, ColourField, type SetItem, useSetItem } from './panels';
import { TextPanel } from './TextPanel';

export interface PropertiesProps {
  design: Design;
  boxes: ReadonlyMap<string, Box>;
}

export function Properties({ design, boxes }: PropertiesProps) {
  const t = useText();
  const { chosen, layout } = design;
  const one = chosen.length === 1 ? itemOf(layout, chosen[0] as string) : undefined;
  return (
    <aside className="so-des-side" aria-label={t('designer.properties')}>
      {one ? (
        <OneItem key={one.id} design={design} item={one} box={boxes.get(one.id ?? '') ?? null} />
      ) : chosen.length > 1 ? (
        <Several design={design} boxes={boxes} />
      ) : (
        <PagePanel design={design} />
      )}
    </aside>
  );
}

function OneItem({ design, item, box }: { design: Design; item: Item; box: Box | null }) {
  const t = useText();
  const name = useItemName();
  const set = useSetItem(design, item);
  const locked = isLocked(item);
  const { palette } = design.layout;
  return (
    <>
      <h2>{t('designer.itemTitle', { name: name(item) })}</h2>
      {box && <Place design={design} item={item} box={box} disabled={locked} />}
      {item.type === 'text' && <TextPanel item={item} palette={palette} disabled={locked} set={set} />}
      {item.type === 'image' && <PicturePanel item={item} disabled={locked} set={set} />}
      {item.type === 'qr' && <CodePanel item={item} disabled={locked} set={set} />}
      {(item.type === 'line' || item.type === 'frame') && (
        <StrokePanel item={item} palette={palette} disabled={locked} set={set} />
      )}
      <Switches item={item} set={set} locked={locked} />
    </>
  );
}

function Place({ design, item, box, disabled }: { design: Design; item: Item; box: Box; disabled: boolean }) {
  const t = useText();
  const sized = ['text', 'image', 'frame', 'qr', 'line'].includes(item.type);
  const to = (key: keyof Box, value: number, tag: string) =>
    design.change((layout) => resizeItem(layout, item.id ?? '', box, { ...box, [key]: value }), tag);
  const field = (key: keyof Box, min: number, off: boolean) => (
    <NumberField
      label={t(`designer.place.${key}`)}
      unit="mm"
      value={box[key]}
      min={min}
      max={2000}
      disabled={off}
      onChange={(value, tag) => to(key, value, tag)}
    />
  );
  return (
    <>
      <div className="so-des-pair">
        {field('x', -2000, disabled)}
        {field('y', -2000, disabled)}
        {field('w', item.type === 'line' ? 0 : 1, disabled || !sized)}
        {field('h', item.type === 'line' ? 0 : 1, disabled || !sized)}
      </div>
      <p className="so-caption">{t('designer.keysHint')}</p>
    </>
  );
}

function Several({ design, boxes }: PropertiesProps) {
  const t = useText();
  const { chosen } = design;
  const box = union(chosen.map((id) => boxes.get(id) ?? null));
  const loose = looseOf(design.layout, chosen);
  return (
    <>
      <h2>{t('designer.several', { count: chosen.length })}</h2>
      {box && (
        <div className="so-des-pair">
          <NumberField
            label={t('designer.place.x')}
            unit="mm"
            value={box.x}
            min={-2000}
            max={2000}
            onChange={(x, tag) => design.change((layout) => moveItems(layout, loose, x - box.x, 0), tag)}
          />
          <NumberField
            label={t('designer.place.y')}
            unit="mm"
            value={box.y}
            min={-2000}
            max={2000}
            onChange={(y, tag) => design.change((layout) => moveItems(layout, loose, 0, y - box.y), tag)}
          />
        </div>
      )}
      <p className="so-caption">{t('designer.severalHint')}</p>
    </>
  );
}

function CodePanel({
  item,
  disabled,
  set,
}: {
  item: Extract<Item, { type: 'qr' }>;
  disabled: boolean;
  set: SetItem;
}) {
  const t = useText();
  return (
    <Choice
      label={t('designer.level')}
      value={item.level ?? 'M'}
      disabled={disabled}
      options={(['L', 'M', 'Q', 'H'] as const).map((value) => ({
        value,
        label: t(`designer.levels.${value}`),
      }))}
      onChange={(level) => set({ level })}
    />
  );
}

type StrokeItem = Extract<Item, { type: 'line' | 'frame' }>;

function StrokePanel({
  item,
  palette,
  disabled,
  set,
}: {
  item: StrokeItem;
  palette: Readonly<Record<string, string>>;
  disabled: boolean;
  set: SetItem;
}) {
  const t = useText();
  return (
    <>
      <ColourField
        label={t('designer.stroke')}
        value={item.colour}
        palette={palette}
        disabled={disabled}
        onChange={(colour, tag) => set({ colour }, tag)}
      />
      <div className="so-des-pair">
        <NumberField
          label={t('designer.strokeWidth')}
          unit="mm"
          value={item.sw}
          min={0.1}
          max={20}
          disabled={disabled}
          onChange={(sw, tag) => set({ sw }, tag)}
        />
        {item.type === 'frame' && (
          <NumberField
            label={t('designer.radius')}
            unit="mm"
            value={item.radius ?? 0}
            min={0}
            max={200}
            disabled={disabled}
            onChange={(radius, tag) => set({ radius }, tag)}
          />
        )}
      </div>
      {item.type === 'frame' && <FillField item={item} palette={palette} disabled={disabled} set={set} />}
      <Checkbox
        checked={item.dash !== undefined}
        disabled={disabled}
        onChange={(event) => set({ dash: event.target.checked ? [2, 1.5] : undefined })}
      >
        {t('designer.dashed')}
      </Checkbox>
    </>
  );
}

type FrameItem = Extract<Item, { type: 'frame' }>;

function FillField(props: {
  item: FrameItem;
  palette: Readonly<Record<string, string>>;
  disabled: boolean;
  set: SetItem;
}) {
  const { item, palette, disabled, set } = props;
  const t = useText();
  return (
    <ColourField
      label={t('designer.fill')}
      value={item.fill}
      none={t('designer.noFill')}
      palette={palette}
      disabled={disabled}
      onChange={(fill, tag) => set({ fill }, tag)}
    />
  );
}

const FLAGS = LAYOUT_FIELDS.filter((field) => field.kind === 'flag');

function Switches({ item, set, locked }: { item: Item; set: SetItem; locked: boolean }) {
  const t = useText();
  const condition = item.when ? `+${item.when}` : item.whenNot ? `-${item.whenNot}` : '';
  return (
    <>
      <Choice<string>
        label={t('designer.when')}
        value={condition}
        disabled={locked}
        options={[
          { value: '', label: t('designer.always') },
          ...FLAGS.flatMap((flag) => [
            { value: `+${flag.field}`, label: t('designer.whenOn', { what: flag[t.language] }) },
            { value: `-${flag.field}`, label: t('designer.whenOff', { what: flag[t.language] }) },
          ]),
        ]}
        onChange={(value) =>
          set({
            when: value.startsWith('+') ? value.slice(1) : undefined,
            whenNot: value.startsWith('-') ? value.slice(1) : undefined,
          })
        }
      />
      <Checkbox
        checked={item.blank === true}
        onChange={(event) => set({ blank: event.target.checked || undefined })}
      >
        {t('designer.onBlank')}
      </Checkbox>
      <Checkbox checked={locked} onChange={(event) => set({ locked: event.target.checked })}>
        {t('designer.locked')}
      </Checkbox>
    </>
  );
}

function PagePanel({ design }: { design: Design }) {
  const t = useText();
  const { layout } = design;
  const guides = layout.guides ?? { x: [], y: [] };
  const unused = layout.items.filter((item) => item.type === 'text' && fieldsOf(item.text).length > 0).length;
  return (
    <>
      <h2>{t('designer.page')}</h2>
      <PageSize design={design} />
      <GuideField
        label={t('designer.guidesX')}
        value={guides.x}
        onChange={(x) => design.change((now) => setGuides(now, { ...guides, x }), 'guides.x')}
      />
      <GuideField
        label={t('designer.guidesY')}
        value={guides.y}
        onChange={(y) => design.change((now) => setGuides(now, { ...guides, y }), 'guides.y')}
      />
      <p className="so-caption">{t('designer.guidesHint')}</p>
      <p className="so-caption">{t('designer.pageFacts', { count: layout.items.length, fields: unused })}</p>
    </>
  );
}

/** Guides as numbers between semicolons: "20; 148,5". */
function GuideField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: readonly number[];
  onChange(value: number[]): void;
}) {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value.map((one) => showNumber(one, t.language)).join('; ');
  const take = (next: string) => {
    setTyped(next);
    const parts = next
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const numbers = parts.map(readNumber);
    if (numbers.every((one): one is number => one !== null && Math.abs(one) <= 2000))
      onChange(numbers.slice(0, 50));
  };
  return (
    <label className="so-des-field so-des-field--wide" htmlFor={id}>
      <span>{label}</span>
      <Input
        id={id}
        aria-label={label}
        value={text}
        suffix="mm"
        onChange={(event) => take(event.target.value)}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}
