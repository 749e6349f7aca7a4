import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { reportNotRun } from '../support/notRun.ts';

const child = fileURLToPath(new URL('../support/lan/discoveryChild.ts', import.meta.url));
const a = 'a'.repeat(32);
const b = 'b'.repeat(32);
const tag = process.pid.toString(36);
const left = `qb-${tag}-l`;
const right = `qb-${tag}-r`;

const ip = (...args: readonly string[]): void => void execFileSync('ip', args, { stdio: 'pipe' });
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
if (!isRoot) reportNotRun('Stations find one another by multicast DNS', 'it makes network namespaces of its own, which needs root on Linux');

describe.runIf(isRoot)('discovery on a network of two machines', () => {
  const running: ChildProcess[] = [];

  beforeAll(() => {
    for (const name of [left, right]) ip('netns', 'add', name);
    ip('link', 'add', `l${tag}`, 'netns', left, 'type', 'veth', 'peer', 'name', `r${tag}`, 'netns', right);
    for (const [name, device, host] of [
      [left, `l${tag}`, '10.77.0.1'],
      [right, `r${tag}`, '10.77.0.2'],
    ] as const) {
      ip('-n', name, 'address', 'add', `${host}/24`, 'dev', device);
      ip('-n', name, 'link', 'set', device, 'up');
      ip('-n', name, 'route', 'add', '224.0.0.0/4', 'dev', device);
    }
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map(end));
  });
  afterAll(() => {
    for (const name of [left, right]) ip('netns', 'delete', name);
  });

  const start = (network: string, station: string, site: string, listening = '0.0.0.0:7411') => {
    const started = spawn('ip', ['netns', 'exec', network, process.execPath, child, station, site, listening], { stdio: ['ignore', 'pipe', 'inherit'] });
    running.push(started);
    let text = '';
    started.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    return { process: started, found: (): unknown => JSON.parse(text.trim().split('\n').at(-1) ?? '{}') };
  };

  test('two stations of one site learn each other’s addresses', async () => {
    const one = start(left, a, 'site');
    const other = start(right, b, 'site');
    await expect.poll(other.found, { timeout: 15_000 }).toEqual({ [a]: ['10.77.0.1:7411'] });
    await expect.poll(one.found, { timeout: 15_000 }).toEqual({ [b]: ['10.77.0.2:7411'] });
  });

  test('a station that leaves is forgotten, and found again at its new port', async () => {
    const one = start(left, a, 'site');
    const other = start(right, b, 'site');
    await expect.poll(one.found, { timeout: 15_000 }).toEqual({ [b]: ['10.77.0.2:7411'] });
    await end(other.process);
    await expect.poll(one.found, { timeout: 15_000 }).toEqual({});
    start(right, b, 'site', '0.0.0.0:7500');
    await expect.poll(one.found, { timeout: 15_000 }).toEqual({ [b]: ['10.77.0.2:7500'] });
  });

  test('stations of another site on the same network are none of ours', async () => {
    const one = start(left, a, 'site');
    start(right, b, 'other');
    const third = start(right, 'c'.repeat(32), 'site', '0.0.0.0:7412');
    await expect.poll(one.found, { timeout: 15_000 }).toEqual({ ['c'.repeat(32)]: ['10.77.0.2:7412'] });
    await expect.poll(third.found, { timeout: 15_000 }).toEqual({ [a]: ['10.77.0.1:7411'] });
  });
});

const end = (ending: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (ending.exitCode !== null || ending.signalCode !== null) return resolve();
    ending.once('close', () => resolve());
    ending.kill('SIGTERM');
  });
