import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Expected } from './peers/role.ts';
import type { System, Transfer } from './system.ts';
import { wireBytes } from './wire.ts';

const addressSchema = z.object({ address: z.string() });
const tookSchema = z.object({ milliseconds: z.number() });

export const arePeersInstalled = (): boolean => existsSync(new URL('peers/node_modules', import.meta.url));

/** The floor or another system, each a program in `peers/`: both of its ends are processes of their own. */
export const createPeer = (name: string): System => {
  const program = fileURLToPath(new URL(`peers/${name}.ts`, import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), `quietbell-bench-${name}-`));
  const running = new Set<ChildProcess>();

  const start = (...args: readonly string[]): ChildProcess => {
    const child = fork(program, args, { stdio: 'inherit' });
    running.add(child);
    child.once('exit', () => running.delete(child));
    return child;
  };
  const end = async (child: ChildProcess): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
  };

  return {
    name,
    // Not one copy of files for all rounds: a Hypercore notices that it was copied.
    prepare: () => Promise.resolve(),
    measure: async (records, changes) => {
      const [there, here] = [join(folder, 'there'), join(folder, 'here')];
      for (const end of [there, here]) rmSync(end, { recursive: true, force: true });
      const making = start('make', there, String(records));
      await new Promise((resolve) => making.once('exit', resolve));
      const serving = start('serve', there);
      const { address } = addressSchema.parse(await heard(serving));
      const fetching = start('fetch', here, address);
      await heard(fetching);

      const bringUpToDate = async (expected: Expected): Promise<Transfer> => {
        const before = wireBytes();
        fetching.send(expected);
        const { milliseconds } = tookSchema.parse(await heard(fetching));
        await untilQuiet();
        return { milliseconds, bytes: wireBytes() - before };
      };
      const change = async (count: number): Promise<void> => {
        serving.send({ change: count });
        await heard(serving);
      };

      const full = await bringUpToDate({ records, changes: 0 });
      await change(changes);
      const changed = await bringUpToDate({ records, changes });
      await change(1);
      const one = await bringUpToDate({ records, changes: changes + 1 });
      await Promise.all([end(serving), end(fetching)]);
      return { full, changed, one };
    },
    close: async () => {
      await Promise.all([...running].map(end));
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The next thing it says. */
const heard = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`${child.spawnargs.slice(1).join(' ')} ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });

/** Until nothing more goes over the wire: acknowledgements and farewells count, too. */
export const untilQuiet = async (): Promise<void> => {
  for (let before = Number.NaN; before !== wireBytes(); ) {
    before = wireBytes();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
};
