/**
 * What has its number already and could not be committed, in a small file beside the ledger: it shall survive the end of the process. The file is made at the
 * full size of `reserved` when there is still room, so that it can be written when the disk is full.
 *
 * | bytes | what |
 * | --- | --- |
 * | 2 × 256 | the head of this station's own chain as last committed, in turn in one and the other place, with a count that says which is newer: length, sealed JSON |
 * | then | one commit after another that waits: length (4, big-endian), sealed JSON; a length of 0 ends them |
 *
 * Sealed is AES-256-GCM under the database key. Nothing here throws: whatever cannot be kept is still in memory.
 */
import { closeSync, fdatasyncSync, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { Log } from '../core/environment.ts';
import type { EventRecord } from '../core/event/replica.ts';
import { fromHex, seal, toHex, unseal } from '../platform/primitives.ts';

/** Where a chain ends. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: Uint8Array;
}

export interface Journal {
  /** The head as last noted; null when none is known. The table may be ahead of it by what was committed in the moment of a crash. */
  readonly head: () => ChainEnd | null;
  readonly noteHead: (head: ChainEnd) => void;
  /** The commits that wait, oldest first. */
  readonly waiting: () => readonly (readonly EventRecord[])[];
  /** Keeps one more, durably. False when that cannot be done. */
  readonly add: (records: readonly EventRecord[]) => boolean;
  /** Everything in it was committed. */
  readonly clear: () => void;
  readonly close: () => void;
}

const headBytes = 256;
const entriesAt = 2 * headBytes;
const reserved = 64 * 1024;
const largest = 4 * 1024 * 1024;
const context = 'quietbell journal 1';

const hex = z.string().regex(/^([0-9a-f]{2})*$/).transform(fromHex);
const headSchema = z.object({ count: z.int().min(0), seq: z.int().min(0), hash: hex });
const entrySchema = z.array(z.object({ origin: z.string(), seq: z.int().min(1), bytes: hex, signature: hex.nullable(), key: hex.nullable().default(null) }));

export const createJournal = (file: string, key: Uint8Array, log: Log): Journal => {
  let open: { readonly descriptor: number; readonly inode: number } | null = null;
  /** Where the next entry goes; null before the file was read. */
  let end: number | null = null;

  const complain = (error: unknown, message: string): void => log.warn({ error: String(error) }, message);

  /** The file, opened again when it was deleted. */
  const descriptor = (): number => {
    if (open !== null && inodeOf(file) === open.inode) return open.descriptor;
    if (open !== null) closeSync(open.descriptor);
    open = null;
    end = null;
    const made = openSync(file, inodeOf(file) === null ? 'wx+' : 'r+', 0o600);
    const { ino, size } = fstatSync(made);
    open = { descriptor: made, inode: ino };
    if (size < reserved) reserve(made, size);
    return made;
  };

  /** A disk without room for it may still take the few bytes of one alarm. */
  const reserve = (made: number, size: number): void => {
    try {
      writeSync(made, Buffer.alloc(reserved - size), 0, reserved - size, size);
      fdatasyncSync(made);
    } catch (error) {
      complain(error, 'no room could be reserved for what may have to wait');
    }
  };

  const readAt = (at: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(descriptor(), bytes, 0, length, at));
  };

  const openEntry = (at: number): { readonly value: unknown; readonly next: number } | null => {
    const length = readAt(at, 4);
    const size = length.length === 4 ? length.readUInt32BE() : 0;
    if (size === 0 || size > largest) return null;
    const plain = unseal(key, context, readAt(at + 4, size));
    return plain === null ? null : { value: JSON.parse(plain.toString()), next: at + 4 + size };
  };

  const sealed = (value: unknown): Buffer => {
    const bytes = seal(key, context, Buffer.from(JSON.stringify(value), 'utf8'));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };

  const readEntries = (): readonly (readonly EventRecord[])[] => {
    const entries: EventRecord[][] = [];
    let at = entriesAt;
    for (let entry = openEntry(at); entry !== null; entry = openEntry(at)) {
      entries.push(entrySchema.parse(entry.value));
      at = entry.next;
    }
    end = at;
    return entries;
  };

  const guarded = <Value>(run: () => Value, otherwise: Value, message: string): Value => {
    try {
      return run();
    } catch (error) {
      complain(error, message);
      return otherwise;
    }
  };

  const headAt = (at: number): z.output<typeof headSchema> | null => {
    const entry = openEntry(at);
    return entry === null ? null : headSchema.parse(entry.value);
  };

  const newestHead = (): z.output<typeof headSchema> | null => {
    const [first, second] = [headAt(0), headAt(headBytes)];
    return first !== null && second !== null ? (first.count > second.count ? first : second) : (first ?? second);
  };

  /** Of the note before; null before the file was read. */
  let noted: number | null = null;
  const note = ({ seq, hash }: ChainEnd): void => {
    const into = descriptor();
    noted = (noted ?? newestHead()?.count ?? 0) + 1;
    writeAll(into, sealed({ count: noted, seq, hash: toHex(hash) }), (noted % 2) * headBytes);
  };

  return {
    head: () => {
      const newest = guarded(newestHead, null, 'the note of the head of this chain cannot be read');
      return newest === null ? null : { seq: newest.seq, hash: newest.hash };
    },
    noteHead: (head) => guarded(() => note(head), undefined, 'the head of this chain could not be noted'),
    waiting: () => guarded(readEntries, [], 'what waits to be committed cannot be read'),
    add: (records) =>
      guarded(
        () => {
          const into = descriptor();
          if (end === null) readEntries();
          const entry = sealed(records.map(({ origin, seq, bytes, signature, key }) => ({ origin, seq, bytes: toHex(bytes), signature: hexOf(signature), key: hexOf(key) })));
          const at = end ?? entriesAt;
          writeAll(into, Buffer.concat([entry, Buffer.alloc(4)]), at);
          fdatasyncSync(into);
          end = at + entry.length;
          return true;
        },
        false,
        'what waits to be committed could not be kept beside the ledger',
      ),
    clear: () =>
      guarded(
        () => {
          const into = descriptor();
          if (end === null) readEntries();
          // Overwritten, since the keys of subjects that may be erased one day lie in it as well.
          writeAll(into, Buffer.alloc((end ?? entriesAt) - entriesAt + 4), entriesAt);
          end = entriesAt;
        },
        undefined,
        'what was committed could not be struck off',
      ),
    close: () => {
      if (open !== null) guarded(() => closeSync(open?.descriptor ?? -1), undefined, 'the journal could not be closed');
      open = null;
    },
  };
};

const hexOf = (bytes: Uint8Array | null | undefined): string | null => (bytes == null ? null : toHex(bytes));

const writeAll = (descriptor: number, bytes: Buffer, at: number): void => {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, bytes.length - done, at + done);
};

const inodeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.ino ?? null;
