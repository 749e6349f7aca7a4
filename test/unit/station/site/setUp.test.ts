import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDefinedError, safe } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Devices } from '../../../../main/core/trigger/devices.ts';
import { createStation } from '../../../../main/station/createStation.ts';
import type { Station } from '../../../../main/station/station.ts';
import { createNoDevices } from '../../../../native/noDevices.ts';
import { createNoRelays } from '../../../../native/noRelays.ts';
import { silentLog } from '../../../support/ledger/testLedger.ts';
import { quickCodes } from '../../../support/quickCodes.ts';

const site = { site: 'Harbour library', station: 'Desk 1', administrator: { name: 'Ada', pin: '2468' } };

describe('the set-up of a station', () => {
  let folder = '';
  let station: Station;
  let other: Server;
  let devicesClosed = 0;

  const open = async (listen: string): Promise<void> => {
    const devices: Devices = {
      ...createNoDevices(),
      close: async () => {
        devicesClosed += 1;
      },
    };
    const created = await createStation({ dataFolder: folder, databaseKey: null, listen, live: true, devices, relays: createNoRelays(), log: silentLog, codes: quickCodes });
    if (!created.ok) throw new Error(created.error.message);
    station = created.value;
  };

  beforeEach(async () => {
    devicesClosed = 0;
    folder = await mkdtemp(join(tmpdir(), 'quietbell-set-up-'));
    other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
  });
  afterEach(async () => {
    await station.close();
    other.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('that found its port taken goes on with the same station when it is tried again, and its pedals still work', async () => {
    const { port } = other.address() as AddressInfo;
    await open(`127.0.0.1:${port}`);
    const window = station.client('window');
    const first = await safe(window.setup.createSite(site));
    expect(isDefinedError(first.error) && first.error.data.type).toBe('PortInUse');
    expect(station.phase()).toBe('new');
    expect(devicesClosed).toBe(0);

    other.close();
    await once(other, 'close');
    await window.setup.createSite(site);
    expect(station.phase()).toBe('ready');
    expect((await window.site.status()).peers).toEqual([]);
    expect(await window.staff.list()).toMatchObject([{ name: 'Ada' }]);
    expect(await window.trigger.bindings()).toHaveLength(2);
    expect(await window.site.verify()).toMatchObject({ ok: true, stations: 1 });
  });

  it('that is asked for twice at once makes one station', async () => {
    await open('127.0.0.1:0');
    const window = station.client('window');
    const [first, second] = await Promise.all([safe(window.setup.createSite(site)), safe(window.setup.createSite(site))]);
    expect(first.error).toBeNull();
    expect(isDefinedError(second.error) && second.error.data.type).toBe('SiteExists');
    expect(await window.staff.list()).toHaveLength(1);
  });

  it('begins with a noticeboard in the language that it was set up in', async () => {
    await open('127.0.0.1:0');
    const window = station.client('window');
    await window.setup.createSite({ ...site, language: 'de' });
    for await (const { hours, numbers } of await window.board.watch()) {
      expect([...hours.map(({ days }) => days), ...numbers.map(({ label }) => label)]).toEqual(['Montag bis Freitag', 'Samstag', 'Empfang']);
      break;
    }
  });
});

describe('a window at which nobody is signed in', () => {
  it('cannot mute the pedals by waiting for a press, and can still call for help', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'quietbell-window-'));
    let captures = 0;
    const devices: Devices = {
      ...createNoDevices(),
      capture: () => {
        captures += 1;
        return () => undefined;
      },
    };
    const created = await createStation({ dataFolder: folder, databaseKey: null, listen: '127.0.0.1:0', live: true, devices, relays: createNoRelays(), log: silentLog, codes: quickCodes });
    if (!created.ok) throw new Error(created.error.message);
    const station = created.value;
    await station.client('command').setup.createSite({ site: 'Harbour library', station: 'Desk 1' });
    const window = station.client('window');
    const { error } = await safe(window.trigger.capture());
    expect(isDefinedError(error) && error.data.type).toBe('SignInRequired');
    expect(captures).toBe(0);
    expect(await window.alarm.press({ id: '00000000-0000-7000-8000-000000000001', level: 'assist', kind: 'real', source: 'key' })).toMatchObject({ alarm: expect.any(String) });
    await station.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('can use a bound key: its edges are taken without a sign-in, and an edge of what is not bound is refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'quietbell-window-'));
    const created = await createStation({ dataFolder: folder, databaseKey: null, listen: '127.0.0.1:0', live: true, devices: createNoDevices(), relays: createNoRelays(), log: silentLog, codes: quickCodes });
    if (!created.ok) throw new Error(created.error.message);
    const station = created.value;
    await station.client('command').setup.createSite({ site: 'Harbour library', station: 'Desk 1' });
    const key = { type: 'key', key: { code: 'F13', ctrl: false, alt: false, shift: false } } as const;
    const { id: binding } = await station.client('command').trigger.addBinding({ trigger: key, gesture: { type: 'press' }, purpose: 'emergency' });
    const window = station.client('window');
    const edge = { id: '00000000-0000-7000-8000-000000000002', binding, pressed: true };
    await window.trigger.edge(edge);
    await window.trigger.edge(edge);
    expect(await station.client('command').alarm.list()).toMatchObject([{ id: edge.id, level: 'emergency', source: 'key' }]);
    const { error } = await safe(window.trigger.edge({ ...edge, id: '00000000-0000-7000-8000-000000000003', binding: edge.id }));
    expect(isDefinedError(error) && error.data.type).toBe('BindingUnknown');
    await station.close();
    await rm(folder, { recursive: true, force: true });
  });
});
