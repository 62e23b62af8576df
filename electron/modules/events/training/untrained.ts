/** Officers not trained since their election: on screen, on paper and in a workbook, by committee. */
import { AppError } from '../../../../shared/contract/errors';
import type { UntrainedData, UntrainedPerson } from '../../../documents/papers/untrained';
import { XLSX_MIME } from '../../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { chairSigner, officersOn, postWords } from '../../organisation/committees/service';
import { paperUnit, profileOn } from '../../organisation/service';
import * as repo from './repository';

type Row = OutputOf<'training.untrained'>['rows'][number];
type Committee = OutputOf<'training.untrained'>['committees'][number];
/** `bodies`: the committees, each with its place in the list of committees. */
type Officer = Row & { bodies: ReadonlyMap<string, number> };

/** Key of those who lead groups, who sit on no committee by that. */
const GROUPS = 'groups';

const ORDER = ['executive', 'standing', 'inspection', 'women'];
const rankOf = (kind: string): number => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length);

/** Officers in post on a day, each with the latest course and whether it is younger than their posts. */
function officersWithCourses(ctx: Ctx, asOf: string): Officer[] {
  const officers = officersOn(ctx, asOf);
  const ids = officers.flatMap(({ memberId }) => memberId ?? []);
  const latest = new Map<number, ReturnType<typeof repo.coursesOf>[number]>();
  for (const course of repo.coursesOf(ctx.db, ids, asOf))
    if (!latest.has(course.memberId)) latest.set(course.memberId, course);
  const kinds = new Map(repo.postKinds(ctx.db, asOf).map(({ id, kind }) => [id, kind]));
  return officers.map(({ memberId, name, givenName, department, posts }) => {
    const since = posts.map((post) => post.fromDate).reduce((a, b) => (a < b ? a : b));
    const last = memberId === null ? undefined : latest.get(memberId);
    const words = posts.map((post) => postWords(post.title, post.body, kinds.get(post.id) ?? null));
    return {
      memberId,
      name,
      givenName,
      department,
      posts: [...new Set(words)].join('; '),
      trained: last !== undefined && last.lastDay >= since,
      since,
      lastOn: last?.startsOn ?? null,
      lastName: last?.name ?? null,
      bodies: new Map(
        posts.map((post) => {
          const kind = kinds.get(post.id);
          return [kind ? post.body : GROUPS, kind ? rankOf(kind) : ORDER.length + 1];
        }),
      ),
    };
  });
}

/** Committees as an office lists them; who lead groups come last. */
function committeesOf(officers: readonly Officer[]): Committee[] {
  const found = new Map<string, Committee>();
  const ranks = new Map(officers.flatMap(({ bodies }) => [...bodies]));
  for (const { bodies, trained } of officers)
    for (const key of bodies.keys()) {
      const one = found.get(key) ?? { key, name: key === GROUPS ? null : key, officers: 0, trained: 0 };
      one.officers++;
      if (trained) one.trained++;
      found.set(key, one);
    }
  const rank = ({ key }: Committee) => ranks.get(key) ?? 0;
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

const onBody = (officers: readonly Officer[], body: string | null): Officer[] =>
  officers.filter(({ bodies }) => body === null || bodies.has(body));

function untrained(input: ParsedInputOf<'training.untrained'>, ctx: Ctx): OutputOf<'training.untrained'> {
  const asOf = input.asOf ?? ctx.today();
  const officers = officersWithCourses(ctx, asOf);
  const shown = onBody(officers, input.body).filter(
    ({ trained }) => input.show === 'all' || trained === (input.show === 'trained'),
  );
  return {
    asOf,
    officers: officers.length,
    trained: officers.filter((one) => one.trained).length,
    committees: committeesOf(officers),
    rows: shown.map(({ bodies: _, ...row }) => row),
  };
}

const lineOf = ({ name, posts, department, since, lastOn, lastName }: Officer): UntrainedPerson => ({
  name,
  posts,
  department,
  since,
  lastOn,
  lastName,
});

/** What the paper holds. */
function untrainedData(ctx: Ctx, asOf: string, body: string | null): UntrainedData {
  const officers = onBody(officersWithCourses(ctx, asOf), body);
  if (officers.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const rest = officers.filter(({ trained }) => !trained);
  const profile = profileOn(ctx, asOf);
  const committees = committeesOf(officers).filter(({ key }) => body === null || key === body);
  return {
    unit: paperUnit(profile),
    asOf,
    officers: officers.length,
    trained: officers.length - rest.length,
    committees: committees.map(({ key, name, ...counts }) => ({
      ...counts,
      name: name ?? 'Tổ công đoàn',
      rows: rest.filter(({ bodies }) => bodies.has(key)).map(lineOf),
    })),
    people: rest.map(lineOf),
    signer: chairSigner(ctx, asOf),
    date: ctx.today(),
  };
}

async function paper(
  input: ParsedInputOf<'training.untrainedPaper'>,
  ctx: Ctx,
): Promise<OutputOf<'training.untrainedPaper'>> {
  const { format } = input;
  const data = untrainedData(ctx, input.asOf ?? ctx.today(), input.body);
  const bytes = await ctx.jobs.run<Uint8Array>(
    'eventPapers',
    { paper: 'untrained', format, data },
    { signal: ctx.job?.signal, progress: ctx.job?.progress },
  );
  const mime = format === 'pdf' ? 'application/pdf' : XLSX_MIME;
  return ctx.files.put(`Cán bộ chưa được tập huấn ${data.asOf}.${format}`, mime, bytes);
}

export const untrainedHandlers = { 'training.untrained': untrained, 'training.untrainedPaper': paper };
