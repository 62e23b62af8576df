/**
 * Files through the host: dialogs on the desktop, upload and download in the browser. A picked file is a token an
 * operation can be given; a produced file is a token that is saved here.
 */
import type { HostOutputOf } from '../../shared/contract/host';
import { isShownPicture } from '../../shared/domain/attachments';
import { bridge } from './bridge';
import { invokeAny, OpError } from './client';
import { announceFailure } from './hooks';
import { currentText } from './i18n';
import { useNotices } from './stores';

export interface PickedFile {
  token: string;
  name: string;
  size: number;
}
export type HostInfo = HostOutputOf<'host.info'>;

/** Asks for one file. `accept` lists name endings: ['xlsx', 'csv']. Null if nothing was chosen. */
export async function pickFile(accept: readonly string[]): Promise<PickedFile | null> {
  if (bridge().host === 'desktop')
    return (await invokeAny('host.pickFile', { accept: [...accept] })).data as PickedFile | null;
  const [file] = await chooseInBrowser(accept);
  return file ? uploadFile(file) : null;
}

/** Asks for any number of files. */
export async function pickFiles(accept: readonly string[]): Promise<PickedFile[]> {
  if (bridge().host === 'desktop')
    return (await invokeAny('host.pickFiles', { accept: [...accept] })).data as PickedFile[];
  const picked: PickedFile[] = [];
  for (const file of await chooseInBrowser(accept, true)) picked.push(await uploadFile(file));
  return picked;
}

/** Asks for a folder; null if none was chosen, or where the host has no folders to choose (`hasFolders`). */
export async function pickFolder(): Promise<{ token: string; name: string } | null> {
  return (await invokeAny('host.pickFolder', {})).data as { token: string; name: string } | null;
}

/** Only the desktop can keep a folder: a page in the browser gives and takes files. */
export const hasFolders = (): boolean => bridge().host === 'desktop';

/** Hands a dropped or pasted file to the core, in either host. Rejects with OpError. */
export async function takeFile(file: File): Promise<PickedFile> {
  if (bridge().host !== 'desktop') return uploadFile(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return (await invokeAny('host.takeFile', { name: file.name.normalize('NFC'), bytes })).data as PickedFile;
}

function chooseInBrowser(accept: readonly string[], many = false): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept.map((ending) => `.${ending}`).join(',');
    input.hidden = true;
    input.multiple = many;
    input.addEventListener('change', () => {
      resolve([...(input.files ?? [])]);
      input.remove();
    });
    input.addEventListener('cancel', () => {
      resolve([]);
      input.remove();
    });
    document.body.append(input);
    input.click();
  });
}

/** Hands a dropped or chosen file to the core (browser host). Rejects with OpError. */
export async function uploadFile(file: File): Promise<PickedFile> {
  const reply = await fetch(`./api/upload?name=${encodeURIComponent(file.name.normalize('NFC'))}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  const answer = (await reply.json()) as
    | { ok: true; data: PickedFile }
    | { ok: false; error: ConstructorParameters<typeof OpError>[0] };
  if (!answer.ok) throw new OpError(answer.error);
  return answer.data;
}

/** Saves a produced file: a dialog on the desktop, a download in the browser. False if the user gave up. */
export async function saveFile(file: { token: string; name: string }): Promise<boolean> {
  const t = currentText();
  try {
    if (bridge().host === 'desktop') {
      const { saved, name } = (await invokeAny('host.saveFile', { token: file.token })).data as {
        saved: boolean;
        name: string;
      };
      if (saved)
        useNotices.getState().say({ kind: 'done', text: t('ui.file.saved', { name: name || file.name }) });
      return saved;
    }
    const link = document.createElement('a');
    link.href = `./api/file/${encodeURIComponent(file.token)}`;
    link.download = file.name;
    document.body.append(link);
    link.click();
    link.remove();
    useNotices.getState().say({ kind: 'done', text: t('ui.file.downloaded', { name: file.name }) });
    return true;
  } catch (error) {
    announceFailure(error);
    return false;
  }
}

/** Address of a produced file to show in the page (PDF or image preview) in the browser host. */
export const fileAddress = (token: string): string => `./api/file/${encodeURIComponent(token)}`;

/**
 * Opens a produced paper or picture: in the PC's own program on the desktop, in a new tab of the browser where it can
 * show it, else as a download.
 */
export async function openFile(file: { token: string; name: string; mime: string }): Promise<void> {
  if (bridge().host === 'desktop') {
    await invokeAny('host.openFile', { token: file.token }).catch(announceFailure);
    return;
  }
  if (file.mime !== 'application/pdf' && !isShownPicture(file.mime)) {
    await saveFile(file);
    return;
  }
  const link = document.createElement('a');
  link.href = `${fileAddress(file.token)}?inline`;
  link.target = '_blank';
  link.rel = 'noopener';
  document.body.append(link);
  link.click();
  link.remove();
}

/**
 * Prints a produced PDF: on the desktop it opens in the PC's own viewer, whose print dialog keeps the size of the
 * sheet; where no viewer opens it, and in the browser, it is saved.
 */
export async function printFile(file: { token: string; name: string }): Promise<void> {
  if (bridge().host !== 'desktop') {
    await saveFile(file);
    return;
  }
  const t = currentText();
  const { say } = useNotices.getState();
  try {
    const { data } = await invokeAny('host.printFile', { token: file.token });
    if ((data as HostOutputOf<'host.printFile'>).opened) {
      say({ kind: 'done', text: t('ui.file.toPrint', { name: file.name }) });
      return;
    }
    if (await saveFile(file)) say({ kind: 'done', text: t('ui.file.noViewer', { name: file.name }) });
  } catch (error) {
    announceFailure(error);
  }
}

export async function hostInfo(): Promise<HostInfo> {
  return (await invokeAny('host.info', {})).data as HostInfo;
}
