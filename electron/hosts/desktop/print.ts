/**
 * Files opened in the PC's own programs. Printing goes from the PDF, in the PC's own viewer: printing a window's content scales with the screen and
 * ignores paper size and trays on some printers, while the viewer shows the very sheet and prints it at 100 %. A PDF shown in a window of our own is
 * not printed instead: Electron before 30.5 prints an empty page of it, so what reaches the paper would depend on the version.
 */
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { shell } from 'electron';
import { AppError } from '../../../shared/contract/errors';
import type { HostInputOf, HostOutputOf } from '../../../shared/contract/host';
import { fileTypeOf } from '../../../shared/domain/attachments';
import type { FileStore } from '../../ipc/files';

export async function printFile(
  files: FileStore,
  input: HostInputOf<'host.printFile'>,
): Promise<HostOutputOf<'host.printFile'>> {
  const file = files.outgoing(input.token);
  if (file.mime !== 'application/pdf') throw new AppError('INVALID_INPUT');
  const name = file.name.toLowerCase().endsWith('.pdf') ? file.name : `${file.name}.pdf`;
  return { opened: await openCopy(file.path, `print-${input.token}`, name) };
}

/** Only kinds of file that are kept as evidence: never a program. The copy is read-only, so that nobody edits it in vain. */
export async function openFile(
  files: FileStore,
  input: HostInputOf<'host.openFile'>,
): Promise<HostOutputOf<'host.openFile'>> {
  const file = files.outgoing(input.token);
  if (!fileTypeOf(file.name)) throw new AppError('FILE_KIND', { details: { name: file.name } });
  return { opened: await openCopy(file.path, `open-${input.token}`, file.name, 0o400) };
}

/**
 * The copy lies in the program's private folder, which is emptied at the next start. A viewer may hold the copy of an
 * earlier time; the bytes of a token never change.
 */
async function openCopy(from: string, folderName: string, name: string, mode?: number): Promise<boolean> {
  const folder = join(dirname(from), folderName);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  if (!existsSync(path)) {
    await copyFile(from, path);
    if (mode !== undefined) await chmod(path, mode);
  }
  return (await shell.openPath(path)) === '';
}
