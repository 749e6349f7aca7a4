import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StationClient } from '../../main/contract/index.ts';
import { connectControl, type RunningStation } from '../../main/control/connectControl.ts';
import { answered, answers } from './cliAnswers.ts';
import { quietbell, startStation, type StationProcess, type StationSettings } from './stationProcess.ts';

/** A station of a real site: a process of its own under its keeper, and the door that the command line uses. */
export interface RealDesk {
  readonly name: string;
  readonly data: string;
  readonly process: StationProcess;
  /** Looks for the door anew after the station was killed. */
  readonly client: () => Promise<StationClient>;
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

export interface RealSite {
  readonly folder: string;
  /** Starts the first station, which holds the authority; or lets another one join. */
  readonly add: (name: string, settings?: Omit<StationSettings, 'data'>) => Promise<RealDesk>;
  /** Starts a station that was stopped once more. */
  readonly restart: (desk: RealDesk, settings?: Omit<StationSettings, 'data'>) => Promise<RealDesk>;
  readonly close: () => Promise<void>;
}

/** A site of real processes in a folder of its own. */
export const createRealSite = async (): Promise<RealSite> => {
  const folder = await mkdtemp(join(tmpdir(), 'quietbell-site-'));
  const desks: RealDesk[] = [];
  return {
    folder,
    add: async (name, settings = {}) => {
      const data = join(folder, name);
      const where = ['--station', name, '--data', data, '--json'];
      const [first] = desks;
      if (first === undefined) answered(answers.membership, await quietbell(['site', 'create', '--name', 'Elm Library', ...where], settings));
      else answered(answers.membership, await quietbell(['join', (await (await first.client()).site.invite({ hours: 1 })).code, ...where], settings));
      const desk = await startDesk(name, { ...settings, data });
      desks.push(desk);
      return desk;
    },
    restart: async ({ name, data }, settings = {}) => {
      const desk = await startDesk(name, { ...settings, data });
      desks.push(desk);
      return desk;
    },
    close: async () => {
      await Promise.all(desks.map((desk) => desk.stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const startDesk = async (name: string, settings: StationSettings): Promise<RealDesk> => {
  const process = await startStation(settings);
  let door: RunningStation | null = null;
  let doorOf = 0;
  const close = (): void => {
    door?.close();
    door = null;
  };
  return {
    name,
    data: settings.data,
    process,
    client: async () => {
      if (door === null || doorOf !== process.pid()) {
        close();
        doorOf = process.pid();
        door = await connectControl(settings.data);
      }
      if (door === null) throw new Error(`${name} does not answer: ${process.stderr()}`);
      return door.client;
    },
    stop: (signal) => {
      close();
      return process.stop(signal);
    },
  };
};
