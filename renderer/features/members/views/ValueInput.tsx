/** What a condition compares with: typed words, choices, numbers, dates of any precision. */
import { Input, Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { Condition } from '../../../../shared/contract/memberConditions';
import { formatDate, isPartialDate, parseDate } from '../../../../shared/domain/dates';
import { useQueryOp, useText } from '../../../client';
import { Icon, matchesTyped, useTypedText } from '../../../ui';
import { type ConditionField, labelOf } from './conditionText';

type Values = Condition['values'];

export function ValueInput({
  field,
  value,
  onChange,
}: {
  field: ConditionField;
  value: Condition;
  onChange(values: Values): void;
}) {
  const t = useText();
  if (field.type === 'date' || field.type === 'number') {
    const Box = field.type === 'date' ? DateBox : NumberBox;
    const set = (at: number, next: string | number) => {
      const values = [...value.values];
      values[at] = next;
      onChange(values);
    };
    return (
      <div className="so-cond__pair">
        <Box
          label={t('memberViews.editor.value')}
          value={value.values[0]}
          onChange={(next) => set(0, next)}
        />
        {value.op === 'between' && (
          <Box
            label={t('memberViews.editor.valueTo')}
            value={value.values[1]}
            onChange={(next) => set(1, next)}
          />
        )}
      </div>
    );
  }
  if (field.type === 'text') return <Words field={field} value={value} onChange={onChange} />;
  const options =
    field.type === 'yesNo'
      ? [
          { value: 1, label: t('members.yes') },
          { value: 0, label: t('members.no') },
        ]
      : (field.choices ?? []).map((choice) => ({ value: choice.value, label: labelOf(choice.label, t) }));
  const chosen = value.values.map((one) => (typeof one === 'boolean' ? Number(one) : one));
  return (
    <Select<(string | number)[]>
      className="so-select"
      mode="multiple"
      {...(field.type === 'yesNo' ? { maxCount: 1 } : {})}
      aria-label={t('memberViews.editor.value')}
      value={chosen}
      options={options}
      suffixIcon={<Icon of={ChevronDown} />}
      showSearch={{ filterOption: (typed, option) => matchesTyped(typed, String(option?.label ?? '')) }}
      onChange={(next) => onChange(field.type === 'yesNo' ? next.map((one) => one === 1) : next)}
    />
  );
}

/** Typed words; what the register already has is offered. */
function Words({
  field,
  value,
  onChange,
}: {
  field: ConditionField;
  value: Condition;
  onChange(values: Values): void;
}) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const { data } = useQueryOp(
    'members.fieldValues',
    { field: field.key, search: typed.slice(0, 100) },
    { keep: true },
  );
  return (
    <Select<string[]>
      className="so-select"
      mode="tags"
      open={open}
      onOpenChange={setOpen}
      defaultActiveFirstOption={false}
      aria-label={t('memberViews.editor.value')}
      value={value.values.map(String)}
      suffixIcon={<Icon of={ChevronDown} />}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={null}
      options={(data?.values ?? []).map((text) => ({ value: text, label: text }))}
      onChange={(next) => {
        setTyped('');
        setOpen(false);
        onChange(next.map((text) => text.trim().slice(0, 200)).filter(Boolean));
      }}
      onBlur={() => {
        if (typed.trim() !== '') onChange([...value.values, typed.trim().slice(0, 200)]);
        setTyped('');
      }}
      searchValue={typed}
    />
  );
}

interface BoxProps {
  label: string;
  value: Values[number] | undefined;
  onChange(value: string | number): void;
}

const readDate = (text: string): string | null => {
  const result = parseDate(text);
  return result.ok ? result.iso : null;
};
const writeDate = (value: string | null): string =>
  value === null ? '' : isPartialDate(value) ? formatDate(value) : value;

function DateBox({ label, value, onChange }: BoxProps) {
  const t = useText();
  const typed = useTypedText<string>(
    value === undefined || value === '' ? null : String(value),
    (next) => onChange(next ?? ''),
    readDate,
    writeDate,
  );
  const wrong = typed.value !== null && !isPartialDate(typed.value);
  return (
    <span>
      <Input
        aria-label={label}
        value={typed.text}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        onChange={(event) => typed.setText(event.target.value)}
        onBlur={typed.settle}
      />
      {wrong && (
        <span role="alert" className="so-cond__problem">
          {t('memberViews.editor.badDate', { text: typed.text })}
        </span>
      )}
    </span>
  );
}

const readNumber = (text: string): number | null => {
  const value = Number(text.replace(/\s/g, '').replace(',', '.'));
  return Number.isFinite(value) ? value : null;
};
const writeNumber = (value: number | string | null): string =>
  value === null ? '' : String(value).replace('.', ',');

function NumberBox({ label, value, onChange }: BoxProps) {
  const typed = useTypedText<number>(
    typeof value === 'number' ? value : value ? String(value) : null,
    (next) => onChange(next ?? ''),
    readNumber,
    writeNumber,
  );
  const wrong = typed.value !== null && typeof typed.value !== 'number';
  return (
    <Input
      aria-label={label}
      inputMode="decimal"
      value={typed.text}
      status={wrong ? 'error' : ''}
      aria-invalid={wrong}
      onChange={(event) => typed.setText(event.target.value)}
      onBlur={typed.settle}
    />
  );
}
