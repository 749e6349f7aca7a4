import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { StationClient } from '../contract/index.ts';
import { controlAddress } from './controlAddress.ts';
import { isOwnFolder } from './ownFolder.ts';

/** A station that runs in another process on this machine. */
export interface RunningStation {
  readonly client: StationClient;
  /** A fresh one-time address of its browser window; null where its host shows none. */
  readonly windowAddress: () => Promise<string | null>;
  readonly close: () => void;
}

/** Longest wait for the station to accept a call in milliseconds: it is on this machine. */
const patience = 5000;

/** Reaches the running station of a data folder (absolute). Null when none runs, or we may not speak to it. */
export const connectControl = async (dataFolder: string): Promise<RunningStation | null> => {
  const address = controlAddress(dataFolder);
  try {
    if (address.folder !== null && !(await isOwnFolder(address.folder))) return null;
    const headers = { authorization: `Bearer ${(await readFile(address.tokenFile, 'utf8')).trim()}` };
    const socket = new WebSocket('ws://localhost/rpc', { headers, handshakeTimeout: patience, createConnection: () => connect(address.socket) });
    await opened(socket);
    return {
      client: createORPCClient<StationClient>(new RPCLink({ websocket: socket })),
      windowAddress: () => askForWindow(address.socket, headers),
      close: () => socket.close(),
    };
  } catch {
    return null;
  }
};

const opened = (socket: WebSocket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.on('error', reject);
  });

const windowAnswerSchema = z.object({ window: z.string().nullable() });

const askForWindow = (socketPath: string, headers: Readonly<Record<string, string>>): Promise<string | null> =>
  new Promise((resolve, reject) => {
    const call = request({ socketPath, path: '/window', headers, timeout: patience }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve(windowAnswerSchema.parse(JSON.parse(Buffer.concat(chunks).toString())).window);
        } catch (error) {
          reject(error);
        }
      });
    });
    call.on('timeout', () => call.destroy(new Error('The station did not answer in time')));
    call.on('error', reject);
    call.end();
  });
