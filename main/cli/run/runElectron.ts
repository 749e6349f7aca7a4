import { spawn } from 'node:child_process';
import { done, failed } from '../../contract/index.ts';
import type { Result } from '../../contract/index.ts';
import { connectControl } from '../../control/connectControl.ts';
import type { Terminal } from '../terminal.ts';
import { announce, factsOf } from './announce.ts';
import { builtFile } from './programFolder.ts';
import { untilStopped } from './untilStopped.ts';

export interface RunElectronOptions {
  readonly terminal: Terminal;
  readonly dataFolder: string;
  readonly listen: string | null;
  /** Path of Electron's program. */
  readonly electron: string;
}

/** Runs the Electron host until it ends, or a signal asks it to. */
export const runElectron = async ({ terminal, dataFolder, listen, electron }: RunElectronOptions): Promise<Result<null>> => {
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (sandbox.length > 0) terminal.progress('Running as root: Electron starts without its sandbox. Run the desk as an ordinary account.');
  // The installed program knows its own main entry, and must not run as Node again (main/decisions/0004-run-as-node.md).
  const installed = electron === process.execPath;
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const host = spawn(electron, [...sandbox, ...(installed ? [] : [builtFile('electron/main.js')]), '--data', dataFolder, ...(listen === null ? [] : ['--listen', listen])], { env, stdio: ['ignore', process.stderr, process.stderr] });
  const ended = new Promise<number | null>((resolve) => {
    host.on('error', () => resolve(null));
    host.on('close', (code) => resolve(code));
  });
  void untilStopped().then(() => host.kill('SIGTERM'));
  await Promise.race([announceWhenUp(terminal, dataFolder), ended]);
  const code = await ended;
  return code === 0 ? done(null) : failed('StationNotRunning', `Electron ended (${code === null ? 'it was stopped, or could not be started' : `status ${code}`}).`, `Look into host.log and station.log in ${dataFolder}, or use --host browser.`);
};

/** Milliseconds between two looks whether the station answers, and the longest a start may take. */
const pause = 200;
const patience = 60_000;

const announceWhenUp = async (terminal: Terminal, dataFolder: string): Promise<void> => {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    const station = await connectControl(dataFolder);
    if (station !== null) {
      announce(terminal, { ...(await factsOf(station.client, null)), pid: null }, true);
      return station.close();
    }
    await new Promise((resolve) => setTimeout(resolve, pause).unref());
  }
};
