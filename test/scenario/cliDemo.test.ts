import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { builtProgram } from '../support/builtProgram.ts';
import { answered, answers } from '../support/cliAnswers.ts';
import { quietbell } from '../support/stationProcess.ts';

const bootstrap = fileURLToPath(new URL('../../main/cli/quietbell.mjs', import.meta.url));
const demoSchema = z.object({ stations: z.array(z.object({ station: z.string(), data: z.string(), window: z.url() })).length(3), staff: z.array(z.object({ pin: z.string() })) });

let folder = '';
beforeAll(async () => {
  builtProgram('renderer/index.html');
  folder = await mkdtemp(join(tmpdir(), 'quietbell-demo-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts the demo and waits until it says what it is. */
const startDemo = async () => {
  const child = spawn(process.execPath, [bootstrap, 'demo', '--json', '--no-open', '--data', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const line = new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve));
  const said = await Promise.race([line, ended]);
  return {
    demo: demoSchema.parse(JSON.parse(String(said))),
    stop: (signal: NodeJS.Signals) => {
      child.kill(signal);
      return ended;
    },
  };
};

const soon = { timeout: 20_000, interval: 100 };

describe('the demo', () => {
  it('is three stations that hear one another, with a window each and a pretended pedal', async () => {
    const { demo, stop } = await startDemo();
    expect(new Set(demo.stations.map(({ window }) => new URL(window).port)).size).toBe(3);
    for (const { window } of demo.stations) expect((await fetch(window, { redirect: 'manual' })).status).toBe(303);

    const { alarm } = answered(answers.press, await quietbell(['demo', '--press', '--json', '--data', folder]));
    for (const { data } of demo.stations) {
      await vi.waitFor(async () => {
        const { alarms } = answered(answers.alarms, await quietbell(['alarms', '--json', '--data', data]));
        expect(alarms.find(({ id }) => id === alarm)?.receivedBy.toSorted()).toEqual(['Back office', "Children's desk"]);
      }, soon);
    }
    expect(await quietbell(['demo', '--json', '--data', folder])).toMatchObject({ code: 1, errorJson: { error: { type: 'StationRunning' } } });
    expect(await stop('SIGINT')).toBe(0);
  });

  it('ends its stations with it, even when it is killed, and can be started again', async () => {
    const { demo, stop } = await startDemo();
    await stop('SIGKILL');
    for (const { data } of demo.stations) {
      await vi.waitFor(async () => expect((await quietbell(['press', '--data', data])).stderr).toContain('No station runs'), soon);
    }
    expect(await quietbell(['demo', '--press', '--json', '--data', folder])).toMatchObject({ code: 1, errorJson: { error: { type: 'StationNotRunning' } } });
    const again = await startDemo();
    expect(await again.stop('SIGINT')).toBe(0);
  });
});
