/** A whole station process with the real node-hid and an emulated pedal: bound, pressed, unplugged, plugged in again. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { quietbellProgram } from '../support/builtProgram.ts';
import { vecPedal } from '../support/hid/models.ts';
import type { EmulatedDevice } from '../support/hid/emulatedDevice.ts';
import { createTestbed } from '../support/hid/testbed.ts';
import type { Testbed } from '../support/hid/testbed.ts';
import { connectControl } from '../../main/control/connectControl.ts';
import { quietbell, startStation } from '../support/stationProcess.ts';
import type { StationProcess } from '../support/stationProcess.ts';

let folder: string;
let bed: Testbed;
let station: StationProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'quietbell-pedal-'));
  bed = await createTestbed();
});
afterEach(async () => {
  await station?.stop();
  station = undefined;
  await bed.close();
  await rm(folder, { recursive: true, force: true });
});

/** One command on this data folder; its JSON. Fails with the command's own words. */
const command = async (...args: readonly string[]): Promise<unknown> => {
  const answer = await quietbell([...args, '--data', folder, '--json']);
  if (answer.code !== 0) throw new Error(answer.stderr);
  return answer.json;
};
const alarmLevels = async (): Promise<readonly string[]> =>
  z.object({ alarms: z.array(z.object({ level: z.string() })) }).parse(await command('alarms')).alarms.map(({ level }) => level);
const status = async () => z.object({ armed: z.boolean(), devices: z.array(z.object({ name: z.string(), state: z.string() })) }).parse(await command('status'));
const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 20_000, interval: 50 });

/** `quietbell bind`, with a foot that does what it is told. */
const bindByPressing = async (pedal: EmulatedDevice, ...args: readonly string[]): Promise<void> => {
  const child = spawn(process.execPath, [quietbellProgram(), 'bind', ...args, '--data', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let feet: 'up' | 'down' | 'done' = 'up';
  const listen = (text: string): void => {
    said += text;
    if (feet === 'up' && said.includes('Press it now.')) {
      feet = 'down';
      pedal.press();
    }
    if (feet === 'down' && said.includes('Now let it go.')) {
      feet = 'done';
      pedal.release();
    }
  };
  child.stdout.setEncoding('utf8').on('data', listen);
  child.stderr.setEncoding('utf8').on('data', listen);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(said);
};

test('a press on the bound pedal raises the alarm of the station, also after the pedal was unplugged and the station started again', async () => {
  const pedal = await bed.plug(vecPedal, { port: '1-2' });
  await command('site', 'create', '--name', 'Library', '--station', 'Desk 1');
  station = await startStation({ data: folder, env: bed.env() });

  await bindByPressing(pedal);
  await eventually(status).toMatchObject({ armed: true, devices: [{ name: 'VEC / Infinity foot pedal', state: 'ok' }] });
  // Binding called nobody.
  expect(await alarmLevels()).toEqual([]);

  pedal.press();
  await eventually(alarmLevels).toEqual(['assist']);
  pedal.release();

  await pedal.unplug();
  await eventually(status).toMatchObject({ armed: false, devices: [{ state: 'absent' }] });
  await station.stop();
  station = await startStation({ data: folder, env: bed.env() });
  const again = await bed.plug(vecPedal, { port: '1-2' });
  await eventually(status).toMatchObject({ armed: true, devices: [{ state: 'ok' }] });

  // A second press while the alarm is open raises it to an emergency.
  again.press();
  await eventually(alarmLevels).toEqual(['emergency']);
  expect(await station.stop()).toBe(0);
});

const faults = async () => z.object({ faults: z.array(z.object({ kind: z.string(), message: z.string() })) }).parse(await command('status')).faults.filter(({ kind }) => kind === 'device');
/** A foot in its own time: milliseconds down and up in turns. */
const step = async (pedal: EmulatedDevice, ...rhythm: readonly number[]): Promise<void> => {
  for (const [index, milliseconds] of rhythm.entries()) {
    if (index % 2 === 0) pedal.press();
    else pedal.release();
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  }
  pedal.release();
};

test('a pedal that asks for two presses does nothing for one; with a press for colleagues beside it, that one calls at once', async () => {
  const pedal = await bed.plug(vecPedal, { port: '1-2' });
  await command('site', 'create', '--name', 'Library', '--station', 'Desk 1');
  station = await startStation({ data: folder, env: bed.env() });
  await bindByPressing(pedal, '--purpose', 'emergency', '--gesture', 'double-press');
  await eventually(status).toMatchObject({ armed: true });
  await step(pedal, 400);
  expect(await alarmLevels()).toEqual([]);
  await step(pedal, 120, 150, 400);
  await eventually(alarmLevels).toEqual(['emergency']);

  const [alarm] = z.object({ alarms: z.array(z.object({ id: z.string() })) }).parse(await command('alarms')).alarms;
  const running = await connectControl(folder);
  await running?.client.alarm.close({ alarm: alarm?.id ?? '' });
  running?.close();
  await bindByPressing(pedal, '--purpose', 'assist', '--gesture', 'press');
  await step(pedal, 400);
  await eventually(alarmLevels).toContain('assist');
});

test('a held pedal raises its alarm while it is held; held for too long it is a fault, and well again when it is let go', async () => {
  const pedal = await bed.plug(vecPedal, { port: '1-2' });
  await command('site', 'create', '--name', 'Library', '--station', 'Desk 1');
  station = await startStation({ data: folder, env: bed.env() });
  await bindByPressing(pedal, '--purpose', 'emergency', '--gesture', 'hold:1');
  const running = await connectControl(folder);
  await running?.client.station.changeSettings({ stuckAfter: 5 });
  running?.close();

  await eventually(status).toMatchObject({ armed: true });
  pedal.press();
  await eventually(alarmLevels).toEqual(['emergency']);
  await eventually(status).toMatchObject({ armed: false, devices: [{ state: 'stuck' }] });
  expect(await faults()).toMatchObject([{ message: expect.stringContaining('held down for too long') }]);
  pedal.release();
  await eventually(status).toMatchObject({ armed: true, devices: [{ state: 'ok' }] });
  await eventually(faults).toEqual([]);
});
