import { spawn, type ChildProcess } from 'node:child_process';
import { connect } from 'node:net';

/** A server program of Debian's that a test starts, kills and starts again. */
export interface Daemon {
  /** As a crash does it. */
  readonly kill: () => Promise<void>;
  /** Resolves once it takes connections; throws with its own words when it does not. */
  readonly start: () => Promise<void>;
}

/** `port` is where it listens on loopback once it is up. */
export const createDaemon = ({ name, program, args, port }: { readonly name: string; readonly program: string; readonly args: readonly string[]; readonly port: number }): Daemon => {
  let child: ChildProcess | null = null;
  let said = '';
  return {
    kill: async () => {
      const running = child;
      child = null;
      if (running === null || running.exitCode !== null || running.signalCode !== null) return;
      const ended = new Promise((resolve) => {
        running.once('exit', resolve);
      });
      running.kill('SIGKILL');
      await ended;
    },
    start: async () => {
      const running = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
      running.stderr.on('data', (part: Buffer) => (said += part.toString('utf8')));
      child = running;
      const deadline = performance.now() + 10_000;
      while (!(await takesConnections(port))) {
        if (running.exitCode !== null || performance.now() > deadline) throw new Error(`${name} does not listen: ${said}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
};

const takesConnections = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
