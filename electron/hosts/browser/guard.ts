/**
 * Who may talk to the browser host. Every request is checked for all of it: the exact Host (against DNS
 * rebinding), the exact Origin where a browser sends one, the method, and the key in the first path segment.
 * A failed check answers a bare status and says nothing about which check it was beyond that.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Address {
  readonly key: string;
  /** '127.0.0.1:PORT', as the browser must send it. */
  readonly authority: string;
}

export type Verdict =
  | { readonly ok: true; readonly path: string; readonly search: URLSearchParams }
  | { readonly ok: false; readonly status: 400 | 403 | 404 | 405 };

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** Compares in the same time whatever the guess, its length included. */
export function sameSecret(guess: string, secret: string): boolean {
  return timingSafeEqual(sha256(guess), sha256(secret));
}

/** Judges one request by its head. `path` of an accepted one is what follows the key, '/' at least. */
export function judge(
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  address: Address,
): Verdict {
  const { headers } = request;
  if (request.method !== 'GET' && request.method !== 'POST') return { ok: false, status: 405 };
  if (headers.host !== address.authority) return { ok: false, status: 403 };
  const origin = headers.origin;
  const ours = `http://${address.authority}`;
  if (origin !== undefined && origin !== ours) return { ok: false, status: 403 };
  if (request.method === 'POST' && origin !== ours) return { ok: false, status: 403 };
  const raw = request.url ?? '';
  if (!raw.startsWith('/') || raw.startsWith('//')) return { ok: false, status: 400 };
  const [pathname = '', query = ''] = raw.split('?', 2);
  const slash = pathname.indexOf('/', 1);
  const guess = slash < 0 ? pathname.slice(1) : pathname.slice(1, slash);
  if (!sameSecret(guess, address.key)) return { ok: false, status: 404 };
  const path = slash < 0 ? '' : pathname.slice(slash);
  if (!isFromHere(headers['sec-fetch-site'], request.method, path)) return { ok: false, status: 403 };
  return { ok: true, path, search: new URLSearchParams(query) };
}

/** Another site may neither read nor write; only a person's own step to the page itself comes from nowhere. */
function isFromHere(site: string | string[] | undefined, method: string, path: string): boolean {
  if (site === undefined || site === 'same-origin') return true;
  return site === 'none' && method === 'GET' && !path.startsWith('/api/invoke');
}
