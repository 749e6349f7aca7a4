/** `quietbell demo`: a site of three stations on loopback, each a process of its own, with a window each. */
import { join } from 'node:path';
import { findBrowser, hasDisplay } from '../../browser/findBrowser.ts';
import { openBrowserWindow } from '../../browser/openBrowserWindow.ts';
import { done, failed } from '../../contract/index.ts';
import type { Result } from '../../contract/index.ts';
import { connectControl } from '../../control/connectControl.ts';
import { untilStopped } from '../run/untilStopped.ts';
import { formatTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { openDemoFolder } from './demoFolder.ts';
import { demoSite } from './demoSite.ts';
import { setUpDemo, untilConnected } from './setUpDemo.ts';
import { startDemoStation } from './startDemoStation.ts';
import type { DemoStation } from './startDemoStation.ts';

export interface DemoOptions {
  readonly terminal: Terminal;
  readonly folder: string;
  /** Opens the windows, where there is a browser and a screen. */
  readonly open: boolean;
}

/** Runs until Ctrl-C, or until one of the stations ends. */
export const runDemo = async ({ terminal, folder, open }: DemoOptions): Promise<Result<null>> => {
  const stopped = untilStopped();
  const plan = await openDemoFolder(folder);
  if (!plan.ok) return plan;
  const running = await connectControl(join(folder, demoSite.stations[0].folder));
  if (running !== null) {
    running.close();
    return failed('StationRunning', `A demo already runs in ${folder}.`, 'Press there with `npm run demo -- --press`, or end it with Ctrl-C in its own terminal.');
  }

  terminal.progress('Starting three stations…');
  const started = await Promise.all(demoSite.stations.map((desk, index) => startDemoStation(join(folder, desk.folder), plan.value.ports[index] ?? 0)));
  const stations = started.flatMap((station) => (station.ok ? [station.value] : []));
  const closers: (() => Promise<void>)[] = stations.map(({ stop }) => stop);
  try {
    const failure = started.find((station) => !station.ok);
    if (failure !== undefined) return failure;
    await setUpDemo(stations);
    if (!(await untilConnected(stations))) return failed('PeerUnreachable', 'The stations of the demo do not find one another.', `Look into station.log under ${folder}; another program may keep 127.0.0.1 from being used.`);

    const browser = open && hasDisplay() ? findBrowser() : null;
    if (browser !== null) closers.unshift(...stations.map((station, index) => openDemoWindow(browser, station, index)));
    await announce(terminal, folder, stations, browser !== null);
    const ended = await Promise.race([stopped, ...stations.map((station) => station.ended.then(() => station))]);
    return typeof ended === 'string' ? done(null) : failed('StationNotRunning', 'A station of the demo ended by itself.', `Look into ${join(ended.dataFolder, 'station.log')}.`);
  } finally {
    await Promise.all(closers.map((close) => close()));
  }
};

/** Three beside one another on an ordinary screen, in pixels. */
const windowSize = { width: 640, height: 900 };
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const openDemoWindow = (browser: string, station: DemoStation, index: number): (() => Promise<void>) =>
  openBrowserWindow({
    browser,
    address: async () => (await station.windowAddress()) ?? '',
    profileFolder: join(station.dataFolder, 'browser'),
    placement: { x: index * windowSize.width, y: 0, ...windowSize },
    log: quiet,
  }).close;

const announce = async (terminal: Terminal, folder: string, stations: readonly DemoStation[], opened: boolean): Promise<void> => {
  const desks = await Promise.all(
    stations.map(async ({ client, windowAddress, dataFolder }) => {
      const { station, listening } = await client.site.status();
      return { station, listening, window: await windowAddress(), data: dataFolder };
    }),
  );
  const { name, pin } = demoSite.administrator;
  const staff = [{ name, role: 'administrator', pin }, demoSite.staff];
  const lines = [
    `${demoSite.site} is open: three stations, all connected.`,
    '',
    opened ? 'A window opens for each. By hand:' : 'Open each in a browser on this computer (an address works once):',
    formatTable(['STATION', 'WINDOW'], desks.map(({ station, window }) => [station, window ?? '-'])),
    '',
    `Staff: ${staff.map((person) => `${person.name} (${person.role}, PIN ${person.pin})`).join(', ')}`,
    '',
    `There is no pedal here, so one is pretended. To press it at the ${demoSite.stations[0].station}, type in another terminal`,
    '  npm run demo -- --press',
    'or press F8 in a window. Watch the other two.',
    '',
    'Ctrl-C ends the demo.',
  ];
  terminal.answer({ site: demoSite.site, data: folder, stations: desks, staff }, lines.join('\n'));
};
