import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Alarm, Run, StationClient } from '../../../../main/contract/index.ts';
import { problemOf } from '../../../../main/station/answers.ts';
import { createStation } from '../../../../main/station/createStation.ts';
import type { Station } from '../../../../main/station/station.ts';
import { createNoDevices } from '../../../../native/noDevices.ts';
import { createNoRelays } from '../../../../native/noRelays.ts';
import { silentLog } from '../../../support/ledger/testLedger.ts';
import { quickCodes } from '../../../support/quickCodes.ts';

const pin = '2468';
const duressCode = '2469';

describe('closing an alarm, between two stations that are connected', () => {
  const open: { readonly station: Station; readonly folder: string }[] = [];
  let front: StationClient;
  let office: StationClient;
  let ada = '';

  const start = async (): Promise<Station> => {
    const folder = await mkdtemp(join(tmpdir(), 'quietbell-closing-'));
    const created = await createStation({ dataFolder: folder, databaseKey: null, listen: '127.0.0.1:0', live: true, devices: createNoDevices(), relays: createNoRelays(), log: silentLog, codes: quickCodes });
    if (!created.ok) throw new Error(created.error.message);
    open.push({ station: created.value, folder });
    return created.value;
  };

  const shown = async (client: StationClient, alarm: string): Promise<Alarm | undefined> => {
    for await (const alarms of await client.alarm.watch()) return alarms.find(({ id }) => id === alarm);
    return undefined;
  };

  const eventually = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 10_000 });

  const eventsOf = async (index: number): Promise<number> => (await open[index]?.station.client('command').site.verify())?.events ?? 0;

  const press = async (): Promise<string> => {
    const { alarm } = await front.alarm.press({ id: uuid(), level: 'assist', kind: 'real', source: 'key' });
    await eventually(async () => (await shown(front, alarm))?.receivedBy).toEqual(['Office']);
    return alarm;
  };

  beforeAll(async () => {
    const first = await start();
    await first.client('command').setup.createSite({ site: 'Harbour library', station: 'Office' });
    const { code } = await first.client('command').site.invite({ hours: 1 });
    const second = await start();
    await second.client('command').setup.joinSite({ code, station: 'Front' });
    office = first.client('window');
    front = second.client('window');
    ada = (await second.client('command').staff.add({ name: 'Ada', role: 'supervisor', pin })).id;
    await second.client('command').staff.setDuressCode({ staff: ada, code: duressCode });
  });
  afterAll(async () => {
    for (const { station, folder } of open) {
      await station.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  const codeOf = async (call: Promise<void>): Promise<string | undefined> => {
    try {
      await call;
      return undefined;
    } catch (error) {
      return problemOf(error)?.type;
    }
  };

  const runsAt = async (client: StationClient, alarm: string): Promise<readonly Run[]> => {
    for await (const runs of await client.procedure.watchAlarmRuns({ alarm })) return runs;
    return [];
  };
  const firstProcedure = async (): Promise<string> => (await office.procedure.list())[0]?.id ?? '';

  it('is for a colleague at another station, without a PIN', async () => {
    const alarm = await press();
    await office.alarm.close({ alarm });
    await eventually(() => shown(front, alarm)).toMatchObject({ state: 'closed', followUp: 'none', closedBy: { station: 'Office' } });
  });

  it('where it was raised needs somebody signed in, and the PIN', async () => {
    const alarm = await press();
    expect(await codeOf(front.alarm.close({ alarm, pin }))).toBe('SignInRequired');
    await front.session.signIn({ staff: ada, pin });
    expect(await codeOf(front.alarm.close({ alarm }))).toBe('PinWrong');
    expect(await codeOf(front.alarm.close({ alarm, pin: '0000' }))).toBe('PinWrong');
    await front.alarm.close({ alarm, pin, reason: 'false-alarm' });
    await eventually(() => shown(office, alarm)).toMatchObject({ state: 'closed', followUp: 'asked', closedBy: { station: 'Front', staff: 'Ada' } });
    expect((await shown(office, alarm))?.timeline.map(({ what }) => what)).toContain('called-off');
    await office.alarm.followUp({ alarm });
    await eventually(() => shown(front, alarm)).toMatchObject({ followUp: 'done' });
  });

  it('tells an unsigned window that it is over, and not what was written about it', async () => {
    const alarm = await press();
    await office.alarm.close({ alarm, note: 'The man in the red coat was asked to leave.' });
    await eventually(() => shown(front, alarm)).toMatchObject({ state: 'closed', closeNote: 'The man in the red coat was asked to leave.' });
    await eventually(() => shown(office, alarm)).toMatchObject({ state: 'closed', closeNote: '', closedBy: { station: 'Office' } });
  });

  it('with the duress code looks on that screen to the letter as with the PIN, and raises emergency at the other', async () => {
    const closed: (Alarm | undefined)[] = [];
    for (const code of [pin, duressCode]) {
      const alarm = await press();
      await front.alarm.seen({ alarm });
      await front.alarm.close({ alarm, pin: code, reason: 'false-alarm', note: 'nothing' });
      closed.push(await shown(front, alarm));
    }
    const [afterPin, afterDuress] = closed.map((alarm) => ({ ...alarm, id: '', raisedAt: '', closedAt: '', timeline: alarm?.timeline.map(({ at: _at, ...entry }) => entry), recipients: alarm?.recipients.map(({ at: _at, ...recipient }) => recipient) }));
    expect(afterDuress).toEqual(afterPin);
    const forced = closed[1]?.id ?? '';
    await eventually(() => shown(office, forced)).toMatchObject({ state: 'received', level: 'emergency', duress: true, addressed: true });
    await office.alarm.acknowledge({ alarm: forced });
    await office.alarm.arrive({ alarm: forced });
    expect(await codeOf(front.alarm.close({ alarm: forced, pin }))).toBe('AlarmClosed');
    expect(await codeOf(front.alarm.acknowledge({ alarm: forced }))).toBe('AlarmClosed');
    expect(await shown(front, forced)).toEqual(closed[1]);
    expect((await front.alarm.list()).find(({ id }) => id === forced)).toMatchObject({ state: 'closed', duress: false });
    const before = await runsAt(front, forced);
    const { id: walk } = await office.procedure.start({ procedure: await firstProcedure(), alarm: forced });
    await eventually(async () => (await runsAt(office, forced)).map(({ id }) => id)).toContain(walk);
    // Both go on writing what they measure: it is there when they have the same.
    await eventually(async () => (await eventsOf(1)) - (await eventsOf(0))).toBe(0);
    expect(await runsAt(front, forced)).toEqual(before);
    const { report } = await front.incident.openDraft({ alarm: forced });
    expect(`${report.title}${report.actions}`).not.toMatch(/emergency|duress|was there/i);
    await office.alarm.close({ alarm: forced });
    await eventually(() => shown(front, forced)).toMatchObject({ state: 'closed', duress: true, closedBy: { station: 'Office' } });
  });

  it('with the duress code ends a drill on every screen, and calls for real at the other station alone', async () => {
    await front.session.signIn({ staff: ada, pin });
    const { alarm: drill } = await front.alarm.press({ id: uuid(), level: 'assist', kind: 'drill', source: 'key' });
    await eventually(async () => (await shown(office, drill))?.kind).toBe('drill');
    const before = (await front.alarm.list()).map(({ id }) => id);
    await front.alarm.close({ alarm: drill, reason: 'drill', pin: duressCode });
    expect(await shown(front, drill)).toMatchObject({ state: 'closed', duress: false });
    expect((await front.alarm.list()).map(({ id }) => id).toSorted()).toEqual(before.toSorted());
    await eventually(async () => (await shown(office, drill))?.state).toBe('closed');
    const real = async (): Promise<Alarm | undefined> => {
      for await (const alarms of await office.alarm.watch()) return alarms.find(({ source, closedAt }) => source === 'duress' && closedAt === null);
      return undefined;
    };
    await eventually(real).toMatchObject({ kind: 'real', level: 'emergency', station: 'Front' });
    await office.alarm.close({ alarm: (await real())?.id ?? '' });
    await front.session.signOut();
  });

  it('a sign-in with the duress code is a sign-in, and an emergency at the other station', async () => {
    const before = (await office.alarm.press({ id: uuid(), level: 'assist', kind: 'real', source: 'key' })).alarm;
    const usual = await front.session.signIn({ staff: ada, pin });
    expect(await front.session.signIn({ staff: ada, pin: duressCode })).toEqual(usual);
    const others = async () => {
      for await (const alarms of await office.alarm.watch()) return alarms.filter(({ closedAt, id }) => closedAt === null && id !== before);
      return [];
    };
    await eventually(others).toMatchObject([{ level: 'emergency', source: 'duress', duress: true, station: 'Front', staff: { name: 'Ada' } }]);
    const [forced] = await others();
    expect(await shown(front, forced?.id ?? '')).toBeUndefined();
    expect(JSON.stringify(await front.alarm.list())).not.toContain(forced?.id);
  });

  it('an alarm that is still open comes to a station that joins late', async () => {
    const alarm = await press();
    const { code } = await open[0]?.station.client('command').site.invite({ hours: 1 }) ?? { code: '' };
    const late = await start();
    await late.client('command').setup.joinSite({ code, station: 'Late' });
    await eventually(() => shown(late.client('window'), alarm)).toMatchObject({ id: alarm, addressed: true, closedAt: null });
    await eventually(async () => (await shown(front, alarm))?.receivedBy).toEqual(['Office', 'Late']);
  });
});
