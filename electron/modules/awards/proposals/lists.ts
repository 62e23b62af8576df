/** Lists of departments: the form given out with their people, and what a list that came back means. */
import { AppError } from '../../../../shared/contract/errors';
import { formatDate } from '../../../../shared/domain/dates';
import { formMeant, type ListLine, type ReadList, ROW_KEYS } from '../../../../shared/domain/proposalList';
import { fold, toneKey } from '../../../../shared/text/fold';
import type { ProposalFormData, ProposalFormUnit } from '../../../documents/spreadsheets/proposalForm';
import { XLSX_MIME } from '../../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import type { ReadProposalListJob } from '../../../jobs/proposalList';
import { postsHeld } from '../../organisation/committees/service';
import { profileOn } from '../../organisation/service';
import { sameProposal } from './proposals';
import * as repo from './repository';
import { liveRound } from './rounds';
import * as rounds from './roundsRepository';

type Read = OutputOf<'proposals.readList'>;
type Row = Read['rows'][number];

/** "Giấy khen năm 2024 (45/QĐ-CĐCS); …" of people and units, by key. */
export function awardsKnown(
  ctx: Pick<Ctx, 'db'>,
  before: string,
): (key: 'm' | 'u', id: number) => string | null {
  const lines = new Map<string, string[]>();
  for (const { memberId, orgUnitId, form, number, year } of repo.awardsBefore(ctx.db, before)) {
    const key = memberId === null ? `u${orgUnitId}` : `m${memberId}`;
    const text = `${form} năm ${year}${number === null ? '' : ` (${number})`}`;
    lines.set(key, [...(lines.get(key) ?? []), text]);
  }
  return (key, id) => lines.get(`${key}${id}`)?.join('; ') ?? null;
}

/** The forms given out for a round. Errors: NOT_FOUND, NOTHING_TO_PRINT. */
export function formData(ctx: Ctx, input: ParsedInputOf<'proposals.formXlsx'>): ProposalFormData {
  const round = liveRound(ctx, input.roundId);
  const forms = rounds.roundForms(ctx.db, round.id);
  const today = ctx.today();
  const people = repo.activePeople(ctx.db);
  const posts = postsHeld(
    ctx,
    people.map(({ id }) => id),
    today,
  );
  const awards = awardsKnown(ctx, `${today}~`);
  const open = new Map(rounds.openUnits(ctx.db, today).map((unit) => [unit.id, unit]));
  const wanted = rounds
    .roundUnits(ctx.db, round.id)
    .filter(({ orgUnitId, handedOn }) =>
      input.orgUnitIds.length > 0 ? input.orgUnitIds.includes(orgUnitId) : handedOn === null,
    );
  const units = wanted.flatMap(({ orgUnitId }): ProposalFormUnit[] => {
    const unit = open.get(orgUnitId);
    if (!unit) return [];
    const own = people.filter(
      (one) => (unit.kind === 'group' ? one.groupId : one.departmentId) === orgUnitId,
    );
    return [
      {
        name: unit.name,
        uid: unit.uid,
        collective: forms.length === 0 || forms.some((form) => form.forCollective === 1),
        awardedBefore: awards('u', orgUnitId),
        people: own.map((one) => ({
          uid: one.uid,
          name: one.fullName,
          birthYear: one.birthDate?.slice(0, 4) ?? null,
          gender: one.gender === null ? null : one.gender === 'male' ? 'Nam' : 'Nữ',
          post: one.post,
          unionPost: posts.get(one.id) ?? null,
          awardedBefore: awards('m', one.id),
        })),
      },
    ];
  });
  if (units.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const registering = round.kind === 'registration';
  const until = round.deadline === null ? '' : ` Hạn nộp: ${formatDate(round.deadline)}.`;
  return {
    unitName: profileOn(ctx, today)?.name ?? '',
    title: (registering ? 'Bản đăng ký thi đua' : 'Danh sách đề nghị khen thưởng').toLocaleUpperCase('vi'),
    hint: `${round.name}. Chọn hình thức ở dòng của người, tập thể được ${registering ? 'đăng ký' : 'đề nghị'}; các dòng khác để trống. Người chưa có tên ghi vào dòng trống cuối bảng.${until}`,
    formTitle: registering ? 'Danh hiệu đăng ký' : 'Hình thức đề nghị',
    forms: forms.map((form) => form.name),
    units,
  };
}

async function formXlsx(
  input: ParsedInputOf<'proposals.formXlsx'>,
  ctx: Ctx,
): Promise<OutputOf<'proposals.formXlsx'>> {
  const data = formData(ctx, input);
  const bytes = await ctx.jobs.run<Uint8Array>('proposalForm', data, { signal: ctx.job?.signal });
  const whose = data.units.length === 1 ? data.units[0]!.name : `${data.units.length} đơn vị`;
  const name = `${liveRound(ctx, input.roundId).kind === 'registration' ? 'Đăng ký thi đua' : 'Danh sách đề nghị'} ${whose}`;
  return ctx.files.put(`${name.replace(/[\\/:*?"<>|]/g, '-').slice(0, 120)}.xlsx`, XLSX_MIME, bytes);
}

interface Registers {
  people: readonly repo.Person[];
  units: readonly rounds.OrgUnitName[];
}
type Found = Pick<Row, 'match' | 'memberId' | 'orgUnitId' | 'candidates'>;

const factsOf = (one: repo.Person): string =>
  [one.birthDate?.slice(0, 4), one.post, one.department].filter(Boolean).join(' · ');
const found = (match: Row['match'], more: Partial<Found> = {}): Found => ({
  match,
  memberId: null,
  orgUnitId: null,
  candidates: [],
  ...more,
});
const candidatesOf = (people: readonly repo.Person[]) =>
  people.slice(0, 12).map((one) => ({ id: one.id, name: one.fullName, facts: factsOf(one) }));

/** The words of a name that tell a collective. */
const bare = (name: string): string =>
  fold(name).replace(/^(tap the|ho gia dinh|gia dinh)\s+(ong |ba )?/, '');

function findPerson(line: ListLine, fromUnitId: number | null, { people }: Registers): Found {
  const named = people.filter((one) => one.nameKey === bare(line.name));
  const byKey = line.key?.startsWith(ROW_KEYS.member)
    ? people.find((one) => one.uid === line.key?.slice(ROW_KEYS.member.length))
    : undefined;
  if (byKey && (named.length === 0 || named.includes(byKey))) {
    if (named.includes(byKey)) return found('key', { memberId: byKey.id });
    return found('several', { candidates: candidatesOf([byKey]) });
  }
  const year = named.filter((one) => line.birthYear !== null && one.birthDate?.startsWith(line.birthYear));
  const born = year.length > 0 ? year : named;
  const sameTones = born.filter((one) => toneKey(one.fullName) === toneKey(line.name));
  const pool = sameTones.length > 0 ? sameTones : born;
  const near = pool.filter(
    (one) => fromUnitId !== null && (one.departmentId === fromUnitId || one.groupId === fromUnitId),
  );
  const [only, ...others] = near.length === 1 ? near : pool;
  if (!only) return found('none');
  if (others.length > 0) return found('several', { candidates: candidatesOf(pool) });
  return found(sameTones.length > 0 ? 'name' : 'toneless', {
    memberId: only.id,
    candidates: candidatesOf(pool),
  });
}

function findUnit(line: ListLine, { units }: Registers): Found {
  const byKey = line.key?.startsWith(ROW_KEYS.unit)
    ? units.find((one) => one.uid === line.key?.slice(ROW_KEYS.unit.length))
    : undefined;
  if (byKey) return found('key', { orgUnitId: byKey.id });
  const named = units.filter((one) => fold(one.name) === bare(line.name));
  const exact = named.filter((one) => toneKey(one.name) === toneKey(line.name.replace(/^tập thể\s+/iu, '')));
  const pool = exact.length > 0 ? exact : named;
  const candidates = pool.map(({ id, name }) => ({ id, name, facts: '' }));
  const [only, ...others] = pool;
  if (!only) return found('none');
  if (others.length > 0) return found('several', { candidates });
  return found(exact.length > 0 ? 'name' : 'toneless', { orgUnitId: only.id, candidates });
}

/** What the rows of a list mean, beside the registers and what the round already has. */
export function judgeList(
  ctx: Ctx,
  input: ParsedInputOf<'proposals.readList'>,
  read: ReadList,
): Omit<Read, 'fileName'> {
  const round = liveRound(ctx, input.roundId);
  const registers: Registers = {
    people: repo.activePeople(ctx.db),
    units: rounds.openUnits(ctx.db, ctx.today()),
  };
  const unitByKey = (key: string | null) =>
    registers.units.find((one) => `${ROW_KEYS.sheet}${one.uid}` === key)?.id ?? null;
  const unitByName = (name: string | null) =>
    name === null ? null : (registers.units.find((one) => fold(one.name) === fold(name))?.id ?? null);
  const forms = rounds.roundForms(ctx.db, round.id);
  const known = new Set(repo.proposalsOf(ctx.db, round.id).map(sameProposal));
  const rows = read.lines.map((line): Row => {
    const fromUnitId = unitByKey(line.sheetKey) ?? input.orgUnitId ?? unitByName(line.unit);
    const who =
      line.kind === 'collective' ? findUnit(line, registers) : findPerson(line, fromUnitId, registers);
    const formId = formMeant(line.form, forms)?.id ?? (line.form === null ? input.formId : null);
    const same =
      formId === null || who.match === 'several'
        ? null
        : sameProposal({
            kind: line.kind,
            formId,
            memberId: who.memberId,
            orgUnitId: who.orgUnitId,
            name: line.name,
          });
    const twice = same !== null && known.has(same);
    if (same !== null) known.add(same);
    const { sheet, kind, post, unionPost, achievement, initiative, awardedBefore, note } = line;
    return {
      ...who,
      key: `${sheet}:${line.line}`,
      sheet,
      line: line.line,
      kind,
      written: line.name,
      fromUnitId,
      formId,
      formText: line.form,
      known: twice,
      post,
      unionPost,
      achievement,
      initiative,
      awardedBefore,
      note,
    };
  });
  const said = read.sheetKeys.flatMap((key) => unitByKey(key) ?? []);
  const orgUnitIds = said.length > 0 ? said : input.orgUnitId === null ? [] : [input.orgUnitId];
  return { orgUnitIds, empty: read.empty, rows };
}

async function readList(input: ParsedInputOf<'proposals.readList'>, ctx: Ctx): Promise<Read> {
  liveRound(ctx, input.roundId);
  const file = ctx.files.open(input.token);
  const job: ReadProposalListJob = { path: file.path, fileName: file.name };
  const read = await ctx.jobs.run<ReadList>('readProposalList', job, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  return { fileName: file.name, ...judgeList(ctx, input, read) };
}

export const listHandlers = { 'proposals.formXlsx': formXlsx, 'proposals.readList': readList };
