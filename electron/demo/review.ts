/** Three years of self-reviews of the invented hospital: two closed and checked from above, one being scored; and the ratings of groups and members. */

import type { OutputOf } from '../../shared/contract';
import { roundPoints } from '../../shared/domain/scoring';
import type { Core } from '../core';
import { renderDocx } from '../documents/papers/renderDocx';
import type { Invoke } from './seed';

type Sheet = OutputOf<'review.get'>;
type Item = Sheet['groups'][number]['items'][number];

interface Desk {
  core: Core;
  invoke: Invoke;
}

/** Papers that prove what the register does not record. */
const PAPERS: Readonly<Record<string, string>> = {
  '1.2': 'Quy chế thực hiện dân chủ ở cơ sở',
  '1.4': 'Công văn góp ý quy chế chi tiêu nội bộ',
  '1.9': 'Sổ theo dõi đơn thư',
  '2.1': 'Chương trình công tác năm',
  '2.8': 'Báo cáo quyết toán thu, chi tài chính',
  '2.9': 'Báo cáo hoạt động năm',
};

const itemsOf = (sheet: Sheet): Item[] => sheet.groups.flatMap((group) => group.items);

/** A short paper of its own, so that it opens. */
const paperOf = (name: string, year: number): Promise<Uint8Array> =>
  renderDocx({
    heading: { upperBody: null, body: 'CĐCS TTYT khu vực Suối Mơ', national: true },
    ...{ number: null, place: null, date: null },
    title: name,
    subject: `Năm ${year}`,
    note: null,
    orientation: 'portrait',
    blocks: [{ kind: 'paragraph', text: `Bản lưu làm minh chứng tự kiểm tra năm ${year}.` }],
  });

async function attach({ core, invoke }: Desk, reviewId: number, item: Item, year: number): Promise<void> {
  const name = PAPERS[item.code];
  if (!name) return;
  const label = `${name} ${year}.docx`;
  const { token } = core.files.registerUpload(label, await paperOf(name, year));
  await invoke('review.addFile', { reviewId, criterion: item.uid, token, label });
}

/** What an officer gives: the proposal where there is one, else most of the points the evidence allows. */
function scoreOf(item: Item, less: number): number {
  const shown = item.records + item.evidence.length > 0;
  const most = item.proposed ?? (shown ? item.max - less : item.max / 2);
  return Math.max(0, Math.min(item.cap, roundPoints(most)));
}

async function scoreAll(desk: Desk, reviewId: number, year: number, codes: (item: Item) => boolean) {
  const { invoke } = desk;
  for (const item of itemsOf(await invoke('review.get', { id: reviewId })))
    if (codes(item)) await attach(desk, reviewId, item, year);
  for (const item of itemsOf(await invoke('review.get', { id: reviewId }))) {
    if (!codes(item)) continue;
    const score = scoreOf(item, year % 2 === 0 ? 0.5 : 0.25);
    await invoke('review.setItem', { reviewId, criterion: item.uid, version: item.version, score });
  }
}

async function closedYear(desk: Desk, year: number, checked: boolean): Promise<void> {
  const { invoke } = desk;
  const { id } = await invoke('review.create', { year });
  await scoreAll(desk, id, year, () => true);
  if (checked) await checkAbove(invoke, id, year);
  const { version } = await invoke('review.get', { id });
  await invoke('review.close', { id, version });
}

/** The union above looks at every criterion and takes half a point. */
async function checkAbove(invoke: Invoke, id: number, year: number): Promise<void> {
  const { version } = await invoke('review.get', { id });
  await invoke('review.setCheckers', {
    ...{ id, version, groupBy: 'Khối thi đua các bệnh viện', groupOn: `${year}-12-05` },
    ...{ upperBy: 'Tổ phúc tra Liên đoàn Lao động tỉnh Thanh Lâm', upperOn: `${year}-12-15` },
  });
  for (const item of itemsOf(await invoke('review.get', { id }))) {
    const at = { reviewId: id, criterion: item.uid, version: item.version };
    const upper = Math.max(0, (item.counted ?? 0) - (item.code === '2.4' ? 0.5 : 0));
    await invoke('review.setCheck', { ...at, column: 'upper', score: upper });
  }
}

/** Who gathers what this year. */
async function runningYear(desk: Desk, year: number, today: string): Promise<void> {
  const { invoke } = desk;
  const { id } = await invoke('review.create', { year });
  const scored = (item: Item) =>
    item.code.startsWith('1.') || ['2.1', '2.2', '2.3', '3.2'].includes(item.code);
  await scoreAll(desk, id, year, (item) => scored(item) && item.code !== '1.9');
  const sheet = await invoke('review.get', { id });
  const open = itemsOf(sheet);
  const { rows } = await invoke('members.list', { limit: 300 });
  const others = [37, 118, 202, 271].flatMap((at) => rows[at] ?? []);
  const tasks = open.map((item, at) => ({
    criterion: item.uid,
    memberId: others[Number(item.code.split('.')[0]) % others.length]?.id ?? null,
    dueOn: at % 7 === 0 ? `${year}-11-30` : null,
  }));
  await invoke('review.assign', { reviewId: id, tasks: tasks.filter((task) => task.memberId !== null) });
  const petitions = open.find((item) => item.code === '1.9');
  if (petitions)
    await invoke('review.setItem', {
      ...{ reviewId: id, criterion: petitions.uid, version: petitions.version },
      score: Math.min(2, petitions.cap),
      note: 'Sổ theo dõi đơn thư do Ủy ban kiểm tra giữ, sẽ gắn bản chụp.',
    });
  const { version } = await invoke('review.get', { id });
  const evidenceDue = today > `${year}-12-10` ? today : `${year}-12-10`;
  await invoke('review.setCheckers', { id, version, evidenceDue });
}

async function rateGroups(invoke: Invoke, year: number, close: boolean): Promise<void> {
  const { id } = await invoke('review.openRating', { kind: 'group', year });
  const { groups, lines } = await invoke('review.rating', { id });
  const criteria = groups.flatMap((group) => group.criteria);
  const rated = close ? lines : lines.slice(0, Math.ceil(lines.length * 0.6));
  const cells = rated.flatMap(({ subjectId }, g) =>
    criteria.map(({ uid, max }, c) => ({
      ...{ subjectId, criterion: uid },
      score: roundPoints(Math.max(max * 0.55, max - ((g * 3 + c + year) % 6) * (g % 4 === 3 ? 0.9 : 0.25))),
    })),
  );
  if (cells.length > 0) await invoke('review.setRatingScores', { id, who: close ? 'group' : 'self', cells });
  if (close) await invoke('review.closeRating', { id, version: 1 });
}

async function rateMembers(invoke: Invoke, year: number): Promise<void> {
  const { groups } = await invoke('review.ratings', { year });
  const group = groups.find((each) => each.members > 0);
  if (!group) return;
  const { id } = await invoke('review.openRating', { kind: 'member', year, orgUnitId: group.id });
  const sheet = await invoke('review.rating', { id });
  const criteria = sheet.groups.flatMap((each) => each.criteria);
  const cellsBy = (less: number) =>
    sheet.lines.flatMap(({ subjectId }, m) =>
      criteria.map(({ uid, max }, c) => ({
        ...{ subjectId, criterion: uid },
        score: roundPoints(max - ((m + c) % 4) * 0.5 - (m % 7 === 6 ? max * 0.2 : 0) - less),
      })),
    );
  await invoke('review.setRatingScores', { id, who: 'self', cells: cellsBy(0) });
  await invoke('review.setRatingScores', { id, who: 'group', cells: cellsBy(0.25) });
}

export async function seedReview(core: Core, invoke: Invoke, year: number, today: string): Promise<void> {
  const desk = { core, invoke };
  const [set] = (await invoke('review.sets', {})).rows;
  if (!set) return;
  const { fields } = await invoke('review.set', { id: set.id });
  const ranks = fields.ranks.map((rank) =>
    rank.class === 'excellent'
      ? {
          ...rank,
          conditions: [
            { kind: 'groupShare' as const, percent: 50 },
            { kind: 'discipline' as const, from: 'warning' as const },
            { kind: 'age' as const, months: 12 },
          ],
        }
      : rank,
  );
  await invoke('review.saveSet', { id: set.id, version: set.version, ...fields, ranks });
  for (const past of [year - 2, year - 1]) {
    await closedYear(desk, past, past === year - 1);
    await rateGroups(invoke, past, true);
  }
  await rateMembers(invoke, year - 1);
  await runningYear(desk, year, today);
  await rateGroups(invoke, year, false);
}
