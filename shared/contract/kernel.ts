/**
 * The vocabulary every area's contract is written in. An operation is declared once here-wards and the
 * router, the client, both hosts, the command line and the contract tests are derived from it.
 */
import type { z } from 'zod';
import { type Right, ROLES, type Role, rolesOf } from '../domain/roles';
import type { ErrorCode } from './errors';

export { ROLES, type Role };

/** Areas of the product; the same names stand in contract, modules, features and tests. */
export const AREAS = [
  'organisation',
  'members',
  'events',
  'welfare',
  'funds',
  'awards',
  'certificates',
  'documents',
  'opinions',
  'agreements',
  'inspection',
  'targets',
  'plans',
  'review',
  'reports',
  'dashboard',
  'files',
  'backup',
  'settings',
] as const;
export type Area = (typeof AREAS)[number];

/** query reads, command writes in one transaction, job runs long work in a worker with progress and cancel. */
export type Kind = 'query' | 'command' | 'job';

/** Groups of sensitive personal data (Luật 91/2025/QH15; cases.md section 4). */
export const SENSITIVE_GROUPS = ['identity', 'politics', 'health', 'money'] as const;
export type SensitiveGroup = (typeof SENSITIVE_GROUPS)[number];

/** Who may call an operation, and which sensitive fields its reply can hold. */
export interface Access {
  readonly roles: readonly Role[];
  readonly sensitive?: readonly SensitiveGroup[];
}

/** Ready-made access rules. */
export const access = {
  everyone: { roles: ROLES } as Access,
  editors: { roles: ['chair', 'clerk'] } as Access,
  chair: { roles: ['chair'] } as Access,
} as const;

export interface Operation<
  K extends Kind = Kind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
  /** Error codes this operation may answer with, besides those any operation can (see errors.ts). */
  readonly errors: readonly ErrorCode[];
  /** Areas whose data change when it succeeds; clients refetch those. */
  readonly touches: readonly Area[];
  readonly access: Access;
  /** One English sentence: what it does, units, and the source of its rule. */
  readonly doc: string;
}

type Declaration<I extends z.ZodType, O extends z.ZodType> = {
  input: I;
  output: O;
  errors?: readonly ErrorCode[];
  touches?: readonly Area[];
  access: Access;
  doc: string;
};

/** Known by what goes in and comes out only: comparing whole schemas takes the type checker many times as long. */
type Schema<S extends z.ZodType> = z.ZodType<z.output<S>, z.input<S>>;

function declare<K extends Kind>(kind: K) {
  return <I extends z.ZodType, O extends z.ZodType>(
    d: Declaration<I, O>,
  ): Operation<K, Schema<I>, Schema<O>> => ({
    kind,
    input: d.input as unknown as Schema<I>,
    output: d.output as unknown as Schema<O>,
    errors: d.errors ?? [],
    touches: d.touches ?? [],
    access: d.access,
    doc: d.doc,
  });
}

/** Declares a reading operation. */
export const query = declare('query');
/** Declares a writing operation: one synchronous transaction. */
export const command = declare('command');
/** Declares long work: runs beside the main loop, reports progress, can be cancelled. */
export const job = declare('job');

export type Operations = Record<string, Operation>;

/** What a declaration asks for: to read when it is for everyone, to be the chair, else to change. */
export function rightOf({ roles }: Access): Right {
  if (roles.includes('viewer')) return 'read';
  return roles.length === 1 && roles[0] === 'chair' ? 'chair' : 'change';
}

/** Operations with the roles the table of roles gives them (shared/domain/roles.ts). */
export function governed<T extends Operations>(operations: T): T {
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [
      name,
      { ...operation, access: { ...operation.access, roles: rolesOf(name, rightOf(operation.access)) } },
    ]),
  ) as T;
}
