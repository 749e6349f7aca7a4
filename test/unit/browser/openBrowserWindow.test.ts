import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser, hasDisplay } from '../../../main/browser/findBrowser.ts';
import { browserArguments, openBrowserWindow } from '../../../main/browser/openBrowserWindow.ts';

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-window-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const makeProgram = async (name: string, script: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
};

describe('finding a browser', () => {
  it('takes Chromium, Chrome or Edge from the path', async () => {
    const edge = await makeProgram('microsoft-edge', '');
    const found = findBrowser({ PATH: folder }, 'linux');
    // A machine with a Chromium of its own offers that one first.
    expect(found === edge || found?.startsWith('/')).toBe(true);
    const chromium = await makeProgram('chromium', '');
    expect(findBrowser({ PATH: folder }, 'linux')).toBe(chromium);
  });

  it('takes the one it is told to take, or none', async () => {
    const own = await makeProgram('own', '');
    expect(findBrowser({ QUIETBELL_BROWSER: own, PATH: '' })).toBe(own);
    expect(findBrowser({ QUIETBELL_BROWSER: join(folder, 'gone'), PATH: '' })).toBeNull();
  });

  it('looks for a screen on Linux only', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'win32')).toBe(true);
  });
});

describe('the window in the browser', () => {
  it('fills the screen, in a profile of its own, and calls nobody', () => {
    const told = browserArguments({ address: 'http://127.0.0.1:1/open?token=a', profileFolder: '/profile', placement: 'kiosk' });
    expect(told).toEqual(expect.arrayContaining(['--app=http://127.0.0.1:1/open?token=a', '--user-data-dir=/profile', '--kiosk', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']));
  });

  it('takes a place and size where it is one of several', () => {
    const told = browserArguments({ address: 'a', profileFolder: '/p', placement: { x: 10, y: 20, width: 300, height: 400 } });
    expect(told).toEqual(expect.arrayContaining(['--window-position=10,20', '--window-size=300,400']));
    expect(told).not.toContain('--kiosk');
  });

  it('comes back with a fresh address when the browser dies, until it is closed', async () => {
    const starts = join(folder, 'starts');
    const browser = await makeProgram('browser', `echo "$1" >> ${starts}`);
    let number = 0;
    const window = openBrowserWindow({ browser, address: () => `address-${++number}`, profileFolder: folder, placement: 'kiosk', log: quiet });
    await vi.waitFor(async () => expect((await readFile(starts, 'utf8')).trim().split('\n')).toEqual(['--app=address-1', '--app=address-2']), { timeout: 5000 });
    await window.close();
  });

  it('ends the browser when it is closed', async () => {
    const browser = await makeProgram('browser', `echo $$ > ${folder}/up; exec sleep 60`);
    const window = openBrowserWindow({ browser, address: () => 'a', profileFolder: folder, placement: 'kiosk', log: quiet });
    const pid = await vi.waitFor(async () => {
      const text = await readFile(join(folder, 'up'), 'utf8');
      expect(text).toMatch(/^\d+\n$/);
      return Number(text);
    }, { timeout: 5000 });
    await window.close();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
