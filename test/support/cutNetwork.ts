import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ip = (...args: readonly string[]): Promise<unknown> => run('ip', args);

/** Two rooms of a house with one cable between them: network namespaces and a veth pair (Linux, root). */
export interface CutNetwork {
  /** What a command is started by, to be in a room. Multicast goes over the cable too. */
  readonly rooms: readonly [Room, Room];
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
  /** The room's machine has these addresses from now on, with the length of their prefixes, and none of those before. */
  readonly readdress: (room: 0 | 1, ...addresses: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Room {
  /** IPv4. */
  readonly address: string;
  readonly under: readonly string[];
}

/** Null where networks can be made; else why not. */
export const whyNoNetwork = (): string | null => {
  if (process.platform !== 'linux') return 'network namespaces are of Linux';
  if (process.getuid?.() !== 0) return 'making network namespaces needs root';
  try {
    const name = nameOf('try');
    execFileSync('ip', ['netns', 'add', name], { stdio: 'pipe' });
    execFileSync('ip', ['netns', 'delete', name], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return `network namespaces cannot be made here (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)})`;
  }
};

/** Names of interfaces hold 15 characters. */
const nameOf = (what: string): string => `qb${process.pid % 100_000}${what}`;

export const createCutNetwork = async (): Promise<CutNetwork> => {
  const [first, second] = [nameOf('a'), nameOf('b')];
  const rooms: CutNetwork['rooms'] = [room(first, '10.83.0.1'), room(second, '10.83.0.2')];
  for (const name of [first, second]) {
    await ip('netns', 'add', name);
    await ip('-n', name, 'link', 'set', 'lo', 'up');
  }
  await ip('link', 'add', first, 'netns', first, 'type', 'veth', 'peer', 'name', second, 'netns', second);
  for (const [name, { address }] of [[first, rooms[0]], [second, rooms[1]]] as const) {
    await ip('-n', name, 'address', 'add', `${address}/24`, 'dev', name);
    await ip('-n', name, 'link', 'set', name, 'up');
    await ip('-n', name, 'route', 'add', '224.0.0.0/4', 'dev', name);
  }
  return {
    rooms,
    // From the far end: the near one keeps its address and only hears nothing any more.
    cut: async () => void (await ip('-n', second, 'link', 'set', second, 'down')),
    mend: async () => {
      await ip('-n', second, 'link', 'set', second, 'up');
      await ip('-n', second, 'route', 'replace', '224.0.0.0/4', 'dev', second);
    },
    readdress: async (room, ...addresses) => {
      const name = [first, second][room] ?? first;
      await ip('-n', name, 'address', 'flush', 'dev', name, 'scope', 'global');
      for (const address of addresses) await ip('-n', name, 'address', 'add', address, 'dev', name, ...(address.includes(':') ? ['nodad'] : []));
    },
    close: async () => {
      for (const name of [first, second]) await ip('netns', 'delete', name);
    },
  };
};

const room = (name: string, address: string): Room => ({ address, under: ['ip', 'netns', 'exec', name] });
