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
    const plan = { ports: await Promise.all(demoSite.stations.map(freePort)) };
    await writeFile(file, JSON.stringify(plan), { flag: 'wx' });
    return done(plan);
  } catch (error) {
    return failed('DataFolderUnusable', `The demo cannot be kept in ${folder}: ${error instanceof Error ? error.message : String(error)}`, 'Choose an empty folder with --data.');
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolvePort, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolvePort(address.port) : reject(new Error('no port'))));
    });
  });
