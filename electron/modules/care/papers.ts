/** What visits and cases print: slips, the record of a case, the record of handing over, letters, workbooks. */
import { AppError } from '../../../shared/contract/errors';
import { CASE_SOURCE_WORDS, RELATION_WORDS } from '../../../shared/domain/care';
import { formatDate, formatLongDate } from '../../../shared/domain/dates';
import { giftWords } from '../../../shared/domain/welfare';
import type { WordData } from '../../../shared/domain/wordTemplates';
import { formatMoney } from '../../../shared/text/numbers';
import { recordChange } from '../../db/audit';
import type { CasePaperData } from '../../documents/papers/careCase';
import type { PrintedSlip } from '../../documents/papers/visitSlip';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { CarePaper } from '../../jobs/carePapers';
import { thankLetters } from '../certificates/service';
import { filesHandlers, fillWord, WORD_MIME } from '../files/service';
import { wordsOf } from '../funds/service';
import { requireOn } from '../members/privacy/service';
import { chairSigner, signerOn } from '../organisation/committees/service';
import { profileOn } from '../organisation/service';
import { liveCase, wholeCase } from './cases';
import { slipCode } from './record';
import * as repo from './repository';
import { liveVisit } from './visits';

const MOST_SLIPS = 500;

export const draw = (ctx: Ctx, input: CarePaper): Promise<Uint8Array> =>
  ctx.jobs.run<Uint8Array>('carePapers', input, { signal: ctx.job?.signal, progress: ctx.job?.progress });
export const safeName = (name: string): string => name.replace(/[\\/:*?"<>|]/g, '-').slice(0, 120);

/** "Lò Văn Ón (cha, mẹ của Lò Thị Mai)". */
export function visitedText(row: Pick<repo.VisitRecord, 'who' | 'name' | 'relation' | 'member'>): string {
  if (row.who !== 'family' || row.member === null || row.name.includes(row.member)) return row.name;
  return `${row.name} (${RELATION_WORDS[row.relation]} của ${row.member})`;
}

function slipOf(ctx: Ctx, row: repo.VisitRecord, visitors: readonly repo.VisitorRecord[]): PrintedSlip {
  const gift = { cash: 0, kindText: row.kind_text, kindValue: row.kind_value };
  const inKind = row.kind_text !== null || row.kind_value > 0;
  return {
    code: slipCode(row.number),
    date: row.on_date,
    bookNumber: null,
    visitors: visitors.map(({ name, post }) => ({ name, post })),
    visited: visitedText(row),
    place: [row.department_name, row.address].filter(Boolean).join(', ') || null,
    reason: [row.reason, row.words].filter(Boolean).join(', '),
    amount: row.cash > 0 || !inKind ? row.cash : null,
    inWords: row.cash > 0 || !inKind ? wordsOf(ctx, row.cash) : null,
    kind: inKind ? giftWords(gift) : null,
    signers: {
      chair: signerOn(ctx, row.on_date).name,
      accountant: repo.accountantOf(ctx.db, row.paid === 1 ? row.voucher_id : null),
    },
    body: profileOn(ctx, row.on_date)?.name ?? '',
  };
}

async function slips(input: ParsedInputOf<'care.slips'>, ctx: Ctx): Promise<OutputOf<'care.slips'>> {
  const ids = [...new Set(input.ids)];
  if (ids.length > MOST_SLIPS)
    throw new AppError('TOO_MANY_TO_PRINT', { details: { count: ids.length, most: MOST_SLIPS } });
  const rows = ids.map((id) => liveVisit(ctx, id));
  const visitors = repo.visitorsOf(ctx.db, ids);
  const made = rows.map((row) => slipOf(ctx, row, visitors.get(row.id) ?? []));
  const { format } = input;
  const bytes = await draw(ctx, { paper: 'slips', data: { slips: made, day: ctx.today() }, format });
  ctx.write(() => {
    repo.markPrinted(ctx.db, ids, ctx.now());
    for (const id of ids) recordChange(ctx, { entity: 'care_visit', entityId: id, action: 'print' });
  });
  const [first] = made;
  const name =
    made.length === 1
      ? `Phiếu thăm hỏi ${first!.code} ${first!.visited}`
      : `Phiếu thăm hỏi (${made.length} phiếu)`;
  return ctx.files.put(
    `${safeName(name)}.${format}`,
    format === 'docx' ? WORD_MIME : 'application/pdf',
    bytes,
  );
}

const STATES = { open: 'Đang theo dõi', finished: 'Đã xong', stopped: 'Dừng' } as const;
type Whole = OutputOf<'care.case'>;

/** Where money of a case comes from, in words: "Nhà tài trợ: Công ty …". */
const moneyRow = (row: Whole['money'][number]): CasePaperData['money'][number] => ({
  source: CASE_SOURCE_WORDS[row.source],
  name: row.name,
  kind: row.kindText,
  amount: row.amount,
  onDate: row.onDate,
  voucher: row.voucherCode,
});

function attachedNames(ctx: Ctx, whole: Whole): string[] {
  const of = (entity: string, entityId: number) =>
    filesHandlers['files.list']({ entity, entityId }, ctx).rows;
  const own = of('care_case', whole.row.id).map((file) => file.name);
  const steps = whole.steps.flatMap((step) =>
    of('care_step', step.id).map((file) => `${file.name} (${step.name})`),
  );
  return [...own, ...steps];
}

function paperData(ctx: Ctx, input: ParsedInputOf<'care.casePaper'>): CasePaperData {
  const whole = wholeCase({ id: input.id }, ctx);
  const { row } = whole;
  const last = whole.steps.at(-1);
  const day = input.paper === 'handover' ? (last?.doneOn ?? row.closedOn ?? ctx.today()) : ctx.today();
  const profile = profileOn(ctx, day);
  const visited = visitedText({ who: row.who, name: row.name, relation: row.relation, member: row.member });
  return {
    unit: {
      upperBody: profile?.upperName ?? null,
      body: profile?.name ?? '',
      national: true,
      place: profile?.place ?? null,
    },
    employer: profile?.employer ?? null,
    signer: chairSigner(ctx, day),
    day,
    title: row.title,
    kind: row.kind,
    recipient: [visited, row.department].filter(Boolean).join(', '),
    recipientName: row.name,
    address: whole.address,
    openedOn: row.openedOn,
    state:
      row.closedOn === null ? STATES[row.state] : `${STATES[row.state]} ngày ${formatDate(row.closedOn)}`,
    decision: whole.decision,
    object: whole.object,
    circumstances: input.sensitive ? liveCase(ctx, row.id).circumstances : null,
    note: whole.note,
    steps: whole.steps,
    money: whole.money.map(moneyRow),
    total: row.total,
    inWords: whole.inWords,
    papers: attachedNames(ctx, whole),
    witnesses: input.witnesses,
  };
}

async function casePaper(
  input: ParsedInputOf<'care.casePaper'>,
  ctx: Ctx,
): Promise<OutputOf<'care.casePaper'>> {
  if (input.sensitive) requireOn(ctx, ['hardshipNote']);
  const data = paperData(ctx, input);
  const { paper, format } = input;
  const bytes = await draw(ctx, { paper, data, format });
  const entity = { entity: 'care_case', entityId: input.id };
  ctx.write(() => {
    recordChange(ctx, { ...entity, action: 'print' });
    if (input.sensitive)
      recordChange(ctx, {
        ...entity,
        action: 'reveal',
        after: { name: data.title, fields: ['circumstances'] },
      });
  });
  const name = `${paper === 'record' ? 'Hồ sơ trợ giúp' : 'Biên bản bàn giao'} ${data.title}`;
  return ctx.files.put(
    `${safeName(name)}.${format}`,
    format === 'docx' ? WORD_MIME : 'application/pdf',
    bytes,
  );
}

function condolenceWords(ctx: Ctx, visitId: number): WordData {
  const row = liveVisit(ctx, visitId);
  const whose = row.who === 'family' ? row.member : row.name;
  return {
    nguoi_nhan: whose === null ? null : `đồng chí ${whose} cùng gia quyến`,
    xung_ho: 'đồng chí',
    nguoi_mat:
      row.who === 'family' && row.member !== null && !row.name.includes(row.member) ? row.name : null,
    quan_he: row.who === 'family' ? `${RELATION_WORDS[row.relation]} của đồng chí` : null,
    ngay_mat: null,
    huong_tho: null,
  };
}

/** Thanks to those who gave, with what they gave in figures and words. */
function thankWords(ctx: Ctx, caseId: number, donor: string | null): WordData {
  const whole = wholeCase({ id: caseId }, ctx);
  const given = whole.money.filter((row) => row.source !== 'own' && row.source !== 'family');
  const from = donor === null ? given : given.filter((row) => row.name === donor);
  const amount = from.reduce((sum, row) => sum + row.amount, 0);
  const last = whole.steps.at(-1);
  const done = last?.doneOn ? `, bàn giao ${formatLongDate(last.doneOn)}` : '';
  return {
    nguoi_nhan: donor ?? from[0]?.name ?? null,
    xung_ho: 'Quý đơn vị',
    dip: 'Thời gian qua',
    chuong_trinh_nhan: whole.row.title,
    dong_gop: amount > 0 ? `${formatMoney(amount).replace(/đ$/, 'đồng')} (${wordsOf(ctx, amount)})` : null,
    da_dung: `dùng vào ${whole.object ?? whole.row.kind.toLocaleLowerCase('vi')}${done}`,
  };
}

async function letter(input: ParsedInputOf<'care.letter'>, ctx: Ctx): Promise<OutputOf<'care.letter'>> {
  const { template, visitId, caseId } = input;
  const typed = Object.fromEntries(
    Object.entries(input.values).filter(([, value]) => value.trim() !== ''),
  ) as Record<string, string>;
  const known =
    template === 'condolence' && visitId !== null
      ? condolenceWords(ctx, visitId)
      : template === 'thankYou' && caseId !== null
        ? thankWords(ctx, caseId, typed.nguoi_nhan ?? null)
        : {};
  const data = { ...known, ...typed };
  const to = typeof data.nguoi_nhan === 'string' ? ` ${data.nguoi_nhan}` : '';
  const name = safeName(`${template === 'condolence' ? 'Thư chia buồn' : 'Thư cảm ơn'}${to}`);
  return template === 'thankYou'
    ? thankLetters(ctx, 'thanksCase', [data], name)
    : fillWord(ctx, template, data, name);
}

export const paperHandlers = {
  'care.slips': slips,
  'care.casePaper': casePaper,
  'care.letter': letter,
};
