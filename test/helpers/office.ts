/** Word papers as an office program lays them out: converted by LibreOffice, all in one run of it, and read back. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { it } from 'vitest';
import { removeAtExit } from './store';

const there = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

/** A test that needs LibreOffice; where there is none it is skipped, and its title says why. */
export const itWithOffice = (title: string, test: () => Promise<void>, timeout = 60_000): void =>
  there ? it(title, test, timeout) : it.skip(`${title} (LibreOffice is not installed)`);

/** Pages and text of each paper, by its name. Fails when one cannot be converted. */
export function laidOut(
  papers: ReadonlyMap<string, Uint8Array>,
): Map<string, { pages: number; text: string; pdf: string }> {
  const dir = mkdtempSync(join(tmpdir(), 'so-office-'));
  removeAtExit(dir);
  const files = [...papers].map(([name, bytes], at) => {
    writeFileSync(join(dir, `${at}.docx`), bytes);
    return { name, docx: `${at}.docx`, pdf: join(dir, `${at}.pdf`) };
  });
  execFileSync(
    'soffice',
    [
      '--headless',
      `-env:UserInstallation=${pathToFileURL(join(dir, 'profile'))}`,
      ...['--convert-to', 'pdf'],
      ...files.map(({ docx }) => docx),
    ],
    { cwd: dir, stdio: 'ignore' },
  );
  return new Map(
    files.map(({ name, pdf }) => {
      const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).normalize('NFC');
      const pages = readFileSync(pdf, 'latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
      return [name, { pages, text, pdf }];
    }),
  );
}
