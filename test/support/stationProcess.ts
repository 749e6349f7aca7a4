import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { quietbellProgram } from './builtProgram.ts';

export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as the JSON document it is with `--json`; undefined when it is none. Parse it before use. */
  readonly json: unknown;
  /** Standard error likewise: `{ error: Problem }`. */
  readonly errorJson: unknown;
}

export interface CommandSettings {
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input. */
  readonly input?: string;
  readonly cwd?: string;
  /** Another one than this build of the command. */
  readonly program?: string;
  /** What the command is started by, `ip netns exec …` say. */
  readonly under?: readonly string[];
}

/** Runs one `quietbell` command as a process of its own, to its end. */
export const quietbell = async (args: readonly string[], { env, input, cwd, program = quietbellProgram(), under = [] }: CommandSettings = {}): Promise<Answer> => {
  const [first = process.execPath, ...rest] = [...under, process.execPath, program, ...args];
  const child = spawn(first, rest, { env: { ...process.env, ...env }, cwd });
  child.stdin.end(input);
  const output = collect(child);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout: output.stdout(), stderr: output.stderr(), json: parseJson(output.stdout()), errorJson: parseJson(output.stderr()) };
};

/** What `run --json` says when it is up. */
export interface Up {
  readonly station: string | null;
  readonly site: string | null;
  readonly listening: string | null;
  readonly window: string | null;
  /** Of the station itself; the process that was started is its keeper, which starts it again. */
  readonly pid: number;
}

export interface StationProcess {
  readonly up: Up;
  /** Of the station that runs now: another one after it was killed. */
  readonly pid: () => number;
  readonly keeperPid: number;
  readonly stderr: () => string;
  /** Ends keeper and station (SIGTERM unless told otherwise) and waits until both have ended. Returns the exit status; null after a kill. Safe to call twice. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

export interface StationSettings {
  readonly data: string;
  /** More options of `run`; without `--host` there is no window, without `--listen` a free port of loopback is taken. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly program?: string;
  /** What the command is started by, `ip netns exec …` say. */
  readonly under?: readonly string[];
}

/** Starts `quietbell run` and waits until it says that it is up. Throws with its own words when it ends before. */
export const startStation = async ({ data, args = [], env, program = quietbellProgram(), under = [] }: StationSettings): Promise<StationProcess> => {
  const host = args.includes('--host') ? [] : ['--host', 'none'];
  const listen = args.includes('--listen') ? [] : ['--listen', '127.0.0.1:0'];
  const [first = process.execPath, ...rest] = [...under, process.execPath, program, 'run', '--json', '--data', data, '--no-open', ...host, ...listen, ...args];
  const child = spawn(first, rest, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = collect(child);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const line = new Promise<string>((resolve) => {
    child.stdout.on('data', () => {
      const [line, others] = output.stdout().split('\n', 2);
      if (others !== undefined) resolve(line ?? '');
    });
  });
  const said = await Promise.race([line, ended]);
  if (typeof said !== 'string') throw new Error(`The station did not start (${said}): ${output.stderr()}`);
  const up = toUp(JSON.parse(said));
  return {
    up,
    pid: () => stationOf(child.pid ?? 0) ?? up.pid,
    keeperPid: child.pid ?? 0,
    stderr: output.stderr,
    stop: (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) {
        const station = stationOf(child.pid ?? 0);
        child.kill(signal);
        // Its keeper cannot take it along any more.
        if (signal === 'SIGKILL' && station !== null) process.kill(station, signal);
      }
      return ended;
    },
  };
};

/** The process that a keeper keeps, as Linux tells it; null between an end and the next start. */
const stationOf = (keeper: number): number | null => {
  try {
    const [first] = readFileSync(`/proc/${keeper}/task/${keeper}/children`, 'utf8').trim().split(' ');
    return first === undefined || first === '' ? null : Number(first);
  } catch {
    return null;
  }
};

const collect = ({ stdout, stderr }: ChildProcess): { readonly stdout: () => string; readonly stderr: () => string } => {
  let out = '';
  let error = '';
  stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  stderr?.setEncoding('utf8').on('data', (text: string) => (error += text));
  return { stdout: () => out, stderr: () => error };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const toUp = (value: unknown): Up => {
  const field = (name: Exclude<keyof Up, 'pid'>): string | null => {
    const found: unknown = typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
    if (typeof found === 'string' || found === null) return found;
    throw new TypeError(`run --json said no ${name}: ${JSON.stringify(value)}`);
  };
  const pid: unknown = Reflect.get(Object(value), 'pid');
  if (typeof pid !== 'number') throw new TypeError(`run --json said no pid: ${JSON.stringify(value)}`);
  return { station: field('station'), site: field('site'), listening: field('listening'), window: field('window'), pid };
};
