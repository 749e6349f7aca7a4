/** What a window does while it cannot reach its station, or while the station is gone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Alarm } from '../../main/contract/index.ts';
import { browserFor, launchBrowser, openWindow, telltale, wordsOf } from '../support/browser.ts';
import { startDesk, startSite, type RunningDesk } from '../support/browserSite.ts';

const eventually = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { timeout: 15_000, interval: 50 });

describe.runIf(browserFor('A window that loses its station'))('a window that loses its station', () => {
  let folder: string;
  let browser: Browser;
  let desk: RunningDesk;
  let office: RunningDesk;
  let page: Page;
  const sockets = new Set<WebSocketRoute>();
  let cut = false;

  /** Waits until the clock's separator has a shape; `gap` draws nothing. */
  const cue = (on: Page, shape: 'dashes' | 'middle' | 'bar' | 'gap'): Promise<void> => on.locator(`header svg[data-shape="${shape}"]`).waitFor({ state: 'attached' });
  const board = (): Promise<string> => page.locator('main').innerText();
  const alarms = (): Promise<Alarm[]> => office.door.client.alarm.list();
  const pressesOf = (alarm: Alarm | undefined): number => alarm?.timeline.filter(({ what }) => what !== 'received').length ?? 0;
  const closeAll = async (): Promise<void> => {
    for (const { id, state } of await alarms()) if (state !== 'closed') await office.door.client.alarm.close({ alarm: id });
    await cue(page, 'dashes');
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-reconnect-'));
    [office, desk] = await startSite(folder, 'Elm Library', [
      { station: 'Back office', place: 'First floor' },
      { station: 'Front desk', place: 'Ground floor, main entrance' },
    ]);
    // The board is compared before and after: it must not change for another reason.
    await desk.door.client.station.changeSettings({ turnNotes: false });
    browser = await launchBrowser();
    page = await openWindow(browser, desk.process);
    // The page's own socket, with a switch in its way.
    await page.routeWebSocket(/\/rpc$/, async (socket) => {
      if (cut) return socket.close();
      socket.connectToServer();
      sockets.add(socket);
    });
    await page.reload();
    await cue(page, 'dashes');
  });
  afterAll(async () => {
    await browser.close();
    // A station that a failed test left hanging hears nothing less.
    for (const each of [desk, office]) await each.stop('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps the noticeboard as it is, and its cue says that a call would not get out', async () => {
    const before = await board();
    cut = true;
    for (const socket of sockets) await socket.close();
    await cue(page, 'gap');
    expect(await board()).toBe(before);
    expect(await wordsOf(page)).not.toMatch(telltale);
  });

  it('sends a press that was made meanwhile once, as soon as it is back', async () => {
    await page.keyboard.press('F9');
    expect(await alarms()).toEqual([]);
    cut = false;
    await eventually(async () => (await alarms()).length).toBe(1);
    await cue(page, 'middle');
    expect((await alarms()).map(pressesOf)).toEqual([1]);
    await closeAll();
  });

  it('sends a press again while its station hangs, and yet it counts once', async () => {
    const before = (await alarms()).length;
    let sent = 0;
    for (const socket of sockets) await socket.close();
    sockets.clear();
    await page.routeWebSocket(/\/rpc$/, (socket) => {
      const station = socket.connectToServer();
      socket.onMessage((message) => {
        if (message.toString().includes('/trigger/edge')) sent += 1;
        station.send(message);
      });
    });
    await cue(page, 'dashes');
    process.kill(desk.process.pid(), 'SIGSTOP');
    await page.keyboard.press('F9');
    await eventually(() => sent).toBeGreaterThan(1);
    process.kill(desk.process.pid(), 'SIGCONT');
    await eventually(async () => (await alarms()).length).toBe(before + 1);
    await cue(page, 'middle');
    expect(pressesOf((await alarms())[0])).toBe(1);
  });

  it('stays a plain noticeboard that says the call is out, when the station is killed; the next window shows that call', async () => {
    const before = await board();
    await desk.stop('SIGKILL');
    desk = await startDesk(desk.data);
    const next = await openWindow(browser, desk.process);
    await cue(next, 'middle');
    await office.door.client.alarm.acknowledge({ alarm: (await alarms())[0]?.id ?? '' });
    await cue(next, 'bar');
    await cue(page, 'middle');
    expect(await board()).toBe(before);
  });
});
