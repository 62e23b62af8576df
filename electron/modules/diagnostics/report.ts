/** What stands in the file about the machine: results in words, the same as data, counts, and the end of the log. */
import { release } from 'node:os';
import { zipSync } from 'fflate';
import type { SelfTest, TestLine } from '../../../shared/contract/machine';
import { valueKind } from '../../../shared/domain/selfTest';
import { selfTest as words } from '../../../shared/locales/vi/selfTest';
import type { Ctx } from '../../ipc/context';
import { APP_VERSION } from '../../version';
import { rowsByTable } from '../export/service';

const MARKS = { ok: '✓', warn: '!', bad: '✗' } as const;
const MB = 1024 * 1024;

const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

function valueText(name: string, value: string | number): string {
  const kind = valueKind(name);
  if (kind === 'bytes' && typeof value === 'number') return `${count(Math.round(value / MB))} MB`;
  if (name === 'zone') return `${Number(value) < 0 ? '−' : '+'}${Math.abs(Number(value))}`;
  if (kind === 'instant') return String(value).slice(0, 16).replace('T', ' ');
  return typeof value === 'number' ? count(value) : value;
}

/** A line in Vietnamese: mark, name, sentence, what to do. */
export function lineText({ key, state, values }: TestLine): string {
  const told = words.lines[key];
  const fill = (sentence: string) =>
    sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => valueText(name, values[name] ?? '?'));
  const advice = state === 'ok' ? '' : ` ${fill(told.todo)}`;
  return `${MARKS[state]} ${told.name}: ${fill(told[state])}${advice}`;
}

interface Reported {
  ctx: Ctx;
  tested: SelfTest;
  log: string;
  sqlite: string;
}

/** The texts of the file, as they are shown before it is saved. */
export function reportParts({ ctx, tested, log, sqlite }: Reported): { name: string; text: string }[] {
  const versions = {
    program: APP_VERSION,
    schema: tested.schemaVersion,
    sqlite,
    node: process.versions.node,
    electron: process.versions.electron ?? null,
    system: `${process.platform} ${process.arch} ${release()}`,
  };
  const copies = ctx.backups
    .list()
    .map(({ at, reason, size, schemaVersion }) => ({ at, reason, size, schemaVersion }));
  const data = { at: tested.at, versions, lines: tested.lines, rows: rowsByTable(ctx), copies };
  const text = [
    'KIỂM TRA MÁY – SỔ CÔNG ĐOÀN',
    `Lúc ${tested.at.slice(0, 16).replace('T', ' ')} (giờ quốc tế)`,
    `Chương trình ${versions.program}, bản của sổ ${versions.schema}, ${versions.system}`,
    '',
    ...tested.lines.map(lineText),
    '',
    'Tệp này không có tên người, số, đường dẫn hay nội dung của sổ: chỉ có kết quả kiểm tra, số dòng và mã việc.',
    '',
  ].join('\r\n');
  return [
    { name: 'ket-qua.txt', text },
    { name: 'ket-qua.json', text: `${JSON.stringify(data, null, 1)}\n` },
    { name: 'nhat-ky.txt', text: log },
  ];
}

export function zipped(parts: readonly { name: string; text: string }[], at: string): Uint8Array {
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(
      parts.map(({ name, text }) => [name, encoder.encode(name.endsWith('.txt') ? `\ufeff${text}` : text)]),
    ),
    { mtime: new Date(at) },
  );
}
