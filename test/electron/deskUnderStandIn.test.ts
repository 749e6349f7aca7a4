import { access, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Alarm } from '../../main/contract/index.ts';
import { connectControl } from '../../main/control/connectControl.ts';
import type { RunningStation } from '../../main/control/connectControl.ts';
import { createStation } from '../../main/station/createStation.ts';
import type { Station } from '../../main/station/station.ts';
import { createNoDevices } from '../../native/noDevices.ts';
import { createNoRelays } from '../../native/noRelays.ts';
import { deskPage, launchDesk, openScreen } from './launchDesk.ts';
import type { RunningDesk, Screen } from './launchDesk.ts';

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const patience = { timeout: 20_000, interval: 50 };

describe('the bundled Electron host, from the press to the screen', () => {
  let folder = '';
  let deskFolder = '';
  let screen: Screen;
  let desk: RunningDesk;
  let colleague: Station;

  /** The command line's way to the station that the host started. */
  const control = (): Promise<RunningStation> =>
    vi.waitFor(async () => {
      const running = await connectControl(deskFolder);
      if (running === null) throw new Error(`The station does not answer yet ${desk.errors()}`);
      return running;
    }, patience);
  const alarmsOfColleague = (): Promise<readonly Alarm[]> => colleague.client('command').alarm.list();
  /** The colleague closes it, and the desk has heard so: a press after that is a new call. */
  const closeEverywhere = async (alarm: string): Promise<void> => {
    await colleague.client('command').alarm.close({ alarm });
    const { client, close } = await control();
    await vi.waitFor(async () => expect((await client.alarm.list()).find(({ id }) => id === alarm)?.state).toBe('closed'), patience);
    close();
  };
  const cue = async (shape: string): Promise<void> => (await deskPage(screen)).locator(`svg[data-shape="${shape}"]`).waitFor({ state: 'attached', timeout: 20_000 });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-electron-'));
    deskFolder = join(folder, 'desk');
    screen = await openScreen();
    desk = launchDesk(screen, deskFolder);
    const created = await createStation({ dataFolder: join(folder, 'colleague'), databaseKey: null, listen: '127.0.0.1:0', live: true, devices: createNoDevices(), relays: createNoRelays(), log: quiet });
    if (!created.ok) throw new Error(created.error.message);
    colleague = created.value;
  });
  afterAll(async () => {
    await desk.stop();
    await colleague.close();
    await screen.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('opens the set-up in its window at the first start, with the key in the key store', async () => {
    const page = await deskPage(screen);
    await page.getByRole('heading').first().waitFor();
    expect(await page.evaluate(() => Object.keys(Object(Reflect.get(window, 'quietbell'))))).toEqual(['requestPort', 'pauseKeys']);
    expect(await readdir(deskFolder)).toContain('ledger.key.sealed');
    expect(await readdir(deskFolder)).not.toContain('ledger.key');
    expect(desk.reports).toContainEqual({ report: 'menu', shown: false });
  });

  it('shows the desk once there is a site', async () => {
    const { client, close } = await control();
    await client.setup.createSite({ site: 'Harbour library', station: 'Desk 1', place: 'Ground floor', administrator: { name: 'Ada', pin: '2468' } });
    const { code } = await client.site.invite({ hours: 1 });
    await colleague.client('command').setup.joinSite({ code, station: 'Back office' });
    close();
    const page = await deskPage(screen);
    await page.reload();
    await page.getByText('Desk 1').first().waitFor();
    expect(await page.getByText('Harbour library').count()).toBeGreaterThan(0);
  });

  it('takes the bound key from the system as soon as it is bound', async () => {
    const { client, close } = await control();
    for (const code of ['F13', 'F14', 'F16']) await client.trigger.addBinding({ trigger: { type: 'key', key: { code, ctrl: false, alt: false, shift: false } }, gesture: { type: 'press' }, purpose: 'assist' });
    close();
    await vi.waitFor(() => expect(desk.reports).toContainEqual({ report: 'shortcuts', accelerators: ['F9', 'F13', 'F14', 'F16'] }), patience);
    await vi.waitFor(async () => expect((await colleague.client('command').site.status()).heardBy).toBe(1), patience);
  });

  it('raises an alarm at the colleague’s station when the key is pressed, and shows on the desk that somebody is coming', async () => {
    desk.ask({ request: 'shortcut', accelerator: 'F13' });
    const alarm = await vi.waitFor(async () => {
      const [first] = await alarmsOfColleague();
      if (first === undefined) throw new Error('The colleague sees no alarm yet');
      return first;
    }, patience);
    expect(alarm).toMatchObject({ station: 'Desk 1', place: 'Ground floor', level: 'assist', kind: 'real', source: 'key' });
    await cue('middle');
    await colleague.client('command').alarm.acknowledge({ alarm: alarm.id });
    await cue('bar');
    await closeEverywhere(alarm.id);
  });

  it('keeps a bound key from the page, which would press a second time', async () => {
    desk.ask({ request: 'key', input: keyDown('F15') });
    await vi.waitFor(() => expect(desk.reports).toContainEqual({ report: 'key', prevented: false }), patience);
    desk.ask({ request: 'key', input: keyDown('F14') });
    await vi.waitFor(() => expect(desk.reports).toContainEqual({ report: 'key', prevented: true }), patience);
    const alarm = await vi.waitFor(async () => {
      const open = (await alarmsOfColleague()).find(({ state }) => state !== 'closed');
      if (open === undefined) throw new Error('The colleague sees no open alarm yet');
      return open;
    }, patience);
    await closeEverywhere(alarm.id);
  });

  it('counts a key that is held in the window while it is held, and leaves such a key to every other program', async () => {
    const { client, close } = await control();
    await client.trigger.addBinding({ trigger: { type: 'key', key: { code: 'F18', ctrl: false, alt: false, shift: false } }, gesture: { type: 'hold', seconds: 0.5 }, purpose: 'emergency' });
    close();
    const held = async (): Promise<Alarm> => {
      desk.ask({ request: 'key', input: keyDown('F18') });
      const open = (await alarmsOfColleague()).find(({ state }) => state !== 'closed');
      if (open === undefined) throw new Error('The colleague sees no open alarm yet');
      return open;
    };
    // The desk may not have heard of the binding at first: a key that is held repeats.
    const alarm = await vi.waitFor(held, { ...patience, interval: 1000 });
    expect(alarm.level).toBe('emergency');
    desk.ask({ request: 'key', input: { ...keyDown('F18'), type: 'keyUp' } });
    expect(desk.reports.findLast((report) => report.report === 'shortcuts')).not.toMatchObject({ accelerators: expect.arrayContaining(['F18']) });
    await closeEverywhere(alarm.id);
  });

  it('gets a press through that comes while its station has just been killed', async () => {
    const before = desk.stationPid();
    process.kill(before, 'SIGKILL');
    desk.ask({ request: 'shortcut', accelerator: 'F16' });
    const alarm = await vi.waitFor(async () => {
      const open = (await alarmsOfColleague()).find(({ state }) => state !== 'closed');
      if (open === undefined) throw new Error('The colleague sees no open alarm yet');
      return open;
    }, patience);
    expect(desk.stationPid()).not.toBe(before);
    expect(alarm.level).toBe('assist');
    // The window found the new station by itself.
    await colleague.client('command').alarm.acknowledge({ alarm: alarm.id });
    await cue('bar');
    await closeEverywhere(alarm.id);
  });

  it('loads its window again when it crashes', async () => {
    const crashed = await deskPage(screen);
    desk.ask({ request: 'crash-window' });
    await vi.waitFor(async () => expect(await deskPage(screen)).not.toBe(crashed), patience);
    await (await deskPage(screen)).getByText('Desk 1').first().waitFor();
  });

  it('lets the page go nowhere, open nothing and load nothing', async () => {
    const page = await deskPage(screen);
    const home = page.url();
    const pages = screen.context.pages().length;
    await page.evaluate(() => {
      window.open('https://elsewhere.example/');
      window.location.href = 'https://elsewhere.example/';
    });
    const loaded = await page.evaluate(() =>
      fetch('https://elsewhere.example/').then(
        () => true,
        () => false,
      ),
    );
    expect(loaded).toBe(false);
    await vi.waitFor(() => expect(screen.context.pages()).toHaveLength(pages), patience);
    expect(page.url()).toBe(home);
  });

  it('leaves the desk to the first instance when it is started a second time', async () => {
    const second = launchDesk(screen, deskFolder);
    expect(await second.ended).toBe(0);
    expect((await deskPage(screen)).isClosed()).toBe(false);
  });

  it('closes its ledger before it ends', async () => {
    expect(await desk.stop()).toBe(0);
    await expect(access(join(deskFolder, 'control.token'))).rejects.toThrow();
    expect(await readdir(deskFolder)).not.toContain('ledger.db-wal');
  });

  it('says in a box why it cannot start, and ends', async () => {
    const holder = await createStation({ dataFolder: join(folder, 'held'), databaseKey: null, listen: null, live: false, devices: createNoDevices(), relays: createNoRelays(), log: quiet });
    const refused = launchDesk(screen, join(folder, 'held'));
    expect(await refused.ended).toBe(1);
    expect(refused.reports).toContainEqual(expect.objectContaining({ report: 'error-box', content: expect.stringContaining('in use') }));
    if (holder.ok) await holder.value.close();
  });
});

const keyDown = (code: string) => ({ type: 'keyDown', key: code, code, isAutoRepeat: false, isComposing: false, shift: false, control: false, alt: false, meta: false, location: 0, modifiers: [] });
