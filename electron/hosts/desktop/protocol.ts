/** The window's own address space, app://so: the built renderer and the shipped fonts, nothing else. */
import { app, protocol, type Session } from 'electron';
import { type AssetFolders, findAsset } from '../assets';
import { contentSecurityPolicy, createNonce, SECURITY_HEADERS, withNonce } from '../csp';

export const PAGE_URL = 'app://so/index.html';

/** Whether an address is the program's own, by its parsed parts. */
export function isOwnAddress(address: string): boolean {
  try {
    const { protocol: scheme, host } = new URL(address);
    return scheme === 'app:' && host === 'so';
  } catch {
    return false;
  }
}

/**
 * Must run before the app is ready. The program's name has letters that no HTTP header can hold, and it stands in
 * the browser's own name of itself: every request but the first would fail.
 */
export function declareProtocol(): void {
  app.userAgentFallback = app.userAgentFallback.replace(/[^\x20-\x7e]+/g, '');
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export function serveProtocol(session: Session, folders: AssetFolders): void {
  session.protocol.handle('app', (request) => {
    if (!isOwnAddress(request.url) || request.method !== 'GET') return new Response(null, { status: 403 });
    const asset = findAsset(folders, new URL(request.url).pathname);
    if (!asset) return new Response(null, { status: 404 });
    const nonce = createNonce();
    const body = asset.isPage ? withNonce(asset.bytes.toString('utf8'), nonce) : new Uint8Array(asset.bytes);
    return new Response(body, {
      headers: {
        ...SECURITY_HEADERS,
        'Content-Type': asset.mime,
        'Content-Security-Policy': contentSecurityPolicy(nonce),
        'Cache-Control': 'no-store',
      },
    });
  });
}
