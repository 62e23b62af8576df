/**
 * Combined conditions on members: fields compared with values, joined by "all of" or "any of", up to three deep. The
 * same tree is what a saved filter stores, what a screen edits and what the register is asked.
 */
import { z } from 'zod';

export const CONDITION_OPS = [
  'is',
  'isNot',
  'contains',
  'startsWith',
  'in',
  'atLeast',
  'atMost',
  'between',
  'empty',
  'notEmpty',
] as const;
export type ConditionOp = (typeof CONDITION_OPS)[number];

const value = z.union([z.string().max(200), z.number(), z.boolean()]);

/** One comparison. `field` is a field of the register, `extra:ID` for an extra field; `values` as `op` needs them. */
const condition = z.strictObject({
  field: z.string().min(1).max(60),
  op: z.enum(CONDITION_OPS),
  values: z.array(value).max(500).default([]),
});
const MATCH = z.enum(['all', 'any']);
const leafGroup = z.strictObject({ match: MATCH, items: z.array(condition).max(50) });
const innerGroup = z.strictObject({ match: MATCH, items: z.array(z.union([condition, leafGroup])).max(50) });

/** All of, or any of, conditions and groups of conditions. */
export const conditionGroup = z.strictObject({
  match: MATCH,
  items: z.array(z.union([condition, innerGroup])).max(50),
});
export type Condition = z.output<typeof condition>;
export type ConditionGroup = z.output<typeof conditionGroup>;
