/**
 * Printing goes from the PDF, in the PC's own viewer: printing a window's content scales with the screen and
 * ignores paper size and trays on some printers, while the viewer shows the very sheet and prints it at 100 %.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { shell } from 'electron';
import { AppError } from '../../../shared/contract/errors';
import type { HostInputOf, HostOutputOf } from '../../../shared/contract/host';
import type { FileStore } from '../../ipc/files';

/** The copy lies in the program's private folder, which is emptied at the next start. */
export async function printFile(
  files: FileStore,
  input: HostInputOf<'host.printFile'>,
): Promise<HostOutputOf<'host.printFile'>> {
  const file = files.outgoing(input.token);
  if (file.mime !== 'application/pdf') throw new AppError('INVALID_INPUT');
  const folder = join(dirname(file.path), `print-${input.token}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, file.name.toLowerCase().endsWith('.pdf') ? file.name : `${file.name}.pdf`);
  // A viewer may hold the copy of an earlier printing; the bytes of a token never change.
  if (!existsSync(path)) await copyFile(file.path, path);
  return { opened: (await shell.openPath(path)) === '' };
}
