/** Conditions in words: fields, comparisons and values, and a whole tree as one sentence. */
import type { OutputOf } from '../../../../shared/contract';
import type { Condition, ConditionGroup, ConditionOp } from '../../../../shared/contract/memberConditions';
import { isPartialDate } from '../../../../shared/domain/dates';
import type { Translate } from '../../../client';
import type { useFormat } from '../../../ui';

export type ConditionField = OutputOf<'members.conditionFields'>['fields'][number];
export type Fields = ReadonlyMap<string, ConditionField>;
type Format = ReturnType<typeof useFormat>;

export const labelOf = (label: ConditionField['label'], t: Translate): string =>
  'key' in label ? t.any(label.key) : label.text;

/** The comparisons a field can be asked with, the usual one first. */
export function opsOf(type: ConditionField['type']): ConditionOp[] {
  switch (type) {
    case 'text':
      return ['contains', 'in', 'startsWith', 'isNot', 'empty', 'notEmpty'];
    case 'choice':
      return ['in', 'isNot', 'empty', 'notEmpty'];
    case 'yesNo':
      return ['is', 'empty', 'notEmpty'];
    case 'number':
      return ['atLeast', 'atMost', 'between', 'is', 'empty', 'notEmpty'];
    default:
      return ['is', 'atLeast', 'atMost', 'between', 'empty', 'notEmpty'];
  }
}

export function opText(op: ConditionOp, type: ConditionField['type'], t: Translate): string {
  if (type === 'date') return t.any(`memberViews.opDate.${op}`) || t(`memberViews.op.${op}`);
  if (op === 'in' && type === 'text') return t('memberViews.op.is');
  return t(`memberViews.op.${op}`);
}

/** True when nothing is left to fill in. */
export function isComplete(condition: Condition, fields: Fields): boolean {
  if (!fields.has(condition.field)) return false;
  if (condition.op === 'empty' || condition.op === 'notEmpty') return true;
  const type = fields.get(condition.field)?.type;
  const given = condition.values.filter(
    (value) =>
      value !== '' &&
      (type !== 'number' || typeof value === 'number') &&
      (type !== 'date' || isPartialDate(String(value))),
  );
  return given.length >= (condition.op === 'between' ? 2 : 1);
}

/** A group of any depth; the contract takes three. */
export interface Tree {
  readonly match: ConditionGroup['match'];
  readonly items: readonly (Condition | Tree)[];
}

export const isGroup = (item: Condition | Tree): item is Tree => 'match' in item;

/** Every single condition of a tree. */
export const leavesOf = (group: Tree): Condition[] =>
  group.items.flatMap((item) => (isGroup(item) ? leavesOf(item) : [item]));

export interface Wording {
  readonly fields: Fields;
  readonly t: Translate;
  readonly format: Format;
}

/** "Chức danh có chữ bác sĩ". */
export function conditionText(condition: Condition, { fields, t, format }: Wording): string {
  const field = fields.get(condition.field);
  const name = field ? labelOf(field.label, t) : condition.field;
  const type = field?.type ?? 'text';
  const op = opText(condition.op, type, t);
  if (condition.op === 'empty' || condition.op === 'notEmpty')
    return t('memberViews.sentence.bare', { field: lower(name), op });
  return t('memberViews.sentence.one', {
    field: name,
    op,
    value: valuesText(condition, { fields, t, format }),
  });
}

/** The value alone, for a chip: "từ 25 đến 55". */
export function valuesText(condition: Condition, { fields, t, format }: Wording): string {
  const field = fields.get(condition.field);
  const one = (value: Condition['values'][number]): string => {
    if (typeof value === 'boolean') return value ? t('members.yes') : t('members.no');
    const choice = field?.choices?.find((option) => option.value === value);
    if (choice) return labelOf(choice.label, t);
    if (typeof value === 'number') return format.decimal(value);
    return field?.type === 'date' ? format.date(value) : `“${value}”`;
  };
  const values = condition.values.map(one);
  if (condition.op === 'between')
    return t('memberViews.sentence.to', { from: values[0] ?? '', to: values[1] ?? '' });
  return values.join(t('memberViews.sentence.or'));
}

/** The whole tree as one sentence; groups within groups stand in brackets. */
export function groupText(group: Tree, wording: Wording): string {
  const parts = group.items.map((item) =>
    isGroup(item)
      ? item.items.length > 1
        ? `(${groupText(item, wording)})`
        : groupText(item, wording)
      : conditionText(item, wording),
  );
  const joined = parts
    .filter(Boolean)
    .join(wording.t(group.match === 'all' ? 'memberViews.sentence.and' : 'memberViews.sentence.or'));
  return joined;
}

const lower = (name: string): string =>
  /^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
