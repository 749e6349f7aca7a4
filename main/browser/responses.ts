import type { ServerResponse } from 'node:http';
import { windowHeaders } from '../control/windowHeaders.ts';

export const writeHead = (response: ServerResponse, status: number, headers: Readonly<Record<string, string>>): void => {
  response.writeHead(status, { ...windowHeaders, ...headers });
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
