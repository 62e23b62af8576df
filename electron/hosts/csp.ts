/** The content security policy and the other headers of every page, the same in both hosts. */
import { randomBytes } from 'node:crypto';

/** A fresh nonce for one response. */
export function createNonce(): string {
  return randomBytes(18).toString('base64');
}

/** Everything is forbidden but what is named. Styles made at run time carry the nonce; a report quotes the style. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' 'report-sample'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A produced file shown by itself: it may run and load nothing. */
export const FILE_POLICY =
  "default-src 'none'; object-src 'self'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
};

/** Puts the nonce where the page's own code finds it: `<meta name="csp-nonce">`. */
export function withNonce(html: string, nonce: string): string {
  const meta = `<meta name="csp-nonce" content="${nonce}">`;
  const existing = /<meta\s+name="csp-nonce"[^>]*>/i;
  return existing.test(html)
    ? html.replace(existing, meta)
    : html.replace(/<head[^>]*>/i, (head) => head + meta);
}
