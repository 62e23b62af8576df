import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFileStore, safeFileName } from '../../electron/ipc/files';
import { removeAtExit } from '../helpers/store';

/** Names that show one thing and are another, or that a system takes for something else. */
const TRICKS: readonly (readonly [string, string])[] = [
  ['bao-cao\u202Efdp.exe', 'bao-cao fdp.exe'],
  ['\u2066an\u2069.xlsx', 'an .xlsx'],
  ['a\u200B\u200Db.pdf', 'a b.pdf'],
  ['\uFEFFa.csv', 'a.csv'],
  ['nul', 'nul_'],
  ['COM1.xlsx', 'COM1_.xlsx'],
  ['com¹.txt', 'com¹_.txt'],
  ['LPT9', 'LPT9_'],
  ['CONOUT$', 'CONOUT$_'],
  ['AUX .pdf', 'AUX_ .pdf'],
  ['a.pdf. . .', 'a.pdf'],
  ['a.pdf::$DATA', 'a.pdf $DATA'],
  ['C:\\Windows\\a.pdf', 'C Windows a.pdf'],
  ['\\\\server\\share\\a.pdf', 'server share a.pdf'],
  ['a\u0000.exe', 'a .exe'],
  ['a\nb.pdf', 'a b.pdf'],
  ['Nguye\u0302\u0303n.pdf', 'Nguyễn.pdf'],
  ['%2e%2e%2fa', '%2e%2e%2fa'],
  ['.', 'tep'],
  ['', 'tep'],
];

describe('names of files', () => {
  it('keep their ending when they are long, and are never cut through a character', () => {
    const name = safeFileName(`${'Danh sách '.repeat(30)}.xlsx`);
    expect(name.length).toBeGreaterThan(115);
    expect(name.length).toBeLessThanOrEqual(120);
    expect(name).toMatch(/\.xlsx$/);
    expect(safeFileName(`${'a'.repeat(119)}😀😀`)).toBe('a'.repeat(119));
  });

  it('are fit for Windows and for an address, whatever came in', () => {
    expect(safeFileName('../../etc/passwd')).toBe('etc passwd');
    expect(safeFileName('CON.pdf')).toBe('CON_.pdf');
    expect(safeFileName('Con đường.pdf')).toBe('Con đường.pdf');
    expect(safeFileName(' .. ')).toBe('tep');
    for (const [name, safe] of TRICKS) expect(safeFileName(name)).toBe(safe);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const name = safeFileName(text);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
        expect(name).not.toMatch(/^[. ]|[. ]$/);
        expect(() => encodeURIComponent(name)).not.toThrow();
      }),
    );
  });
});

it('a token opens what was kept for it, only in its own direction, and nothing is left behind', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'so-files-')), 'transit');
  removeAtExit(join(folder, '..'));
  const store = createFileStore(folder);
  const out = store.put('a.pdf', 'application/pdf', new Uint8Array([1, 2]));
  const into = store.registerUpload('b/../c.csv', new Uint8Array([3]));
  expect([...readFileSync(store.outgoing(out.token).path)]).toEqual([1, 2]);
  expect(store.open(into.token)).toMatchObject({ name: 'b .. c.csv', size: 1 });
  for (const wrong of [() => store.open(out.token), () => store.outgoing(into.token), () => store.open('x')])
    expect(wrong).toThrow(expect.objectContaining({ code: 'FILE_TOKEN_UNKNOWN' }));
  store.dispose();
  expect(existsSync(folder)).toBe(false);
});
