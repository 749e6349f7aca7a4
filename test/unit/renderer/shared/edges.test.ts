import { v7 } from 'uuid';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createConnection } from '../../../../renderer/shared/connection/station.ts';
import type { Connection } from '../../../../renderer/shared/connection/station.ts';
import { createEdges } from '../../../../renderer/shared/edges.ts';
import { createPretendStation } from './pretendStation.ts';
import type { PretendStation } from './pretendStation.ts';

let connection: Connection | undefined;
const connect = (open: Parameters<typeof createConnection>[0]): Connection => (connection = createConnection(open));
afterEach(() => connection?.close());

const becomes = (state: Connection['state']): Promise<void> => vi.waitFor(() => expect(connection?.state).toBe(state), 5_000);
const key = v7();

/** Up and down of the one key, each once, in the order in which they came in first. */
const firstSeen = ({ edges }: PretendStation): readonly boolean[] => [...new Map(edges.map(({ edge }) => [edge.id, edge.pressed])).values()];

describe('what goes down and up at the window', () => {
  test('is told in order, with an id for each edge', async () => {
    const station = createPretendStation();
    const edges = createEdges(connect(station.open));
    for (const pressed of [true, false, true, false]) edges.tell(key, pressed);
    await vi.waitFor(() => expect(edges.waiting()).toBe(0), 5_000);
    expect(station.edges.map(({ edge }) => edge.pressed)).toEqual([true, false, true, false]);
    expect(new Set(station.edges.map(({ edge }) => edge.id)).size).toBe(4);
  });

  test('is told again with the same id until the station has answered, and the next edge waits for it', async () => {
    const station = createPretendStation();
    station.failures = 2;
    const edges = createEdges(connect(station.open));
    edges.tell(key, true);
    edges.tell(key, false);
    await vi.waitFor(() => expect(edges.waiting()).toBe(0), 5_000);
    expect(station.edges.map(({ edge }) => edge.pressed)).toEqual([true, true, true, false]);
    expect(firstSeen(station)).toEqual([true, false]);
  });

  test('waits while the station is restarted, however long, and is delivered in order afterwards', async () => {
    const station = createPretendStation();
    let away = true;
    const edges = createEdges(connect(() => (away ? Promise.reject(new Error('Being restarted')) : station.open())));
    edges.tell(key, true);
    edges.tell(key, false);
    await becomes('lost');
    expect(edges.waiting()).toBe(2);
    away = false;
    await vi.waitFor(() => expect(edges.waiting()).toBe(0), 10_000);
    expect(firstSeen(station)).toEqual([true, false]);
  });

  test('keeps its pace after a delay, so that a hold stays a hold', async () => {
    const station = createPretendStation();
    let away = true;
    const edges = createEdges(connect(() => (away ? Promise.reject(new Error('Being restarted')) : station.open())));
    const heldAt = performance.now();
    edges.tell(key, true);
    await becomes('lost');
    // As long as anything takes here: the time it was held is read from the clock.
    await vi.waitFor(() => expect(performance.now() - heldAt).toBeGreaterThan(300), 5_000);
    edges.tell(key, false);
    const held = performance.now() - heldAt;
    away = false;
    await vi.waitFor(() => expect(edges.waiting()).toBe(0), 10_000);
    const [down, up] = station.edges.map(({ at }) => at);
    expect((up ?? 0) - (down ?? 0)).toBeGreaterThan(held - 20);
  });

  test('of one binding never waits for another one', async () => {
    const station = createPretendStation();
    station.failures = 1;
    const edges = createEdges(connect(station.open));
    const other = v7();
    edges.tell(key, true);
    edges.tell(other, true);
    await vi.waitFor(() => expect(edges.waiting()).toBe(0), 5_000);
    expect(station.edges.map(({ edge }) => edge.binding)).toEqual([key, other, key]);
  });

  test('is kept while the station does not know the binding yet, and given up when nothing is bound there any more', async () => {
    const station = createPretendStation();
    station.unbound.add(key);
    const edges = createEdges(connect(station.open), 500);
    edges.tell(key, true);
    await vi.waitFor(() => expect(edges.waiting()).toBe(0), 5_000);
    expect(station.edges.length).toBeGreaterThan(1);
  });
});
