/** Papers of inspection and women's work: Word from the template in use, PDF after the built-in one, each with its number of the register. */
import { AppError } from '../../../shared/contract/errors';
import type { InspectionKind, InspectionPaper } from '../../../shared/domain/inspection';
import type { InspectionTemplateKey } from '../../../shared/domain/inspectionTemplates';
import { TEMPLATES, type WordData } from '../../../shared/domain/wordTemplates';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { RoundPapersInput } from '../../jobs/roundPapers';
import { takenBy } from '../documents/service';
import { commonWords, fillWord } from '../files/service';
import { organisationHandlers, profileOn } from '../organisation/service';
import { planOf } from './plansRepository';
import { liveSession } from './sessions';
import { planWords, reportWords, sessionWords } from './words';

type Asked = ParsedInputOf<'inspection.paperPdf'>;
interface Filled {
  template: InspectionTemplateKey;
  data: WordData;
  name: string;
  /** Symbol in the register; null: not numbered yet. */
  code: string | null;
  /** Day of the paper: of its number, else of the session, else today. */
  day: string;
}

const TEMPLATE_OF: Readonly<
  Record<InspectionKind, Readonly<Record<InspectionPaper, InspectionTemplateKey>>>
> = {
  inspection: {
    plan: 'inspectionPlan',
    report: 'inspectionReport',
    minutes: 'inspectionMinutes',
    conclusion: 'inspectionConclusion',
  },
  women: {
    plan: 'womenPlan',
    report: 'womenReport',
    minutes: 'womenMinutes',
    conclusion: 'inspectionConclusion',
  },
};
/** How the committee signs. */
const ON_BEHALF: Readonly<Record<InspectionKind, { line: string; title: string }>> = {
  inspection: { line: 'TM. ỦY BAN KIỂM TRA', title: 'Chủ nhiệm' },
  women: { line: 'TM. BAN NỮ CÔNG', title: 'Trưởng ban' },
};

const fileName = (...parts: (string | null)[]): string =>
  parts
    .filter(Boolean)
    .join(' ')
    .replace(/[\\/:*?"<>|\u00a0]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);

/** The chair of the committee in post on a day signs for it; without one the union's own signer stays. */
function signing(ctx: Ctx, kind: InspectionKind, day: string): WordData {
  const { committees } = organisationHandlers['organisation.committees']({ termId: null, asOf: day }, ctx);
  const chair = committees.find((one) => one.kind === kind)?.posts.find((post) => post.role === 'chair');
  if (!chair) return {};
  return {
    thay_mat: ON_BEHALF[kind].line,
    chuc_danh_ky: chair.title || ON_BEHALF[kind].title,
    nguoi_ky: chair.name,
  };
}

function sessionPaper(ctx: Ctx, input: Asked): Filled {
  const { kind, paper, sessionId } = input;
  if (sessionId === null) throw new AppError('NOT_FOUND');
  const row = liveSession(ctx, sessionId);
  if (row.kind !== kind) throw new AppError('NOT_FOUND');
  const template = TEMPLATE_OF[kind][paper];
  const number = takenBy(ctx, paper, { entity: 'inspection_session', id: row.id });
  return {
    template,
    data: sessionWords(ctx, row),
    name: fileName(TEMPLATES[template].name, row.title),
    code: number?.code ?? null,
    day: number?.onDate ?? row.heldOn,
  };
}

function yearPaper(ctx: Ctx, input: Asked): Filled {
  const { kind, paper, year } = input;
  if (year === null) throw new AppError('NOT_FOUND');
  const data = paper === 'plan' ? planWords(ctx, kind, year) : reportWords(ctx, kind, year);
  if (!data) throw new AppError('NOTHING_TO_PRINT');
  const template = TEMPLATE_OF[kind][paper];
  const plan = planOf(ctx.db, kind, year);
  const number = plan && takenBy(ctx, paper, { entity: 'inspection_plan', id: plan.id });
  const own = paper === 'plan' ? (plan?.approvedOn ?? null) : null;
  return {
    template,
    data,
    name: fileName(TEMPLATES[template].name, `năm ${year}`),
    code: number?.code ?? null,
    day: number?.onDate ?? own ?? ctx.today(),
  };
}

function fill(ctx: Ctx, input: Asked): Filled {
  const once = input.paper === 'minutes' || input.paper === 'conclusion';
  const filled = once ? sessionPaper(ctx, input) : yearPaper(ctx, input);
  const common = commonWords(ctx, filled.template, filled.day);
  const number: WordData = filled.code === null ? {} : { so_ky_hieu: filled.code };
  return {
    ...filled,
    data: { ...common, ...signing(ctx, input.kind, filled.day), ...number, ...filled.data },
  };
}

function docx(input: Asked, ctx: Ctx): Promise<OutputOf<'inspection.paperDocx'>> {
  const { template, data, name } = fill(ctx, input);
  return fillWord(ctx, template, data, name);
}

async function pdf(input: Asked, ctx: Ctx): Promise<OutputOf<'inspection.paperPdf'>> {
  const { template, data, name, code, day } = fill(ctx, input);
  const profile = profileOn(ctx, day);
  const job: RoundPapersInput = {
    template,
    copies: [data],
    heading: {
      unit: {
        upperBody: profile?.upperName ?? null,
        body: profile?.name ?? '',
        national: true,
        place: profile?.place ?? null,
      },
      number: code ?? `/${TEMPLATES[template].symbol}-${profile?.symbol ?? ''}`,
      date: day,
    },
  };
  const bytes = await ctx.jobs.run<Uint8Array>('roundPapers', job, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  return ctx.files.put(`${name}.pdf`, 'application/pdf', bytes);
}

export const paperHandlers = { 'inspection.paperDocx': docx, 'inspection.paperPdf': pdf };
