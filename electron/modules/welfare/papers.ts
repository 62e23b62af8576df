/** The list to sign, drawn in a worker. */
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import type { SignatureLine, SignatureListData } from '../../documents/papers/signatureList';
import { XLSX_MIME } from '../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { SignatureListInput } from '../../jobs/signatureList';
import { WORD_MIME } from '../files/service';
import { wordsOf } from '../funds/service';
import { chairSigner } from '../organisation/committees/service';
import { paperUnit, profileOn } from '../organisation/service';
import * as lines from './linesRepository';
import { liveCampaign, totalsOf } from './record';
import * as repo from './repository';

function signatureLine(line: lines.PrintedLine, grouped: boolean): SignatureLine {
  const outside = [line.relation, line.address].filter(Boolean).join(', ') || null;
  return {
    name: line.name,
    birthYear: line.birth_year,
    place: grouped ? null : (outside ?? (line.org_unit_id === null ? line.department_name : null)),
    placeShort: grouped || outside !== null || line.org_unit_id !== null ? null : line.department_short,
    amount: line.cash + line.kind_value,
    kind: line.kind_text,
    note: (grouped ? [outside, line.note] : [line.note]).filter(Boolean).join('; ') || null,
  };
}

/** By department in the order of the list; people outside come last. */
function groupsOf(all: readonly lines.PrintedLine[], grouped: boolean): SignatureListData['groups'] {
  if (!grouped) return [{ name: null, lines: all.map((line) => signatureLine(line, false)) }];
  const groups = new Map<string, SignatureLine[]>();
  const outside: SignatureLine[] = [];
  for (const line of all) {
    const made = signatureLine(line, true);
    if (line.department_name === null) outside.push(made);
    else groups.set(line.department_name, [...(groups.get(line.department_name) ?? []), made]);
  }
  const rest = outside.length > 0 ? [{ name: 'Người nhận khác', lines: outside }] : [];
  return [...[...groups].map(([name, of]) => ({ name, lines: of })), ...rest];
}

function noteOf(campaign: repo.CampaignRecord): string | null {
  const programme = campaign.programme === null ? null : `Chương trình “${campaign.programme}”`;
  const decision = campaign.decision === null ? null : `Theo ${campaign.decision}`;
  return [programme, decision].filter(Boolean).join(' · ') || null;
}

function dataOf(ctx: Ctx, campaign: repo.CampaignRecord, input: ParsedInputOf<'welfare.signatureList'>) {
  const all = lines.allLines(ctx.db, campaign.id);
  if (all.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const profile = profileOn(ctx, campaign.on_date);
  const { total, kindValue } = totalsOf(repo.sumsOf(ctx.db, campaign.id));
  const data: SignatureListData = {
    unit: paperUnit(profile),
    name: campaign.name,
    note: noteOf(campaign),
    groups: groupsOf(all, input.grouped ?? campaign.grouped === 1),
    orientation: input.orientation ?? campaign.orientation,
    amounts: kindValue > 0 ? 'worth' : 'cash',
    inWords: wordsOf(ctx, total),
    preparer: campaign.preparer,
    treasurer: campaign.treasurer,
    signer: chairSigner(ctx, campaign.on_date),
    date: campaign.on_date.slice(0, 4),
  };
  return data;
}

const MIMES = { pdf: 'application/pdf', xlsx: XLSX_MIME, docx: WORD_MIME } as const;

async function signatureList(
  input: ParsedInputOf<'welfare.signatureList'>,
  ctx: Ctx,
): Promise<OutputOf<'welfare.signatureList'>> {
  const campaign = liveCampaign(ctx, input.id);
  const job: SignatureListInput = { format: input.format, data: dataOf(ctx, campaign, input) };
  const bytes = await ctx.jobs.run<Uint8Array>('signatureList', job, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  ctx.write(() => recordChange(ctx, { entity: 'welfare_campaign', entityId: campaign.id, action: 'print' }));
  const mime = MIMES[input.format];
  const name = `Danh sách ký nhận ${campaign.name.replace(/[\\/:*?"<>|]/g, '-')}.${input.format}`;
  return ctx.files.put(name, mime, bytes);
}

export const paperHandlers = { 'welfare.signatureList': signatureList };
