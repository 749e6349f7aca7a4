/** A whole station process with the real node-hid and an emulated pedal: bound, pressed, unplugged, plugged in again. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { vecPedal } from '../support/hid/models.ts';
import type { EmulatedDevice } from '../support/hid/emulatedDevice.ts';
import { createTestbed } from '../support/hid/testbed.ts';
import type { Testbed } from '../support/hid/testbed.ts';
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
const bindByPressing = async (pedal: EmulatedDevice): Promise<void> => {
  const program = fileURLToPath(new URL('../../main/cli/quietbell.mjs', import.meta.url));
  const child = spawn(process.execPath, [program, 'bind', '--data', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
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
