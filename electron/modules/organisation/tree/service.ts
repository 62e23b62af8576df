/** The organisation as of any day and its changes (công đoàn bộ phận, tổ, khoa, phòng). */
import { AppError } from '../../../../shared/contract/errors';
import type { OrgKind, OrgNode } from '../../../../shared/domain/orgTree';
import { fold } from '../../../../shared/text/fold';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { handover } from '../handover/service';
import { profiles } from '../repository';
import { change, changes, preview, repeatChange, revertChange } from './changes';
import { classes, restoreClasses, saveClass, trashClasses } from './classes';
import { countPeople, type PeopleQuery, people } from './peopleRepository';
import { treeUnits } from './repository';
import { treeOfDay, withAllUnder, worldOf } from './world';

function tree(input: ParsedInputOf<'organisation.tree'>, ctx: Ctx): OutputOf<'organisation.tree'> {
  const day = input.asOf ?? ctx.today();
  const world = worldOf(ctx);
  const versions = new Map(treeUnits(ctx.db).map((unit) => [unit.id, unit.version]));
  const { nodes, members, total, without } = treeOfDay(ctx, day, world);
  const shown = [...nodes.values()].filter((node) => node.open || input.withClosed);
  const counted = (kind: OrgKind) => {
    const own = [...nodes.values()].filter((node) => node.kind === kind);
    const open = own.filter((node) => node.open);
    return {
      open: open.length,
      active: open.filter((node) => (members.get(node.id) ?? 0) > 0).length,
      closed: own.length - open.length,
    };
  };
  const rows = profiles(ctx.db);
  const profile = rows.find((row) => (row.validFrom ?? '') <= day) ?? rows[rows.length - 1];
  return {
    asOf: day,
    unitName: profile?.name ?? null,
    units: shown.sort(byOrder).map((node) => ({
      ...node,
      version: versions.get(node.id) ?? 0,
      members: members.get(node.id) ?? 0,
    })),
    figures: {
      members: total,
      section: counted('section'),
      group: counted('group'),
      department: counted('department'),
      withoutGroup: without.group,
      withoutDepartment: without.department,
    },
  };
}

const KIND_ORDER: Record<OrgKind, number> = { section: 0, group: 1, department: 2 };
const collator = new Intl.Collator('vi', { numeric: true });
const byOrder = (a: OrgNode, b: OrgNode) =>
  KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || collator.compare(a.name, b.name) || a.id - b.id;

function unitPeople(
  input: ParsedInputOf<'organisation.unitPeople'>,
  ctx: Ctx,
): OutputOf<'organisation.unitPeople'> {
  const day = input.asOf ?? ctx.today();
  const { nodes } = treeOfDay(ctx, day);
  if (input.unitId !== null && !nodes.has(input.unitId)) throw new AppError('NOT_FOUND');
  const seat = input.kind === 'department' ? 'department' : 'group';
  const open = [...nodes.values()].filter((node) => node.open && node.kind === seat).map((node) => node.id);
  const query: PeopleQuery = {
    seat,
    unitIds: input.unitId === null ? open : withAllUnder(nodes, input.unitId),
    outside: input.unitId === null,
    day,
    search: fold(input.search),
  };
  const name = (id: number | null) => (id === null ? null : (nodes.get(id)?.name ?? null));
  return {
    total: countPeople(ctx.db, query),
    rows: people(ctx.db, query, input.offset, input.limit).map(({ departmentId, groupId, ...row }) => ({
      ...row,
      department: name(departmentId),
      group: name(groupId),
    })),
  };
}

export { classes, saveClass, trashClasses } from './classes';

type TreeOperation = keyof typeof import('../../../../shared/contract/organisationTree')['organisationTree'];
export const treeHandlers: Pick<HandlersOf<'organisation'>, TreeOperation> = {
  'organisation.tree': tree,
  'organisation.unitPeople': unitPeople,
  'organisation.previewChange': preview,
  'organisation.change': change,
  'organisation.revertChange': revertChange,
  'organisation.repeatChange': repeatChange,
  'organisation.changes': changes,
  'organisation.classes': classes,
  'organisation.saveClass': saveClass,
  'organisation.trashClasses': trashClasses,
  'organisation.restoreClasses': restoreClasses,
  'organisation.handover': handover,
};
