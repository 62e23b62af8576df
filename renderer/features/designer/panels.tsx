/** Small parts that the panels of properties share. */
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '../../client';
import { Icon } from '../../ui';
import type { Item } from './model/edit';
import { setItem } from './model/edit';
import type { Design } from './model/state';

/** Sets properties of the item shown; undefined takes one away. */
export type SetItem = (change: Readonly<Record<string, unknown>>, tag?: string) => void;

export function useSetItem(design: Design, item: Item): SetItem {
  return (change, tag) => design.change((layout) => setItem(layout, item.id ?? '', change), tag ?? null);
}

export function Choice<V extends string>(props: {
  label: string;
  value: V;
  options:
    | readonly { value: V; label: ReactNode }[]
    | readonly { label: string; options: { value: V; label: ReactNode }[] }[];
  disabled?: boolean;
  onChange(value: V): void;
}) {
  const id = useId();
  return (
    <div className="so-des-field so-des-field--wide">
      <span id={id}>{props.label}</span>
      <Select<V>
        aria-label={props.label}
        value={props.value}
        disabled={props.disabled ?? false}
        onChange={props.onChange}
        suffixIcon={<Icon of={ChevronDown} />}
        options={props.options as { value: V; label: ReactNode }[]}
      />
    </div>
  );
}

const HEX = /^#[0-9A-Fa-f]{6}$/;

/** A colour of the layout's palette, or one by its code. */
export function ColourField(props: {
  label: string;
  value: string | undefined;
  palette: Readonly<Record<string, string>>;
  disabled?: boolean;
  /** Allows none. */
  none?: string;
  onChange(value: string | undefined, tag?: string): void;
}) {
  const { label, value, palette, disabled, none, onChange } = props;
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const known = value !== undefined && palette[value] !== undefined;
  const option = (name: string, hex: string) => ({
    value: name,
    label: (
      <span className="so-row">
        <svg className="so-des-swatch" viewBox="0 0 10 10" aria-hidden="true">
          <rect width="10" height="10" fill={hex} />
        </svg>
        {t.any(`designer.colourName.${name}`) || name}
      </span>
    ),
  });
  return (
    <div className="so-des-pair">
      <Choice
        label={label}
        value={value ?? 'none'}
        disabled={disabled ?? false}
        options={[
          ...(none ? [{ value: 'none', label: none }] : []),
          ...(value !== undefined && !known ? [option(value, value)] : []),
          ...Object.entries(palette).map(([name, hex]) => option(name, hex)),
        ]}
        onChange={(next) => onChange(next === 'none' ? undefined : next)}
      />
      <label className="so-des-field">
        <span>{t('designer.code')}</span>
        <input
          className="so-des-hex"
          value={typed ?? (known ? palette[value as string] : (value ?? ''))}
          disabled={disabled}
          spellCheck={false}
          onChange={(event) => {
            const next = event.target.value.trim();
            setTyped(next);
            if (HEX.test(next)) onChange(next, `hex.${label}`);
          }}
          onBlur={() => setTyped(null)}
        />
      </label>
    </div>
  );
}
