import { connectControl, type RunningStation } from '../../main/control/connectControl.ts';
import { answered, answers } from './cliAnswers.ts';
import { quietbell, startStation, type StationProcess } from './stationProcess.ts';

export interface Desk {
  readonly station: string;
  readonly place: string;
  /** The environment of its process, for emulated devices. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A station process with a window that a browser can open, and the door that the command line uses. */
export interface RunningDesk {
  readonly data: string;
  readonly process: StationProcess;
  readonly door: RunningStation;
  /** Safe to call twice, also after a kill. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** The administrator of every site that is made here. */
export const administrator = { name: 'Priya Shah', pin: '246810' };

export const startDesk = async (data: string, env?: Desk['env']): Promise<RunningDesk> => {
  const process = await startStation({ data, args: ['--host', 'browser'], ...(env === undefined ? {} : { env }) });
  const door = await connectControl(data);
  if (door === null) throw new Error(`The station does not answer: ${process.stderr()}`);
  return {
    data,
    process,
    door,
    stop: (signal) => {
      door.close();
      return process.stop(signal);
    },
  };
};

/** Makes a site in a folder of its own for each desk and starts them; the first one holds the authority. */
export const startSite = async <const Desks extends readonly Desk[]>(folder: string, site: string, desks: Desks): Promise<{ readonly [Index in keyof Desks]: RunningDesk }> => {
  const running: RunningDesk[] = [];
  for (const { station, place, env } of desks) {
    const data = `${folder}/${station}`;
    const where = ['--station', station, '--place', place, '--data', data, '--json'];
    const [first] = running;
    if (first === undefined) {
      answered(answers.membership, await quietbell(['site', 'create', '--name', site, '--admin', administrator.name, '--pin', administrator.pin, ...where]));
    } else {
      const { code } = await first.door.client.site.invite({ hours: 1 });
      answered(answers.membership, await quietbell(['join', code, ...where]));
    }
    running.push(await startDesk(data, env));
  }
  return running as { [Index in keyof Desks]: RunningDesk };
};
