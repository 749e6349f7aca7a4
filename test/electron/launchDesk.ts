import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { vi } from 'vitest';
import { findBrowser } from '../../main/browser/findBrowser.ts';
import { builtProgram } from '../support/builtProgram.ts';
import { pageOrigin } from './standIn/addresses.ts';
import { isReport } from './standIn/testRequests.ts';
import type { Report, Request } from './standIn/testRequests.ts';

const register = fileURLToPath(new URL('./standIn/register.ts', import.meta.url));

/** The Chromium whose pages are the windows. */
export interface Screen {
  readonly context: BrowserContext;
  readonly debuggingAddress: string;
  readonly close: () => Promise<void>;
}

export const openScreen = async (): Promise<Screen> => {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('These tests need Chromium: install it, or name it in QUIETBELL_BROWSER.');
  const profile = await mkdtemp(join(tmpdir(), 'quietbell-screen-'));
  const port = await freePort();
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: ['--no-sandbox', `--remote-debugging-port=${port}`] });
  const close = async (): Promise<void> => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { context, debuggingAddress: `http://127.0.0.1:${port}`, close };
};

/** A bundled Electron host that runs under the stand-in. */
export interface RunningDesk {
  readonly reports: readonly Report[];
  readonly ask: (request: Request) => void;
  /** The process id of the station's process that runs now. */
  readonly stationPid: () => number;
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<number | null>;
  readonly errors: () => string;
}

/** Starts `dist/electron/main.js` for a data folder. */
export const launchDesk = (screen: Screen, dataFolder: string): RunningDesk => {
  builtProgram('renderer/index.html');
  const host = fork(builtProgram('electron/main.js'), ['--data', dataFolder, '--listen', '127.0.0.1:0', '--windowed'], {
    execArgv: ['--import', register],
    env: { ...process.env, STAND_IN_CHROMIUM: screen.debuggingAddress, STAND_IN_KEY_STORE: join(dataFolder, '..', 'key-store') },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  const reports: Report[] = [];
  let errors = '';
  host.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  host.on('message', (message: unknown) => isReport(message) && reports.push(message));
  const ended = once(host, 'exit').then(([code]: unknown[]) => (typeof code === 'number' ? code : null));
  return {
    reports,
    ask: (request) => void host.send(request),
    stationPid: () => reports.findLast((report) => report.report === 'utility-process')?.pid ?? 0,
    ended,
    stop: () => {
      if (host.exitCode === null && host.connected) host.send({ request: 'quit' } satisfies Request);
      return ended;
    },
    errors: () => errors,
  };
};

/** The desk's window as it is now: after a crash it is another page. */
export const deskPage = ({ context }: Screen): Promise<Page> =>
  vi.waitFor(
    async () => {
      const page = context.pages().findLast((candidate) => candidate.url().startsWith(pageOrigin) && !candidate.isClosed());
      if (page === undefined) throw new Error('There is no window yet');
      // A crashed page is there, but does not answer.
      await page.title();
      return page;
    },
    { timeout: 20_000, interval: 100 },
  );

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};
