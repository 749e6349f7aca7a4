/** PouchDB on LevelDB from an express-pouchdb on LevelDB, over HTTP without TLS, in batches of 1,000: faster than its default of 100. */
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import serve from 'express-pouchdb';
import PouchDB from 'pouchdb';
import { largeReport } from '../records.ts';
import { listen, play } from './role.ts';

const batch = 1000;
const name = 'records';

const open = (folder: string) => {
  mkdirSync(folder, { recursive: true });
  const Databases = PouchDB.defaults({ prefix: `${folder}/` });
  return { Databases, database: new Databases(name) };
};

await play({
  make: async (folder, records) => {
    const { database } = open(folder);
    for (let number = 1; number <= records; number += batch) {
      await database.bulkDocs(Array.from({ length: Math.min(batch, records - number + 1) }, (_, index) => ({ _id: String(number + index).padStart(8, '0'), changes: 0, ...largeReport(number + index) })));
    }
    await database.close();
  },
  serve: async (folder) => {
    const { Databases, database } = open(folder);
    const app = express();
    app.use(serve(Databases, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(folder, 'log.txt') }));
    return {
      address: `http://127.0.0.1:${await listen(createServer(app))}/${name}`,
      change: async (count) => {
        const { rows } = await database.allDocs({ include_docs: true, limit: count });
        await database.bulkDocs(rows.map(({ doc }) => ({ ...doc, changes: Number(doc['changes']) + 1 })));
      },
    };
  },
  fetch: async (folder, address) => {
    const { database } = open(folder);
    return {
      bringUpToDate: async ({ records, changes }) => {
        const began = performance.now();
        const { ok } = await database.replicate.from(address, { batch_size: batch });
        const took = performance.now() - began;
        const { rows } = await database.allDocs({ include_docs: true });
        const changed = rows.reduce((sum, { doc }) => sum + Number(doc['changes']), 0);
        if (!ok || rows.length !== records || changed !== changes) throw new Error(`PouchDB has ${rows.length} records with ${changed} changes, not ${records} with ${changes}`);
        return took;
      },
    };
  },
});
