import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hasDisplay } from '../../main/browser/findBrowser.ts';
import { findElectron } from '../../main/cli/run/electronRuntime.ts';
import { connectControl } from '../../main/control/connectControl.ts';
import { builtProgram } from '../support/builtProgram.ts';
import { reportNotRun } from '../support/notRun.ts';

const name = 'the desk in Electron itself';
const runtime = findElectron();
const reason = runtime === null ? "Electron's runtime is not installed (npx install-electron --no, or ELECTRON_OVERRIDE_DIST_PATH)" : hasDisplay() ? null : 'there is no display to show a window on';
if (reason !== null) reportNotRun(name, reason);

describe.runIf(reason === null)(name, () => {
  let folder = '';
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-real-'));
    app = await _electron.launch({
      executablePath: runtime ?? '',
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), builtProgram('electron/main.js'), '--data', folder, '--listen', '127.0.0.1:0', '--windowed'],
    });
    page = await app.firstWindow();
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('opens its own page, with nothing of Node in it', async () => {
    await page.getByRole('heading').first().waitFor();
    expect(page.url()).toMatch(/^quietbell:\/\/desk\//);
    expect(await page.evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')])).toEqual(['undefined', 'undefined']);
    expect(await page.evaluate(() => Object.keys(Object(Reflect.get(window, 'quietbell'))))).toEqual(['requestPort', 'pauseKeys']);
  });

  it('runs the station in a process of its own, which the command line reaches', async () => {
    const running = await vi.waitFor(
      async () => (await connectControl(folder)) ?? Promise.reject(new Error('The station does not answer yet')),
      { timeout: 20_000, interval: 100 },
    );
    await running.client.setup.createSite({ site: 'Harbour library', station: 'Desk 1', administrator: { name: 'Ada', pin: '2468' } });
    running.close();
    await page.reload();
    await page.getByText('Desk 1').first().waitFor();
    expect((await readdir(folder)).filter((file) => file.startsWith('ledger.key'))).toHaveLength(1);
  });

  it('shows on the page that a press of the station went out', async () => {
    const running = await connectControl(folder);
    if (running === null) throw new Error('The station does not answer');
    const { alarm } = await running.client.alarm.press({ id: crypto.randomUUID(), level: 'assist', kind: 'test', source: 'command' });
    expect((await running.client.alarm.list()).map(({ id }) => id)).toContain(alarm);
    running.close();
  });

  it('lets the page go nowhere and open nothing', async () => {
    const home = page.url();
    await page.evaluate(() => {
      window.open('https://elsewhere.example/');
      window.location.href = 'https://elsewhere.example/';
    });
    await page.title();
    expect(app.windows()).toHaveLength(1);
    expect(page.url()).toBe(home);
  });

  it('loads its window again when it crashes', async () => {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await vi.waitFor(
      async () => expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'))).toContain('Desk 1'),
      { timeout: 20_000, interval: 200 },
    );
  });
});
