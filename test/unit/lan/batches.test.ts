import { describe, expect, test } from 'vitest';
import type { EventRecord } from '../../../main/core/event/replica.ts';
import { batchBytes, createBatches } from '../../../main/lan/batches.ts';
import { createMemoryLog } from '../../support/lan/memorySite.ts';

const signature = new Uint8Array(64);
const chainOf = (origin: string, commits: readonly { readonly events: number; readonly bytes: number }[]): readonly EventRecord[] =>
  commits
    .flatMap(({ events, bytes }) => Array.from({ length: events }, (_, index) => ({ bytes: new Uint8Array(bytes), signature: index === events - 1 ? signature : null })))
    .map((record, index) => ({ ...record, origin, seq: index + 1 }));

/** Reads as the port promises: up to the limit, but at least one signed stretch. */
const readFrom = (chains: Readonly<Record<string, readonly EventRecord[]>>) => (origin: string, seq: number, limit: number) => {
  const rest = (chains[origin] ?? []).slice(seq);
  let bytes = 0;
  let end = 0;
  for (const [index, record] of rest.entries()) {
    bytes += record.bytes.length;
    if (bytes > limit && end > 0) break;
    if (record.signature !== null) end = index + 1;
  }
  return rest.slice(0, end);
};

const drain = (chains: Readonly<Record<string, readonly EventRecord[]>>) => {
  const log = createMemoryLog();
  const batches = createBatches({ read: readFrom(chains) }, log);
  const progress = { theirs: new Map<string, number>(), sent: new Map<string, number>() };
  const offered = new Map(Object.entries(chains).map(([origin, chain]) => [origin, chain.length]));
  const all: (readonly EventRecord[])[] = [];
  for (let batch = batches.next(progress, offered); batch.length > 0; batch = batches.next(progress, offered)) all.push(batch);
  return { all, log };
};
const bytesOf = (batch: readonly EventRecord[]) => batch.reduce((bytes, record) => bytes + record.bytes.length, 0);

describe('batches', () => {
  test('hold everything once, in order, and end in a signed record', () => {
    const chains = { a: chainOf('a', Array.from({ length: 300 }, () => ({ events: 3, bytes: 700 }))), b: chainOf('b', [{ events: 5, bytes: 100 }]) };
    const { all } = drain(chains);
    expect(all.flat()).toEqual([...chains.a, ...chains.b]);
    expect(all.every((batch) => batch.at(-1)?.signature !== null)).toBe(true);
    expect(Math.max(...all.map(bytesOf))).toBeLessThanOrEqual(batchBytes);
  });

  test('keep the number of records down however small they are', () => {
    const { all } = drain({ a: chainOf('a', Array.from({ length: 5_000 }, () => ({ events: 1, bytes: 1 }))) });
    expect(Math.max(...all.map((batch) => batch.length))).toBeLessThanOrEqual(2_048);
  });

  test('give a commit that is larger than a batch a frame of its own', () => {
    const chains = { a: chainOf('a', [{ events: 1, bytes: 100_000 }]), b: chainOf('b', [{ events: 900, bytes: 900 }]) };
    expect(drain(chains).all.map((batch) => batch.length)).toEqual([1, 900]);
  });

  test('leave out a commit that no frame can hold, say so, and go on with the others', () => {
    const chains = { a: chainOf('a', [{ events: 1_100, bytes: 1_000 }]), b: chainOf('b', [{ events: 2, bytes: 100 }]) };
    const { all, log } = drain(chains);
    expect(all.flat()).toEqual(chains.b);
    expect(log.lines.some((line) => line.level === 'error')).toBe(true);
  });
});
