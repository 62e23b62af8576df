/**
 * Signing keys: the unit's own, made on first use and kept in the store (so in every copy of it), and the public keys
 * of offices it trusts. A private half leaves the store in no answer, file, change log or message.
 */
import { randomBytes } from 'node:crypto';
import { AppError } from '../../../../shared/contract/errors';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { profileOn } from '../../organisation/service';
import { allLayouts, findLayout } from '../layouts';
import { settings } from '../repository';
import * as repo from './repository';
import { fingerprintOf, keyCode, publicOf, type Signer, signerOf } from './text';

const FILE_SCHEMA = 'so-cong-doan/proof-keys@1';
const MAX_FILE = 256 * 1024;
const MAX_KEYS = 50;
const ENTITY = 'proof_key';

function addKey(ctx: Ctx): { id: number; code: string } {
  const privateKey = randomBytes(32);
  const publicKey = publicOf(privateKey);
  const code = keyCode(publicKey);
  const owner = profileOn(ctx, ctx.today())?.name ?? 'Công đoàn cơ sở';
  const row = { code, owner, publicKey, privateKey, createdAt: ctx.now(), retiredAt: null };
  const id = repo.insertKey(ctx.db, row);
  repo.setCurrentKey(ctx.db, id, ctx.now());
  recordChange(ctx, { entity: ENTITY, entityId: id, action: 'create', after: { code, owner } });
  return { id, code };
}

/** Makes the unit’s first key where it has none, or signs again with its latest. Within a transaction. */
export function ensureKey(ctx: Ctx): void {
  if (repo.currentKeyId(ctx.db) !== null) return;
  const own = repo.keys(ctx.db).find((row) => row.own === 1);
  if (own) repo.setCurrentKey(ctx.db, own.id, ctx.now());
  else addKey(ctx);
}

/** What signs papers now; null while there is no key. */
function currentSigner(ctx: Pick<Ctx, 'db'>): Signer | null {
  const privateKey = repo.currentPrivateKey(ctx.db);
  return privateKey ? signerOf(privateKey) : null;
}

/** Whether a layout carries the code, and what signs it; one signer for a whole batch. */
export function codedLayouts(
  ctx: Pick<Ctx, 'db'>,
): (layoutId: string) => { code: boolean; signer: Signer | null } {
  const on = settings(ctx.db).code === 1;
  const off = new Set(on ? repo.layoutsOff(ctx.db) : []);
  const signer = on ? currentSigner(ctx) : null;
  return (layoutId) => ({ code: on && !off.has(layoutId), signer });
}

function signingKeys(
  _: ParsedInputOf<'certificates.signingKeys'>,
  ctx: Ctx,
): OutputOf<'certificates.signingKeys'> {
  const rows = repo.keys(ctx.db).map((row) => ({
    id: row.id,
    code: row.code,
    fingerprint: fingerprintOf(row.publicKey),
    owner: row.owner,
    own: row.own === 1,
    current: row.current === 1,
    createdAt: row.createdAt,
    retiredAt: row.retiredAt,
  }));
  const coded = allLayouts(ctx).filter(({ layout }) => layout.items.some((item) => item.type === 'qr'));
  return {
    rows,
    layoutsOff: repo.layoutsOff(ctx.db),
    layoutsCoded: coded.map(({ layout }) => layout.id),
  };
}

function newSigningKey(
  _: ParsedInputOf<'certificates.newSigningKey'>,
  ctx: Ctx,
): OutputOf<'certificates.newSigningKey'> {
  const before = repo.currentKeyId(ctx.db);
  const made = addKey(ctx);
  ctx.undo('certificates.useSigningKey', { id: before });
  return made;
}

function useSigningKey(
  input: ParsedInputOf<'certificates.useSigningKey'>,
  ctx: Ctx,
): OutputOf<'certificates.useSigningKey'> {
  const before = repo.currentKeyId(ctx.db);
  if (input.id !== null && repo.keyById(ctx.db, input.id)?.own !== 1) throw new AppError('NOT_FOUND');
  repo.setCurrentKey(ctx.db, input.id, ctx.now());
  recordChange(ctx, {
    entity: ENTITY,
    entityId: input.id ?? before,
    action: 'update',
    before: { current: before },
    after: { current: input.id },
  });
  ctx.undo('certificates.useSigningKey', { id: before });
  return { id: input.id };
}

async function exportSigningKeys(
  _: ParsedInputOf<'certificates.exportSigningKeys'>,
  ctx: Ctx,
): Promise<OutputOf<'certificates.exportSigningKeys'>> {
  const own = repo.keys(ctx.db).filter((row) => row.own === 1);
  const [first] = own;
  if (!first) throw new AppError('NOTHING_TO_PRINT');
  const keys = own.map((row) => ({
    publicKey: Buffer.from(row.publicKey).toString('base64'),
    createdAt: row.createdAt,
    retiredAt: row.retiredAt,
  }));
  const owner = profileOn(ctx, ctx.today())?.name ?? first.owner;
  const text = JSON.stringify({ schema: FILE_SCHEMA, owner, keys }, null, 2);
  const name = `Khóa công khai – ${owner.replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ').slice(0, 100)}.json`;
  return ctx.files.put(name, 'application/json', Buffer.from(text, 'utf8'));
}

interface TrustFile {
  owner: string;
  keys: { publicKey: Buffer; createdAt: string; retiredAt: string | null }[];
}

const instant = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= 30 && !Number.isNaN(Date.parse(value)) ? value : null;

function keyIn(value: unknown, now: string): TrustFile['keys'][number] {
  const { publicKey, createdAt, retiredAt } = (value ?? {}) as Record<string, unknown>;
  const bytes = Buffer.from(typeof publicKey === 'string' ? publicKey : '', 'base64');
  if (bytes.length !== 32) throw new AppError('FILE_BROKEN');
  return { publicKey: bytes, createdAt: instant(createdAt) ?? now, retiredAt: instant(retiredAt) };
}

function readTrust(text: string, now: string): TrustFile {
  let data: Record<string, unknown> | null;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, '')) as Record<string, unknown> | null;
  } catch {
    throw new AppError('FILE_BROKEN');
  }
  const owner =
    typeof data?.owner === 'string' ? data.owner.normalize('NFC').replace(/\s+/g, ' ').trim() : '';
  const list = Array.isArray(data?.keys) ? data.keys : [];
  if (data?.schema !== FILE_SCHEMA || owner === '' || owner.length > 300) throw new AppError('FILE_BROKEN');
  if (list.length === 0 || list.length > MAX_KEYS) throw new AppError('FILE_BROKEN');
  return { owner, keys: list.map((one) => keyIn(one, now)) };
}

function trustKeys(
  input: ParsedInputOf<'certificates.trustKeys'>,
  ctx: Ctx,
): OutputOf<'certificates.trustKeys'> {
  const file = ctx.files.open(input.token);
  if (file.size > MAX_FILE) throw new AppError('FILE_TOO_LARGE');
  const { owner, keys } = readTrust(Buffer.from(file.bytes()).toString('utf8'), ctx.now());
  const ids: number[] = [];
  for (const { publicKey, createdAt, retiredAt } of keys) {
    const code = keyCode(publicKey);
    const known = repo.keyByCode(ctx.db, code);
    if (known && known.deletedAt === null) continue;
    if (known && !Buffer.from(known.publicKey).equals(publicKey)) throw new AppError('FILE_BROKEN');
    if (known) repo.setKeyDeleted(ctx.db, known.id, null);
    const id =
      known?.id ?? repo.insertKey(ctx.db, { code, owner, publicKey, privateKey: null, createdAt, retiredAt });
    const action = known ? 'restore' : 'create';
    recordChange(ctx, { entity: ENTITY, entityId: id, action, after: { code, owner } });
    ids.push(id);
  }
  if (ids.length === 0) throw new AppError('DUPLICATE');
  ctx.undo('certificates.trashKeys', { ids });
  return { ids, owner, count: ids.length };
}

function trashKeys(
  input: ParsedInputOf<'certificates.trashKeys'>,
  ctx: Ctx,
): OutputOf<'certificates.trashKeys'> {
  for (const id of input.ids) {
    const row = repo.keyById(ctx.db, id);
    if (row?.own === 1) throw new AppError('IN_USE');
    if (!row || !repo.setKeyDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
    const before = { code: row.code, owner: row.owner };
    recordChange(ctx, { entity: ENTITY, entityId: id, action: 'trash', before });
  }
  ctx.undo('certificates.restoreKeys', { ids: input.ids });
  return { count: input.ids.length };
}

function restoreKeys(
  input: ParsedInputOf<'certificates.restoreKeys'>,
  ctx: Ctx,
): OutputOf<'certificates.restoreKeys'> {
  let count = 0;
  for (const id of input.ids) {
    if (!repo.setKeyDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: ENTITY, entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('certificates.trashKeys', { ids: input.ids });
  return { count };
}

function setLayoutCode(
  input: ParsedInputOf<'certificates.setLayoutCode'>,
  ctx: Ctx,
): OutputOf<'certificates.setLayoutCode'> {
  const { layout } = findLayout(ctx, input.layoutId);
  const was = !repo.layoutsOff(ctx.db).includes(input.layoutId);
  repo.setLayoutOff(ctx.db, input.layoutId, !input.on);
  recordChange(ctx, {
    entity: 'certificate_setting',
    entityId: 1,
    action: 'update',
    before: { layout: layout.name, code: was },
    after: { layout: layout.name, code: input.on },
  });
  ctx.undo('certificates.setLayoutCode', { layoutId: input.layoutId, on: was });
  return { on: input.on };
}

export const keyHandlers = {
  'certificates.signingKeys': signingKeys,
  'certificates.newSigningKey': newSigningKey,
  'certificates.useSigningKey': useSigningKey,
  'certificates.exportSigningKeys': exportSigningKeys,
  'certificates.trustKeys': trustKeys,
  'certificates.trashKeys': trashKeys,
  'certificates.restoreKeys': restoreKeys,
  'certificates.setLayoutCode': setLayoutCode,
};
