import { chmod, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { connect } from 'node:net';
import { WebSocketServer } from 'ws';
import { done, failed } from '../contract/index.ts';
import type { Result } from '../contract/index.ts';
import type { Log } from '../core/environment.ts';
import { equalBytes, randomSecret, toHex } from '../platform/primitives.ts';
import type { Station } from '../station/station.ts';
import { controlAddress } from './controlAddress.ts';
import type { ControlAddress } from './controlAddress.ts';
import { makeOwnFolder } from './ownFolder.ts';

export interface ControlSocketOptions {
  /** Absolute path of the folder the station has locked: whoever holds that lock may replace a socket left behind. */
  readonly dataFolder: string;
  readonly station: Pick<Station, 'serveWebSocket'>;
  readonly log: Log;
  /** A fresh one-time address of the browser host's window; null in a host without one. */
  readonly windowAddress: () => string | null;
}

export interface ControlSocket {
  readonly close: () => Promise<void>;
}

/** Opens the local door through which the command line reaches a running station. `DataFolderInUse`, `DataFolderUnusable`. */
export const openControlSocket = async (options: ControlSocketOptions): Promise<Result<ControlSocket>> => {
  const { dataFolder, log } = options;
  const address = controlAddress(dataFolder);
  const token = toHex(randomSecret(32));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4 << 20 });
  const server = createServer((request, response) => {
    const known = request.method === 'GET' && request.url === '/window';
    const status = !presents(request, token) ? 403 : known ? 200 : 404;
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(status === 200 ? { window: options.windowAddress() } : {}));
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', (error) => log.debug({ error: error.message }, 'A caller at the local socket broke off'));
    if (request.url !== '/rpc' || !presents(request, token)) return socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (accepted) => options.station.serveWebSocket(accepted, 'command'));
  });
  try {
    if (address.folder !== null && !(await makeOwnFolder(address.folder))) {
      return failed('DataFolderUnusable', `${address.folder} belongs to somebody else.`, 'Choose a data folder with a shorter path (under 90 characters) through --data.');
    }
    if (!(await listenAlone(server, address.socket))) {
      return failed('DataFolderInUse', `Another Quietbell already answers for ${dataFolder}.`, 'Stop that one first, or choose another folder with --data.');
    }
    // What the system refuses while it is listened, such as a socket when there are too many, ends nothing.
    server.on('error', (error) => log.error({ error: error.message }, 'The local socket failed'));
    if (process.platform !== 'win32') await chmod(address.socket, 0o600);
    await writeFile(address.tokenFile, token, { mode: 0o600 });
  } catch (error) {
    server.close();
    return failed('DataFolderUnusable', `The local socket could not be made in ${dataFolder}: ${String(error)}`, 'Check that the folder is on a local disk and that you own it.');
  }
  return done({ close: () => closeControlSocket(server, sockets, address) });
};

const presents = (request: IncomingMessage, token: string): boolean => equalBytes(Buffer.from(request.headers.authorization ?? ''), Buffer.from(`Bearer ${token}`));

/** Listens on the path; a socket file nobody answers at any more is replaced. False when somebody does answer. */
const listenAlone = async (server: Server, path: string): Promise<boolean> => {
  if (await listen(server, path)) return true;
  if (await answers(path)) return false;
  await rm(path, { force: true });
  return listen(server, path);
};

const listen = (server: Server, path: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error));
    server.once('error', refuse);
    server.listen(path, () => {
      server.off('error', refuse);
      resolve(true);
    });
  });

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

const closeControlSocket = async (server: Server, sockets: WebSocketServer, address: ControlAddress): Promise<void> => {
  for (const socket of sockets.clients) socket.close(1001);
  server.close();
  server.closeAllConnections();
  await rm(address.tokenFile, { force: true });
  if (address.folder !== null) await rm(address.folder, { recursive: true, force: true });
};
