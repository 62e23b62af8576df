/** One operation that enters part of a year, with references to what earlier ones answered. */
import type { InputOf, OperationName } from '../../../shared/contract';

export interface YearStep {
  readonly as?: string;
  readonly op: OperationName;
  readonly input: unknown;
}
export type Thread = readonly YearStep[];
/** `{"$ref": …}` stands for what an earlier line answered. */
type Ref<T> = T extends number | string | null ? T | { $ref: string } : { [K in keyof T]: Ref<T[K]> };

export const ref = (text: string) => ({ $ref: text });
export function step<N extends OperationName>(op: N, input: Ref<InputOf<N>>, as?: string): YearStep {
  return as === undefined ? { op, input } : { as, op, input };
}
export const departmentKey = (at: number) => `department-${at + 1}`;
