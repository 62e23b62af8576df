/**
 * What the window may not do. The session reaches no network and grants no permission; no window is opened, no
 * page is left, no webview is attached; and only the main frame of our own page may speak to the core.
 */
import { app, type IpcMainInvokeEvent, type Session, type WebContents } from 'electron';
import { isOwnAddress, PAGE_URL } from './protocol';

const LOCAL_SCHEMES = new Set(['data:', 'blob:', 'devtools:']);

/** Every request but to our own address is cancelled; every permission is refused. */
export function hardenSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url) });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

export function isAllowedRequest(address: string): boolean {
  try {
    return isOwnAddress(address) || LOCAL_SCHEMES.has(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** Applies to every web contents of the program, whoever makes it. */
export function hardenContents(): void {
  app.on('web-contents-created', (_event, contents) => refuseLeaving(contents));
}

/** A blank page is not asked about beforehand: the window comes home from it at once. */
function refuseLeaving(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const refuse = (event: { preventDefault(): void }) => event.preventDefault();
  contents.on('will-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-attach-webview', refuse);
  contents.on('did-navigate', (_event, address) => {
    if (!isAllowedRequest(address)) void contents.loadURL(PAGE_URL);
  });
}

/** Whether a message comes from the main frame of our own page in our own window. */
export function isTrustedSender(event: IpcMainInvokeEvent, contents: WebContents | undefined): boolean {
  const frame = event.senderFrame;
  return (
    contents !== undefined &&
    event.sender === contents &&
    frame !== null &&
    frame === contents.mainFrame &&
    isOwnAddress(frame.url)
  );
}
