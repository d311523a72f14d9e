import type { IncomingHttpHeaders } from 'node:http';

const OWN_NAMES = new Set(['127.0.0.1', 'localhost']);

/** Only what the page itself brings along may run or be fetched; the renderer compiles its engine as it loads. */
export const HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/**
 * Whether a request comes from this machine's own page, or from a program on it. Another site may neither reach the speaker through a
 * name of its own that leads here, nor send it anything.
 */
export function isWelcome({ host = '', origin }: IncomingHttpHeaders): boolean {
  return OWN_NAMES.has(host.replace(/:\d{1,5}$/, '')) && (origin === undefined || origin === `http://${host}`);
}
