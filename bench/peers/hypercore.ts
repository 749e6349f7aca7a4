/** Hypercore: a signed append-only log, replicated over an encrypted stream. A change is one more block; it has no merging and no records. */
import { mkdirSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import Hypercore from 'hypercore';
import { largeRecord } from '../records.ts';
import { listen, play } from './role.ts';

const open = async (folder: string, key: Uint8Array | null = null) => {
  mkdirSync(folder, { recursive: true });
  const core = new Hypercore(folder, key);
  await core.ready();
  return core;
};

const blocks = (count: number): readonly Uint8Array[] => Array.from({ length: count }, (_, index) => largeRecord(index + 1));

await play({
  make: async (folder, records) => {
    const core = await open(folder);
    await core.append(blocks(records));
    await core.close();
  },
  serve: async (folder) => {
    const core = await open(folder);
    const server = createServer((socket) => {
      socket.setNoDelay(true);
      const stream = core.replicate(false);
      socket.on('error', () => stream.destroy());
      stream.on('error', () => socket.destroy());
      socket.pipe(stream).pipe(socket);
    });
    return {
      address: `${await listen(server)}/${Buffer.from(core.key).toString('hex')}`,
      change: async (count) => {
        await core.append(blocks(count));
      },
    };
  },
  fetch: async (folder, address) => {
    const [port, key = ''] = address.split('/');
    const core = await open(folder, Buffer.from(key, 'hex'));
    return {
      bringUpToDate: async ({ records, changes }) => {
        const began = performance.now();
        const socket = connect(Number(port), '127.0.0.1');
        socket.setNoDelay(true);
        const stream = core.replicate(true);
        stream.on('error', () => socket.destroy());
        socket.on('error', () => stream.destroy());
        socket.pipe(stream).pipe(socket);
        const start = core.length;
        await core.download({ start, end: records + changes }).done();
        const took = performance.now() - began;
        if (core.contiguousLength !== records + changes) throw new Error(`Hypercore has ${core.contiguousLength} blocks, not ${records + changes}`);
        const closed = new Promise((resolve) => socket.once('close', resolve));
        stream.destroy();
        await closed;
        return took;
      },
    };
  },
});
