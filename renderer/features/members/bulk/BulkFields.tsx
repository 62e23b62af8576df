/** Which fields many people get, and with what value. */
import { AutoComplete, Button, Checkbox, Input, Select } from 'antd';
import { ChevronDown, Plus, X } from 'lucide-react';
import { useId } from 'react';
import { BULK_FIELDS } from '../../../../shared/contract/memberViews';
import { formatDate, isPartialDate, parseDate } from '../../../../shared/domain/dates';
import { useQueryOp, useText } from '../../../client';
import { Icon, IconButton, matchesTyped, useTypedText } from '../../../ui';
import { type ConditionField, type Fields, labelOf } from '../views/conditionText';

export type BulkValue = string | number | boolean | null;
export interface BulkRow {
  field: string;
  value: BulkValue;
  /** Empties the field. */
  clear: boolean;
}

/** The register's own name of a place is its id; conditions call it by the place. */
const ASKED_AS: Record<string, string> = { departmentId: 'department', groupId: 'group' };

/** Fields that can be given to many, with what is known of them. */
export function bulkFields(fields: Fields): { key: string; field: ConditionField }[] {
  const own = [...fields.keys()].filter((key) => key.startsWith('extra:'));
  return [...BULK_FIELDS, ...own].flatMap((key) => {
    const field = fields.get(ASKED_AS[key] ?? key);
    return field && !field.off ? [{ key, field }] : [];
  });
}

/** True when it says what the field becomes. */
export const isReady = (row: BulkRow, fields: Fields): boolean => {
  const field = fields.get(ASKED_AS[row.field] ?? row.field);
  if (!field) return false;
  if (row.clear) return true;
  if (row.value === null || row.value === '') return false;
  return field.type !== 'date' || isPartialDate(String(row.value));
};

export function BulkFields({
  rows,
  fields,
  onChange,
}: {
  rows: readonly BulkRow[];
  fields: Fields;
  onChange(rows: BulkRow[]): void;
}) {
  const t = useText();
  const known = bulkFields(fields);
  const put = (at: number, next: BulkRow | null) =>
    onChange(rows.flatMap((row, index) => (index !== at ? [row] : next ? [next] : [])));
  const taken = new Set(rows.map((row) => row.field));
  return (
    <div className="so-cond">
      {rows.map((row, at) => {
        const field = known.find((one) => one.key === row.field)?.field;
        const name = field ? labelOf(field.label, t) : '';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row without a field has no name yet
          <div className="so-cond__row" key={at}>
            <Select<string>
              className="so-select"
              aria-label={t('memberViews.bulk.field')}
              placeholder={t('memberViews.editor.choose')}
              value={row.field || undefined}
              suffixIcon={<Icon of={ChevronDown} />}
              showSearch={{
                filterOption: (typed, option) => matchesTyped(typed, String(option?.label ?? '')),
              }}
              options={known
                .filter((one) => one.key === row.field || !taken.has(one.key))
                .map((one) => ({ value: one.key, label: labelOf(one.field.label, t) }))}
              onChange={(key) => put(at, { field: key, value: null, clear: false })}
            />
            <IconButton
              icon={X}
              size="small"
              label={t('memberViews.bulk.removeField', { name })}
              onClick={() => put(at, null)}
            />
            {field && (
              <>
                {row.clear ? (
                  <Input
                    disabled
                    value={t('memberViews.bulk.empty')}
                    aria-label={t('memberViews.bulk.value')}
                  />
                ) : (
                  <BulkInput
                    key={row.field}
                    field={field}
                    value={row.value}
                    onChange={(value) => put(at, { ...row, value })}
                  />
                )}
                <span />
                {row.field !== 'status' && (
                  <Checkbox
                    checked={row.clear}
                    onChange={(event) => put(at, { ...row, clear: event.target.checked })}
                  >
                    {t('memberViews.bulk.clear')}
                  </Checkbox>
                )}
              </>
            )}
          </div>
        );
      })}
      <div className="so-row">
        <Button
          size="small"
          icon={<Icon of={Plus} size={14} />}
          onClick={() => onChange([...rows, { field: '', value: null, clear: false }])}
        >
          {t('memberViews.bulk.addField')}
        </Button>
      </div>
    </div>
  );
}

interface InputProps {
  field: ConditionField;
  value: BulkValue;
  onChange(value: BulkValue): void;
}

function BulkInput({ field, value, onChange }: InputProps) {
  const t = useText();
  if (field.type === 'date') return <DateInput value={value} onChange={onChange} />;
  if (field.type === 'number') return <NumberInput value={value} onChange={onChange} />;
  if (field.type === 'text') return <WordsInput field={field} value={value} onChange={onChange} />;
  const options =
    field.type === 'yesNo'
      ? [
          { value: 1, label: t('members.yes') },
          { value: 0, label: t('members.no') },
        ]
      : (field.choices ?? []).map((choice) => ({ value: choice.value, label: labelOf(choice.label, t) }));
  return (
    <Select<string | number>
      className="so-select"
      aria-label={t('memberViews.bulk.value')}
      placeholder={t('ui.form.choose')}
      value={value === null ? undefined : typeof value === 'boolean' ? Number(value) : value}
      options={options}
      suffixIcon={<Icon of={ChevronDown} />}
      showSearch={{ filterOption: (typed, option) => matchesTyped(typed, String(option?.label ?? '')) }}
      onChange={(next) => onChange(field.type === 'yesNo' ? next === 1 : next)}
    />
  );
}

function WordsInput({ field, value, onChange }: InputProps) {
  const t = useText();
  const typed = typeof value === 'string' ? value : '';
  const { data } = useQueryOp(
    'members.fieldValues',
    { field: field.key, search: typed.slice(0, 100) },
    { keep: true },
  );
  return (
    <AutoComplete
      className="so-select"
      aria-label={t('memberViews.bulk.value')}
      value={typed}
      options={(data?.values ?? []).filter((text) => text !== typed).map((text) => ({ value: text }))}
      onChange={(next: string) => onChange(next ?? '')}
      defaultActiveFirstOption={false}
    />
  );
}

type Plain = Pick<InputProps, 'value' | 'onChange'>;
const readDate = (text: string): string | null => {
  const result = parseDate(text);
  return result.ok ? result.iso : null;
};
const writeDate = (value: string | null): string =>
  value === null ? '' : isPartialDate(value) ? formatDate(value) : value;

function DateInput({ value, onChange }: Plain) {
  const t = useText();
  const problem = useId();
  const typed = useTypedText<string>(value === null ? null : String(value), onChange, readDate, writeDate);
  const wrong = typed.value !== null && !isPartialDate(typed.value);
  return (
    <span>
      <Input
        aria-label={t('memberViews.bulk.value')}
        value={typed.text}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        aria-describedby={problem}
        onChange={(event) => typed.setText(event.target.value)}
        onBlur={typed.settle}
      />
      <span id={problem} role="alert" className="so-cond__problem">
        {wrong && t('memberViews.editor.badDate', { text: typed.text })}
      </span>
    </span>
  );
}

function NumberInput({ value, onChange }: Plain) {
  const t = useText();
  const typed = useTypedText<number>(
    value as number | null,
    (next) => onChange(typeof next === 'number' ? next : null),
    (text) => {
      const read = Number(text.replace(',', '.'));
      return Number.isFinite(read) ? read : null;
    },
    (stored) => (stored === null ? '' : String(stored).replace('.', ',')),
  );
  return (
    <Input
      aria-label={t('memberViews.bulk.value')}
      inputMode="decimal"
      value={typed.text}
      onChange={(event) => typed.setText(event.target.value)}
      onBlur={typed.settle}
    />
  );
}
