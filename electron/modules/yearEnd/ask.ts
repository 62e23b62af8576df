/** What the pack asks of the areas: their own operations, with the access and the defaults of the contract. */
import { contract, type InputOf, type OutputOf } from '../../../shared/contract';
import { AppError } from '../../../shared/contract/errors';
import type { Ctx, Handler } from '../../ipc/context';
import { agreementsHandlers } from '../agreements/service';
import { documentsHandlers } from '../documents/service';
import { figuresHandlers } from '../figures/service';
import { inspectionHandlers } from '../inspection/service';
import { plansHandlers } from '../plans/service';
import { reportsHandlers } from '../reports/service';
import { reviewHandlers } from '../review/service';
import { targetsHandlers } from '../targets/service';

const handlers = {
  ...agreementsHandlers,
  ...documentsHandlers,
  ...figuresHandlers,
  ...inspectionHandlers,
  ...plansHandlers,
  ...reportsHandlers,
  ...reviewHandlers,
  ...targetsHandlers,
};
export type Asked = keyof typeof handlers;

/** Answers as the operation would; of a job a promise. Errors: FORBIDDEN, and those of the operation. */
export function ask<N extends Asked>(ctx: Ctx, name: N, input: InputOf<N>): ReturnType<Handler<N>> {
  const { access, input: schema } = contract[name];
  if (!access.roles.includes(ctx.user.role)) throw new AppError('FORBIDDEN');
  const handler = handlers[name] as unknown as (given: unknown, ctx: Ctx) => ReturnType<Handler<N>>;
  return handler(schema.parse(input), ctx);
}
export type Answer<N extends Asked> = OutputOf<N>;
