/**
 * A network of the bench's own, so that what it counts on the loopback is nobody else's: `unshare` and `ip` of Linux, as root or where users may make
 * network namespaces.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const mark = 'QUIETBELL_BENCH_NETWORK';
const isRoot = process.getuid?.() === 0;

/** Runs this very program again in a network of its own. False when it is in one; true when that run is over, with its exit code. */
export const ranInOwnNetwork = (): boolean => {
  if (process.env[mark] !== undefined) {
    setLoopback('up');
    return false;
  }
  const { status, error } = spawnSync('unshare', [...(isRoot ? [] : ['--map-root-user']), '--net', process.execPath, ...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, [mark]: '1' },
  });
  if (error !== undefined) throw new Error(`A network of its own is needed (unshare, of util-linux): ${error.message}`);
  process.exitCode = status ?? 1;
  return true;
};

export const setLoopback = (state: 'up' | 'down'): void => void execFileSync('ip', ['link', 'set', 'lo', state]);

/** Ends every TCP connection in this network, at both ends. */
export const cutConnections = (): void => void execFileSync('ss', ['--kill', '--tcp', 'state', 'established'], { stdio: 'ignore' });

/** Bytes that have gone over the loopback both ways, with the headers of IP and TCP. */
export const wireBytes = (): number => Number(/lo:\s*(\d+)/.exec(readFileSync('/proc/self/net/dev', 'utf8'))?.[1]);

/** How many TCP connections have been taken up. */
export const connectionsTaken = (): number => Number(rowOf('Tcp')?.[6]);

/** Looks about every millisecond. Returns the moment, on the clock of `performance`. */
export const nextConnection = async (before: number, milliseconds = 60_000): Promise<number> => {
  const deadline = performance.now() + milliseconds;
  while (connectionsTaken() <= before) {
    if (performance.now() > deadline) throw new Error('Nobody connected');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return performance.now();
};

/** `/proc/net/snmp` has a line of names and a line of values for each protocol. */
const rowOf = (protocol: string): readonly string[] | undefined =>
  readFileSync('/proc/self/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`${protocol}:`))[1]
    ?.split(' ');
