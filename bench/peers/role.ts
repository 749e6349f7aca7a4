/**
 * The three processes of each system that the catch-up is measured against. `node PROGRAM.ts make FOLDER RECORDS` writes the records and ends;
 * `serve FOLDER` says where it can be reached, and changes records when it is told to; `fetch FOLDER ADDRESS` brings its own copy up to date when it
 * is told to, over a fresh connection, and says how long that took.
 */
import type { Server } from 'node:net';
import { z } from 'zod';

/** What this end of a system can do. */
export interface Roles {
  readonly make: (folder: string, records: number) => Promise<void>;
  readonly serve: (folder: string) => Promise<{ readonly address: string; readonly change: (count: number) => Promise<void> }>;
  readonly fetch: (folder: string, address: string) => Promise<Fetching>;
}

export interface Fetching {
  /** Returns once everything is here, durable as the system has it, and the connection is closed. Milliseconds until it was here. */
  readonly bringUpToDate: (expected: Expected) => Promise<number>;
}

/** Records that there are, and how often any was changed: what the copy has to have in the end. */
export const expectedSchema = z.object({ records: z.int(), changes: z.int() });
export type Expected = z.infer<typeof expectedSchema>;

export const countSchema = z.object({ change: z.int() });

/** On any free port of the loopback, which is returned. */
export const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });

/** Tells whoever forked this process. */
export const tell = (message: object): Promise<void> =>
  new Promise((resolve, reject) => {
    if (process.send === undefined) throw new Error('A part of the bench catchUp.ts, which starts it');
    process.send(message, undefined, undefined, (error) => (error === null ? resolve() : reject(error)));
  });

export const play = async (roles: Roles): Promise<void> => {
  const [role, folder = '', argument = ''] = process.argv.slice(2);
  switch (role) {
    case 'make':
      await roles.make(folder, Number(argument));
      // Databases that are still open keep a process alive.
      return process.exit(0);
    case 'serve': {
      const { address, change } = await roles.serve(folder);
      process.on('message', (message) => void change(countSchema.parse(message).change).then(() => tell({ changed: true })));
      return tell({ address });
    }
    case 'fetch': {
      const { bringUpToDate } = await roles.fetch(folder, argument);
      process.on('message', (message) => void bringUpToDate(expectedSchema.parse(message)).then((milliseconds) => tell({ milliseconds })));
      return tell({ ready: true });
    }
    default:
      throw new Error(`No role ${role}`);
  }
};
