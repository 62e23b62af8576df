/** Files in and out through the system's dialogs; the window sees tokens and names only. */
import { copyFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { HostInputOf, HostOutputOf } from '../../../shared/contract/host';
import type { FileStore } from '../../ipc/files';

let lastFolder: string | undefined;
const startFolder = () => lastFolder ?? app.getPath('documents');

export async function pickFile(
  window: BrowserWindow,
  files: FileStore,
  input: HostInputOf<'host.pickFile'>,
): Promise<HostOutputOf<'host.pickFile'>> {
  const extensions = [...input.accept];
  const choice = await dialog.showOpenDialog(window, {
    ...(input.title ? { title: input.title } : {}),
    defaultPath: startFolder(),
    properties: ['openFile'],
    filters: extensions.length > 0 ? [{ name: extensions.map((e) => `.${e}`).join(', '), extensions }] : [],
  });
  const path = choice.filePaths[0];
  if (choice.canceled || !path) return null;
  lastFolder = dirname(path);
  return files.registerPicked(path);
}

export async function pickFiles(
  window: BrowserWindow,
  files: FileStore,
  input: HostInputOf<'host.pickFiles'>,
): Promise<HostOutputOf<'host.pickFiles'>> {
  const choice = await dialog.showOpenDialog(window, {
    defaultPath: startFolder(),
    properties: ['openFile', 'multiSelections'],
    filters: input.accept.length > 0 ? [{ name: '*', extensions: [...input.accept] }] : [],
  });
  const [first] = choice.filePaths;
  if (choice.canceled || !first) return [];
  lastFolder = dirname(first);
  return choice.filePaths.map((path) => files.registerPicked(path));
}

export async function pickFolder(
  window: BrowserWindow,
  files: FileStore,
  input: HostInputOf<'host.pickFolder'>,
): Promise<HostOutputOf<'host.pickFolder'>> {
  const choice = await dialog.showOpenDialog(window, {
    ...(input.title ? { title: input.title } : {}),
    properties: ['openDirectory', 'createDirectory'],
  });
  const [path] = choice.filePaths;
  return choice.canceled || !path ? null : files.registerFolder(path);
}

/** Writes beside the target and renames, so that an existing file is replaced whole or not at all. */
export async function saveFile(
  window: BrowserWindow,
  files: FileStore,
  input: HostInputOf<'host.saveFile'>,
): Promise<HostOutputOf<'host.saveFile'>> {
  const file = files.outgoing(input.token);
  const extension = extname(file.name).slice(1);
  const choice = await dialog.showSaveDialog(window, {
    defaultPath: join(startFolder(), file.name),
    filters: extension ? [{ name: `.${extension}`, extensions: [extension] }] : [],
  });
  if (choice.canceled || !choice.filePath) return { saved: false, name: file.name };
  lastFolder = dirname(choice.filePath);
  const part = `${choice.filePath}.part`;
  try {
    await copyFile(file.path, part);
    await rename(part, choice.filePath);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return { saved: true, name: basename(choice.filePath) };
}
