/** What a text says and how it is set: words and fields, font, size, colour, spacing, and how it gives way. */
import { Checkbox, Dropdown, Input, Segmented } from 'antd';
import { AlignCenter, AlignJustify, AlignLeft, AlignRight, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { FONT_FILES } from '../../../shared/domain/layout/fontFiles';
import type { Fit, TextItem } from '../../../shared/domain/layout/schema';
import { useText } from '../../client';
import { ActionButton, Icon } from '../../ui';
import { shown, stored, TEXT_FIELDS } from './model/words';
import { NumberField } from './NumberField';
import { Choice, ColourField, type SetItem } from './panels';

export interface TextPanelProps {
  item: TextItem;
  palette: Readonly<Record<string, string>>;
  disabled: boolean;
  set: SetItem;
}

export function TextPanel(props: TextPanelProps) {
  const { item, disabled, set } = props;
  const t = useText();
  return (
    <>
      <Words key={item.id} {...props} />
      <FontChoice {...props} />
      <div className="so-des-pair">
        <NumberField
          label={t('designer.size')}
          unit="pt"
          value={item.size}
          min={4}
          max={400}
          disabled={disabled}
          onChange={(size, tag) => set({ size }, tag)}
        />
        <div className="so-des-field">
          <span>{t('designer.align')}</span>
          <Segmented
            aria-label={t('designer.align')}
            disabled={disabled}
            value={item.align ?? 'left'}
            onChange={(align) => set({ align })}
            options={[
              { value: 'left', icon: <Icon of={AlignLeft} />, title: t('designer.aligns.left') },
              { value: 'center', icon: <Icon of={AlignCenter} />, title: t('designer.aligns.center') },
              { value: 'right', icon: <Icon of={AlignRight} />, title: t('designer.aligns.right') },
              { value: 'justify', icon: <Icon of={AlignJustify} />, title: t('designer.aligns.justify') },
            ]}
          />
        </div>
      </div>
      <Spacing {...props} />
      <Checkbox
        checked={item.case === 'upper'}
        disabled={disabled}
        onChange={(event) => set({ case: event.target.checked ? 'upper' : undefined })}
      >
        {t('designer.upper')}
      </Checkbox>
      <FitPanel {...props} />
    </>
  );
}

function Spacing({ item, palette, disabled, set }: TextPanelProps) {
  const t = useText();
  return (
    <>
      <ColourField
        label={t('designer.colour')}
        value={item.colour}
        palette={palette}
        disabled={disabled}
        onChange={(colour, tag) => set({ colour }, tag)}
      />
      <div className="so-des-pair">
        <NumberField
          label={t('designer.tracking')}
          unit="‰"
          value={item.tracking ?? 0}
          min={-200}
          max={1000}
          disabled={disabled}
          onChange={(tracking, tag) => set({ tracking }, tag)}
        />
        <NumberField
          label={t('designer.wordSpacing')}
          unit="‰"
          value={item.wordSpacing ?? 0}
          min={-500}
          max={2000}
          disabled={disabled}
          onChange={(wordSpacing, tag) => set({ wordSpacing }, tag)}
        />
      </div>
      <Choice
        label={t('designer.valign')}
        value={item.valign ?? 'bottom'}
        disabled={disabled}
        options={(['top', 'middle', 'bottom'] as const).map((value) => ({
          value,
          label: t(`designer.valigns.${value}`),
        }))}
        onChange={(valign) => set({ valign })}
      />
    </>
  );
}

function Words({ item, disabled, set }: TextPanelProps) {
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const caret = useRef<number | null>(null);
  const text = typed ?? shown(item.text, t.language);
  const take = (next: string) => {
    setTyped(next);
    set({ text: stored(next) }, `text.${item.id}`);
  };
  const insert = (label: string) => {
    const at = caret.current ?? text.length;
    const next = `${text.slice(0, at)}{${label}}${text.slice(at)}`;
    caret.current = at + label.length + 2;
    set({ text: stored(next) });
    setTyped(null);
  };
  return (
    <div className="so-des-field so-des-field--wide">
      <label htmlFor="so-des-words">{t('designer.words')}</label>
      <Input.TextArea
        id="so-des-words"
        value={text}
        disabled={disabled}
        rows={3}
        maxLength={3000}
        onChange={(event) => take(event.target.value)}
        onSelect={(event) => {
          caret.current = event.currentTarget.selectionStart;
        }}
        onBlur={() => setTyped(null)}
      />
      <Dropdown
        trigger={['click']}
        disabled={disabled}
        menu={{
          className: 'so-des-menu',
          items: TEXT_FIELDS.map((field) => ({
            key: field.field,
            label: field[t.language],
            onClick: () => insert(field[t.language]),
          })),
        }}
      >
        <span className="so-des-insert">
          <ActionButton
            size="small"
            action={{
              key: 'insert',
              label: t('designer.insert'),
              icon: Plus,
              disabled,
              onClick: () => undefined,
            }}
          />
        </span>
      </Dropdown>
    </div>
  );
}

const GROUPS = [
  [
    'serif',
    [
      'Tinos',
      'Tinos-Bold',
      'Tinos-Italic',
      'Tinos-BoldItalic',
      'Lora',
      'Lora-Italic',
      'Lora-MediumItalic',
      'Lora-SemiBold',
      'Lora-Bold',
      'Playfair-Bold',
      'Playfair-Black',
      'Cormorant-Bold',
    ],
  ],
  ['sans', ['BeViet', 'BeViet-Medium', 'BeViet-SemiBold', 'BeViet-Bold', 'Arimo', 'Arimo-Bold']],
  ['script', ['Charm-Bold', 'GreatVibes']],
] as const;

const FAMILIES: Readonly<Record<string, string>> = {
  BeViet: 'Be Vietnam Pro',
  Playfair: 'Playfair Display',
  GreatVibes: 'Great Vibes',
};

function FontChoice({ item, disabled, set }: TextPanelProps) {
  const t = useText();
  const nameOf = (key: string) => {
    const [family = '', weight] = key.split('-');
    const shownFamily = FAMILIES[family] ?? family;
    return weight ? `${shownFamily} ${t.any(`designer.weight.${weight}`)}` : shownFamily;
  };
  const options = GROUPS.map(([group, keys]) => ({
    label: t(`designer.fontGroup.${group}`),
    options: keys
      .filter((key) => key in FONT_FILES)
      .map((key) => ({ value: key as string, label: nameOf(key) })),
  }));
  return (
    <Choice<string>
      label={t('designer.font')}
      value={item.font}
      disabled={disabled}
      options={options}
      onChange={(font) => set({ font })}
    />
  );
}

const MODES = ['none', 'shrink', 'shrink-wrap', 'wrap-shrink', 'flow'] as const;

/** What a rule begins with, so that it holds as soon as it is chosen. */
function firstRule(mode: Fit['mode'], size: number): Fit | undefined {
  const floor = Math.max(6, Math.round(size * 0.7 * 2) / 2);
  if (mode === 'none') return undefined;
  if (mode === 'shrink') return { mode, min: floor };
  if (mode === 'flow') return { mode, lineHeight: 1.5, indent: 0, paraGap: 2, min: floor };
  return { mode, min: floor, maxLines: 2, lineHeight: 1.3 };
}

function FitPanel({ item, disabled, set }: TextPanelProps) {
  const t = useText();
  const fit = item.fit;
  const mode = fit?.mode ?? 'none';
  const change = (more: Partial<Fit>, tag: string) => set({ fit: { ...(fit as Fit), ...more } }, tag);
  const number = (
    key: 'min' | 'wrapSize' | 'wrapMin' | 'lineHeight' | 'indent' | 'paraGap',
    value: number,
    min: number,
    max: number,
    unit?: string,
  ) => (
    <NumberField
      label={t(`designer.fitPart.${key}`)}
      {...(unit ? { unit } : {})}
      value={fit?.[key] ?? value}
      min={min}
      max={max}
      disabled={disabled}
      onChange={(next, tag) => change({ [key]: next }, tag)}
    />
  );
  return (
    <>
      <Choice
        label={t('designer.fit')}
        value={mode}
        disabled={disabled}
        options={MODES.map((value) => ({ value, label: t(`designer.fits.${value}`) }))}
        onChange={(value) => set({ fit: firstRule(value, item.size) })}
      />
      {fit && mode !== 'none' && (
        <div className="so-des-pair">
          {number('min', item.size, 4, 400, 'pt')}
          {mode !== 'shrink' && mode !== 'flow' && (
            <NumberField
              label={t('designer.fitPart.maxLines')}
              value={fit.maxLines ?? 2}
              min={1}
              max={20}
              disabled={disabled}
              onChange={(value, tag) => change({ maxLines: Math.round(value) }, tag)}
            />
          )}
          {mode === 'shrink-wrap' && number('wrapSize', fit.min ?? item.size, 4, 400, 'pt')}
          {mode === 'shrink-wrap' && number('wrapMin', fit.min ?? item.size, 4, 400, 'pt')}
          {mode !== 'shrink' && number('lineHeight', 1.3, 0.8, 4)}
          {mode === 'flow' && number('indent', 0, 0, 100, 'mm')}
          {mode === 'flow' && number('paraGap', 0, 0, 100, 'mm')}
        </div>
      )}
    </>
  );
}
