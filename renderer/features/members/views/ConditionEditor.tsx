/** Edits a tree of conditions: fields, comparisons, values, and groups joined by all or any. */
import { Button, Segmented, Select } from 'antd';
import { ChevronDown, Plus, X } from 'lucide-react';
import type { Condition, ConditionOp } from '../../../../shared/contract/memberConditions';
import { useText } from '../../../client';
import { Icon, IconButton, matchesTyped } from '../../../ui';
import {
  type ConditionField,
  type Fields,
  isGroup,
  labelOf,
  opsOf,
  opText,
  type Tree,
} from './conditionText';
import { ValueInput } from './ValueInput';

const DEEPEST = 2;
export const NEW_CONDITION: Condition = { field: '', op: 'contains', values: [] };

export function ConditionEditor({
  value,
  fields,
  onChange,
  depth = 0,
  onRemove,
}: {
  value: Tree;
  fields: Fields;
  onChange(next: Tree): void;
  depth?: number;
  onRemove?: () => void;
}) {
  const t = useText();
  const put = (at: number, item: Condition | Tree | null) =>
    onChange({
      ...value,
      items: value.items.flatMap((old, index) => (index !== at ? [old] : item ? [item] : [])),
    });
  const add = (item: Condition | Tree) => onChange({ ...value, items: [...value.items, item] });
  return (
    <div className={depth > 0 ? 'so-cond so-cond--inner' : 'so-cond'}>
      {(value.items.length > 1 || depth > 0) && (
        <div className="so-row">
          <Segmented<'all' | 'any'>
            size="small"
            value={value.match}
            aria-label={t('memberViews.editor.match')}
            options={[
              { value: 'all', label: t('memberViews.editor.matchAll') },
              { value: 'any', label: t('memberViews.editor.matchAny') },
            ]}
            onChange={(match) => onChange({ ...value, match })}
          />
          {onRemove && (
            <span className="so-push">
              <IconButton
                icon={X}
                size="small"
                label={t('memberViews.editor.removeGroup')}
                onClick={onRemove}
              />
            </span>
          )}
        </div>
      )}
      {value.items.map((item, at) =>
        isGroup(item) ? (
          <ConditionEditor
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name of their own
            key={at}
            value={item}
            fields={fields}
            depth={depth + 1}
            onChange={(next) => put(at, next)}
            onRemove={() => put(at, null)}
          />
        ) : (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name of their own
            key={at}
            value={item}
            fields={fields}
            onChange={(next) => put(at, next)}
            onRemove={() => put(at, null)}
          />
        ),
      )}
      <div className="so-row">
        <Button size="small" icon={<Icon of={Plus} size={14} />} onClick={() => add(NEW_CONDITION)}>
          {t('memberViews.editor.add')}
        </Button>
        {depth < DEEPEST && (
          <Button
            size="small"
            type="text"
            onClick={() => add({ match: value.match === 'all' ? 'any' : 'all', items: [NEW_CONDITION] })}
          >
            {t('memberViews.editor.addGroup')}
          </Button>
        )}
      </div>
    </div>
  );
}

function ConditionRow({
  value,
  fields,
  onChange,
  onRemove,
}: {
  value: Condition;
  fields: Fields;
  onChange(next: Condition): void;
  onRemove(): void;
}) {
  const t = useText();
  const field = fields.get(value.field);
  const pick = (key: string) => {
    const type = fields.get(key)?.type ?? 'text';
    onChange({ field: key, op: opsOf(type)[0] as ConditionOp, values: [] });
  };
  return (
    <div className="so-cond__row">
      <Select<string>
        className="so-select"
        aria-label={t('memberViews.editor.field')}
        placeholder={t('memberViews.editor.choose')}
        value={value.field || undefined}
        autoFocus={value.field === ''}
        suffixIcon={<Icon of={ChevronDown} />}
        showSearch={{ filterOption: (typed, option) => matchesTyped(typed, String(option?.label ?? '')) }}
        options={fieldOptions(fields, t)}
        onChange={pick}
      />
      <IconButton icon={X} size="small" label={t('memberViews.editor.remove')} onClick={onRemove} />
      {field && (
        <>
          <Select<ConditionOp>
            className="so-select"
            aria-label={t('memberViews.editor.op')}
            value={value.op}
            suffixIcon={<Icon of={ChevronDown} />}
            options={opsOf(field.type).map((op) => ({ value: op, label: opText(op, field.type, t) }))}
            onChange={(op) =>
              onChange({ ...value, op, values: op === 'between' ? value.values.slice(0, 2) : value.values })
            }
          />
          <span />
          {value.op !== 'empty' && value.op !== 'notEmpty' && (
            <ValueInput field={field} value={value} onChange={(values) => onChange({ ...value, values })} />
          )}
        </>
      )}
    </div>
  );
}

const SECTIONS = ['person', 'work', 'union', 'contact', 'history', 'family', 'extra', 'sensitive'] as const;

function fieldOptions(fields: Fields, t: ReturnType<typeof useText>) {
  const all = [...fields.values()];
  const label = (field: ConditionField) =>
    field.off ? `${labelOf(field.label, t)} · ${t('memberViews.editor.off')}` : labelOf(field.label, t);
  return SECTIONS.map((section) => ({
    label: t(`memberViews.section.${section}`),
    title: section,
    options: all
      .filter((field) => field.section === section)
      .map((field) => ({ value: field.key, label: label(field), disabled: field.off })),
  })).filter((group) => group.options.length > 0);
}
