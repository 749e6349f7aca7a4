/**
 * `quietbell run` without Electron: a small process that starts the station as another one, and starts it again at once when it ends unasked. It
 * holds what has to outlive the station, the place of its window and the browser that shows it, and does nothing else that could fail.
 *
 * When the keeper itself is killed the station goes on, and ends when it is told to; the service manager starts both again.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { done, failed } from '../../contract/index.ts';
import type { Problem, Result } from '../../contract/index.ts';
import { recoveredAfter, restartDelay } from '../../control/backOff.ts';
import type { Log } from '../../core/environment.ts';
import { randomSecret, toHex } from '../../platform/primitives.ts';
import { fromStationSchema } from './keeperMessages.ts';
import type { StartStation, StationFacts, ToStation } from './keeperMessages.ts';

export interface KeeperOptions extends Pick<StartStation, 'dataFolder' | 'listen' | 'host'> {
  readonly log: Log;
  /** Resolves when all of it is to end. */
  readonly stopped: Promise<unknown>;
  /** Told when the station came up, for the first time and after each restart. */
  readonly onUp: (facts: StationFacts, again: boolean) => void;
}

/** A station that gave no sign of life for this long hangs; one that is starting may have a large ledger to read. Milliseconds. */
const hangPatience = 60_000;
const startPatience = 10 * 60_000;
/** A keeper that hung itself (a laptop that slept) reads what was sent meanwhile before it judges. Milliseconds. */
const readingPatience = 1_000;
/** Longest wait for an orderly end. Milliseconds. */
const closingPatience = 12_000;

/** A crash dump would hold records and keys in plain: the system is told to make none, by the shell, for Node cannot. The process stays the same one. */
const withoutCrashDumps = process.platform === 'win32' ? {} : { execPath: '/bin/sh', execArgv: ['-c', 'ulimit -c 0; exec "$0" "$@"', process.execPath, ...process.execArgv] };

/** Runs until it is told to stop, or the station ends in order by itself. Fails with what kept the station from its first start. */
export const keepStation = ({ dataFolder, listen, host, log, stopped, onUp }: KeeperOptions): Promise<Result<null>> =>
  new Promise((resolve) => {
    let window: StartStation['window'] = { port: 0, sessionKey: toHex(randomSecret(32)) };
    let child: ChildProcess | null = null;
    let stopping = false;
    let everUp = false;
    let deaths = 0;

    const begin = (): void => {
      // Compiled code is kept, in a folder of the owner's: the next start takes half the time.
      const env = { NODE_COMPILE_CACHE: join(dataFolder, 'cache'), ...process.env };
      const station = fork(process.argv[1] ?? '', ['station'], { env, ...withoutCrashDumps, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      const startedAt = performance.now();
      let problem: Problem | null = null;
      child = station;

      let up = false;
      const silence = createSilenceWatch(() => {
        log.error({ up }, 'The station hangs and is ended');
        station.kill('SIGKILL');
      });
      silence.begin(startPatience);

      station.on('message', (message: unknown) => {
        const parsed = fromStationSchema.safeParse(message);
        up ||= parsed.data?.type === 'up';
        silence.begin(up ? hangPatience : startPatience);
        if (!parsed.success) return log.error({ issues: parsed.error.issues.length }, 'The station sent a message that is not understood');
        if (parsed.data.type === 'failed') problem = parsed.data.problem;
        if (parsed.data.type !== 'up') return;
        window = { ...window, port: parsed.data.windowPort ?? 0 };
        log.info({ pid: station.pid, milliseconds: Math.round(performance.now() - startedAt) }, 'The station is up');
        onUp(parsed.data.facts, everUp);
        everUp = true;
      });
      station.on('error', (error) => {
        log.error({ error: error.message }, 'The process of the station failed');
        if (station.pid === undefined) ended(null, 'none');
      });
      // What it said last may come after its end.
      station.once('exit', (code, signal) => (station.connected ? station.once('disconnect', () => ended(code, signal)) : ended(code, signal)));
      const ended = (code: number | null, signal: string | null): void => {
        silence.end();
        child = null;
        if (stopping || code === 0) return resolve(done(null));
        if (!everUp && problem !== null) return resolve({ ok: false, error: problem });
        if (!everUp && signal === null) return resolve(failed('StationNotRunning', `The station ended while it was starting (status ${code}).`, `Look into station.log in ${dataFolder}.`));
        deaths = performance.now() - startedAt > recoveredAfter ? 1 : deaths + 1;
        const delay = restartDelay(deaths);
        log.error({ code, signal, problem, deaths, delay }, 'The station ended unasked and is started again');
        setTimeout(() => (stopping ? resolve(done(null)) : begin()), delay);
      };
      tell(station, { type: 'start', dataFolder, listen, host, window });
    };

    void stopped.then(() => {
      stopping = true;
      if (child === null) return;
      tell(child, { type: 'stop' });
      setTimeout(() => child?.kill('SIGKILL'), closingPatience).unref();
    });
    // Asked to stop a second time, this process ends at once and takes the station along.
    process.on('exit', () => {
      if (stopping) child?.kill('SIGKILL');
    });
    begin();
  });

/** Tells of a silence of so many milliseconds; each beginning forgets the former one. */
const createSilenceWatch = (onSilence: () => void): { readonly begin: (milliseconds: number) => void; readonly end: () => void } => {
  let timer: NodeJS.Timeout | undefined;
  return {
    begin: (milliseconds) => {
      clearTimeout(timer);
      timer = setTimeout(() => (timer = setTimeout(onSilence, readingPatience)), milliseconds);
    },
    end: () => clearTimeout(timer),
  };
};

/** A station that has just ended takes no message: its end is told by itself. */
const tell = (station: ChildProcess, message: ToStation): void => void station.send(message, () => {});
