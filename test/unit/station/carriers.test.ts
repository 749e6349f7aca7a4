import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { StationClient } from '../../../main/contract/index.ts';
import { createAttendance } from '../../../main/station/fault/attendance.ts';
import { createChanges } from '../../../main/station/changes.ts';
import { createCaptures } from '../../../main/station/trigger/captures.ts';
import { createCarriers } from '../../../main/station/carriers.ts';
import { createRouter } from '../../../main/station/router/router.ts';
import { createStation } from '../../../main/station/createStation.ts';
import type { Station } from '../../../main/station/station.ts';
import { createNoDevices } from '../../../native/noDevices.ts';
import { createNoRelays } from '../../../native/noRelays.ts';
import { silentLog } from '../../support/ledger/testLedger.ts';
import { quickCodes } from '../../support/quickCodes.ts';

// A rejection or exception that nobody handles fails a run of vitest by itself; in a station it ends the process that makes the alarms.
describe('a station that is sent nonsense', () => {
  let folder = '';
  let station: Station;
  let server: WebSocketServer;
  const open = async (): Promise<WebSocket> => {
    const { port } = server.address() as AddressInfo;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
    socket.on('error', () => {});
    await once(socket, 'open');
    return socket;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-nonsense-'));
    const created = await createStation({ dataFolder: folder, databaseKey: null, listen: '127.0.0.1:0', live: true, devices: createNoDevices(), relays: createNoRelays(), log: silentLog, codes: quickCodes });
    if (!created.ok) throw new Error(created.error.message);
    station = created.value;
    server = new WebSocketServer({ port: 0, host: '127.0.0.1', maxPayload: 1024 });
    server.on('connection', (socket) => station.serveWebSocket(socket, 'window'));
    await once(server, 'listening');
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    for (const socket of server.clients) socket.terminate();
    server.close();
    await station.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('goes on answering on a port that carried what is no call', async () => {
    const { port1, port2 } = new MessageChannel();
    station.serveMessagePort(port1, 'window');
    port1.start();
    for (const nonsense of ['no JSON', {}, 42, null, '{"i":"1"}']) port2.postMessage(nonsense);
    const client = createORPCClient<StationClient>(new PortLink({ port: port2 }));
    port2.start();
    expect(await client.setup.state()).toMatchObject({ phase: 'new' });
    port2.close();
  });

  it('outlives a socket that carries what is no call, and one that breaks the protocol', async () => {
    const socket = await open();
    socket.send('no JSON');
    socket.send(new Uint8Array([1, 2, 3]));
    const closed = once(socket, 'close');
    socket.send('x'.repeat(2000));
    await closed;
    const again = await open();
    expect(again.readyState).toBe(WebSocket.OPEN);
    again.close();
  });
});

describe('subscriptions of a window that goes away', () => {
  it('end with its connection, and leave nothing behind that is still asked', async () => {
    const changes = createChanges(silentLog);
    let asked = 0;
    const router = createRouter({
      parts: () => {
        asked += 1;
        return null;
      },
      devices: createNoDevices(),
      captures: createCaptures(createNoDevices(), changes),
      changes,
      log: silentLog,
      setupState: () => ({ phase: 'new' }),
      createSite: () => Promise.reject(new Error('not asked for')),
      joinSite: () => Promise.reject(new Error('not asked for')),
    });
    const { port1, port2 } = new MessageChannel();
    const attendance = createAttendance({ now: Date.now }, changes);
    createCarriers(router, silentLog, attendance).serveMessagePort(port1, 'window');
    expect(attendance.windows()).toBe(1);
    port1.start();
    const client = createORPCClient<StationClient>(new PortLink({ port: port2 }));
    port2.start();
    const sessions = (await client.session.watch())[Symbol.asyncIterator]();
    const bindings = (await client.trigger.watchBindings())[Symbol.asyncIterator]();
    await sessions.next();
    await bindings.next();

    asked = 0;
    changes.announce('session', 'bindings');
    await vi.waitFor(() => expect(asked).toBe(2));
    const closed = once(port1, 'close');
    port2.close();
    await closed;
    expect(attendance.windows()).toBe(0);
    changes.announce('session', 'bindings');
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBe(2);
  });
});
