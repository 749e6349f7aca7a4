import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { whyNoNetwork, type Room } from './cutNetwork.ts';

const run = promisify(execFile);
const ip = (...args: readonly string[]): Promise<unknown> => run('ip', args);

/** A house of many rooms, each a network namespace with one cable (a veth pair) to a switch: a bridge in a namespace of its own. Linux, root. */
export interface SiteNetwork {
  readonly rooms: readonly Room[];
  /** From now on only rooms of one group hear one another; each room is in exactly one. Nobody says goodbye. */
  readonly partition: (groups: readonly (readonly number[])[]) => Promise<void>;
  /** Everybody hears everybody. */
  readonly heal: () => Promise<void>;
  /** So many of the packets to this room get lost, from 0 to 1. */
  readonly lose: (room: number, share: number) => Promise<void>;
  /** The cable to this room carries so many kbit/s, and what waits for it comes up to 400 ms late; null: as much as there is. A token bucket, since `tc netem` is not in every kernel. */
  readonly narrow: (room: number, kbits: number | null) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Null where packets can be lost and delayed on purpose. `tc netem` is not in every kernel; a filter of classic BPF that rolls dice is. */
export const whyNoLoss = (): string | null => {
  const missing = whyNoNetwork();
  if (missing !== null) return missing;
  const name = nameOf('try');
  try {
    for (const command of [`ip netns add ${name}`, `ip -n ${name} link add v0 type veth peer name v1`, `ip netns exec ${name} tc qdisc add dev v0 clsact`, `ip netns exec ${name} tc qdisc add dev v0 root ${narrowed(400)}`, `ip netns exec ${name} tc filter add dev v0 egress bpf da bytecode`]) {
      const [program = '', ...args] = command.split(' ');
      execFileSync(program, program === 'ip' && command.endsWith('bytecode') ? [...args, diceOf(0.5)] : args, { stdio: 'pipe' });
    }
    return null;
  } catch (error) {
    return `packets cannot be lost on purpose here (${error instanceof Error ? (error.message.split('\n').find((line) => line !== '' && !line.startsWith('Command failed')) ?? '') : String(error)})`;
  } finally {
    execFileSync('ip', ['netns', 'delete', name], { stdio: 'pipe' });
  }
};

const nameOf = (what: string): string => `qs${process.pid % 100_000}${what}`;

/** Four instructions: a random number (SKF_AD_RANDOM); greater than the limit? drop (TC_ACT_SHOT, 2) : let pass (TC_ACT_OK, 0). */
const diceOf = (share: number): string => `4,32 0 0 4294963256,37 0 1 ${Math.floor(0xffff_ffff * (1 - share))},6 0 0 2,6 0 0 0`;

const narrowed = (kbits: number): string => `tbf rate ${kbits}kbit burst 4kb latency 400ms`;

export const createSiteNetwork = async (count: number): Promise<SiteNetwork> => {
  const hub = nameOf('hub');
  const numbers = Array.from({ length: count }, (_, index) => index);
  const rooms = numbers.map((index): Room => ({ address: `10.84.0.${index + 1}`, under: ['ip', 'netns', 'exec', nameOf(`r${index}`)] }));
  await ip('netns', 'add', hub);
  // A bridge for each group there can be.
  for (const index of numbers) {
    await ip('-n', hub, 'link', 'add', `group${index}`, 'type', 'bridge');
    await ip('-n', hub, 'link', 'set', `group${index}`, 'up');
  }
  for (const index of numbers) {
    const name = nameOf(`r${index}`);
    await ip('netns', 'add', name);
    await ip('-n', name, 'link', 'set', 'lo', 'up');
    await ip('link', 'add', 'cable', 'netns', name, 'type', 'veth', 'peer', 'name', `port${index}`, 'netns', hub);
    await ip('-n', name, 'address', 'add', `10.84.0.${index + 1}/24`, 'dev', 'cable');
    await ip('-n', name, 'link', 'set', 'cable', 'up');
    await ip('-n', name, 'route', 'add', '224.0.0.0/4', 'dev', 'cable');
    await ip('-n', hub, 'link', 'set', `port${index}`, 'master', 'group0');
    await ip('-n', hub, 'link', 'set', `port${index}`, 'up');
    await ip('netns', 'exec', hub, 'tc', 'qdisc', 'add', 'dev', `port${index}`, 'clsact');
  }
  const partition = async (groups: readonly (readonly number[])[]): Promise<void> => {
    for (const [group, members] of groups.entries()) for (const index of members) await ip('-n', hub, 'link', 'set', `port${index}`, 'master', `group${group}`);
  };
  return {
    rooms,
    partition,
    heal: () => partition([numbers]),
    lose: async (room, share) => {
      await ip('netns', 'exec', hub, 'tc', 'filter', 'delete', 'dev', `port${room}`, 'egress');
      if (share > 0) await ip('netns', 'exec', hub, 'tc', 'filter', 'add', 'dev', `port${room}`, 'egress', 'bpf', 'da', 'bytecode', diceOf(share));
    },
    narrow: async (room, kbits) => {
      if (kbits !== null) await ip('netns', 'exec', hub, 'tc', 'qdisc', 'replace', 'dev', `port${room}`, 'root', ...narrowed(kbits).split(' '));
      else await ip('netns', 'exec', hub, 'tc', 'qdisc', 'replace', 'dev', `port${room}`, 'root', 'pfifo');
    },
    close: async () => {
      for (const name of [...numbers.map((index) => nameOf(`r${index}`)), hub]) await ip('netns', 'delete', name);
    },
  };
};
