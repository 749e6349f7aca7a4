import { z } from 'zod';
import type { Connection } from './connection.ts';

/** A file that is coming in. */
export interface Upload {
  /** Id of the attachment that it becomes. */
  readonly id: string;
  /** The subject that it will belong to. */
  readonly owner: string;
  readonly name: string;
  readonly size: number;
  readonly restricted: boolean;
  /** 32 bytes: its parts are sealed under it. */
  readonly key: Uint8Array;
  /** Milliseconds since the epoch. */
  readonly begunAt: number;
}

export interface Uploads {
  readonly list: () => readonly Upload[];
  readonly find: (id: string) => Upload | undefined;
  readonly save: (upload: Upload) => void;
  readonly drop: (id: string) => void;
}

const row = z
  .object({ id: z.string(), owner: z.string(), name: z.string(), size: z.number(), restricted: z.number(), key: z.instanceof(Uint8Array), begun_at: z.number() })
  .transform(({ restricted, begun_at, ...upload }): Upload => ({ ...upload, restricted: restricted === 1, begunAt: begun_at }));

export const createUploads = (connection: Connection): Uploads => {
  const list = connection.prepare('SELECT id, owner, name, size, restricted, key, begun_at FROM upload ORDER BY begun_at');
  const find = connection.prepare('SELECT id, owner, name, size, restricted, key, begun_at FROM upload WHERE id = ?');
  const save = connection.prepare('INSERT INTO upload (id, owner, name, size, restricted, key, begun_at) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const drop = connection.prepare('DELETE FROM upload WHERE id = ?');
  return {
    list: () => row.array().parse(list.all()),
    find: (id) => row.optional().parse(find.get(id)),
    save: ({ id, owner, name, size, restricted, key, begunAt }) => {
      save.run(id, owner, name, size, Number(restricted), key, begunAt);
    },
    drop: (id) => {
      drop.run(id);
    },
  };
};
