/** What a handover holds, read from the store in a worker: the paper, the sheets and the data for the receiver. */

import { formatDate } from '../../../../shared/domain/dates';
import { isUnder, type OrgNode } from '../../../../shared/domain/orgTree';
import type { Db } from '../../../db/database';
import { DEPARTMENT, type HandoverData } from '../../../documents/papers/handover';
import { figure } from '../../../documents/papers/text';
import { officersOn } from '../committees/service';
import { paperUnit, profileOn } from '../service';
import { classes } from '../tree/repository';
import { treeOfDay, withAllUnder } from '../tree/world';
import * as repo from './repository';

export interface HandoverAsked {
  unitId: number | null;
  asOf: string;
  reason: string | null;
  fromName: string | null;
  fromPost: string | null;
  toName: string | null;
  toPost: string | null;
}

const KIND = { section: 'Công đoàn bộ phận', group: 'Tổ công đoàn', department: DEPARTMENT } as const;
const CLASS = {
  excellent: 'Hoàn thành xuất sắc nhiệm vụ',
  good: 'Hoàn thành tốt nhiệm vụ',
  done: 'Hoàn thành nhiệm vụ',
  failed: 'Không hoàn thành nhiệm vụ',
} as const;
const TODO = {
  event: 'Sắp diễn ra',
  unrecorded: 'Chưa ghi người tham gia',
  draft: 'Quyết định chưa ban hành',
  review: 'Tự kiểm tra, xếp loại chưa chốt',
} as const;
const REGISTER = {
  events: ['Sổ hoạt động', 'hoạt động'],
  decisions: ['Quyết định khen thưởng đã ghi', 'quyết định'],
  recipients: ['Sổ khen thưởng', 'dòng'],
  reviews: ['Bảng tự chấm điểm', 'bảng'],
  files: ['Tệp minh chứng', 'tệp'],
  formerMembers: ['Hồ sơ người đã thôi sinh hoạt', 'hồ sơ'],
} as const;

export type HandoverContent = Omit<HandoverData, 'files'> & {
  /** People with their place, for the sheets and the data. */
  list: (repo.HandedPerson & { department: string | null; group: string | null })[];
};

/** Everything but the files, which are made from it. */
export function handoverContent(db: Db, asked: HandoverAsked): HandoverContent {
  const day = asked.asOf;
  const ctx = { db };
  const { nodes, members } = treeOfDay(ctx, day);
  const scope = asked.unitId === null ? null : nodes.get(asked.unitId);
  const within = asked.unitId === null ? [...nodes.keys()] : withAllUnder(nodes, asked.unitId);
  const seat = scope?.kind === 'department' ? 'department' : 'group';
  const people = repo.handedPeople(db, day, seat, asked.unitId === null ? null : within);
  const name = (id: number | null) => (id === null ? null : (nodes.get(id)?.name ?? null));
  const list = people.map((one) => ({
    ...one,
    department: name(one.departmentId),
    group: name(one.groupId),
  }));
  const profile = profileOn(ctx, day);
  return {
    unit: paperUnit(profile),
    part: scope?.name ?? null,
    asOf: day,
    reason: asked.reason,
    from: { name: asked.fromName, post: asked.fromPost },
    to: { name: asked.toName, post: asked.toPost },
    counts: counts(nodes, within, list),
    parts: parts(nodes, members, within, people, asked.unitId),
    officers: officers(db, asked.unitId, within, day),
    open: asked.unitId === null ? openWork(db, day) : [],
    registers: asked.unitId === null ? registers(db, day) : [],
    classes: classRows(db, asked.unitId),
    people: byGroup(list, seat),
    list,
  };
}

function counts(
  nodes: ReadonlyMap<number, OrgNode>,
  within: readonly number[],
  list: HandoverContent['list'],
): HandoverData['counts'] {
  const open = within.flatMap((id) => (nodes.get(id)?.open ? [nodes.get(id)!] : []));
  const of = (kind: OrgNode['kind']) => open.filter((node) => node.kind === kind).length;
  const all = [
    { label: 'Đoàn viên đang sinh hoạt', unit: 'đoàn viên', n: list.length },
    { label: 'Trong đó nữ', unit: 'đoàn viên', n: list.filter((one) => one.gender === 'female').length },
    { label: 'Công đoàn bộ phận', unit: 'tổ chức', n: of('section') },
    { label: 'Tổ công đoàn', unit: 'tổ', n: of('group') },
    { label: 'Khoa, phòng', unit: 'nơi', n: of('department') },
  ];
  return all.filter((one, at) => at < 2 || one.n > 0);
}

function parts(
  nodes: ReadonlyMap<number, OrgNode>,
  members: ReadonlyMap<number, number>,
  within: readonly number[],
  people: readonly repo.HandedPerson[],
  top: number | null,
): HandoverData['parts'] {
  const open = within.flatMap((id) => (nodes.get(id)?.open && id !== top ? [nodes.get(id)!] : []));
  const known = new Set(open.map((node) => node.id));
  const collator = new Intl.Collator('vi', { numeric: true });
  const women = (node: OrgNode) =>
    people.filter((one) => {
      const at = node.kind === 'department' ? one.departmentId : one.groupId;
      return one.gender === 'female' && isUnder(nodes, at, node.id);
    }).length;
  const list = (
    kinds: readonly OrgNode['kind'][],
    parent: number | null,
    level: number,
  ): HandoverData['parts'] =>
    open
      .filter((node) => {
        const above = node.parentId !== null && known.has(node.parentId) ? node.parentId : null;
        return kinds.includes(node.kind) && above === parent;
      })
      .sort((a, b) => collator.compare(a.name, b.name))
      .flatMap((node) => [
        {
          kind: KIND[node.kind],
          name: node.name,
          members: members.get(node.id) ?? 0,
          women: women(node),
          level,
        },
        ...list(kinds, node.id, level + 1),
      ]);
  return [...list(['section', 'group'], null, 0), ...list(['department'], null, 0)];
}

function officers(
  db: Db,
  unitId: number | null,
  within: readonly number[],
  day: string,
): HandoverData['officers'] {
  if (unitId === null)
    return officersOn({ db }, day).map((one) => ({
      name: one.name,
      posts: one.posts.map((post) => `${post.title}, ${post.body}`).join('; '),
    }));
  return repo
    .postsOn(db, within, day)
    .map((post) => ({ name: post.name, posts: `${post.title}, ${post.body}` }));
}

const openWork = (db: Db, day: string): HandoverData['open'] =>
  repo.openWork(db, day).map((row) => ({
    what: row.kind === 'review' ? `Tự kiểm tra năm ${row.name}` : row.name,
    date: row.date,
    todo: TODO[row.kind],
  }));

const registers = (db: Db, day: string): HandoverData['registers'] =>
  repo.registers(db, day).flatMap((row) => {
    if (row.n === 0) return [];
    const [name, unit] = REGISTER[row.key];
    const span = [row.from, row.to].flatMap((one) => (one ? [formatDate(one)] : []));
    return [{ name, size: `${figure(row.n)} ${unit}`, span: span.join(' – ') }];
  });

/** Of a part all years; of the whole unit its own years and the last year of every part. */
function classRows(db: Db, unitId: number | null): HandoverData['classes'] {
  const all = classes(db, unitId, null);
  const last = Math.max(0, ...all.map((row) => row.year));
  return all
    .filter((row) => unitId !== null || row.unitId === null || row.year === last)
    .map((row) => ({ year: row.year, name: row.unitName ?? 'Công đoàn cơ sở', class: CLASS[row.class] }));
}

const GENDER = { male: 'Nam', female: 'Nữ' } as const;

function byGroup(list: HandoverContent['list'], seat: 'group' | 'department'): HandoverData['people'] {
  const collator = new Intl.Collator('vi', { numeric: true });
  const groups = new Map<string, HandoverContent['list']>();
  for (const one of list) {
    const place = (seat === 'group' ? one.group : one.department) ?? 'Chưa xếp';
    const known = groups.get(place);
    if (known) known.push(one);
    else groups.set(place, [one]);
  }
  return [...groups]
    .sort(([a], [b]) => collator.compare(a, b))
    .map(([group, people]) => ({
      group,
      people: people.map((one) => ({
        name: one.fullName,
        birthDate: one.birthDate,
        gender: one.gender && GENDER[one.gender],
        post: one.position ?? one.jobTitle,
        place: seat === 'group' ? one.department : one.group,
        unionJoinDate: one.unionJoinDate,
        cardNo: one.cardNo,
      })),
    }));
}
