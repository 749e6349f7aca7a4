import { access } from 'node:fs/promises';
import { done, failed } from '../contract/index.ts';
import type { Result } from '../contract/index.ts';
import { createNoDevices } from '../../native/noDevices.ts';
import { createNoRelays } from '../../native/noRelays.ts';
import { connectControl } from '../control/connectControl.ts';
import type { StationAccess, StationCommand } from './command.ts';

export interface OpenStation extends StationAccess {
  readonly close: () => Promise<void>;
}

/**
 * A station for one command: the one that runs for this data folder, else its ledger, opened here.
 * `StationNotRunning`, `SiteMissing`, and whatever keeps the ledger from being opened.
 */
export const openStation = async (dataFolder: string, needs: StationCommand<never, never>['needs']): Promise<Result<OpenStation>> => {
  const deadline = performance.now() + patience;
  for (;;) {
    const opened = await openOnce(dataFolder, needs);
    const busy = !opened.ok && opened.error.type === 'DataFolderInUse';
    if (!busy || performance.now() > deadline) return opened;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};

/** Milliseconds. A station that is just starting holds its folder before it answers, a command that is just ending a little longer. */
const patience = 5000;
const pause = 100;

const openOnce = async (dataFolder: string, needs: StationCommand<never, never>['needs']): Promise<Result<OpenStation>> => {
  const running = await connectControl(dataFolder);
  if (running !== null) {
    return done({
      client: running.client,
      windowAddress: running.windowAddress,
      close: () => {
        running.close();
        return Promise.resolve();
      },
    });
  }
  if (needs === 'running') {
    return failed('StationNotRunning', `No station runs for ${dataFolder}.`, `Start it with \`quietbell run --data ${dataFolder}\`, or name another folder with --data.`);
  }
  if (needs === 'ledger' && !(await exists(dataFolder))) return siteMissing(dataFolder);
  return openLedger(dataFolder, needs);
};

const openLedger = async (dataFolder: string, needs: 'ledger' | 'set-up'): Promise<Result<OpenStation>> => {
  // The database's compiled part is loaded only here: a command to a running station must not wait for it.
  const { createStation } = await import('../station/createStation.ts');
  const created = await createStation({ dataFolder, databaseKey: null, listen: null, live: false, devices: createNoDevices(), relays: createNoRelays(), log: silent });
  if (!created.ok) return created;
  const station = created.value;
  if (needs === 'ledger' && station.phase() === 'new') {
    await station.close();
    return siteMissing(dataFolder);
  }
  return done({ client: station.client('command'), windowAddress: () => Promise.resolve(null), close: station.close });
};

const siteMissing = (dataFolder: string): ReturnType<typeof failed> =>
  failed('SiteMissing', `There is no site in ${dataFolder} yet.`, `Type \`quietbell site create --name SITE --station NAME\`, or \`quietbell join CODE --station NAME\`; --data names another folder.`);

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** What goes wrong in a short command is its answer; there is no log to keep. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
