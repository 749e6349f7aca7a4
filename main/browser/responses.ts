import type { ServerResponse } from 'node:http';

/** On every answer, whatever its kind. Mantine writes style attributes, hence the one `unsafe-inline`. */
const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=(), hid=(), serial=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

export const writeHead = (response: ServerResponse, status: number, headers: Readonly<Record<string, string>>): void => {
  response.writeHead(status, { ...securityHeaders, ...headers });
};

/** A plain page for whoever came without, or with a used, address. */
export const refuse = (response: ServerResponse, status: 403 | 404 | 405): void => {
  writeHead(response, status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(status === 403 ? refusalPage : `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not here</title><h1>There is nothing at this address</h1></html>`);
};

const refusalPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>This address is used up</title>
<style>body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 12vh auto; max-width: 34rem; padding: 0 1rem }</style>
<main>
<h1>This address is used up</h1>
<p>Each address opens the desk once, in one browser, so that nobody else on this computer can look in.</p>
<p>For a new one, type <code>quietbell open</code> on this computer, or start the desk again.</p>
</main>
</html>
`;
