/**
 * The browser host: the window's files and the contract, over HTTP on this machine alone.
 *
 * Any web page and any other account on the machine can send requests to a loopback port. So nothing is answered without a
 * session cookie, which only a one-time address gives; the Host header must name this very address (a foreign name
 * that resolves to 127.0.0.1 does not pass: DNS rebinding); and the socket of the contract also wants our own Origin.
 */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { done, failed } from '../contract/index.ts';
import type { Result } from '../contract/index.ts';
import type { Log } from '../core/environment.ts';
import { findRendererFile, listRendererFiles } from '../control/rendererFiles.ts';
import type { RendererFile } from '../control/rendererFiles.ts';
import type { Station } from '../station/station.ts';
import { createAdmissions } from './createAdmissions.ts';
import { refuse, writeHead } from './responses.ts';

export interface BrowserHostOptions {
  readonly station: Pick<Station, 'serveWebSocket'>;
  /** Where Vite put the window: `dist/renderer`. */
  readonly rendererFolder: string;
  readonly log: Log;
  /** Where an earlier life of this host was, and the key of its sessions: windows that are open find it again by themselves. */
  readonly place: WindowPlace;
}

/** Port 0 takes any free one; one that is taken by now makes way for another. */
export interface WindowPlace {
  readonly port: number;
  /** 32 bytes that nobody else may know. */
  readonly sessionKey: Uint8Array;
}

export interface BrowserHost {
  /** A fresh address that opens the window once, in one browser. */
  readonly address: () => string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Listens on a port of 127.0.0.1. `FileUnreadable` when the window was not built, `PortInUse` when loopback refuses. */
export const createBrowserHost = async ({ station, rendererFolder, log, place }: BrowserHostOptions): Promise<Result<BrowserHost>> => {
  const files = await listRendererFiles(rendererFolder);
  if (!files.ok) return files;
  const server = createServer();
  const port = (await listenOnLoopback(server, place.port)) ?? (await listenOnLoopback(server, 0));
  if (port === null) return failed('PortInUse', 'No port of 127.0.0.1 could be opened for the window.', 'Check that the loopback network is up, or run with --host none.');

  // What the system refuses while it is listened, such as a socket when there are too many, ends nothing.
  server.on('error', (error) => log.error({ error: error.message }, 'The port of the window failed'));

  const here = `127.0.0.1:${port}`;
  // Browsers send a cookie to every port of a host: with the port in its name, several stations on one machine stay apart.
  const cookieName = `quietbell-${port}`;
  const admissions = createAdmissions(place.sessionKey);
  const admitted = (request: IncomingMessage): boolean => request.headers.host === here && admissions.admits(cookie(request, cookieName));

  server.on('request', (request, response) => {
    const url = URL.canParse(request.url ?? '', `http://${here}`) ? new URL(request.url ?? '', `http://${here}`) : null;
    if (url === null || request.headers.host !== here) return refuse(response, 403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    // A HEAD request must not use the token up: link previews send those.
    if (url.pathname === '/open' && request.method === 'GET') {
      const session = admissions.redeem(url.searchParams.get('token') ?? '');
      if (session === null) return admitted(request) ? redirectHome(response) : refuse(response, 403);
      return redirectHome(response, `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`);
    }
    if (!admitted(request)) return refuse(response, 403);
    const file = findRendererFile(files.value, url.pathname);
    return file === undefined ? refuse(response, 404) : sendFile(request, response, file, log);
  });

  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4 << 20 });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', (error) => log.debug({ error: error.message }, 'A window broke off'));
    if (request.url !== '/rpc' || request.headers.origin !== `http://${here}` || !admitted(request)) {
      log.warn({ path: request.url, origin: request.headers.origin, host: request.headers.host }, 'A caller at the window socket was refused');
      return socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => station.serveWebSocket(accepted, 'window'));
  });

  return done({
    port,
    address: () => `http://${here}/open?token=${admissions.makeToken()}`,
    close: async () => {
      for (const socket of sockets.clients) socket.close(1001);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      for (const socket of sockets.clients) socket.terminate();
      await closed;
    },
  });
};

const listenOnLoopback = (server: ReturnType<typeof createServer>, wanted: number): Promise<number | null> =>
  new Promise((resolve) => {
    const refuse = (): void => resolve(null);
    server.once('error', refuse);
    server.listen(wanted, '127.0.0.1', () => {
      server.off('error', refuse);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : null);
    });
  });

const cookie = (request: IncomingMessage, name: string): string =>
  (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? '';

/** Screens have addresses of their own: a path without an ending is one of them, and the window sorts it out. */
const redirectHome = (response: ServerResponse, setCookie?: string): void => {
  writeHead(response, 303, { location: '/', 'cache-control': 'no-store', ...(setCookie === undefined ? {} : { 'set-cookie': setCookie }) });
  response.end();
};

const sendFile = (request: IncomingMessage, response: ServerResponse, file: RendererFile, log: Log): void => {
  writeHead(response, 200, { 'content-type': file.contentType, 'cache-control': file.cacheControl });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(file.path)
    .on('error', (error) => {
      log.error({ file: file.path, error: error.message }, 'A file of the window cannot be read');
      response.destroy();
    })
    .pipe(response);
};
