/** The whole way, once, with real parts: three station processes over real TLS, the real node-hid on an emulated pedal, real SQLite. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Alarm, StationClient } from '../../main/contract/index.ts';
import { connectControl, type RunningStation } from '../../main/control/connectControl.ts';
import { vecPedal } from '../support/hid/models.ts';
import type { EmulatedDevice } from '../support/hid/emulatedDevice.ts';
import { createTestbed, type Testbed } from '../support/hid/testbed.ts';
import { quietbell, startStation, type StationProcess } from '../support/stationProcess.ts';

interface Desk {
  readonly data: string;
  process: StationProcess;
  door: RunningStation;
}

let folder: string;
let bed: Testbed;
let pedal: EmulatedDevice;
let office: Desk;
let front: Desk;
let children: Desk;

const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 15_000, interval: 30 });
const command = async (data: string, ...args: readonly string[]): Promise<unknown> => {
  const answer = await quietbell([...args, '--data', data, '--json']);
  if (answer.code !== 0) throw new Error(answer.stderr);
  return answer.json;
};
const start = async (data: string, env?: Readonly<Record<string, string>>): Promise<Desk> => {
  const process = await startStation({ data, ...(env === undefined ? {} : { env }) });
  const door = await connectControl(data);
  if (door === null) throw new Error('the station does not answer');
  return { data, process, door };
};
const stop = async (desk: Desk, signal?: NodeJS.Signals): Promise<void> => {
  desk.door.close();
  await desk.process.stop(signal);
};
const joinAs = async (name: string): Promise<Desk> => {
  const data = join(folder, name);
  const { code } = await office.door.client.site.invite({ hours: 1 });
  await command(data, 'join', code, '--station', name);
  return start(data, name === 'Front desk' ? bed.env() : undefined);
};
const only = async (client: StationClient): Promise<Alarm | undefined> => (await client.alarm.list())[0];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-way-'));
  bed = await createTestbed();
  pedal = await bed.plug(vecPedal);
  const data = join(folder, 'Back office');
  await command(data, 'site', 'create', '--name', 'Elm Library', '--station', 'Back office');
  office = await start(data);
  front = await joinAs('Front desk');
  children = await joinAs("Children's desk");
});
afterAll(async () => {
  for (const desk of [office, front, children]) await stop(desk);
  await bed.close();
  await rm(folder, { recursive: true, force: true });
});

describe('from the pedal to the record', () => {
  let alarm: string;
  let run: string;
  let incident: string;

  it('three stations of a site hear one another', async () => {
    for (const desk of [office, front, children]) await eventually(async () => (await desk.door.client.site.status()).heardBy).toBe(2);
  });

  it('a pedal is bound by pressing it, and that calls nobody', async () => {
    for await (const step of await front.door.client.trigger.capture()) {
      if (step.step === 'waiting') pedal.press();
      if (step.step === 'pressed') pedal.release();
      if (step.step === 'released') await front.door.client.trigger.addBinding({ purpose: 'assist', trigger: { type: 'device', device: step.device.match, element: step.element, name: step.name } });
    }
    await eventually(async () => front.door.client.site.status()).toMatchObject({ armed: true, devices: [{ state: 'ok' }] });
    expect(await front.door.client.alarm.list()).toEqual([]);
  });

  it('a press is shown on the other stations, with who, where, how bad and since when', async () => {
    pedal.press();
    pedal.release();
    for (const desk of [office, children]) {
      await eventually(() => only(desk.door.client)).toMatchObject({ level: 'assist', kind: 'real', station: 'Front desk', place: 'Front desk', staff: null, source: 'device' });
    }
    await eventually(async () => (await only(front.door.client))?.receivedBy.toSorted()).toEqual(['Back office', "Children's desk"]);
    alarm = (await only(front.door.client))?.id ?? '';
  });

  it('"I am coming" is seen where it was called', async () => {
    await children.door.client.alarm.acknowledge({ alarm });
    await eventually(() => only(front.door.client)).toMatchObject({ state: 'acknowledged', acknowledgedBy: ["Children's desk"] });
  });

  it('the checklist is walked through, each step with its time, and colleagues can read along', async () => {
    const notes = front.door.client.procedure;
    run = (await notes.start({ procedure: 'get-help', alarm })).id;
    await notes.tick({ run, step: 'use-device', ticked: true });
    await notes.answer({ run, question: 'personal-safety-risk', answer: 'risk' });
    await notes.tick({ run, step: 'stay-calm', ticked: true });
    const seen = async () => {
      for await (const [first] of await office.door.client.procedure.watchAlarmRuns({ alarm })) return first;
      return undefined;
    };
    await eventually(seen).toMatchObject({ ticks: [{ step: 'use-device' }, { step: 'stay-calm' }], answers: [{ answer: 'risk' }] });
    await notes.end({ run });
  });

  it('a colleague arrives and closes it', async () => {
    await children.door.client.alarm.arrive({ alarm });
    await children.door.client.alarm.close({ alarm, note: 'Talked it through', reason: 'resolved' });
    await eventually(() => only(front.door.client)).toMatchObject({ state: 'closed', closeReason: 'resolved' });
  });

  it('the record opens half filled and is filed while the others are down', async () => {
    await stop(office, 'SIGKILL');
    await stop(children);
    const { incident: records } = front.door.client;
    const draft = await records.openDraft({ alarm });
    expect(draft.report).toMatchObject({ place: 'Front desk', outcome: 'Talked it through' });
    expect(draft.report.actions).toMatch(/called for help[\s\S]*I am coming[\s\S]*Stay calm[\s\S]*closed the call/);
    await records.saveDraft({ ...draft, report: { ...draft.report, account: 'A customer leaned over the counter and shouted.' } });
    incident = (await records.file({ ...draft.report, id: draft.id, alarm, title: 'Shouting at the front desk', account: 'A customer leaned over the counter and shouted.' })).id;
    expect(await records.drafts()).toEqual([]);
  });

  it('what was filed is there after kill -9', async () => {
    await stop(front, 'SIGKILL');
    front = await start(front.data, bed.env());
    expect(await front.door.client.incident.get({ id: incident })).toMatchObject({ title: 'Shouting at the front desk', station: 'Front desk', origin: { alarm: { id: alarm }, runs: [{ id: run }] } });
  });

  it('stations that were away catch up by themselves', async () => {
    office = await start(office.data);
    children = await start(children.data);
    for (const desk of [office, children]) {
      await eventually(async () => (await desk.door.client.incident.list()).map(({ title }) => title)).toEqual(['Shouting at the front desk']);
      expect((await desk.door.client.incident.get({ id: incident })).origin.alarm?.state).toBe('closed');
    }
    const proofs = await Promise.all([office, front, children].map((desk) => desk.door.client.site.verify()));
    expect(proofs).toEqual(proofs.map(() => ({ ...proofs[0], ok: true, stations: 3, problems: [] })));
    expect(proofs[0]?.sealed).toBeGreaterThan(0);
  });

  it('filing the same record twice changes nothing', async () => {
    const file = { id: incident, alarm: null, title: 'Something else' };
    expect(await office.door.client.incident.file(file)).toMatchObject({ id: incident, title: 'Shouting at the front desk' });
  });
});
