/** What changed from one criteria set, or edition of it, to another. */
import type { SetFields } from '../../../shared/contract/reviewSets';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { fieldsOf, liveSet } from './sets';

type Row = OutputOf<'review.compareSets'>['rows'][number];
type Criterion = SetFields['groups'][number]['criteria'][number] & { group: string };

const criteriaOf = (fields: SetFields): Criterion[] =>
  fields.groups.flatMap((group) => group.criteria.map((each) => ({ ...each, group: group.code })));

const sideOf = ({ code, title, max }: Criterion) => ({ code, title, max });
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function changed(before: Criterion, after: Criterion): Row {
  const also: Row['also'] = [
    ...(before.evidence === after.evidence ? [] : (['evidence'] as const)),
    ...(same(before.indicators, after.indicators) ? [] : (['figures'] as const)),
    ...(same(before.rule, after.rule) ? [] : (['rule'] as const)),
    ...(before.group === after.group ? [] : (['group'] as const)),
  ];
  const sides = { before: sideOf(before), after: sideOf(after) };
  const alike = same(sides.before, sides.after) && also.length === 0;
  return { uid: after.uid ?? after.code, change: alike ? 'same' : 'changed', ...sides, also };
}

export function compareSets(
  input: ParsedInputOf<'review.compareSets'>,
  ctx: Ctx,
): OutputOf<'review.compareSets'> {
  const after = fieldsOf(ctx.db, liveSet(ctx.db, input.id));
  const before = fieldsOf(ctx.db, liveSet(ctx.db, input.otherId));
  const old = criteriaOf(before);
  const now = criteriaOf(after);
  const rows = now.map((each): Row => {
    const was = old.find((one) => one.uid === each.uid);
    if (was) return changed(was, each);
    return { uid: each.uid ?? each.code, change: 'added', before: null, after: sideOf(each), also: [] };
  });
  const gone = old
    .filter((each) => !now.some((one) => one.uid === each.uid))
    .map(
      (each): Row => ({
        uid: each.uid ?? each.code,
        change: 'removed',
        before: sideOf(each),
        after: null,
        also: [],
      }),
    );
  return {
    rows: [...rows, ...gone],
    ranksChanged: !same(before.ranks, after.ranks),
    formulaChanged: !same([before.formula, before.unprovenShare], [after.formula, after.unprovenShare]),
  };
}
