import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/**
 * What every answer to a window carries, in every host. Styles may be inline because Mantine writes them at run time;
 * scripts may not. `'self'` covers the WebSocket of the browser host, which comes from the page's own origin.
 */
export const windowHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
};

export interface RendererFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/**
 * Reads a file of the built window by the path of its address. A path without a file name extension is a page of the
 * window, which it routes by itself: it gets `index.html`. Null for what is not there and for every path that leads out.
 */
export const readRendererFile = async (folder: string, pathname: string): Promise<RendererFile | null> => {
  const segments = segmentsOf(pathname);
  if (segments === null) return null;
  const inside = extname(segments.at(-1) ?? '') === '' ? ['index.html'] : segments;
  const contentType = contentTypes[extname(inside.at(-1) ?? '')];
  if (contentType === undefined) return null;
  try {
    return { body: new Uint8Array(await readFile(join(folder, ...inside))), contentType };
  } catch {
    return null;
  }
};

/** The decoded segments of a path; null when one of them could name something outside of the folder. */
const segmentsOf = (pathname: string): readonly string[] | null => {
  try {
    const segments = pathname.split('/').filter((segment) => segment !== '').map(decodeURIComponent);
    return segments.every((segment) => /^(?!\.)[^/\\:\0]+$/.test(segment)) ? segments : null;
  } catch {
    return null;
  }
};

/** Only these leave the folder: whatever else lies there by accident stays there. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
