import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createCutNetwork, whyNoNetwork } from '../support/cutNetwork.ts';
import type { CutNetwork, Room } from '../support/cutNetwork.ts';
import { reportNotRun } from '../support/notRun.ts';

const child = fileURLToPath(new URL('../support/lan/discoveryChild.ts', import.meta.url));
const a = 'a'.repeat(32);
const b = 'b'.repeat(32);
const name = 'discovery on a network of two machines';
const unable = whyNoNetwork();
if (unable !== null) reportNotRun(name, unable);

describe.runIf(unable === null)(name, () => {
  const running: ChildProcess[] = [];
  let network: CutNetwork;
  let left: Room;
  let right: Room;

  beforeAll(async () => {
    network = await createCutNetwork();
    [left, right] = network.rooms;
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map(end));
  });
  afterAll(() => network.close());

  const start = ({ under: [program = '', ...args] }: Room, station: string, site: string, listening = '0.0.0.0:7411') => {
    const started = spawn(program, [...args, process.execPath, child, station, site, listening], { stdio: ['ignore', 'pipe', 'inherit'] });
    running.push(started);
    let text = '';
    started.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    return { process: started, found: (): unknown => JSON.parse(text.trim().split('\n').at(-1) ?? '{}') };
  };

  test('two stations of one site learn each other’s addresses', async () => {
    const one = start(left, a, 'site');
    const other = start(right, b, 'site');
    await expect.poll(other.found, { timeout: 15_000 }).toEqual({ [a]: [`${left.address}:7411`] });
    await expect.poll(one.found, { timeout: 15_000 }).toEqual({ [b]: [`${right.address}:7411`] });
  });

  test('a station that leaves is forgotten, and found again at its new port', async () => {
    const one = start(left, a, 'site');
    const other = start(right, b, 'site');
    await expect.poll(one.found, { timeout: 15_000 }).toEqual({ [b]: [`${right.address}:7411`] });
    await end(other.process);
    await expect.poll(one.found, { timeout: 15_000 }).toEqual({});
    start(right, b, 'site', '0.0.0.0:7500');
    await expect.poll(one.found, { timeout: 15_000 }).toEqual({ [b]: [`${right.address}:7500`] });
  });

  test('stations of another site on the same network are none of ours', async () => {
    const one = start(left, a, 'site');
    start(right, b, 'other');
    const third = start(right, 'c'.repeat(32), 'site', '0.0.0.0:7412');
    await expect.poll(one.found, { timeout: 15_000 }).toEqual({ ['c'.repeat(32)]: [`${right.address}:7412`] });
    await expect.poll(third.found, { timeout: 15_000 }).toEqual({ [a]: [`${left.address}:7411`] });
  });

  test('where there is no IPv4 at all, stations that listen at IPv6 find each other by IPv6', async () => {
    await network.readdress(0, 'fd83::1/64');
    await network.readdress(1, 'fd83::2/64');
    const one = start(left, a, 'site', '[::]:7411');
    const other = start(right, b, 'site', '[::]:7411');
    await expect.poll(other.found, { timeout: 15_000 }).toEqual({ [a]: ['[fd83::1]:7411'] });
    await expect.poll(one.found, { timeout: 15_000 }).toEqual({ [b]: ['[fd83::2]:7411'] });
    await end(other.process);
    await expect.poll(one.found, { timeout: 15_000 }).toEqual({});
  });
});

const end = (ending: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (ending.exitCode !== null || ending.signalCode !== null) return resolve();
    ending.once('close', () => resolve());
    ending.kill('SIGTERM');
  });
