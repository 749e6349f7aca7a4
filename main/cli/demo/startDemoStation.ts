import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { done, failed, problemSchema } from '../../contract/index.ts';
import type { Result } from '../../contract/index.ts';
import { connectControl } from '../../control/connectControl.ts';
import type { RunningStation } from '../../control/connectControl.ts';

/** One of the demo's stations: a process of its own, and our line to it. */
export interface DemoStation extends RunningStation {
  readonly dataFolder: string;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts `quietbell run` with this very program and waits until it is up. Fails with what it said. */
export const startDemoStation = async (dataFolder: string, port: number): Promise<Result<DemoStation>> => {
  const program = process.argv[1] ?? '';
  const options = ['run', '--json', '--host', 'browser', '--no-open', '--data', dataFolder, '--listen', `127.0.0.1:${port}`];
  // Through the channel the station learns that the demo is gone, however that ended.
  const child = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const ended = new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('close', () => resolve());
  });
  const complaint = child.stderr === null ? Promise.resolve('') : text(child.stderr);
  const up = new Promise<'up'>((resolve) => child.stdout?.once('data', () => resolve('up')));
  if ((await Promise.race([up, ended])) !== 'up') return saidProblem(await complaint);

  const running = await connectControl(dataFolder);
  const stop = (): Promise<void> => {
    running?.close();
    child.kill('SIGTERM');
    return ended;
  };
  if (running !== null) return done({ ...running, dataFolder, ended, stop });
  await stop();
  return saidProblem('');
};

const saidProblem = (said: string): Result<never> => {
  try {
    const problem = problemSchema.safeParse(Reflect.get(Object(JSON.parse(said)), 'error'));
    if (problem.success) return { ok: false, error: problem.data };
  } catch {
    // Not what a station says of itself: shown as it is.
  }
  return failed('StationNotRunning', `A station of the demo did not start. ${said.trim()}`.trim(), 'Look into station.log in its data folder.');
};
