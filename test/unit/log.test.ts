import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLog, MAX_LOG_BYTES } from '../../electron/log';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'so-log-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const PRIVATE = [
  'Nguyễn Thị Ánh Tuyết',
  'Le Van C',
  '/home/anh/Tài liệu/so.db',
  'C:\\Users\\Anh\\so.db',
  '0912 345 678',
  'anh.tuyet@benhvien.vn',
];

it('writes codes and numbers, never names, numbers of people or paths', () => {
  const file = join(dir, 'log.txt');
  const log = createLog(file);
  for (const text of PRIVATE) {
    log.write('something.happened', { count: 3, text });
    log.failure('something.failed', new Error(`cannot find ${text} in ${dir}`));
    log.failure('something.failed', Object.assign(new TypeError(text), { code: text }));
    log.failure('something.failed', text);
  }
  const written = readFileSync(file, 'utf8');
  for (const text of [...PRIVATE, dir, 'Tuyết', 'Users', 'benhvien']) expect(written).not.toContain(text);
  expect(written).toContain('something.failed');
  expect(written).toContain('"count":3');
  for (const line of written.trim().split('\n')) expect(JSON.parse(line).at).toMatch(/Z$/);
});

it('never grows beyond 10 MB in its two files', () => {
  const file = join(dir, 'log.txt');
  writeFileSync(file, 'x'.repeat(MAX_LOG_BYTES - 50));
  const log = createLog(file);
  log.write('one');
  log.write('two');
  expect(statSync(file).size).toBeLessThan(1000);
  expect(statSync(`${file}.old`).size).toBeLessThanOrEqual(MAX_LOG_BYTES);
});

it('does not stop the work when it cannot write', () => {
  const log = createLog(join(dir, 'missing', 'log.txt'));
  expect(() => log.write('one')).not.toThrow();
  expect(existsSync(join(dir, 'missing'))).toBe(false);
});
