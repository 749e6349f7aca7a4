import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { builtPath } from '../build/isBuilt.ts';
import type { StationClient } from '../main/contract/index.ts';
import { connectControl, type RunningStation } from '../main/control/connectControl.ts';

const upSchema = z.object({ pid: z.int() });
/** What is delivered; `npm run bench` builds it first. As TypeScript it starts more slowly and keeps the compiler in memory. */
export const program = builtPath('cli/quietbell.js');

/** One station of the site that is measured: a process of its own, as it runs on a desk, on this machine. */
export interface BenchStation {
  readonly name: string;
  readonly data: string;
  readonly start: () => Promise<void>;
  readonly client: () => StationClient;
  /** Of the process that is the station; its keeper has another. */
  readonly pid: () => number;
  /** Opens its door again after it was killed; false while there is none. */
  readonly reconnect: () => Promise<boolean>;
  /** Ends the process that is the station, as a crash would; its keeper starts another. */
  readonly kill: () => void;
  readonly stop: () => Promise<void>;
}

export interface BenchSite {
  /** Enrolled, not started. The first makes the site. */
  readonly add: (name: string) => Promise<BenchStation>;
  readonly close: () => Promise<void>;
}

export const createBenchSite = (): BenchSite => {
  const folder = mkdtempSync(join(tmpdir(), 'quietbell-bench-'));
  const stations: BenchStation[] = [];
  return {
    add: async (name) => {
      const data = join(folder, name);
      const [first] = stations;
      if (first === undefined) await command('site', 'create', '--name', 'Bench', '--station', name, '--data', data);
      else await command('join', (await first.client().site.invite({ hours: 1 })).code, '--station', name, '--data', data);
      const station = stationIn(name, data);
      stations.push(station);
      return station;
    },
    close: async () => {
      await Promise.all(stations.map((station) => station.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const stationIn = (name: string, data: string): BenchStation => {
  let child: ChildProcess | null = null;
  let door: RunningStation | null = null;
  let pid = 0;
  const reconnect = async (): Promise<boolean> => {
    door?.close();
    door = await connectControl(data);
    return door !== null;
  };
  return {
    name,
    data,
    pid: () => pid,
    reconnect,
    start: async () => {
      const started = spawn(process.execPath, [program, 'run', '--host', 'none', '--listen', '127.0.0.1:0', '--data', data, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
      child = started;
      await new Promise<void>((resolve, reject) => {
        started.stdout.once('data', (line: Buffer) => {
          pid = upSchema.parse(JSON.parse(line.toString())).pid;
          resolve();
        });
        started.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
      });
      while (!(await reconnect())) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    client: () => {
      if (door === null) throw new Error(`${name} does not run`);
      return door.client;
    },
    kill: () => process.kill(pid, 'SIGKILL'),
    stop: async () => {
      door?.close();
      door = null;
      if (child === null || child.exitCode !== null) return;
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      child = null;
    },
  };
};

const command = (...args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const run = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    run.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`quietbell ${args.join(' ')} ended with ${code}`))));
  });
