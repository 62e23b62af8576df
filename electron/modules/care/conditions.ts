/** Open cases of help as something the register can be asked by, and gift lists chosen with. */
import type { Ctx } from '../../ipc/context';
import type { ConditionField } from '../members/service';
import { kinds } from './catalogueRepository';
import { OPEN_ROWS } from './figuresRepository';

/** A member, or somebody of the family, with a case open on the day the register is seen on. */
export const careConditions = (ctx: Pick<Ctx, 'db'>): ConditionField[] => [
  {
    key: 'careCase',
    type: 'choice',
    label: { key: 'care.condition' },
    section: 'union',
    rows: OPEN_ROWS,
    owner: 'k.member_id',
    value: 'k.kind_id',
    choices: kinds(ctx.db).map(({ id, name }) => ({ value: id, label: { text: name } })),
  },
];
