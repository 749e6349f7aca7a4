import { randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { done, failed } from '../../contract/index.ts';
import type { Result } from '../../contract/index.ts';
import { isOwnFolder } from '../../control/ownFolder.ts';
import { demoSite } from './demoSite.ts';

/** Always the same one, so that `demo --press` finds the running demo; each account has its own. */
export const chooseDemoFolder = (told: string | undefined): string => (told === undefined ? join(tmpdir(), `quietbell-demo-${userInfo().username}`) : resolve(told));

/** Where each station listens: kept, so that the stations of a demo that is started again still find one another. */
const planSchema = z.object({ ports: z.array(z.int().min(1).max(65_535)).length(demoSite.stations.length) });
export type DemoPlan = z.infer<typeof planSchema>;

/** Makes the folder and plan of a demo, or takes up the earlier one. `DataFolderUnusable` when it holds something else or is not ours. */
export const openDemoFolder = async (folder: string): Promise<Result<DemoPlan>> => {
  const shared = dirname(folder) === tmpdir();
  const file = join(folder, 'demo.json');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // In the temporary folder, which all accounts share, somebody else could have made it first.
    if (shared && !(await isOwnFolder(folder))) return failed('DataFolderUnusable', `${folder} can be entered by others, or belongs to them.`, 'Choose a folder of your own with --data.');
    const earlier = await readFile(file, 'utf8').catch(() => null);
    if (earlier !== null) return done(planSchema.parse(JSON.parse(earlier)));
    const plan = { ports: await freePorts() };
    await writeFile(file, JSON.stringify(plan), { flag: 'wx' });
    return done(plan);
  } catch (error) {
    return failed('DataFolderUnusable', `The demo cannot be kept in ${folder}: ${error instanceof Error ? error.message : String(error)}`, 'Choose an empty folder with --data.');
  }
};

/**
 * Below the ports that systems hand out by themselves (from 32768 on Linux, from 49152 elsewhere): one of those may be
 * free now and somebody's connection by the time the station listens there.
 */
const lowestPort = 20_000;
const highestPort = 29_999;
const mostTries = 100;

/** As many ports of loopback as the demo has stations, each free now. */
const freePorts = async (): Promise<number[]> => {
  const ports = new Set<number>();
  for (let tries = 0; ports.size < demoSite.stations.length; tries += 1) {
    if (tries === mostTries) throw new Error(`no free port between ${lowestPort} and ${highestPort}`);
    const port = randomInt(lowestPort, highestPort + 1);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const server = createServer().once('error', () => answer(false));
    server.listen(port, '127.0.0.1', () => server.close(() => answer(true)));
  });
