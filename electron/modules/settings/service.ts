/** Settings of the store, the trash of all areas, the change log, and the facts of the About page. */
import { basename, resolve } from 'node:path';
import { AppError } from '../../../shared/contract/errors';
import type { Role } from '../../../shared/contract/kernel';
import type { SettingsValue } from '../../../shared/contract/settings';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { APP_VERSION } from '../../version';
import { trashSources } from '../trash';
import { isMasked } from './audit/describe';
import { auditHandlers } from './audit/service';
import { holidayHandlers } from './holidays/service';
import * as repo from './repository';

const DEFAULTS = {
  language: 'vi',
  density: 'normal',
  unionYearStart: '01-01',
  twoDigits: true,
  oddWord: 'le',
  thousandWord: 'nghin',
  evenWord: false,
} as const;

/** Settings in force on a day. */
export function settingsOn(ctx: Pick<Ctx, 'db'>, day: string): SettingsValue {
  const plain = <K extends keyof typeof DEFAULTS>(key: K) => {
    const stored = repo.settingHistory(ctx.db, key).at(-1)?.value;
    return (stored === undefined ? DEFAULTS[key] : JSON.parse(stored)) as SettingsValue[K];
  };
  const history = repo
    .settingHistory(ctx.db, 'unionYearStart')
    .map((row) => ({ from: row.validFrom, start: JSON.parse(row.value) as string }));
  return {
    version: Number(repo.metaValue(ctx.db, 'settings_version')),
    language: plain('language'),
    density: plain('density'),
    unionYearStart: history.findLast((row) => row.from <= day)?.start ?? DEFAULTS.unionYearStart,
    unionYearHistory: history,
    twoDigits: plain('twoDigits'),
    oddWord: plain('oddWord'),
    thousandWord: plain('thousandWord'),
    evenWord: plain('evenWord'),
  };
}

function update(input: ParsedInputOf<'settings.update'>, ctx: Ctx): OutputOf<'settings.update'> {
  const before = settingsOn(ctx, ctx.today());
  if (before.version !== input.version) throw new AppError('VERSION_CONFLICT');
  const { version: _version, unionYear, ...plain } = input;
  for (const [key, value] of Object.entries(plain))
    if (value !== undefined) repo.setSetting(ctx.db, key, JSON.stringify(value));
  if (unionYear) repo.setSetting(ctx.db, 'unionYearStart', JSON.stringify(unionYear.start), unionYear.from);
  repo.setMeta(ctx.db, 'settings_version', String(before.version + 1));
  const after = settingsOn(ctx, ctx.today());
  recordChange(ctx, { entity: 'settings', entityId: null, action: 'update', before, after });
  return after;
}

function about(_input: unknown, ctx: Ctx): OutputOf<'settings.about'> {
  const facts = repo.storeFacts(ctx.db);
  return {
    product: 'Sổ Công đoàn',
    version: APP_VERSION,
    schemaVersion: facts.schemaVersion,
    sqliteVersion: facts.sqliteVersion,
    nodeVersion: process.versions.node,
    electronVersion: process.versions.electron ?? null,
    platform: `${process.platform} ${process.arch}`,
    licence: 'MIT',
    folderName: basename(resolve(ctx.paths.data)),
    storeBytes: facts.bytes,
    storeCreatedAt: repo.metaValue(ctx.db, 'created_at') ?? '',
  };
}

function listTrash(input: ParsedInputOf<'trash.list'>, ctx: Ctx): OutputOf<'trash.list'> {
  const rows = trashSources
    .filter((source) => input.area === undefined || source.area === input.area)
    .flatMap((source) =>
      source.list(ctx.db).map(({ id, label, deletedAt, placeClosed }) => ({
        entity: source.entity,
        area: source.area,
        id,
        label,
        deletedAt,
        placeClosed: placeClosed === 1,
        restoreOperation: source.restoreOperation,
      })),
    );
  return { rows: rows.sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1)) };
}

function listAudit(input: ParsedInputOf<'audit.list'>, ctx: Ctx): OutputOf<'audit.list'> {
  const found = repo.auditRows(ctx.db, { ...input, limit: input.limit + 1 });
  const rows = found.slice(0, input.limit).map(({ beforeJson, afterJson, role, ...row }) => ({
    ...row,
    role: role as Role,
    before: masked(row.entity, beforeJson),
    after: masked(row.entity, afterJson),
  }));
  return { rows, next: found.length > input.limit ? (rows.at(-1)?.id ?? null) : null };
}

/** What a side held, without the values of masked fields. */
function masked(entity: string, json: string | null): unknown {
  return json === null
    ? null
    : JSON.parse(json, (key, value) => (value !== null && isMasked(entity, key) ? '••••••' : value));
}

export const settingsHandlers: HandlersOf<'settings' | 'trash' | 'audit'> = {
  'settings.get': (_input, ctx) => settingsOn(ctx, ctx.today()),
  'settings.update': update,
  'settings.about': about,
  'trash.list': listTrash,
  'audit.list': listAudit,
  ...auditHandlers,
  ...holidayHandlers,
};
