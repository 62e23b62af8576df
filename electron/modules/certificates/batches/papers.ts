/** Papers of the ceremony in which a decision's certificates are given, in the order of the ceremony. */
import { AppError } from '../../../../shared/contract/errors';
import { registerText } from '../../../../shared/domain/awards';
import { formatLongDate } from '../../../../shared/domain/dates';
import { amountInWords } from '../../../../shared/text/amountInWords';
import type { CeremonyData } from '../../../documents/papers/ceremony';
import type { SeatCard } from '../../../documents/papers/seatCards';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import type { CeremonyPapersInput } from '../../../jobs/ceremonyPapers';
import {
  currentCertificates,
  type ListedDecision,
  liveDecision,
  moneyOf,
  namedRecord,
  namesOf,
  postAndUnit,
  printedName,
  type RecipientRecord,
  recipientsInOrder,
  registerOf,
} from '../../awards/service';

type Input = ParsedInputOf<'certificates.ceremonyPaper'>;

const NAMES = {
  calling: 'Danh sách xướng tên',
  seats: 'Bảng tên để bàn',
  receipt: 'Danh sách ký nhận',
} as const;
const MIMES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

const postOf = (r: RecipientRecord) => postAndUnit({ post: r.post, unitName: r.unit_name });

/** Each spouse of a household has a card of their own. */
function cardsOf(r: RecipientRecord): SeatCard[] {
  if (r.kind === 'collective') return [{ honorific: null, name: r.name, post: null }];
  const first = { honorific: r.honorific, name: r.name, post: postOf(r) };
  if (r.kind === 'individual' || r.spouse_name === null) return [first];
  return [first, { honorific: r.spouse_honorific, name: r.spouse_name, post: postOf(r) }];
}

function listData(ctx: Ctx, d: ListedDecision, rows: readonly RecipientRecord[]): CeremonyData {
  const names = namesOf(ctx, d);
  const numbers = new Map(currentCertificates(ctx.db, d.id).map((row) => [row.recipientId, row] as const));
  const sum = rows.reduce((all, row) => all + (moneyOf(d, row) ?? 0), 0);
  return {
    unit: {
      upperBody: names.upperName,
      body: names.unitShortName || names.unitName,
      national: true,
      place: names.place,
    },
    form: names.form,
    occasion: d.occasion,
    number: d.number,
    decided: formatLongDate(d.decided_on) || null,
    lines: rows.map((row) => {
      const certificate = numbers.get(row.id);
      return {
        kind: row.kind,
        name: printedName(namedRecord(row)),
        post: row.kind === 'collective' ? null : postOf(row),
        register: certificate
          ? registerText(certificate.registerNo, certificate.registerYear)
          : registerOf(row),
        money: moneyOf(d, row),
      };
    }),
    day: ctx.today(),
    inWords: sum > 0 ? amountInWords(sum) : null,
    signer: {
      authority: [d.signer_for, d.signer_title].filter((line) => line !== null),
      name: d.signer_name,
    },
  };
}

async function paper(input: Input, ctx: Ctx): Promise<OutputOf<'certificates.ceremonyPaper'>> {
  const d = liveDecision(ctx, input.decisionId);
  const rows = recipientsInOrder(ctx, d.id).filter((row) => row.withdrawn_on === null);
  if (rows.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const seats = input.paper === 'seats';
  const format = seats ? 'pdf' : input.format;
  const wanted: CeremonyPapersInput =
    input.paper === 'seats'
      ? {
          paper: 'seats',
          data: { body: namesOf(ctx, d).unitName, day: ctx.today(), cards: rows.flatMap(cardsOf) },
        }
      : { paper: input.paper, format: input.format, data: listData(ctx, d, rows) };
  const bytes = await ctx.jobs.run<Uint8Array>('ceremonyPapers', wanted, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  const number = (d.number ?? 'chưa có số').replaceAll('/', '-');
  return ctx.files.put(`${NAMES[input.paper]} ${number}.${format}`, MIMES[format], bytes);
}

export const paperHandlers = { 'certificates.ceremonyPaper': paper };
