import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectControl } from '../../../main/control/connectControl.ts';
import { controlAddress } from '../../../main/control/controlAddress.ts';
import { openControlSocket } from '../../../main/control/controlSocket.ts';
import type { ControlSocket } from '../../../main/control/controlSocket.ts';
import { contract } from '../../../main/contract/index.ts';
import type { Door, Station } from '../../../main/station/station.ts';

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const press = { id: '019ab000-0000-7000-8000-000000000001', level: 'assist', source: 'command' } as const;

/** One procedure of the contract over the real carrier is enough to show who gets through. */
const doors: Door[] = [];
const handler = new RPCHandler({ alarm: { press: implement(contract).alarm.press.handler(({ input }) => ({ alarm: input.id })) } });
const station: Pick<Station, 'serveWebSocket'> = {
  serveWebSocket: (socket, door) => {
    doors.push(door);
    void handler.upgrade(socket);
  },
};

let dataFolder = '';
let open: ControlSocket[] = [];

const openDoor = async (folder = dataFolder): Promise<void> => {
  const opened = await openControlSocket({ dataFolder: folder, station, log: quiet, windowAddress: () => 'http://127.0.0.1:1/open?token=x' });
  if (!opened.ok) throw new Error(opened.error.message);
  open.push(opened.value);
};

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'quietbell-control-'));
  doors.length = 0;
});

afterEach(async () => {
  for (const socket of open) await socket.close();
  open = [];
  await rm(dataFolder, { recursive: true, force: true });
});

describe('the local socket of a running station', () => {
  it('answers the contract to whoever can read the data folder, as a command', async () => {
    await openDoor();
    const running = await connectControl(dataFolder);
    expect(await running?.client.alarm.press(press)).toEqual({ alarm: press.id });
    expect(await running?.windowAddress()).toBe('http://127.0.0.1:1/open?token=x');
    expect(doors).toEqual(['command']);
    running?.close();
  });

  it('and its token may be used by their owner only', async () => {
    await openDoor();
    const { socket, tokenFile } = controlAddress(dataFolder);
    for (const file of [socket, tokenFile]) expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('refuses a caller with a wrong token', async () => {
    await openDoor();
    await writeFile(controlAddress(dataFolder).tokenFile, 'f'.repeat(64));
    expect(await connectControl(dataFolder)).toBeNull();
    expect(doors).toEqual([]);
  });

  it('refuses a request without a token', async () => {
    await openDoor();
    const status = await new Promise((resolve, reject) => {
      request({ socketPath: controlAddress(dataFolder).socket, path: '/window' }, (response) => resolve(response.resume().statusCode)).on('error', reject).end();
    });
    expect(status).toBe(403);
  });

  it('has nobody behind it when no station runs', async () => {
    expect(await connectControl(dataFolder)).toBeNull();
  });

  it('replaces the socket file that a killed process left behind', async () => {
    const { socket } = controlAddress(dataFolder);
    spawnSync(process.execPath, ['-e', `require('net').createServer().listen(${JSON.stringify(socket)}, () => process.kill(process.pid, 'SIGKILL'))`], { stdio: 'ignore' });
    expect((await stat(socket)).isSocket()).toBe(true);
    await openDoor();
    const running = await connectControl(dataFolder);
    expect(running).not.toBeNull();
    running?.close();
  });

  it('is not taken over while another process answers at it', async () => {
    await openDoor();
    const second = await openControlSocket({ dataFolder, station, log: quiet, windowAddress: () => null });
    expect(second).toMatchObject({ ok: false, error: { type: 'DataFolderInUse' } });
    const running = await connectControl(dataFolder);
    expect(running).not.toBeNull();
    running?.close();
  });

  it('moves to a folder of its own when the data folder has a path too long for a socket', async () => {
    const deep = join(dataFolder, 'a'.repeat(60), 'b'.repeat(60));
    await mkdir(deep, { recursive: true });
    await openDoor(deep);
    const { folder } = controlAddress(deep);
    expect((await stat(folder ?? '')).mode & 0o777).toBe(0o700);
    const running = await connectControl(deep);
    expect(running).not.toBeNull();
    running?.close();
  });

  it('takes its token away when it closes', async () => {
    await openDoor();
    await open.pop()?.close();
    await expect(readFile(controlAddress(dataFolder).tokenFile)).rejects.toThrow('ENOENT');
  });
});
