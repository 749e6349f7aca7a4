import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createBrowserHost } from '../../../main/browser/createBrowserHost.ts';
import type { BrowserHost } from '../../../main/browser/createBrowserHost.ts';
import type { Door } from '../../../main/station/station.ts';

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

let folder = '';
let host: BrowserHost;
const doors: Door[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-browser-'));
  const rendererFolder = join(folder, 'renderer');
  await mkdir(join(rendererFolder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.js'), 'secret');
  await writeFile(join(rendererFolder, 'index.html'), '<!doctype html><title>Service desk</title>');
  await writeFile(join(rendererFolder, 'assets', 'index-abc.js'), 'export {}');
  const created = await createBrowserHost({
    rendererFolder,
    log: quiet,
    place: { port: 0, sessionKey: new Uint8Array(32).fill(7) },
    station: {
      serveWebSocket: (socket, door) => {
        doors.push(door);
        socket.send('served');
      },
    },
  });
  if (!created.ok) throw new Error(created.error.message);
  host = created.value;
});

afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Plain `fetch` may not set Host, and normalises paths: this sends exactly what it is told. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port: new URL(host.address()).port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    call.on('error', reject).end();
  });

const here = (): string => new URL(host.address()).host;
const pathOf = (address: string): string => new URL(address).pathname + new URL(address).search;
const signIn = async (): Promise<string> => ((await ask(pathOf(host.address()))).headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';

const dial = (headers: Record<string, string>, path = '/rpc'): Promise<string> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`ws://${here()}${path}`, { headers });
    socket.on('message', (data: Buffer) => {
      resolve(data.toString());
      socket.close();
    });
    socket.on('error', (error) => resolve(error.message));
  });

describe('the browser host', () => {
  it('opens on a port of this machine alone', () => {
    expect(new URL(host.address()).hostname).toBe('127.0.0.1');
  });

  it('gives a session for a one-time address and goes to the window', async () => {
    const { status, headers } = await ask(pathOf(host.address()));
    expect(status).toBe(303);
    expect(headers.location).toBe('/');
    expect(headers['set-cookie']?.[0]).toMatch(/^quietbell-\d+=[0-9a-f]{128}; HttpOnly; SameSite=Strict; Path=\/$/);
  });

  it('opens an address once', async () => {
    const path = pathOf(host.address());
    expect((await ask(path)).status).toBe(303);
    expect((await ask(path)).status).toBe(403);
  });

  it('does not use an address up for a link preview', async () => {
    const path = pathOf(host.address());
    await ask(path, {}, 'HEAD');
    expect((await ask(path)).status).toBe(303);
  });

  it.each(['/', '/assets/index-abc.js', '/open', '/open?token=0'])('refuses %s without a session and says what to do', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(403);
    expect(body).toContain('quietbell open');
  });

  it('serves the window and its files to a session', async () => {
    const session = await signIn();
    const page = await ask('/', { cookie: session });
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('Service desk') });
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    const script = await ask('/assets/index-abc.js', { cookie: session });
    expect(script.headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': expect.stringContaining('immutable') });
  });

  it('serves the window at the address of each of its screens', async () => {
    expect((await ask('/incidents/123', { cookie: await signIn() })).body).toContain('Service desk');
  });

  it.each(['/../secret.js', '/%2e%2e/secret.js', '/assets/..%2f..%2fsecret.js', '/..\\secret.js', '//secret.js'])('keeps to the folder of the window: %s', async (path) => {
    expect((await ask(path, { cookie: await signIn() })).body).not.toBe('secret');
  });

  it('takes no other method', async () => {
    expect((await ask('/', { cookie: await signIn() }, 'POST')).status).toBe(405);
  });

  it('refuses a foreign host name, whatever it resolves to', async () => {
    const { port } = new URL(host.address());
    for (const name of [`evil.example:${port}`, `localhost:${port}`, '127.0.0.1']) {
      expect((await ask('/', { cookie: await signIn(), host: name })).status).toBe(403);
      expect((await ask(pathOf(host.address()), { host: name })).status).toBe(403);
    }
  });

  it('puts the protective headers on every answer', async () => {
    for (const { headers } of [await ask('/'), await ask('/', { cookie: await signIn() }), await ask(pathOf(host.address()))]) {
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; /);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
  });

  it('connects the window of a session to the station, as a window', async () => {
    doors.length = 0;
    expect(await dial({ cookie: await signIn(), origin: `http://${here()}` })).toBe('served');
    expect(doors).toEqual(['window']);
  });

  it('lets nobody else at the station', async () => {
    doors.length = 0;
    const session = await signIn();
    const origin = `http://${here()}`;
    expect(await dial({ origin })).toContain('403');
    expect(await dial({ cookie: 'quietbell-1=00', origin })).toContain('403');
    expect(await dial({ cookie: session })).toContain('403');
    expect(await dial({ cookie: session, origin: 'http://evil.example' })).toContain('403');
    expect(await dial({ cookie: session, origin, host: 'evil.example' })).toContain('403');
    expect(await dial({ cookie: session, origin }, '/other')).toContain('403');
    expect(doors).toEqual([]);
  });

  it('says what to type when the window was not built', async () => {
    const created = await createBrowserHost({ rendererFolder: join(folder, 'nowhere'), log: quiet, station: { serveWebSocket: () => {} }, place: { port: 0, sessionKey: new Uint8Array(32) } });
    expect(created).toMatchObject({ ok: false, error: { type: 'FileUnreadable', remedy: expect.stringContaining('npm run build') } });
  });
});
