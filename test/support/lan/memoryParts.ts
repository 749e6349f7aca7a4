import type { PartName, PartReplica } from '../../../main/core/attachment/parts.ts';
import { randomSecret, sha256, toHex } from '../../../main/platform/primitives.ts';

/** Parts of files in memory that keep the port's promises. */
export interface MemoryParts extends PartReplica {
  /** Makes a file of so many parts, which lie here. Returns their names. */
  readonly make: (attachment: string, count: number, bytes?: number) => readonly PartName[];
  /** These are to be fetched. */
  readonly want: (parts: readonly PartName[]) => void;
  readonly has: (part: PartName) => boolean;
  readonly put: (part: PartName, bytes: Uint8Array) => void;
  readonly setCalm: (calm: boolean) => void;
  readonly fetched: () => readonly PartName[];
}

export const createMemoryParts = (): MemoryParts => {
  const bytesByAddress = new Map<string, Uint8Array>();
  const listeners = new Set<() => void>();
  const fetched: PartName[] = [];
  let missing: readonly PartName[] = [];
  let calm = true;
  return {
    make: (attachment, count, bytes = 1_000) =>
      Array.from({ length: count }, (_, index) => {
        const content = randomSecret(bytes);
        const part = { attachment, number: index + 1, address: toHex(sha256(content)) };
        bytesByAddress.set(part.address, content);
        return part;
      }),
    want: (parts) => {
      missing = [...missing, ...parts];
      for (const listener of listeners) listener();
    },
    has: ({ address }) => bytesByAddress.has(address),
    put: ({ address }, bytes) => void bytesByAddress.set(address, bytes),
    setCalm: (now) => {
      calm = now;
    },
    fetched: () => fetched,
    nextMissing: (except) => missing.find((part) => !except(part)) ?? null,
    read: ({ address }) => Promise.resolve(bytesByAddress.get(address) ?? null),
    keep: (part, sealed) => {
      missing = missing.filter(({ address }) => address !== part.address);
      bytesByAddress.set(part.address, sealed);
      fetched.push(part);
      return Promise.resolve(true);
    },
    isCalm: () => calm,
    onMissing: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
