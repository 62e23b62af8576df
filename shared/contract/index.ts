/** The whole contract: every operation of the product, by name. */
import type { z } from 'zod';
import { agreements } from './agreements';
import { awardMoney } from './awardMoney';
import { awardRules } from './awardRules';
import { awards } from './awards';
import { backup } from './backup';
import { certificates } from './certificates';
import { dashboard } from './dashboard';
import { democracy } from './democracy';
import { documents } from './documents';
import { donors } from './donors';
import { drives } from './drives';
import { events } from './events';
import { figureTable } from './figureTable';
import { files } from './files';
import { funds } from './funds';
import { inspection } from './inspection';
import { governed, type Operation } from './kernel';
import { machine } from './machine';
import { members } from './members';
import { movements } from './movements';
import { opinions } from './opinions';
import { organisation } from './organisation';
import { party } from './party';
import { plans } from './plans';
import { proposals } from './proposals';
import { reports } from './reports';
import { rescue } from './rescue';
import { review } from './review';
import { settings } from './settings';
import { targets } from './targets';
import { users } from './users';
import { welfare } from './welfare';
import { yearEnd } from './yearEnd';

export const contract = governed({
  ...organisation,
  ...members,
  ...events,
  ...welfare,
  ...funds,
  ...drives,
  ...donors,
  ...awards,
  ...awardRules,
  ...awardMoney,
  ...movements,
  ...proposals,
  ...certificates,
  ...agreements,
  ...documents,
  ...opinions,
  ...democracy,
  ...inspection,
  ...targets,
  ...plans,
  ...party,
  ...review,
  ...dashboard,
  ...figureTable,
  ...files,
  ...backup,
  ...reports,
  ...rescue,
  ...settings,
  ...machine,
  ...yearEnd,
  ...users,
});

export type Contract = typeof contract;
export type OperationName = keyof Contract & string;
export type InputOf<N extends OperationName> = z.input<Contract[N]['input']>;
/** Input after parsing, as a service sees it. */
export type ParsedInputOf<N extends OperationName> = z.output<Contract[N]['input']>;
export type OutputOf<N extends OperationName> = z.output<Contract[N]['output']>;
export type NamesOfKind<K extends Operation['kind']> = {
  [N in OperationName]: Contract[N]['kind'] extends K ? N : never;
}[OperationName];

/** Looks an operation up by a name that came from outside; undefined if there is none. */
export function findOperation(name: string): Operation | undefined {
  return Object.hasOwn(contract, name) ? contract[name as OperationName] : undefined;
}
