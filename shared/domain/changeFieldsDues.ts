/** What the change log knows of dues, drives, donors and money of one purpose. */
import type { EntityMeaning, FieldMeaning } from './changeFields';

const money: FieldMeaning = { kind: 'money' };
const unit: FieldMeaning = { refers: 'org_unit' };
const choice = (prefix: string): FieldMeaning => ({ kind: 'choice', choice: prefix });
const member = (label: string): FieldMeaning => ({ refers: 'member', label });

export const DUES_ENTITIES: Readonly<Record<string, EntityMeaning>> = {
  dues_rate: {
    area: 'funds',
    words: 'dues.field',
    path: '/dues?tab=rates',
    fields: { amount: money, ceiling: money, kind: choice('dues.rateKind'), partial: choice('dues.partial') },
  },
  dues_start: { area: 'funds', words: 'dues.field', path: '/dues?tab=rates' },
  dues_base: {
    area: 'funds',
    words: 'dues.field',
    fields: { memberId: member('dues.field.memberId'), duesBase: money },
  },
  dues_override: {
    area: 'funds',
    words: 'dues.field',
    fields: { memberId: member('dues.field.memberId'), amount: money },
  },
  dues_collection: {
    area: 'funds',
    words: 'dues.field',
    path: '/dues?tab=collections&collection=:id',
    fields: { amount: money },
  },
  drive: {
    area: 'funds',
    words: 'dues.field',
    path: '/dues/drives/:id',
    fields: {
      targetAmount: money,
      amount: money,
      targetKind: choice('dues.targetKind'),
      fundId: { refers: 'fund' },
    },
  },
  drive_gift: {
    area: 'funds',
    words: 'dues.field',
    fields: { amount: money, memberId: member('dues.field.memberId'), departmentId: unit },
  },
  donor: {
    area: 'funds',
    words: 'dues.field',
    path: '/dues/donors/:id',
    fields: { kind: choice('dues.donorKind') },
  },
  donor_gift: {
    area: 'funds',
    words: 'dues.field',
    fields: { amount: money, kind: choice('dues.giftKind') },
  },
  earmark: {
    area: 'funds',
    words: 'dues.field',
    path: '/dues/earmarks/:id',
    fields: { fundId: { refers: 'fund' } },
  },
  earmark_use: { area: 'funds', words: 'dues.field', fields: { amount: money } },
};
