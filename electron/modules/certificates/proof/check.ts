/** The check of a paper: its facts, whose signature stands on it, and what the own register says today. */
import { AppError } from '../../../../shared/contract/errors';
import { MAX_PROOF_PICTURE } from '../../../../shared/contract/proof';
import type { ProofFacts } from '../../../../shared/domain/proof';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { printedName } from '../../awards/service';
import { pictureSize } from '../picture';
import * as repo from './repository';
import { fingerprintOf, readProof } from './text';

type Checked = OutputOf<'certificates.verify'>;

const NOTHING: Checked = {
  verdict: 'unreadable',
  owner: null,
  code: null,
  fingerprint: null,
  retiredAt: null,
  facts: null,
  record: null,
};

const plain = (text: string | null) => text?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? null;

/** What became of a course's certificate. */
function courseRecord(ctx: Ctx, facts: ProofFacts): NonNullable<Checked['record']> {
  const found = repo.registeredCourse(ctx.db, facts.registerNo, facts.registerYear, facts.decisionNo);
  if (!found) return { state: 'none', decisionId: null, eventId: null, differences: [] };
  const differences = (['name', 'decidedOn'] as const)
    .filter((field) => facts[field] && plain(found[field]) !== plain(facts[field]))
    .map((field) => ({ field, recorded: plain(found[field]) }));
  const state = found.deletedAt !== null ? 'trashed' : differences.length > 0 ? 'differs' : 'same';
  return { state, decisionId: null, eventId: found.eventId, differences };
}

function recordOf(ctx: Ctx, facts: ProofFacts): NonNullable<Checked['record']> {
  if (facts.paper === 'training') return courseRecord(ctx, facts);
  const row = repo.registered(ctx.db, facts.registerNo, facts.registerYear);
  if (!row) return { state: 'none', decisionId: null, eventId: null, differences: [] };
  const recorded = { name: printedName(row), decisionNo: row.decisionNo, decidedOn: row.decidedOn };
  const differences = (['name', 'decisionNo', 'decidedOn'] as const)
    .filter((field) => facts[field] && plain(recorded[field]) !== plain(facts[field]))
    .map((field) => ({ field, recorded: plain(recorded[field]) }));
  const where = { decisionId: row.decisionId, eventId: null };
  if (row.deletedAt !== null) return { state: 'trashed', ...where, differences };
  if (row.voidedOn !== null) return { state: 'void', ...where, differences };
  if (row.status === 'draft') return { state: 'draft', ...where, differences };
  return { state: differences.length > 0 ? 'differs' : 'same', ...where, differences };
}

/** Codes printed before papers were signed: "SCD1|GK|041/2026|27/QĐ-CĐCS|2026-11-20". */
function unsigned(ctx: Ctx, text: string): Checked | null {
  const [, no, year, number, day] =
    /^SCD1\|GK\|(\d{1,6})\/(\d{4})\|([^|]{0,100})\|([\d-]{0,10})$/.exec(text) ?? [];
  if (no === undefined || year === undefined) return null;
  const facts: ProofFacts = {
    paper: 'award',
    registerNo: Number(no),
    registerYear: Number(year),
    decisionNo: number || null,
    decidedOn: day || null,
    name: '',
    unit: null,
    form: null,
    awardYear: Number(year),
    issuer: null,
  };
  return { ...NOTHING, verdict: 'unsigned', facts, record: recordOf(ctx, { ...facts, name: '' }) };
}

function verify(input: ParsedInputOf<'certificates.verify'>, ctx: Ctx): Checked {
  const read = readProof(input.text);
  if (!read) return unsigned(ctx, input.text.trim()) ?? NOTHING;
  const { code, facts } = read;
  const key = repo.keyByCode(ctx.db, code);
  if (!key || key.deletedAt !== null) return { ...NOTHING, verdict: 'unknownKey', code, facts };
  const known = {
    code,
    facts,
    owner: key.owner,
    fingerprint: fingerprintOf(key.publicKey),
    retiredAt: key.retiredAt,
  };
  if (!read.signedBy(key.publicKey)) return { ...known, verdict: 'wrong', record: null };
  const own = key.own === 1;
  return { ...known, verdict: own ? 'own' : 'trusted', record: own ? recordOf(ctx, facts) : null };
}

function proofPicture(
  input: ParsedInputOf<'certificates.proofPicture'>,
  ctx: Ctx,
): OutputOf<'certificates.proofPicture'> {
  const file = ctx.files.open(input.token);
  if (file.size > MAX_PROOF_PICTURE) throw new AppError('FILE_TOO_LARGE');
  const bytes = file.bytes();
  const picture = pictureSize(bytes);
  if (!picture) throw new AppError('FILE_NOT_PICTURE');
  return { mime: picture.mime, data: Buffer.from(bytes).toString('base64') };
}

export const checkHandlers = { 'certificates.verify': verify, 'certificates.proofPicture': proofPicture };
